import { type Aligner, learnFrom, pairTexts } from '#align/align-texts.ts';
import { AnchorReader } from '#align/anchors.ts';
import { Lexicons } from '#align/lexicon.ts';
import type { Dice } from '#align/mint.ts';
import { decode } from '#compile/decode.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { survey, type ArticleFolder } from '#compile/survey.ts';
import { isError, type Problem, problem } from '#model/problem.ts';
import { numberArticle, type NumberedArticle } from './article.ts';
import { readTexts } from './read-texts.ts';

/** Numbering of an archive, article by article. */
export interface Numbering {
  /** What forbids to number some files at all. */
  readonly problems: readonly Problem[];
  readonly total: number;
  /** Numbers one article after the other; what changes is for the caller to write. */
  readonly articles: () => AsyncGenerator<NumberedArticle>;
}

/** Hears how many articles have been read, of how many. */
export type OnRead = (done: number, total: number) => void;

/** What numbering takes from outside. */
export interface NumberingTools {
  readonly files: ArchiveFiles;
  readonly dice: Dice;
  readonly onRead?: OnRead;
}

/** From so many articles with several texts on, the archive teaches which words render each other. */
const ENOUGH_TO_LEARN = 5;

/**
 * Prepares to number an archive: finds its articles, and reads them once to learn from how their
 * texts align which words render each other. Nothing is written.
 */
export async function numberArchive({ files, dice, onRead }: NumberingTools): Promise<Numbering> {
  const found = await survey(files);
  const problems = found.problems.filter(isError);
  if (!(await files.list(''))?.some(({ name }) => name === 'archive.yaml')) {
    problems.push(problem({ file: 'archive.yaml', line: 1 }, 'no-archive', {}));
  }
  const aligner: Aligner = { reader: new AnchorReader(), lexicons: new Lexicons() };
  const folders = found.articles;
  const several = folders.filter(({ texts }) => texts.length > 1);
  for (const [index, folder] of several.length < ENOUGH_TO_LEARN ? [] : several.entries()) {
    const { texts, problems: errors } = await readTexts(folder, files);
    if (errors.length === 0) {
      for (const pair of pairTexts(texts)) learnFrom(folder.id, pair, aligner);
    }
    onRead?.(index + 1, several.length);
  }
  const retired = await registeredIds(files);
  return {
    problems,
    total: folders.length,
    articles: async function* () {
      for (const folder of folders) {
        yield await numberArticle(folder, files, aligner, dice, retired(folder));
      }
    },
  };
}

/** The ids that the register of permanent addresses holds for an article: none is minted again. */
async function registeredIds(
  files: ArchiveFiles,
): Promise<(folder: ArticleFolder) => readonly string[]> {
  const bytes = await files.read('permalinks.txt');
  const lines = bytes ? (decode(bytes).text ?? '').split('\n') : [];
  const ids = new Map<string, string[]>();
  for (const line of lines) {
    const [address = '', ...some] = line.trim().split(/\s+/);
    const article = /^\/?articles\/(.+)\/[^/]+\/$/.exec(address)?.[1];
    if (article !== undefined) ids.set(article, [...(ids.get(article) ?? []), ...some]);
  }
  return ({ id }) => ids.get(id) ?? [];
}
