import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Citation } from '#cite/citation.ts';
import { type CslNode, openCslPackage } from '#cite/csl-package.ts';
import { formatterIn } from '#cite/format.ts';
import { ANCHOR } from '#cite/set-citation.ts';
import { LETTER, ORIGINAL, TRANSLATION } from '#cite/sources-in-tests.ts';
import { STYLES } from '#cite/styles.ts';
import { citationToItem } from '#cite/to-item.ts';

/*
 * The entries of ten kinds of sources, set by a second implementation of CSL. `pandoc` is a Debian
 * package; where it is not installed the test says so.
 */

const isInstalled = spawnSync('pandoc', ['--version']).status === 0;
const csl = await openCslPackage();
const format = formatterIn(
  'en',
  STYLES.map((style) => ({ style })),
  csl,
);
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
  'an inferred title and author': {
    ...LETTER,
    areAuthorsSupplied: true,
    translators: { kind: 'none' },
  },
};

test.skipIf(!isInstalled)(
  'pandoc sets the same entries in every style',
  () => {
    for (const [kind, citation] of Object.entries(SOURCES)) {
      const { item } = citationToItem(citation, 'en');
      writeFileSync(join(folder, 'source.json'), JSON.stringify([{ ...item, id: 'source' }]));
      for (const { style, entry } of format(citation)) {
        const source = csl.style(style.id);
        if (!source) throw new RangeError(style.id);
        writeFileSync(join(folder, 'style.csl'), toXml(withTerms(source)));
        const files = ['--csl', 'style.csl', '--bibliography', 'source.json'];
        const set = execFileSync(
          'pandoc',
          ['--citeproc', ...files, '--to', 'html', '--wrap=none'],
          {
            cwd: folder,
            input: '---\nlang: en-US\nnocite: "@*"\n---\n',
            encoding: 'utf8',
          },
        );
        expect(toWords(entry), `${kind}, ${style.name}`).toBe(toWords(set));
      }
    }
  },
  120_000,
);

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
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[i\]([^[A-Za-z]*)\[\/i\]/g, '$1')
    .trim();
}

/** The processor’s locale has a term that pandoc’s own has not. */
function withTerms(style: CslNode): CslNode {
  const name = 'original-work-published';
  const term = { name: 'term', attrs: { name }, children: ['original work published'] };
  const terms = { name: 'terms', attrs: {}, children: [term] };
  const locale = { name: 'locale', attrs: { 'xml:lang': 'en' }, children: [terms] };
  const [info, ...rest] = style.children;
  const attrs = { ...style.attrs, xmlns: 'http://purl.org/net/xbiblio/csl' };
  return { ...style, attrs, children: [...(info === undefined ? [] : [info]), locale, ...rest] };
}

function toXml(node: CslNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const attrs = Object.entries(node.attrs).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${node.name}${attrs.join('')}>${node.children.map(toXml).join('')}</${node.name}>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
