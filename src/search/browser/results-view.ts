import { fill, pluralise } from '#interface/dictionary.ts';
import type { AliasEntity } from '#search/aliases.ts';
import type { Run } from '#search/excerpt.ts';
import type { Passage, Side } from '#search/passages.ts';
import type { RowsFile } from '#search/rows-file.ts';
import { directionOf } from '#text/direction.ts';
import { nearestLanguage } from '#text/language.ts';
import { isolated, make } from './elements.ts';
import { leaveSpellings } from './found-spellings.ts';
import type { Setting } from './setting.ts';
import type { Site } from './site.ts';

/** So many paragraphs of an article are shown. */
const PARAGRAPHS_SHOWN = 3;

/** An article that was found: heading and paragraphs, each a link to where it stands. */
export function articleItem(
  file: RowsFile,
  passages: readonly Passage[],
  textIds: readonly string[],
  { language, words }: Setting,
  site: Site,
): HTMLLIElement {
  const address = site.page(`articles/${file.id}/`);
  const hits = file.texts.filter(({ id }) => textIds.includes(id));
  const nearest = nearestLanguage(
    language,
    hits.map((hit) => hit.lang),
  );
  const text = hits.find((hit) => hit.lang === nearest) ?? file.texts[0];
  const { lang = language, dir = directionOf(language), title = file.id, attribution } = text ?? {};
  const who =
    attribution === undefined
      ? []
      : [make('span', { class: 'who' }, isolated(attribution, lang, dir), ': ')];
  const heading = make('a', { href: address, class: 'title' }, ...who, isolated(title, lang, dir));
  const item = make('li', { lang, dir }, heading);
  if (passages.length > 0) {
    const shown = passages.slice(0, PARAGRAPHS_SHOWN).map((one) => passageItem(one, address));
    item.append(make('ul', {}, ...shown));
  }
  const more = passages.length - PARAGRAPHS_SHOWN;
  if (more > 0) {
    const counted = pluralise(words.moreParagraphs, more, language);
    const note = { class: 'quiet', lang: language, dir: directionOf(language) };
    item.append(make('p', note, counted));
  }
  return item;
}

function passageItem({ id, sides, spellings }: Passage, address: string): HTMLLIElement {
  const link = make('a', { href: `${address}#${id}`, class: 'passage' }, ...sides.map(sideElement));
  // In the capturing phase, so that it is done whatever opens the link.
  link.addEventListener('click', () => {
    leaveSpellings(link.href, spellings);
  });
  return make('li', {}, link);
}

function sideElement({ lang, dir, runs }: Side): HTMLElement {
  return make('span', { lang, dir, class: 'side' }, ...runs.map(runNode));
}

/** Words that are not marked stay bare text: an element could break Arabic letters apart. */
function runNode({ words, isFound }: Run): Node {
  return isFound ? make('mark', {}, words) : document.createTextNode(words);
}

/** The card of an entity that the query names. @param texts how many texts refer to it */
export function entityItem(
  { id, kind, hasPage, names, description, source }: AliasEntity,
  texts: number,
  { language, words }: Setting,
  site: Site,
): HTMLLIElement {
  const own = nearestLanguage(language, Object.keys(names));
  const inOwn = said(names, language);
  const heading = make(
    'p',
    { class: 'name' },
    hasPage ? make('a', { href: site.page(`entities/${id}/`) }, inOwn) : make('b', {}, inOwn),
    ...Object.keys(names)
      .filter((lang) => lang !== own)
      .flatMap((lang) => [' ', make('span', { class: 'other' }, said(names, lang))]),
    ' ',
    make('span', { class: 'quiet' }, words.entityKinds[kind] ?? kind),
  );
  const item = make('li', {}, heading);
  if (description) {
    const from = source ? [' ', make('span', { class: 'quiet' }, said(source, language))] : [];
    item.append(make('p', {}, said(description, language), ...from));
  }
  if (texts > 0) {
    const counted = pluralise(words.entityTexts, texts, language);
    item.append(make('p', {}, make('a', { href: `?entity=${id}`, 'data-search': '' }, counted)));
  }
  return item;
}

/** What is said in several languages, in the one that is nearest to the reader’s. */
function said(values: Readonly<Record<string, string>>, language: string): HTMLElement {
  const lang = nearestLanguage(language, Object.keys(values)) ?? language;
  return isolated(values[lang] ?? '', lang, directionOf(lang));
}

/** What no text has, in a sentence. */
export function missingSentence(missing: readonly string[], { words }: Setting): string {
  const quoted = [...new Set(missing)].map((word) => fill(words.missingWord, { words: word }));
  return fill(words.missing, { words: quoted.join(words.comma) });
}
