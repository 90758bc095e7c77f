import { FILE_CALL } from '#search/file-script.ts';

/** What waits for a file. */
interface Waiting {
  readonly promise: Promise<string>;
  readonly give: (content: string) => void;
}

/** Reads files that are classic scripts: the one way in which a page may read files beside it. */
export class FileScripts {
  readonly #addressOf: (path: string) => string;
  readonly #waiting = new Map<string, Waiting>();

  /** @param addressOf the address of a file’s script */
  constructor(addressOf: (path: string) => string) {
    this.#addressOf = addressOf;
    Object.assign(globalThis, {
      [FILE_CALL]: (path: string, content: string) => {
        this.#waiting.get(path)?.give(content);
      },
    });
  }

  /** The content of a file by its path below the base. Fails where its script cannot be loaded. */
  readonly read = (path: string): Promise<string> => {
    const known = this.#waiting.get(path);
    if (known) return known.promise;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#waiting.set(path, { promise, give: resolve });
    const script = document.createElement('script');
    script.src = this.#addressOf(path);
    // By then it has called, or it is no script of this file.
    const end = (): void => {
      script.remove();
      this.#waiting.delete(path);
      reject(new Error(`${path} could not be read.`));
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    document.head.append(script);
    return promise;
  };
}
