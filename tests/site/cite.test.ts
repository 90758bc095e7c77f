import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { fromXml } from 'xast-util-from-xml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { SAMPLE_BASE as BASE, sampleSite, type Site } from './site.ts';

const ORIGIN = 'https://archive.example.org';

let browser: Browser;
let site: Site;
let files: Set<string>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), sampleSite()]);
  files = new Set(globSync('**/*', { cwd: site.out }).map((file) => file.replaceAll('\\', '/')));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

function read(file: string): string {
  return readFileSync(join(site.out, file), 'utf8');
}

/** The facts of a head, `name: content` and `rel: href`, as a browser reads them. */
async function headOf(path: string): Promise<string[]> {
  const { page, complaints } = await site.open(browser, path);
  const facts = await page.locator('head > :is(meta[content], link[href])').evaluateAll((all) =>
    all.map((one) => {
      const name = ['name', 'property', 'rel'].map((key) => one.getAttribute(key)).find(Boolean);
      return `${name ?? ''}: ${one.getAttribute('content') ?? one.getAttribute('href') ?? ''}`;
    }),
  );
  await page.context().close();
  expect(complaints).toEqual([]);
  return facts;
}

describe('the head', () => {
  test('of a translation by nobody knows whom, with an inferred date', async () => {
    const facts = await headOf('articles/newspapers/first-newspapers/en/');
    expect(facts).toEqual(
      expect.arrayContaining([
        'z:itemType: newspaperArticle',
        'z:publicationTitle: Arabic in Print',
        'z:date: [2026]',
        'dcterms.issued: [2026]',
        'dc.creator: Arabic in Print,',
        'dc.language: en',
        `cite-as: ${ORIGIN}/sub/articles/newspapers/first-newspapers/en/`,
        `canonical: ${ORIGIN}/sub/articles/newspapers/first-newspapers/en/`,
        `describedby: ${ORIGIN}/sub/articles/newspapers/first-newspapers/en.ris`,
        'license: https://creativecommons.org/licenses/by/4.0/',
      ]),
    );
    const extra = facts.find((fact) => fact.startsWith('z:extra'));
    expect(extra).toContain('Original Title: أوائل الصحف العربية');
    expect(extra).toContain('\nTranslator unknown');
    expect(facts.filter((fact) => /^z:translators|published_time/.test(fact))).toEqual([]);
  });

  test('of a machine’s translation names the machine, and no person', async () => {
    const facts = await headOf('articles/newspapers/new-york/ar/');
    expect(facts.filter((fact) => fact.startsWith('z:translators'))).toEqual([]);
    expect(facts.find((fact) => fact.startsWith('z:extra'))).toContain('sample engine');
  });

  test('of a re-posted version says from whom the text was taken', async () => {
    const facts = await headOf('articles/newspapers/two-moves-to-cairo/en-bulletin/');
    expect(facts).toEqual(
      expect.arrayContaining([
        'article:published_time: 2026-09-12',
        'dc.creator: The Reading-Room Bulletin,',
        'z:publicationTitle: Reading-Room Bulletin',
        'license: https://rightsstatements.org/vocab/InC/1.0/',
      ]),
    );
    expect(facts.find((fact) => fact.startsWith('z:extra'))).toContain('re-post');
  });

  test('of what asks to stay out asks for that, and gives a day without the time printed', async () => {
    const facts = await headOf('articles/news/map-and-drawings/en/');
    expect(facts).toContain('robots: noindex');
    expect(facts).toContain('article:published_time: 2026-10-05');
    expect(facts.join('\n')).not.toContain('09:30');
  });

  test('of an article is of the text that its readers read first, at the permanent address', async () => {
    const english = await headOf('articles/bulaq-press/');
    const arabic = await headOf('ar/articles/bulaq-press/');
    expect(english).toContain('dc.language: en');
    expect(english).toContain('z:translators: Arabic in Print,');
    expect(arabic).toContain('dc.language: ar');
    for (const facts of [english, arabic]) {
      expect(facts).toContain(`cite-as: ${ORIGIN}/sub/articles/bulaq-press/`);
      expect(facts.filter((fact) => fact.startsWith('type: '))).toHaveLength(2);
    }
  });

  test('has nothing that makes reference managers lose facts, on any page', () => {
    for (const file of files) {
      if (!file.endsWith('.html')) continue;
      expect(read(file), file).not.toMatch(
        /name="(?:citation_|dc\.(?:description|coverage))|class="Z3988"|published_time" content="[^"]*T/i,
      );
    }
  });

  test('leads to addresses of this site that are there, with their anchors', () => {
    const dead: string[] = [];
    for (const file of files) {
      if (!/\.(?:html|jsonld|atom|xml|jsonl|ris|bib|csl\.json)$/.test(file)) continue;
      const found = read(file).matchAll(/https:\/\/archive\.example\.org([^\s"'<>}&\\]*)/g);
      for (const [address, path = ''] of found) {
        if (path === '') continue;
        const [target = '', anchor] = decodeURI(path).split('#');
        const rest = target.startsWith(BASE) ? target.slice(BASE.length) : undefined;
        const page = rest?.endsWith('/') === true || rest === '' ? `${rest}index.html` : rest;
        const isThere = page !== undefined && files.has(page);
        if (!isThere || (anchor && !read(page).includes(` id="${anchor}"`))) {
          dead.push(`${file} → ${address}`);
        }
      }
    }
    expect([...new Set(dead)]).toEqual([]);
  });
});

test('JSON-LD parses on every page, and each text is joined to what it renders in both directions', () => {
  const renders = new Set<string>();
  const rendered = new Set<string>();
  for (const file of files) {
    if (!file.endsWith('.jsonld')) continue;
    for (const node of graphIn(JSON.parse(read(file)))) {
      const id = String(node['@id']);
      for (const to of idsIn(node.translationOfWork)) renders.add(`${to} ${id}`);
      for (const to of idsIn(node.workTranslation)) rendered.add(`${id} ${to}`);
    }
  }
  expect(renders.size).toBeGreaterThan(15);
  expect([...renders].sort()).toEqual([...rendered].sort());
  for (const file of files) {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      file.endsWith('.html') ? read(file) : '',
    )?.[1];
    if (json !== undefined) expect(graphIn(JSON.parse(json)).length, file).toBeGreaterThan(0);
  }
});

function graphIn(value: unknown): Readonly<Record<string, unknown>>[] {
  const graph = isObject(value) ? value['@graph'] : undefined;
  return Array.isArray(graph) ? graph.filter(isObject) : [];
}

function idsIn(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (isObject(one) ? [String(one['@id'])] : []));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

test('every text has its files: RIS of known tags, an entry of BibLaTeX, an item of CSL-JSON', () => {
  const texts = [...files].filter((file) => file.endsWith('.ris'));
  expect(texts).toHaveLength(44);
  for (const file of texts) {
    const lines = read(file).split('\r\n');
    expect(lines[0], file).toMatch(/^TY {2}- (?:NEWS|RPRT|MANSCPT)$/);
    expect(lines.at(-2), file).toBe('ER  - ');
    for (const line of lines.slice(0, -1)) expect(line, file).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    const bib = read(file.replace(/ris$/, 'bib'));
    expect(bib, file).toMatch(/^@(?:article|report|misc)\{[\w:-]+,\n(?: {2}\w+ = \{.*\},\n)+\}\n$/);
    const csl: unknown = JSON.parse(read(file.replace(/ris$/, 'csl.json')));
    expect(csl, file).toEqual([
      expect.objectContaining({
        id: file.replace(/^articles\//, '').replace(/\.ris$/, ''),
        URL: `${ORIGIN}/sub/${file.replace(/\.ris$/, '/')}`,
      }),
    ]);
  }
});

describe('for the whole archive', () => {
  test('feeds, sitemap and dump leave out what asks to stay out', () => {
    expect(read('articles/news/map-and-drawings/index.html')).toContain('noindex');
    for (const file of files) {
      if (!/\.(?:atom|xml|jsonl)$/.test(file)) continue;
      expect(read(file), file).not.toContain('map-and-drawings');
    }
  });

  test('feeds are XML, begin titles with who said it, and carry no clock', () => {
    const feeds = [...files].filter((file) => file.endsWith('.atom'));
    expect(feeds).toContain('ar/feed.atom');
    expect(feeds.some((file) => file.startsWith('entities/'))).toBe(true);
    for (const file of feeds) {
      const atom = read(file);
      expect(() => fromXml(atom), file).not.toThrow();
      const [updated] = /(?<=<updated>)[^<]*/.exec(atom) ?? [];
      expect(updated, file).toBe('2026-10-05T00:00:00Z');
    }
    expect(read('feed.atom')).toContain('<title>Arabic in Print: A Statement on Firsts</title>');
  });

  test('the sitemap lists pages and no aids, and robots.txt names it', () => {
    const listed = read('sitemap.xml');
    expect(listed).toContain(`<loc>${ORIGIN}/sub/articles/bulaq-press/ar/</loc>`);
    expect(listed).not.toContain('/cite/');
    expect(read('robots.txt')).toContain(`Sitemap: ${ORIGIN}/sub/sitemap.xml`);
  });
});

describe('the page of citations', () => {
  test('a paragraph is cited in two clicks from the page of its article', async () => {
    const { page, complaints } = await site.open(browser, 'articles/bulaq-press/');
    await page.locator('.cell[lang=en] a.ordinal').filter({ hasText: '3' }).first().click();
    const row = page.locator('.row:target .cell[lang=en]');
    await row.getByRole('link', { name: 'Cite this paragraph' }).click();
    await page.waitForURL(/\/cite\/\?p=\w{5}#text-en$/);
    const id = new URL(page.url()).searchParams.get('p') ?? '';
    const cited = page.locator('#text-en .citation');
    expect(await cited.allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`para\\. 3,.*/articles/bulaq-press/en/#${id}\\.$`)),
        `${ORIGIN}/sub/articles/bulaq-press/en/#${id}`,
      ]),
    );
    await page.locator('#text-en select').selectOption('');
    expect((await cited.allInnerTexts()).join('\n')).not.toMatch(/#|para/);
    expect(page.url()).not.toContain('?p=');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('an id that no paragraph has is named', async () => {
    const { page } = await site.open(browser, 'articles/bulaq-press/cite/?p=zzzzz#text-en');
    expect(await page.locator('#text-en [role=status]').innerText()).toContain('zzzzz');
    await page.context().close();
  });

  test('copies HTML with directions and plain text with isolates', async () => {
    const { page } = await site.open(browser, 'articles/bulaq-press/cite/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#text-ar .copy').first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { html: await read('text/html'), plain: await read('text/plain') };
    });
    expect(copied.html).toMatch(/<span dir="rtl" lang="ar">[^<]*مطبعة بولاق/);
    expect(copied.html).not.toContain('at-anchor');
    expect(copied.plain).toMatch(/\u2068[^\u2069]*مطبعة بولاق[^\u2069]*\u2069/);
    await page.context().close();
  });

  test('without JavaScript the words and the way to them are there, and no button that does nothing', async () => {
    const options = { javaScriptEnabled: false };
    const { page } = await site.open(browser, 'ar/articles/bulaq-press/', options);
    await page.getByRole('link', { name: 'استشهاد' }).first().click();
    await page.waitForURL(/\/ar\/articles\/bulaq-press\/cite\/#text-ar$/);
    expect(await page.locator('#text-ar .citation').first().innerText()).toContain('«');
    expect(await page.getByRole('button').count()).toBe(0);
    await page.context().close();
  });
});

test('a link to a source says where its capture is, and the capture stands beside it', async () => {
  const { page } = await site.open(browser, 'articles/newspapers/two-moves-to-cairo/en-bulletin/');
  const link = page.locator('a[href="https://bulletin.example.org/two-moves"]').first();
  const data = await link.evaluate((one: HTMLElement) =>
    Object.fromEntries(Object.entries(one.dataset)),
  );
  expect(data).toEqual({
    originalurl: 'https://bulletin.example.org/two-moves',
    versionurl: 'https://captures.example.org/2026/bulletin/two-moves',
    versiondate: '2026-09-20',
  });
  expect(await page.getByRole('link', { name: /^capture, 20 September 2026/ }).count()).toBe(1);
  await page.context().close();
});
