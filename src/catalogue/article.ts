import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { InLanguage } from './attribution.ts';
import { localise } from './attribution.ts';

/** The title of a text as it is shown: in brackets where the editor supplied it. */
export function shownTitle({ record }: Pick<TextSummary, 'record'>): string {
  return record.supplied?.title === undefined ? record.title : `[${record.title}]`;
}

/**
 * The title of an article for readers of a language: its own, else that of the text in their
 * language that comes first, else that of its first text.
 */
export function titleOf(article: ArticleSummary, language: string): InLanguage {
  const own = article.record.title && localise(article.record.title, language);
  if (own) return own;
  const [primary] = language.split('-');
  const text = article.texts.find(({ lang }) => lang.split('-')[0] === primary) ?? article.texts[0];
  return text
    ? { value: shownTitle(text), lang: text.lang }
    : { value: article.id, lang: language };
}

/** The date of an article: its own (of the event), else the original’s date of publication. */
export function dateOf({ record, texts }: ArticleSummary): string | undefined {
  return record.date ?? texts.find((text) => text.record.role === 'original')?.record.published;
}
