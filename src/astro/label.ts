import { citeAddress, HISTORY, textAddress } from '#catalogue/addresses.ts';
import { shownTitle, titleOf } from '#catalogue/article.ts';
import { nameOf } from '#catalogue/attribution.ts';
import type { ArticleHeading, TextHeading } from '#model/compiled.ts';
import { articleAbove } from '#register/register.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { hrefOf } from './former.ts';
import type { View } from './view.ts';

/** What a link to a permanent address is called. */
export interface Label {
  readonly address: string;
  readonly href: string;
  /** Title or name; undefined where nothing stands there any more. */
  readonly words: string | undefined;
  readonly lang: string;
  /** The language of a text. */
  readonly textLang?: string;
}

/** The article at an address. */
function articleAt(address: string | undefined): ArticleHeading | undefined {
  const id = /^\/articles\/(.+)\/$/.exec(address ?? '')?.[1];
  return id === undefined ? undefined : archiveAtHand().one('headings', id);
}

/** The name and the path of what stands at a permanent address, for the readers of a view. */
export function labelOf(address: string, view: View): Label {
  const nothing = { address, words: undefined, lang: view.lang };
  const entityId = /^\/entities\/([^/]+)\/$/.exec(address)?.[1];
  if (entityId !== undefined) {
    const entity = view.entities.get(entityId);
    const name = entity && nameOf(entity, view.lang);
    return {
      ...nothing,
      href: view.href(address),
      ...(name && { words: name.value, lang: name.lang }),
    };
  }
  if (!address.startsWith('/articles/')) return labelOfPage(address, view);
  const article = articleAt(address);
  if (article) {
    const title = titleOf(article, view.lang);
    return { address, href: view.href(address), words: title.value, lang: title.lang };
  }
  const parent = articleAt(articleAbove(address));
  if (parent && address === citeAddress(parent.id)) {
    const { value: title } = titleOf(parent, view.lang);
    return { ...nothing, href: view.href(address), words: view.word('cite.title', { title }) };
  }
  const text = textAt(address);
  if (text) {
    const { lang } = text;
    return { address, href: view.once(address), words: shownTitle(text), lang, textLang: lang };
  }
  const below = address.endsWith(`/${HISTORY}`) ? textAt(address.slice(0, -HISTORY.length)) : text;
  if (!below) return { ...nothing, href: hrefOfFormer(address, view) };
  const [who, title] = [view.word('history.title'), shownTitle(below)];
  const words = view.word('article.attributed', { who, title });
  return { ...nothing, href: view.once(address), words };
}

function textAt(address: string): TextHeading | undefined {
  const article = articleAt(articleAbove(address));
  return article?.texts.find((one) => address === textAddress(article.id, one.id));
}

/** Where a text is cited now; what stands at an address itself where that is no text. */
export function citePlaceOf(
  address: string,
  view: View,
): { readonly label: Label; readonly href: string } {
  const label = labelOf(address, view);
  const [article, text] = [articleAt(articleAbove(address)), textAt(address)];
  if (!article || !text) return { label, href: label.href };
  return { label, href: `${view.href(citeAddress(article.id))}#text-${text.id}` };
}

function labelOfPage(address: string, view: View): Label {
  const [, first = '', second] = /^\/([^/]+)\/(?:([^/]+)\/)?$/.exec(address) ?? [];
  const [defaultLanguage = ''] = view.archive.languages;
  const slug = second ?? first;
  const own = second === undefined ? [view.lang, defaultLanguage] : [first];
  const page = own
    .map((lang) => view.pages.find((one) => one.slug === slug && one.lang === lang))
    .find((one) => one !== undefined);
  const href = page ? view.href(`/${slug}/`, page.lang) : view.once(address);
  return { address, href, words: page?.record.title, lang: page?.lang ?? view.lang };
}

/** Of what is gone there is a page in every language, but of a text only one. */
function hrefOfFormer(address: string, view: View): string {
  const former = archiveAtHand().one('former', address);
  return former ? hrefOf(former, view) : view.once(address);
}
