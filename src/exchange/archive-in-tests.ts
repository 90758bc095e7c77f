import type { ArticleSummary, EntitySummary, TextSummary } from '#model/compiled.ts';
import type { ArticleId, EntityId, ParagraphId, TextId } from '#model/ids.ts';
import { archiveSchema } from '#model/schema/archive.ts';
import { articleSchema } from '#model/schema/article.ts';
import { entitySchema } from '#model/schema/entity.ts';
import { textSchema } from '#model/schema/text.ts';
import { absoluteIn, type Whereabouts } from './citation-of.ts';

/** A text of the article `1868/paper` from its front matter. */
export function text(id: string, lang: string, record: object, renders?: string): TextSummary {
  return {
    id: id as TextId,
    article: '1868/paper' as ArticleId,
    file: `articles/1868/paper/${id}.md`,
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    record: textSchema.parse(record),
    ...(renders !== undefined && { renders: renders as TextId }),
    ids: ['k3f9c' as ParagraphId],
    ordinals: [1],
    unnumbered: 0,
    length: 10,
    body: '',
  };
}

/** The article `1868/paper`. */
export function article(texts: readonly TextSummary[], record: object = {}): ArticleSummary {
  return {
    id: '1868/paper' as ArticleId,
    folder: 'articles/1868/paper',
    record: articleSchema.parse(record),
    texts,
    pictures: [],
    mentions: '',
  };
}

export function entity(id: string, record: object): EntitySummary {
  return { id: id as EntityId, file: `entities/${id}.md`, record: entitySchema.parse(record) };
}

export const PRESS = entity('the-press', {
  kind: 'organisation',
  names: { en: 'The Press', ar: 'المطبعة' },
  sameAs: ['https://www.wikidata.org/wiki/Q1'],
});
export const PRINTER = entity('a-printer', { kind: 'person', names: { en: 'A Printer' } });
const KNOWN = new Map<string, EntitySummary>([
  ['the-press', PRESS],
  ['a-printer', PRINTER],
]);

export const WHERE: Whereabouts = {
  archive: archiveSchema.parse({
    title: { en: 'Letters of a Press', ar: 'رسائل مطبعة' },
    url: 'https://letters.example/',
    languages: ['en', 'ar'],
    publisher: { name: 'A Library' },
    licence: 'CC-BY-4.0',
  }),
  entities: KNOWN,
  absolute: absoluteIn('https://letters.example/', '/sub/'),
};

export const ORIGINAL = text('ar', 'ar', {
  role: 'original',
  title: 'وصل الورق',
  title_romanised: 'Waṣala l-waraq',
  author: [{ entity: 'a-printer' }, 'Khoury, Salma'],
  publisher: 'the-press',
  published: '1868-05-01T20:08',
  rights: { status: 'InC', holder: 'the-press' },
});
export const TRANSLATION = text(
  'en',
  'en',
  { role: 'translation', title: 'The paper <came>', lede: 'It came.', translator: 'unknown' },
  'ar',
);
export const MACHINE = text(
  'en-machine',
  'en',
  { role: 'translation', title: 'Paper arrived', translator: { machine: 'an engine' } },
  'ar',
);
export const VERSION = text(
  'en-outlet',
  'en',
  {
    role: 'version',
    title: 'Paper for the press',
    author: ['Roe, Jane'],
    publisher: 'Some Outlet',
    published: '1868-06',
    via: { name: 'unknown' },
    supplied: { published: 'from the volume', author: 'from the index' },
  },
  'ar',
);
export const ARTICLE = article([ORIGINAL, TRANSLATION, MACHINE, VERSION], { kind: 'news' });
