import { looksLikeEntityId } from '#model/ids.ts';
import { isRightsStatus } from '#model/rights.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import type { Fact } from './document.ts';
import type { Draft } from './draft.ts';
import { foldedWords } from '#text/fold.ts';
import type { Notice } from './notices.ts';
import { readPrintedDate } from './printed-date.ts';

/** What a document says of all its texts. */
export interface DocumentFacts {
  readonly publisher?: string;
  readonly url?: string;
  /** SPDX, or a code of RightsStatements.org. */
  readonly rights?: string;
  readonly slug?: string;
  readonly subjects: readonly string[];
  readonly kind?: string;
  readonly collection?: string;
}

/** A document’s texts with what it says of them. */
interface WithFacts {
  readonly drafts: readonly Draft[];
  readonly about: DocumentFacts;
  readonly notices: readonly Notice[];
}

/**
 * Takes what a document says about itself: a title, author or date that is not printed goes to the
 * text; what is printed wins over what is said; what finds no place is dropped as a line.
 *
 * @param main the text, by its number, that authors and dates are said of
 */
export function applyFacts(
  drafts: readonly Draft[],
  facts: readonly Fact[],
  main: number,
): WithFacts {
  const texts = drafts.map((draft) => ({ ...draft }));
  const about: { -readonly [Key in keyof DocumentFacts]: DocumentFacts[Key] } = { subjects: [] };
  const notices: Notice[] = [];
  const lost: string[] = [];
  const drop = ({ key, value }: Fact): void => {
    const line = `${key}: ${value}`;
    if (!lost.includes(line)) lost.push(line);
  };
  const conflict = (fact: Fact, printed: string): void => {
    const args = { key: fact.key, from: fact.from, said: fact.value, printed };
    notices.push({ code: 'fact-differs', args });
    drop(fact);
  };
  const take = ({ key, value, from }: Fact): void => {
    notices.push({ code: 'fact-taken', args: { key, value, from } });
  };
  /** The first of each key is the most trustworthy. */
  const takeOnce = (fact: Fact, key: 'publisher' | 'url' | 'kind' | 'collection'): void => {
    const known = about[key];
    if (known === undefined) {
      about[key] = fact.value;
      take(fact);
    } else if (!isSame(known, fact.value)) conflict(fact, known);
  };

  const said = { authors: false, translators: false };
  for (const fact of facts) {
    const value = fact.value.replaceAll(/\s+/g, ' ').trim();
    if (value === '') continue;
    const text =
      texts[fact.key === 'title' || fact.key === 'lede' ? textFor(value, texts, main) : main];
    if (!text) continue;
    const one = { ...fact, value };
    switch (fact.key) {
      case 'title': {
        const apart = giveTitlesApart(texts);
        if (apart === 'given') take(one);
        else if (apart === 'printed') break;
        else if (text.title === undefined) {
          text.title = value;
          take(one);
        } else if (isBeginning(text.title, value) && !isSame(text.title, value)) drop(one);
        else if (!isSame(text.title, value)) conflict(one, text.title);
        break;
      }
      case 'lede':
        if (!isSame(text.lede ?? '', value) && !isPrinted(value, text)) drop(one);
        break;
      case 'author':
      case 'translator': {
        const key = fact.key === 'author' ? 'authors' : 'translators';
        const known = text[key].findIndex((name) => isSamePerson(name, value));
        if (known >= 0) {
          // “Family, Given” says more than the same name as it is spoken.
          if (value.includes(',')) text[key] = text[key].with(known, value);
          break;
        }
        if (text[key].length === 0 || said[key]) {
          text[key] = [...text[key], value];
          said[key] = true;
          take(one);
        } else conflict(one, text[key].join(', '));
        break;
      }
      case 'published': {
        const read = readMachineDate(value);
        if (text.publishedAs !== undefined && text.published === undefined) drop(one);
        else if (text.published === undefined && read !== null) {
          text.published = read;
          // What a program wrote is printed nowhere; seconds tell nothing, a zone may.
          if (!MACHINE_WRITTEN.test(value) && read !== value) text.publishedAs = value;
          else if (ZONED.test(value)) drop(one);
          take(one);
        } else if (text.published === undefined) {
          text.publishedAs = value;
          notices.push({ code: 'date-unread', args: { date: value } });
        } else if (read === null || !text.published.startsWith(read.slice(0, 10))) {
          if (text.publishedAs !== value) conflict(one, text.published);
        } else if (value !== text.published && value !== text.publishedAs) drop(one);
        break;
      }
      case 'publisher':
        if (looksLikeEntityId(value)) {
          notices.push({ code: 'publisher-like-id', args: { name: value } });
          drop(one);
        } else takeOnce(one, 'publisher');
        break;
      case 'url':
        if (!isWebAddress(value)) drop(one);
        else if (about.url === undefined || about.url !== value) takeOnce(one, 'url');
        break;
      case 'kind':
      case 'collection':
        takeOnce(one, fact.key);
        break;
      case 'subject':
        if (!about.subjects.includes(value)) about.subjects = [...about.subjects, value];
        break;
      case 'licence': {
        const rights = rightsIn(value);
        if (rights !== undefined && about.rights === undefined) {
          about.rights = rights;
          take(one);
          if (rights !== value) drop(one);
        } else if (rights === undefined || rights !== about.rights) drop(one);
        break;
      }
      case 'slug':
        if (about.slug === undefined) about.slug = value;
        else if (about.slug !== value) drop(one);
        break;
      case 'lang':
        if (!texts.some(({ lang }) => isSameLanguage(lang, value))) {
          conflict(one, texts.map(({ lang }) => lang).join(', '));
        }
        break;
    }
  }
  const first = texts[main];
  if (first) first.dropped = [...first.dropped, ...lost];
  return { drafts: texts, about, notices };
}

/**
 * Gives texts without a title what is theirs of one that stands beside them all; says whether there
 * were any, or whether each prints it over its words.
 */
function giveTitlesApart(
  texts: readonly { title?: string; readonly titleApart?: string }[],
): 'given' | 'printed' | 'none' {
  const named = texts.filter(({ titleApart }) => titleApart !== undefined);
  const untitled = named.filter(({ title }) => title === undefined);
  for (const text of untitled) if (text.titleApart !== undefined) text.title = text.titleApart;
  if (untitled.length > 0) return 'given';
  const isPrinted = named.every(({ title = '', titleApart = '' }) => isSame(title, titleApart));
  return named.length > 0 && isPrinted ? 'printed' : 'none';
}

/** The text that a title or summary is of: the one that has it, else one in the same script. */
function textFor(words: string, texts: readonly Draft[], main: number): number {
  const same = texts.findIndex(({ title }) => title !== undefined && isBeginning(title, words));
  if (same >= 0) return same;
  const script = scriptOf(words);
  const isOfScript = ({ title, body }: Draft): boolean =>
    scriptOf(title ?? body[0]?.plain ?? '') === script;
  const own = texts[main];
  if (own && isOfScript(own)) return main;
  const other = texts.findIndex(isOfScript);
  return other < 0 ? main : other;
}

function isSame(a: string, b: string): boolean {
  return foldedWords(a).join(' ') === foldedWords(b).join(' ');
}

/** Whether two names are one, also where one is turned about: `Roe, Jane`. */
function isSamePerson(a: string, b: string): boolean {
  return foldedWords(a).sort().join(' ') === foldedWords(b).sort().join(' ');
}

/** Whether a longer wording begins or ends with a shorter one: `Headline | Name of the site`. */
function isBeginning(part: string, whole: string): boolean {
  const [a, b] = [foldedWords(part).join(' '), foldedWords(whole).join(' ')];
  return a !== '' && (b.startsWith(a) || b.endsWith(a));
}

/** Whether a summary is only the beginning of what is printed. */
function isPrinted(summary: string, { lede, body }: Draft): boolean {
  const words = foldedWords(summary).join(' ');
  const printed = [lede ?? '', ...body.slice(0, 3).map(({ plain }) => plain)];
  return words !== '' && printed.some((one) => foldedWords(one).join(' ').startsWith(words));
}

const MACHINE_WRITTEN = /^\d{4}[-/]\d/;
const ZONED = /\d(?:Z|UTC|[+-]\d{2}:?\d{2})$/;

/**
 * A date as programs write it, or as it is printed. A time with an offset is that of the place; one in
 * UTC is no time that anyone printed, so only its day is taken.
 */
function readMachineDate(written: string): string | null {
  // Highwire’s citation tags have `2019/04/30`.
  const value = written.replace(/^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/, toHyphens);
  const [, day, time, zone = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(
      value,
    ) ?? [];
  if (day !== undefined) {
    const isPrinted = time !== undefined && !/^(?:Z|UTC|[+-]00:?00)$/.test(zone);
    const read = readPrintedDate(day);
    return read?.date === day ? day + (isPrinted ? `T${time}` : '') : null;
  }
  if (/^\d{4}(?:-\d{2})?$/.test(value)) return value;
  return readPrintedDate(value)?.date ?? null;
}

function toHyphens(_: string, year: string, month: string, day?: string): string {
  return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}

function isSameLanguage(lang: string, said: string): boolean {
  try {
    return primaryLanguage(lang) === primaryLanguage(said.replaceAll('_', '-'));
  } catch {
    return false;
  }
}

/** A licence by its SPDX identifier, or by the address of a Creative Commons licence. */
function rightsIn(value: string): string | undefined {
  if (isRightsStatus(value)) return value;
  const [, kind = '', version = ''] =
    /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(value) ?? [];
  const id = `CC-${kind.toUpperCase()}-${version}`;
  if (isRightsStatus(id)) return id;
  return /creativecommons\.org\/publicdomain\/zero\/1\.0/i.test(value) ? 'CC0-1.0' : undefined;
}
