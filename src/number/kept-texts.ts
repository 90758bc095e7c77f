import type { ArchiveFiles } from '#compile/files.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import { readFiles, readTexts, type ReadTexts } from './read-texts.ts';

/** So many paragraphs are kept at a time, some 30 MB; what is beyond that is read again when it is needed. */
const MOST_PARAGRAPHS = 20_000;

/** Texts that have been read and will soon be wanted again, as many as memory is meant to hold. */
export class KeptTexts {
  readonly #files: ArchiveFiles;
  readonly #kept = new Map<ArticleFolder, ReadTexts>();
  #paragraphs = 0;

  constructor(files: ArchiveFiles) {
    this.#files = files;
  }

  /** Keeps the texts of an article, if there is room. */
  keep(folder: ArticleFolder, read: ReadTexts): void {
    const more = paragraphsIn(read);
    if (this.#paragraphs + more > MOST_PARAGRAPHS) return;
    this.#kept.set(folder, read);
    this.#paragraphs += more;
  }

  /** The texts of an article: those that are kept, or what its files say now. */
  async get(folder: ArticleFolder): Promise<ReadTexts> {
    return this.#kept.get(folder) ?? readTexts(folder, await readFiles(folder, this.#files));
  }

  /** The same, but they are not kept any longer. */
  async take(folder: ArticleFolder): Promise<ReadTexts> {
    const read = await this.get(folder);
    if (this.#kept.delete(folder)) this.#paragraphs -= paragraphsIn(read);
    return read;
  }
}

function paragraphsIn({ texts }: ReadTexts): number {
  return texts.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
}
