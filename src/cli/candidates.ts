import { arabicSlugOf, shortSlug, slugOf } from '#intake/slug.ts';
import type { ArticleSummary, CompiledBody, TextSummary } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import type { Mention } from '#model/mention.ts';
import { toRows } from '#compile/rows.ts';
import { type Candidate, Candidates, type CellWords } from '#names/candidates.ts';
import { type GuessedKind, kindOfName } from '#names/kind-of-name.ts';

/** What the search for candidates reads of an article. */
export interface ArticleReader {
  readonly bodyOf: (text: TextSummary) => Promise<CompiledBody>;
  readonly mentionsOf: (article: ArticleSummary) => Promise<readonly Mention[]>;
}

/** Finds names that no entity of an archive holds. */
export async function candidatesIn(
  articles: readonly ArticleSummary[],
  { bodyOf, mentionsOf }: ArticleReader,
): Promise<Candidate[]> {
  const candidates = new Candidates();
  for (const article of articles) {
    const named = Map.groupBy(
      (await mentionsOf(article)).filter(({ note }) => note === undefined),
      ({ text, paragraph }) => `${text} ${paragraph}`,
    );
    const texts = await Promise.all(
      article.texts.map(async (text) => ({ text, body: await bodyOf(text) })),
    );
    const cell = (text: TextSummary, id: string, words: string, line: number): CellWords => ({
      ...{ lang: text.lang, file: text.file, line, words },
      named: named.get(`${text.id} ${id}`) ?? [],
    });
    const heads = [TITLE, LEDE].map((id) =>
      article.texts.flatMap((text) => {
        const words = id === TITLE ? text.record.title : text.record.lede;
        return words === undefined ? [] : [cell(text, id, words, 1)];
      }),
    );
    const rows = toRows(
      texts.map(({ text, body }) => ({ id: text.id, record: text.record, body })),
    );
    const byId = new Map(article.texts.map((text) => [text.id, text] as const));
    const body = [...rows.body.map(({ cells }) => cells), rows.secondStories].map((cells) =>
      cells.flatMap(({ text: id, paragraphs }) => {
        const text = byId.get(id);
        if (!text) return [];
        return paragraphs
          .filter(({ kind }) => kind !== 'code' && kind !== 'picture')
          .map(({ ids, plain, line }) => cell(text, ids[0] ?? '', plain, line));
      }),
    );
    for (const cells of [...heads, ...body]) candidates.add(article.id, cells);
  }
  return candidates.list();
}

/**
 * Candidates as files of entities to look through and to paste.
 *
 * @param ids those that entities have already
 */
export function candidatesToText(
  candidates: readonly Candidate[],
  ids: Iterable<string> = [],
): string {
  if (candidates.length === 0) return 'No candidates: every name that was found is listed.';
  const taken = new Set(ids);
  const files = candidates.map((candidate) => {
    const { names, variants, places, articles, first } = candidate;
    const id = idOf(candidate, taken);
    const where = `${count(places, 'place')} in ${count(articles, 'article')}, first ${first.file}:${String(first.line)}`;
    return [
      `entities/${id}.md   ${where}`,
      '---',
      `kind: ${kindOf(candidate)}`,
      'names:',
      ...Object.entries(names).map(([lang, name]) => `  ${lang}: ${JSON.stringify(name)}`),
      ...(variants.length === 0
        ? []
        : ['variants:', ...variants.map((name) => `  - ${JSON.stringify(name)}`)]),
      '---',
      '',
    ].join('\n');
  });
  const total = `${count(candidates.length, 'candidate')}. The kinds are guesses, and so are names in other languages: look at each.`;
  return [...files, total].join('\n');
}

/**
 * Candidates for programs.
 *
 * @param ids those that entities have already
 */
export function candidatesToJson(
  candidates: readonly Candidate[],
  ids: Iterable<string> = [],
): string {
  const taken = new Set(ids);
  return JSON.stringify(
    candidates.map((candidate) => ({
      id: idOf(candidate, taken),
      kind: kindOf(candidate),
      ...candidate,
    })),
    null,
    2,
  );
}

function kindOf({ isPlace, names }: Candidate): GuessedKind {
  return isPlace ? 'place' : kindOfName(Object.values(names)[0] ?? '');
}

function idOf({ names }: Candidate, taken: Set<string>): string {
  const [name = ''] = Object.values(names);
  const slug = shortSlug(slugOf(name) || arabicSlugOf(name) || 'name');
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = `${slug}-${String(number)}`;
  taken.add(id);
  return id;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
