import { type Aligner, learnFrom, pairTexts } from '#align/align-texts.ts';
import { AnchorReader } from '#align/anchors.ts';
import { type Lexicon, Lexicons } from '#align/lexicon.ts';
import type { Dice } from '#align/mint.ts';
import { decode } from '#compile/decode.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { survey, type ArticleFolder } from '#compile/survey.ts';
import { isError, type Problem, problem } from '#model/problem.ts';
import { Finder } from '#names/finder.ts';
import { numberArticle, type NumberedArticle } from './article.ts';
import { nameEntities, readNames } from './name-entities.ts';
import { readTexts, type TextInFile } from './read-texts.ts';

/** What numbering an archive begins with. */
export interface Numbering {
  /** What forbids to number some articles, or all. */
  readonly problems: readonly Problem[];
  /** How many articles have something to number. */
  readonly total: number;
  /** Numbers one of these articles after the other; what changes is for the caller to write. */
  readonly articles: () => AsyncGenerator<NumberedArticle>;
}

/** What numbering takes from outside. */
export interface NumberingTools {
  readonly files: ArchiveFiles;
  readonly dice: Dice;
  /** Hears how many articles have been read, of how many. */
  readonly onRead?: (done: number, total: number) => void;
}

/**
 * Prepares to number an archive: reads its articles and finds those that have something to number. If
 * there are any, it learns from how articles align which words render each other. Nothing is written.
 */
export async function numberArchive({ files, dice, onRead }: NumberingTools): Promise<Numbering> {
  const found = await survey(files);
  const problems = found.problems.filter(isError);
  if (!(await files.list(''))?.some(({ name }) => name === 'archive.yaml')) {
    const missing = problem({ file: 'archive.yaml', line: 1 }, 'no-archive', {});
    return { problems: [missing], total: 0, articles: nothing };
  }
  const aligner: Aligner = {
    reader: new AnchorReader(),
    lexicons: new Lexicons(),
  };
  const open: ArticleFolder[] = [];
  const several: Teacher[] = [];
  const wanted = new Set<Lexicon>();
  for (const [index, folder] of found.articles.entries()) {
    const { texts, problems: errors } = await readTexts(folder, files);
    problems.push(...errors);
    if (errors.length === 0) {
      const pairs = pairTexts(texts);
      const lexicons = pairs.map(({ left, right }) => aligner.lexicons.of(left.lang, right.lang));
      several.push({ folder, lexicons });
      if (texts.some(isUnnumbered)) {
        open.push(folder);
        for (const lexicon of lexicons) wanted.add(lexicon);
      }
    }
    onRead?.(index + 1, found.articles.length);
  }
  const names = open.length === 0 ? new Finder([]) : await readNames(found, files);
  await learn(several, wanted, files, aligner, names);
  const retired = await registeredIds(files);
  return {
    problems,
    total: open.length,
    articles: async function* () {
      for (const folder of open) {
        yield await numberArticle(folder, files, { aligner, dice, names }, retired(folder));
      }
    },
  };
}

async function* nothing(): AsyncGenerator<NumberedArticle> {
  // There is nothing to number.
}

/** An article with the lexicons that can learn from it. */
interface Teacher {
  readonly folder: ArticleFolder;
  readonly lexicons: readonly Lexicon[];
}

/** Lets the lexicons that are wanted learn, until they have enough. */
async function learn(
  teachers: readonly Teacher[],
  wanted: ReadonlySet<Lexicon>,
  files: ArchiveFiles,
  aligner: Aligner,
  names: Finder,
): Promise<void> {
  for (const { folder, lexicons } of teachers) {
    if (!lexicons.some((lexicon) => wanted.has(lexicon) && !lexicon.isFull)) continue;
    const { texts } = await readTexts(folder, files);
    for (const pair of pairTexts(nameEntities(texts, names))) learnFrom(folder.id, pair, aligner);
  }
}

function isUnnumbered({ paragraphs }: TextInFile): boolean {
  return paragraphs.some(({ ids }) => ids.length === 0);
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
