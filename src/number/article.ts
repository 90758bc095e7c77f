import { toString } from 'mdast-util-to-string';
import type { Aligner } from '#align/align-texts.ts';
import { minter, type Dice } from '#align/mint.ts';
import { type Pair, propose } from '#align/propose.ts';
import { readBody } from '#compile/body.ts';
import { decode } from '#compile/decode.ts';
import { splitFrontMatter } from '#compile/front-matter.ts';
import type { Finder } from '#names/finder.ts';
import type { ArticleId, ParagraphId } from '#model/ids.ts';
import { type Problem, problem } from '#model/problem.ts';
import { INVISIBLE_DIRECTION } from '#text/bidi.ts';
import { nameEntities } from './name-entities.ts';
import { insertIds } from './insert.ts';
import type { ReadTexts, TextInFile } from './read-texts.ts';

/** What numbering an article comes to. */
export interface NumberedArticle {
  readonly id: ArticleId;
  /** The texts in order: the original first. */
  readonly texts: readonly TextInFile[];
  /** The new words of each file that changes. */
  readonly changes: ReadonlyMap<string, string>;
  readonly pairs: readonly Pair[];
  /** How many paragraphs got ids. */
  readonly numbered: number;
  readonly problems: readonly Problem[];
}

/** What numbering an article takes. */
export interface ArticleTools {
  readonly aligner: Aligner;
  readonly dice: Dice;
  /** Finds entities, which survive translation. */
  readonly names: Finder;
}

/**
 * Numbers an article: what every paragraph’s ids are to be, and the files with those that were
 * missing. An article with errors is left as it is.
 *
 * @param taken ids that the article has had and that stand for something else
 */
export function numberArticle(
  id: ArticleId,
  { texts: read, problems }: ReadTexts,
  { aligner, dice, names }: ArticleTools,
  taken: Iterable<string> = [],
): NumberedArticle {
  const texts = nameEntities(read, names);
  const nothing = { id, texts, changes: new Map<string, string>(), numbered: 0 };
  if (problems.length > 0) return { ...nothing, pairs: [], problems };

  const mint = minter(dice, new Set([...taken, ...texts.flatMap(idsIn)]));
  const { ids, pairs } = propose(id, texts, aligner, mint);
  const changes = new Map<string, string>();
  const failed: Problem[] = [];
  let numbered = 0;
  for (const one of texts) {
    const wanted = ids.get(one.id) ?? [];
    const missing = one.paragraphs.flatMap(({ ids: own, place }, index) =>
      own.length > 0 ? [] : [{ ids: wanted[index] ?? [], place }],
    );
    if (missing.length === 0) continue;
    const changed = insertIds(one.source, missing);
    failed.push(...misread(one, changed, wanted));
    changes.set(one.file, changed);
    numbered += missing.length;
  }
  if (failed.length > 0) return { ...nothing, pairs, problems: failed };
  return { id, texts, changes, pairs, numbered, problems: [] };
}

function idsIn({ paragraphs }: TextInFile): readonly ParagraphId[] {
  return paragraphs.flatMap(({ ids }) => ids);
}

/**
 * Reads what would be written and compares it with what was meant: Markdown that is not closed, such
 * as a fence without an end, would swallow a marker.
 */
function misread(
  { file, paragraphs }: TextInFile,
  changed: string,
  wanted: readonly (readonly ParagraphId[])[],
): Problem[] {
  const { text } = decode(new TextEncoder().encode(changed));
  const { blocks } = readBody(splitFrontMatter(text ?? '').parts?.body ?? '');
  const wrong = paragraphs.find(({ kind, words }, index) => {
    const block = blocks[index];
    const ids = block?.marker?.ids.join(' ');
    const isSame = block?.kind === kind && ids === wanted[index]?.join(' ');
    return !isSame || withoutTail(toString(block.node)) !== withoutTail(words);
  });
  if (!wrong && blocks.length === paragraphs.length) return [];
  const line = wrong?.line ?? paragraphs.at(-1)?.line ?? 1;
  return [problem({ file, line }, 'cannot-number', {})];
}

/** Spaces and direction marks before a marker belong to it when it is read. */
function withoutTail(words: string): string {
  return words.replace(TAIL, '');
}

const TAIL = new RegExp(`[\\s${INVISIBLE_DIRECTION}]+$`);
