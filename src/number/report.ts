import type { Pair } from '#align/propose.ts';
import type { NumberedArticle } from './article.ts';
import type { TextInFile } from './read-texts.ts';

/** So much of a paragraph is shown, in letters: enough to know it again. */
const SHOWN = 60;

/**
 * What numbering did to an article, in lines: how many ids were written and where, and each pair that
 * is not sure with both beginnings. Empty where nothing was done.
 */
export function articleToReport({ id, texts, changes, pairs, numbered }: NumberedArticle): string {
  if (numbered === 0) return '';
  const fresh = pairs.filter(({ isGiven }) => !isGiven);
  const files = [...changes.keys()].map(fileName).join(', ');
  const doubtful = fresh.filter(({ rating }) => rating !== 'sure');
  return [
    `${id}: ${count(numbered, 'paragraph')} numbered in ${files}; ${ratings(fresh)}`,
    ...doubtful.flatMap((pair) => pairToLines(pair, texts)),
    ...alone(texts, pairs, changes),
    '',
  ].join('\n');
}

/** Where an article has several texts: the new paragraphs that have no counterpart in any. */
function alone(
  texts: readonly TextInFile[],
  pairs: readonly Pair[],
  changes: NumberedArticle['changes'],
): string[] {
  if (texts.length < 2) return [];
  const joined = new Set(
    pairs
      .filter(({ rating }) => rating !== 'unsure')
      .flatMap(({ left, right, bead }) => [
        ...bead.left.map((place) => `${left} ${String(place)}`),
        ...bead.right.map((place) => `${right} ${String(place)}`),
      ]),
  );
  const places = texts.flatMap(({ id, file, paragraphs }) =>
    paragraphs.flatMap(({ ids, line, secondStory }, place) =>
      ids.length > 0 || secondStory || joined.has(`${id} ${String(place)}`) || !changes.has(file)
        ? []
        : [`${fileName(file)}:${String(line)}`],
    ),
  );
  return places.length === 0 ? [] : [`  without a counterpart: ${places.join(', ')}`];
}

/** The sum of a run, in one line. */
export function numberingToSummary(
  articles: readonly Pick<NumberedArticle, 'numbered' | 'pairs'>[],
  hasErrors: boolean,
): string {
  const changed = articles.filter(({ numbered }) => numbered > 0);
  if (changed.length === 0) {
    return hasErrors ? 'Nothing was changed.' : 'Every paragraph has its id; nothing was changed.';
  }
  const paragraphs = changed.reduce((sum, { numbered }) => sum + numbered, 0);
  const fresh = changed.flatMap(({ pairs }) => pairs.filter(({ isGiven }) => !isGiven));
  return `${count(changed.length, 'article')}, ${count(paragraphs, 'paragraph')} numbered; ${ratings(fresh)}`;
}

function ratings(pairs: readonly Pair[]): string {
  if (pairs.length === 0) return 'no new pairs.';
  const [sure, likely, unsure] = (['sure', 'likely', 'unsure'] as const).map(
    (rating) => `${String(pairs.filter((pair) => pair.rating === rating).length)} ${rating}`,
  );
  return `${count(pairs.length, 'pair')}: ${sure ?? ''}, ${likely ?? ''}, ${unsure ?? ''}.`;
}

const ADVICE = {
  sure: '',
  likely: 'joined; see whether they render each other',
  unsure: 'not joined; to join them, give both the same id',
} as const;

function pairToLines({ left, right, bead, rating }: Pair, texts: readonly TextInFile[]): string[] {
  const percent = `${String(Math.round(bead.probability * 100))} %`;
  return [
    `  ${rating}, ${percent}: ${ADVICE[rating]}`,
    ...linesOf(texts, left, bead.left),
    ...linesOf(texts, right, bead.right),
  ];
}

function linesOf(
  texts: readonly TextInFile[],
  id: TextInFile['id'],
  places: readonly number[],
): string[] {
  const text = texts.find((one) => one.id === id);
  return places.flatMap((place) => {
    const paragraph = text?.paragraphs[place];
    if (!text || !paragraph) return [];
    return [`    ${fileName(text.file)}:${String(paragraph.line)}  ${beginning(paragraph.plain)}`];
  });
}

function beginning(plain: string): string {
  const letters = Array.from(plain);
  return letters.length <= SHOWN
    ? plain
    : `${letters
        .slice(0, SHOWN - 1)
        .join('')
        .trimEnd()}…`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
