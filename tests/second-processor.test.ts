import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';
import { adaptStyle } from '#cite/adapt-style.ts';
import type { Citation } from '#cite/citation.ts';
import { type CslNode, openCslPackage } from '#cite/csl-package.ts';
import { formatterIn } from '#cite/format.ts';
import { localeIn } from '#cite/locale.ts';
import { ANCHOR, ORDINAL } from '#cite/set-citation.ts';
import { LETTER, ORIGINAL, TRANSLATION } from '#cite/sources-in-tests.ts';
import { STYLES } from '#cite/styles.ts';
import { ATTACHED } from '#cite/terms.ts';
import { citationToItem } from '#cite/to-item.ts';

/*
 * Sources of many kinds, set by a second implementation of CSL. `pandoc` is a Debian package; where
 * it is not installed the test says so.
 */

const isInstalled = spawnSync('pandoc', ['--version']).status === 0;
const csl = openCslPackage();
const folder = mkdtempSync(join(tmpdir(), 'diptych-pandoc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const known = (value: string) => ({ value, isSupplied: false });
const outlet = { ...known('The Daily'), isArchive: false };
const SOURCES: Readonly<Record<string, Citation>> = {
  'a letter by one, translated by two': LETTER,
  'what an outlet printed, in Arabic, with a day': { ...ORIGINAL, issued: known('1868-05-01') },
  'a private translation by nobody knows whom': { ...TRANSLATION, title: known('The paper came') },
  'a translation whose translator is withheld': {
    ...TRANSLATION,
    title: known('The paper came: a report'),
    translators: { kind: 'withheld' },
  },
  'a translation by a machine': {
    ...TRANSLATION,
    title: known('The paper came'),
    translators: { kind: 'machine', engine: 'an engine' },
  },
  'a version by another outlet, without an author': {
    ...TRANSLATION,
    title: known('Paper arrives at last'),
    authors: [],
    translators: { kind: 'none' },
    container: outlet,
    issued: known('1868-05'),
  },
  'an article by three people and a body': {
    ...LETTER,
    type: 'article',
    title: known('What the printers of Iran’s capital said'),
    authors: [
      { family: 'Roe', given: 'Jane' },
      { family: 'Doe', given: 'John Paul' },
      { family: 'Bāḥith', given: 'Hiba' },
      { whole: 'Union of Printers' },
    ],
    translators: { kind: 'none' },
    container: outlet,
    issued: known('1921'),
  },
  'a report of the archive’s own': {
    ...LETTER,
    type: 'report',
    title: known('On presses, types and paper'),
    authors: [{ whole: 'Union of Printers' }],
    translators: { kind: 'none' },
  },
  'a version of which nobody knows when': {
    ...TRANSLATION,
    title: known('No day on it'),
    translators: { kind: 'none' },
    container: outlet,
  },
  'a letter translated from one that was printed before': {
    ...LETTER,
    title: known('A letter'),
    original: { title: known('رسالة'), lang: 'ar', date: known('1921-05-03') },
  },
  'an Arabic article by two, with a translator': {
    ...TRANSLATION,
    lang: 'ar',
    title: known('وصل الورق'),
    authors: [
      { family: 'خوري', given: 'سلمى' },
      { family: 'حداد', given: 'ريم' },
    ],
    translators: { kind: 'people', names: [{ family: 'العامري', given: 'هادي' }] },
    container: { ...known('الجريدة'), isArchive: false },
    issued: known('1931-05-02'),
  },
  'an inferred title and author': {
    ...LETTER,
    areAuthorsSupplied: true,
    translators: { kind: 'none' },
  },
};

/** APA has initials. pandoc puts their dots behind names that have none, in Arabic letters. */
function hasArabicNames({ authors, translators }: Citation): boolean {
  const names = [...authors, ...(translators.kind === 'people' ? translators.names : [])];
  return names.some((name) => 'family' in name && /\p{Script=Arabic}/u.test(name.family));
}

/** The sources with authors of their own each: processors tell one source of an author from another. */
const APART = Object.entries(SOURCES).map(([kind, citation], at) => {
  const apart = (name: string): string =>
    name + (/\p{Script=Arabic}/u.test(name) ? 'بتثجحخدذرزسشص' : 'abcdefghijklm').charAt(at);
  const authors = citation.authors.map((name) =>
    'whole' in name ? { whole: apart(name.whole) } : { ...name, family: apart(name.family) },
  );
  return { kind, citation: { ...citation, authors } };
});

/** What a processor sets of a source: its entry, its note or citation in the text, and a paragraph’s. */
interface Set {
  readonly entry: string;
  readonly inText: string;
  readonly inTextOfParagraph: string;
}

const PARAGRAPH = '7';

describe.runIf(isInstalled).each(['en', 'ar'])(
  'pandoc sets the same in the locale %s',
  (language) => {
    const format = formatterIn(
      language,
      STYLES.map((style) => ({ style })),
      csl,
    );
    test.each(STYLES.map((style, index) => ({ index, ...style })))(
      'in $name: entries, notes and citations in the text, of paragraphs too',
      ({ id, index }) => {
        const source = csl.style(id);
        if (!source) throw new RangeError(id);
        const { tag, locale } = localeIn(language, csl);
        const style = withLocale(adaptStyle(source, language), locale);
        const theirs = setByPandoc(style, tag, language);
        let compared = 0;
        for (const [at, { kind, citation }] of APART.entries()) {
          if (id === 'apa' && hasArabicNames(citation)) continue;
          const ours = format(citation)[index];
          if (!ours) throw new RangeError(id);
          const words = {
            entry: toWords(ours.entry),
            inText: toWords(ours.inText),
            inTextOfParagraph: toWords(ours.inTextOfParagraph.replaceAll(ORDINAL, PARAGRAPH)),
          };
          expect(words, kind).toEqual(theirs[at]);
          compared += 1;
        }
        expect(compared).toBeGreaterThan(10);
      },
      60_000,
    );
  },
);

/** Has pandoc cite each source in a paragraph of its own, once whole and once by a paragraph. */
function setByPandoc(style: CslNode, tag: string, language: string): readonly Set[] {
  const items = APART.map(({ citation }, at) => ({
    ...citationToItem(citation, language).item,
    id: `source-${String(at)}`,
  }));
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(items));
  writeFileSync(join(folder, 'style.csl'), toXml(style));
  const paragraph = language === 'ar' ? 'فقرة' : 'para.';
  const [whole, ofParagraph] = ['', `, ${paragraph} ${PARAGRAPH}`].map((locator) => {
    const body = items.map(({ id }) => `[@${id}${locator}]`).join('\n\n');
    const files = ['--csl', 'style.csl', '--bibliography', 'sources.json'];
    const html = execFileSync('pandoc', ['--citeproc', ...files, '--to', 'html', '--wrap=none'], {
      ...{ cwd: folder, encoding: 'utf8' },
      input: `---\nlang: ${tag}\n---\n\n${body}\n`,
    });
    return new JSDOM(html).window.document;
  });
  return items.map(({ id }, at) => ({
    entry: toWords(whole?.getElementById(`ref-${id}`)?.innerHTML ?? ''),
    inText: citedIn(whole, at),
    inTextOfParagraph: citedIn(ofParagraph, at),
  }));
}

/** The note of a source where a style has notes, else the citation in the text. */
function citedIn(page: Document | undefined, at: number): string {
  const note = page?.getElementById(`fn${String(at + 1)}`);
  note?.querySelector('.footnote-back')?.remove();
  const cited = note ?? page?.querySelectorAll('.citation')[at];
  return toWords(cited?.innerHTML ?? '');
}

test.runIf(!isInstalled)('pandoc is not installed: entries were not compared with its own', () => {
  process.stderr.write('pandoc is not installed: its entries were not compared.\n');
});

/** The words and their italics, without what the two write differently. */
function toWords(html: string): string {
  return html
    .replaceAll(/<(\/?)(?:i|em)>/g, '[$1i]')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#38|amp);/g, '&')
    .replaceAll(new RegExp(`[\\u2068\\u2069${ANCHOR}]`, 'g'), '')
    .replaceAll(/[،؛]/g, (sign) => (sign === '،' ? ',' : ';'))
    .replaceAll(new RegExp(`${ATTACHED} (?=\\p{Script=Arabic})|${ATTACHED}`, 'gu'), '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[i\]([^[A-Za-z]*)\[\/i\]/g, '$1')
    .trim();
}

/** A style with all of the locale that ours is set in: pandoc has one of its own. */
function withLocale(style: CslNode, own: CslNode): CslNode {
  const kept = own.children.filter((child) => typeof child !== 'string' && child.name !== 'info');
  const locale = { name: 'locale', attrs: {}, children: kept };
  const [info, ...rest] = style.children;
  const attrs = { ...style.attrs, xmlns: 'http://purl.org/net/xbiblio/csl' };
  const children = [...(info === undefined ? [] : [info]), locale, ...rest];
  return { ...style, attrs, children };
}

function toXml(node: CslNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const attrs = Object.entries(node.attrs).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${node.name}${attrs.join('')}>${node.children.map(toXml).join('')}</${node.name}>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
