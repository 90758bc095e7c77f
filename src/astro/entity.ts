import type { Appearance, Part } from '#catalogue/catalogue.ts';
import type { ArticleHeading, EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import type { ConcordanceRow, Passage } from '#model/mention.ts';
import { remembered } from '#text/remembered.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { readMentions, readPassageLine } from './bodies.ts';
import { appearancesOf } from './collections.ts';
import { readPassage, WrittenConcordance } from './concordance.ts';
import { archiveEntry } from './view.ts';

/** Where an article names an entity. */
export interface ArticlePassages {
  readonly article: ArticleHeading;
  readonly rows: readonly ConcordanceRow[];
}

/** The same before anything else is asked of the article. */
export interface EntityPassages {
  readonly appearance: Appearance;
  readonly rows: readonly ConcordanceRow[];
}

/** What the archive has of an entity, beside its own record. Articles are in order of date. */
export interface Traces {
  /** Articles that it speaks in, by what it is to them. */
  readonly by: readonly ArticlePart[];
  /** Articles that it published, translated, holds rights in, or that are about it. */
  readonly other: readonly ArticlePart[];
  readonly passages: readonly EntityPassages[];
}

export interface ArticlePart {
  readonly article: ArticleHeading;
  readonly parts: readonly Part[];
}

/** Whose words an article is. */
const SPEAKING: readonly Part[] = ['speaker', 'author'];

/** Reads what the archive has of an entity. */
export async function readTraces({ id }: EntitySummary): Promise<Traces> {
  const appearances = appearancesOf(id);
  const only = (isWanted: (part: Part) => boolean): ArticlePart[] =>
    appearances.flatMap(({ article: own, parts }) => {
      const some = parts.filter(isWanted);
      const article = some.length === 0 ? undefined : archiveAtHand().one('headings', own);
      return article ? [{ article, parts: some }] : [];
    });
  return {
    by: only((part) => SPEAKING.includes(part)),
    other: only((part) => part !== 'named' && !SPEAKING.includes(part)),
    passages: await readEntityPassages(id),
  };
}

/** Reads where the articles name an entity. */
export async function readEntityPassages(id: EntityId): Promise<readonly EntityPassages[]> {
  const appearances = appearancesOf(id);
  const passages = await readPassages(id, appearances);
  return appearances.flatMap((appearance) => {
    const rows = passages.get(appearance.article);
    return rows ? [{ appearance, rows }] : [];
  });
}

/** Passages with the headings of their articles: a page asks for those that it shows. */
export function withHeadings(passages: readonly EntityPassages[]): ArticlePassages[] {
  return passages.flatMap(({ appearance, rows }) => {
    const article = archiveAtHand().one('headings', appearance.article);
    return article ? [{ article, rows }] : [];
  });
}

/**
 * The passages of an entity by article: a build knows where each stands, and tells a hash of all, so
 * that a page that has asked for it knows when it is stale; a page that is edited finds them in the
 * articles.
 */
async function readPassages(
  entity: EntityId,
  appearances: readonly Appearance[],
): Promise<ReadonlyMap<string, readonly ConcordanceRow[]>> {
  const { compiled, concordance } = archiveEntry();
  archiveAtHand().one('passages', entity);
  if (concordance === undefined) return byArticle(await passagesIn(compiled, entity, appearances));
  let passages = recent.get(entity);
  if (!passages) {
    const fromCache = (key: string): Promise<string> => readPassageLine(compiled, key, entity);
    passages = writtenIn(concordance).of(entity, fromCache).then(byArticle);
    recent.set(entity, passages);
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
  }
  return passages;
}

/** A build makes the pages of one entity one after another, and what it has written down stays so. */
const recent = new Map<string, Promise<ReadonlyMap<string, readonly ConcordanceRow[]>>>();
const REMEMBERED = 16;
const writtenIn = remembered((folder) => new WrittenConcordance(folder));

function byArticle(passages: readonly Passage[]): ReadonlyMap<string, readonly ConcordanceRow[]> {
  return new Map(passages.map(({ article, rows }) => [article, rows]));
}

async function passagesIn(
  compiled: string,
  entity: EntityId,
  appearances: readonly Appearance[],
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const { article: id, mentions } of appearances) {
    const article = mentions === 0 ? undefined : archiveAtHand().one('articles', id);
    if (!article) continue;
    const { concordance } = await readMentions(compiled, article);
    const entry = concordance[entity];
    if (entry) passages.push(readPassage(entry.line));
  }
  return passages;
}
