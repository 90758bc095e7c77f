import { Aligner, pairTexts } from '#align/align-texts.ts';
import type { Lexicon } from '#align/lexicon.ts';
import type { Dice } from '#align/mint.ts';
import { decode } from '#compile/decode.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { survey, type ArticleFolder } from '#compile/survey.ts';
import { isError, type Problem, problem } from '#model/problem.ts';
import { Finder } from '#names/finder.ts';
import { idsOfArticle, readRegister, REGISTER_FILE } from '#register/register.ts';
import { numberArticle, type NumberedArticle } from './article.ts';
import { KeptTexts } from './kept-texts.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import { nameEntities, readNames } from './name-entities.ts';
import { readFiles, readTexts, type TextInFile } from './read-texts.ts';

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
  /** Remembers which articles are numbered. */
  readonly memory?: Memory;
  /** Hears how many articles have been read, of how many. */
  readonly onRead?: (done: number, total: number) => void;
}

/** An article of which something can be learnt. */
interface Teacher {
  readonly folder: ArticleFolder;
  readonly lexicons: readonly Lexicon[];
}

/**
 * Prepares to number an archive: reads its articles and finds those that have something to number. If
 * there are any, it learns from how articles align which words render each other. Nothing is written.
 */
export async function numberArchive(tools: NumberingTools): Promise<Numbering> {
  const { files, dice, memory = NO_MEMORY, onRead } = tools;
  const found = await survey(files);
  const problems = found.problems.filter(isError);
  if (!(await files.list(''))?.some(({ name }) => name === 'archive.yaml')) {
    const missing = problem({ file: 'archive.yaml', line: 1 }, 'no-archive', {});
    return { problems: [missing], total: 0, articles: nothing };
  }
  const aligner = new Aligner();
  const kept = new KeptTexts(files);
  const open: ArticleFolder[] = [];
  const teachers: Teacher[] = [];
  const wanted = new Set<Lexicon>();
  for (const [index, folder] of found.articles.entries()) {
    const contents = await readFiles(folder, files);
    const pairs = await memory.pairsOfNumbered(folder, contents);
    if (pairs) teachers.push({ folder, lexicons: pairs.map((pair) => aligner.lexiconOf(pair)) });
    else {
      const read = readTexts(folder, contents);
      problems.push(...read.problems);
      if (read.problems.length === 0) {
        const lexicons = pairTexts(read.texts).map((pair) => aligner.lexiconOf(pair));
        teachers.push({ folder, lexicons });
        if (read.texts.some(isUnnumbered)) {
          open.push(folder);
          for (const lexicon of lexicons) wanted.add(lexicon);
          kept.keep(folder, read);
        } else await memory.remember(folder, contents, read.texts);
      }
    }
    onRead?.(index + 1, found.articles.length);
  }
  const names = open.length === 0 ? new Finder([]) : await readNames(found, files);
  for (const { folder, lexicons } of teachers) {
    if (!lexicons.some((lexicon) => wanted.has(lexicon) && !lexicon.isFull)) continue;
    const { texts } = await kept.get(folder);
    for (const pair of pairTexts(nameEntities(texts, names))) aligner.learnFrom(folder.id, pair);
  }
  const retired = await registeredIds(files);
  return {
    problems,
    total: open.length,
    articles: async function* () {
      for (const folder of open) {
        const read = await kept.take(folder);
        yield numberArticle(folder.id, read, { aligner, dice, names }, retired(folder));
      }
    },
  };
}

async function* nothing(): AsyncGenerator<NumberedArticle> {
  // There is nothing to number.
}

function isUnnumbered({ paragraphs }: TextInFile): boolean {
  return paragraphs.some(({ ids }) => ids.length === 0);
}

/** The ids that the register of permanent addresses holds for an article: none is minted again. */
async function registeredIds(
  files: ArchiveFiles,
): Promise<(folder: ArticleFolder) => readonly string[]> {
  const bytes = await files.read(REGISTER_FILE);
  const ids = idsOfArticle(readRegister(bytes ? (decode(bytes).text ?? '') : '').register);
  return ({ id }) => ids(id);
}
