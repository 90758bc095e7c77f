import { ZipArchiveOutputStream } from 'compress-commons';

/** The directory of a zip is gathered in blocks of so many bytes. */
const BLOCK = 1_000_000;

/**
 * A zip that is written entry by entry. The library writes the directory at its end in one go, in
 * pieces of two bytes and four: those of a hundred thousand files took 0.8 GB while they waited for
 * the disk. Here they are copied together as they come.
 */
export class ZipStream extends ZipArchiveOutputStream {
  #blocks: Buffer[] | undefined;
  #last = Buffer.alloc(0);
  #filled = 0;

  override finish(): void {
    this.#blocks = [];
    super.finish();
  }

  override write(piece: Buffer | string): boolean {
    if (!this.#blocks) return super.write(piece);
    const chunk = Buffer.from(piece);
    this.offset += chunk.length;
    if (this.#filled + chunk.length > this.#last.length) {
      this.#blocks.push(this.#last.subarray(0, this.#filled));
      this.#last = Buffer.alloc(Math.max(BLOCK, chunk.length));
      this.#filled = 0;
    }
    this.#filled += chunk.copy(this.#last, this.#filled);
    return true;
  }

  override end(): this {
    const rest = this.#last.subarray(0, this.#filled);
    return super.end(Buffer.concat([...(this.#blocks ?? []), rest]));
  }
}
