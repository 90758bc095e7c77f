/** The part of compress-commons (7.0) that is used here; the types that npm has of it lack options. */
declare module 'compress-commons' {
  import type { Readable, Transform } from 'node:stream';

  export class ZipArchiveEntry {
    constructor(name: string);
    /** A time in UTC. */
    setTime(time: Date): void;
    setUnixMode(mode: number): void;
    /** 8 is deflated, 0 stored. */
    setMethod(method: number): void;
  }

  export class ZipArchiveOutputStream extends Transform {
    constructor(options: { readonly zlib: { readonly level: number } });
    /** How many bytes were written. */
    offset: number;
    setComment(comment: string): void;
    /** One entry at a time: the next when this one has called back. */
    entry(
      entry: ZipArchiveEntry,
      source: Readable | Buffer,
      callback: (error: Error | null) => void,
    ): this;
    finish(): void;
  }
}
