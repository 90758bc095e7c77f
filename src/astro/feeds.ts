import {
  articleAddress,
  entityAddress,
  feedAddress,
  HOME,
  inLanguage,
} from '#catalogue/addresses.ts';
import { dateOf, shownLede, titleOf } from '#catalogue/article.ts';
import { attributionOf, localise, nameOf } from '#catalogue/attribution.ts';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import { type Feed, type FeedEntry, feedToAtom } from '#exchange/atom.ts';
import { citationOf, type Whereabouts } from '#exchange/citation-of.ts';
import { momentOf } from '#exchange/moment.ts';
import { orderOfDate } from '#interface/date.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { fill } from '#interface/dictionary.ts';
import type { ArticleSummary } from '#model/compiled.ts';
import { pageOf } from '#model/schema/entity.ts';
import { primaryLanguage } from '#text/language.ts';
import type { MadeFile } from './made-files.ts';

/** How many articles a feed holds: the latest by date. */
const MOST = 50;
const TYPE = 'application/atom+xml';

/** What feeds need of the archive. */
export interface FeedSource {
  readonly catalogue: Catalogue;
  readonly appearances: ReadonlyMap<string, readonly Appearance[]>;
  readonly where: Whereabouts;
  /** The moment that stands for now. */
  readonly moment: string;
}

/**
 * A feed of the archive and one of each entity, in each interface language. Entities whose pages
 * show no more than names have none: private people are not followed.
 */
export function* feedFiles(source: FeedSource): Generator<MadeFile> {
  const { archive, articles, entities } = source.catalogue;
  const open = new Map(
    articles
      .filter(({ record }) => record.index !== false)
      .map((article) => [article.id, { article, order: orderOfDate(dateOf(article)?.date) }]),
  );
  const latest = latestOf([...open.values()]);
  const feeds = archive.languages.map((language) => feedsIn(language, source));
  for (const { language, feedFile } of feeds) {
    yield feedFile(HOME, localise(archive.title, language)?.value ?? '', latest);
  }
  for (const entity of entities) {
    if (pageOf(entity.record) !== 'full') continue;
    const some = (source.appearances.get(entity.id) ?? []).flatMap(({ article }) => {
      const found = open.get(article);
      return found ? [found] : [];
    });
    const own = latestOf(some);
    for (const { language, feedFile } of feeds) {
      const blanks = {
        name: nameOf(entity, language).value,
        archive: localise(archive.title, language)?.value ?? '',
      };
      const title = fill(dictionaryOf(language)['feed.entity'], blanks);
      yield feedFile(entityAddress(entity.id), title, own);
    }
  }
}

/** An article with the moment by which it is ordered. */
interface Ordered {
  readonly article: ArticleSummary;
  readonly order: number;
}

/** The latest articles by date; undated ones last, equal dates in order of id. */
function latestOf(articles: readonly Ordered[]): readonly ArticleSummary[] {
  return articles
    .toSorted((a, b) => b.order - a.order || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ article }) => article);
}

/** What makes feeds in a language. */
interface FeedsInLanguage {
  readonly language: string;
  readonly feedFile: (of: string, title: string, articles: readonly ArticleSummary[]) => MadeFile;
}

/** An article stands in the feeds of all whom it names: its entry is made once. */
function feedsIn(
  language: string,
  { catalogue: { archive }, where, moment }: FeedSource,
): FeedsInLanguage {
  const [first = language] = archive.languages;
  const here = (address: string): string => inLanguage(address, language, first);
  const made = new Map<string, FeedEntry>();
  const entryFor = (article: ArticleSummary): FeedEntry => {
    const known = made.get(article.id);
    if (known) return known;
    const entry = entryOf(article, language, here, { where, moment });
    made.set(article.id, entry);
    return entry;
  };
  const feedFile: FeedsInLanguage['feedFile'] = (of, title, articles) => {
    const address = here(feedAddress(of));
    return {
      address,
      type: TYPE,
      make: () => {
        const feed: Feed = {
          url: where.absolute(address),
          page: where.absolute(here(of)),
          title,
          language,
          author: archive.publisher.name,
          updated: moment,
          entries: articles.map(entryFor),
        };
        return feedToAtom(feed);
      },
    };
  };
  return { language, feedFile };
}

function entryOf(
  article: ArticleSummary,
  language: string,
  here: (address: string) => string,
  { where, moment }: Pick<FeedSource, 'where' | 'moment'>,
): FeedEntry {
  const title = titleOf(article, language).value;
  const who = attributionOf(article, undefined, where.entities, language);
  const original = article.texts.find(({ record }) => record.role === 'original');
  const issued = original && citationOf(article, original, language, where).issued;
  const published = issued?.isSupplied === false ? momentOf(issued.value) : undefined;
  const read = article.texts.find(
    ({ lang }) => primaryLanguage(lang) === primaryLanguage(language),
  );
  return {
    id: where.absolute(articleAddress(article.id)),
    url: where.absolute(here(articleAddress(article.id))),
    title:
      who === undefined
        ? title
        : fill(dictionaryOf(language)['article.attributed'], { who, title }),
    updated: momentOf(lastSealed(article)) ?? published ?? moment,
    published,
    summary: read && shownLede(read),
  };
}

/** The day of the newest edition that brought words of an article; undefined before it is sealed. */
function lastSealed({ texts }: ArticleSummary): string | undefined {
  return texts
    .flatMap(({ sealed }) => (sealed ? [sealed.date] : []))
    .sort()
    .at(-1);
}
