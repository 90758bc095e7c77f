import type { ArticleId, TextId } from '#model/ids.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** A state of a text that was sealed. Revisions count from 1 within a text. */
export interface Revision {
  readonly revision: number;
  readonly edition: number;
  /** The day of the edition. */
  readonly date: string;
  /** SHA-256 of the text’s file as it was sealed. */
  readonly sha256: string;
}

/** What a paragraph said from a revision on; null where it was no longer there. */
export interface Wording {
  readonly revision: number;
  readonly words: string | null;
}

/** Everything that was sealed of a text. */
export interface TextHistory {
  /** The first one first; never empty. */
  readonly revisions: readonly Revision[];
  /** By paragraph id, `title` and `lede` among them: each wording once, the first one first. */
  readonly paragraphs: ReadonlyMap<string, readonly Wording[]>;
}

export function historyFile(article: ArticleId | string, text: TextId | string): string {
  return `history/articles/${article}/${text}.txt`;
}

/**
 * A history as it is written: a line a revision (`revision 1 edition 1 2026-01-02 <SHA-256>`), a
 * blank line, and a line a wording: id, revision, and the words as a JSON string (`null` where the
 * paragraph went).
 */
export function historyToWords({ revisions, paragraphs }: TextHistory): string {
  return [
    ...revisions.map(
      ({ revision, edition, date, sha256 }) =>
        `revision ${String(revision)} edition ${String(edition)} ${date} ${sha256}`,
    ),
    '',
    ...[...paragraphs].flatMap(([id, wordings]) =>
      wordings.map(({ revision, words }) => `${id} ${String(revision)} ${oneLine(words)}`),
    ),
    '',
  ].join('\n');
}

/** JSON in one line for every reader: some take U+2028 and U+2029 for ends of lines. */
function oneLine(words: string | null): string {
  return JSON.stringify(words).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

const REVISION = /^revision (\d+) edition (\d+) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{64})$/;
const WORDING = /^([0-9a-z]+) (\d+) (".*"|null)$/s;

/** Reads a history; null where a line of it cannot be read, which is named. */
export function readHistory(words: string): {
  readonly history: TextHistory | null;
  readonly problems: readonly LocalProblem[];
} {
  const revisions: Revision[] = [];
  const paragraphs = new Map<string, Wording[]>();
  const problems: LocalProblem[] = [];
  for (const [index, line] of words.split('\n').entries()) {
    if (line === '') continue;
    const [, number, edition, date = '', sha256 = ''] = REVISION.exec(line) ?? [];
    if (number !== undefined && Number(number) === revisions.length + 1) {
      revisions.push({ revision: Number(number), edition: Number(edition), date, sha256 });
      continue;
    }
    const [, id = '', revision, json = ''] = WORDING.exec(line) ?? [];
    const wording = parseWording(json);
    const isKnown = revisions.some((one) => one.revision === Number(revision));
    if (wording === undefined || !isKnown) {
      problems.push(problemAt(index + 1, 'bad-history', { line: line.slice(0, 60) }));
    } else {
      const wordings = paragraphs.get(id) ?? [];
      paragraphs.set(id, [...wordings, { revision: Number(revision), words: wording }]);
    }
  }
  if (revisions.length === 0 && problems.length === 0) {
    problems.push(problemAt(1, 'bad-history', { line: '' }));
  }
  return { history: problems.length === 0 ? { revisions, paragraphs } : null, problems };
}

function parseWording(json: string): string | null | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' || value === null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The last revision of a history. */
export function lastRevision({ revisions }: TextHistory): Revision | undefined {
  return revisions.at(-1);
}

/**
 * A history with one more revision: the words that have changed are added, what is unchanged is
 * not said again.
 *
 * @param before null for a text that was never sealed
 * @param words what each paragraph says now, by id, in the order of the text
 */
export function addRevision(
  before: TextHistory | null,
  sealed: Omit<Revision, 'revision'>,
  words: ReadonlyMap<string, string>,
): TextHistory {
  const revision = (before?.revisions.length ?? 0) + 1;
  const paragraphs = new Map<string, readonly Wording[]>();
  for (const [id, now] of words) {
    const former = before?.paragraphs.get(id) ?? [];
    const isSame = former.at(-1)?.words === now;
    paragraphs.set(id, isSame ? former : [...former, { revision, words: now }]);
  }
  for (const [id, former] of before?.paragraphs ?? []) {
    if (words.has(id)) continue;
    const isGone = former.at(-1)?.words === null;
    paragraphs.set(id, isGone ? former : [...former, { revision, words: null }]);
  }
  return { revisions: [...(before?.revisions ?? []), { revision, ...sealed }], paragraphs };
}

/** That the words of a paragraph are not those that were once sealed. */
export interface ParagraphChange {
  /** The revision since which it says what it says; undefined where that is not sealed yet. */
  readonly since: Revision | undefined;
  /** The last revision that had other words. */
  readonly before: Revision;
}

/**
 * The paragraphs of a text whose words have changed since they were first sealed, by id.
 *
 * @param words what each paragraph says now
 */
export function changedParagraphs(
  { revisions, paragraphs }: TextHistory,
  words: ReadonlyMap<string, string>,
): ReadonlyMap<string, ParagraphChange> {
  const changes = new Map<string, ParagraphChange>();
  const at = (revision: number): Revision | undefined => revisions[revision - 1];
  for (const [id, now] of words) {
    const wordings = paragraphs.get(id) ?? [];
    const last = wordings.at(-1);
    const newest = revisions.at(-1);
    if (!last || !newest) continue;
    if (last.words !== now && last.words !== null) {
      changes.set(id, { since: undefined, before: newest });
    } else if (wordings.some((one) => one !== last && one.words !== null)) {
      const since = at(last.revision);
      const before = at(last.revision - 1);
      if (before) changes.set(id, { since, before });
    }
  }
  return changes;
}
