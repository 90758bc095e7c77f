import type { ArticleHeading, TextHeading } from '#model/compiled.ts';
import { primaryLanguage } from '#text/language.ts';
import type { InLanguage } from './attribution.ts';
import { localise } from './attribution.ts';

/** The title of a text as it is shown: in brackets where the editor supplied it. */
export function shownTitle({ record }: Pick<TextHeading, 'record'>): string {
  return record.supplied?.title === undefined ? record.title : `[${record.title}]`;
}

/** The lede of a text as it is shown; undefined where it has none. */
export function shownLede({ record }: Pick<TextHeading, 'record'>): string | undefined {
  const isSupplied = record.supplied?.lede !== undefined;
  return record.lede !== undefined && isSupplied ? `[${record.lede}]` : record.lede;
}

/**
 * The title of an article for readers of a language: its own, else that of the text in their
 * language that comes first, else that of its first text.
 */
export function titleOf(article: ArticleHeading, language: string): InLanguage {
  const own = article.record.title && localise(article.record.title, language);
  if (own) return own;
  const text = textFor(article, language);
  return text
    ? { value: shownTitle(text), lang: text.lang }
    : { value: article.id, lang: language };
}

/** The text of an article that readers of a language read first: in their language, else the first. */
export function textFor<Text extends Pick<TextHeading, 'lang'>>(
  { texts }: { readonly texts: readonly Text[] },
  language: string,
): Text | undefined {
  const primary = primaryLanguage(language);
  return texts.find(({ lang }) => primaryLanguage(lang) === primary) ?? texts[0];
}

/** A date, and whether the editor supplied it: then it stands in brackets. */
export interface ShownDate {
  readonly date: string;
  readonly isSupplied: boolean;
}

/** What is asked of an article to find its date. */
export interface Dated {
  readonly record: { readonly date?: string | undefined };
  readonly texts: readonly {
    readonly record: {
      readonly role: string;
      readonly published?: string | undefined;
      readonly supplied?: Readonly<Record<string, string>> | undefined;
    };
  }[];
}

/** The date of an article: its own (of the event), else the original’s date of publication. */
export function dateOf({ record, texts }: Dated): ShownDate | undefined {
  if (record.date !== undefined) return { date: record.date, isSupplied: false };
  const original = texts.find((text) => text.record.role === 'original')?.record;
  if (original?.published === undefined) return undefined;
  return { date: original.published, isSupplied: original.supplied?.published !== undefined };
}
