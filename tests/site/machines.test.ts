import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import type { CslItem } from '#cite/to-csl.ts';
import { faultsOfAtom } from '../atom.ts';
import { cslData } from '../csl-data.ts';
import { itemOfCsl } from '../zotero/csl-json.ts';
import { itemOfPage } from '../zotero/embedded-metadata.ts';
import type { Item } from '../zotero/item.ts';
import { itemOfRis } from '../zotero/ris.ts';
import { hasTranslators, readByZotero } from '../zotero/translators.ts';
import { context, hasProperty, typeNames } from './schema-org.ts';
import { SAMPLE_BASE as BASE, sampleSite, type Site } from './site.ts';

const ORIGIN = 'https://archive.example.org';

let site: Site;
/** Every file of the site, below its base. */
let files: Set<string>;
/** The pages of texts and articles that tell machines of a text, by their files. */
let heads: Map<string, Document>;
beforeAll(async () => {
  site = await sampleSite();
  files = new Set(globSync('**/*', { cwd: site.out }).map((file) => file.replaceAll('\\', '/')));
  heads = new Map(
    [...files].flatMap((file) => {
      const html = file.endsWith('/index.html') ? read(file) : '';
      if (!html.includes('name="z:itemType"')) return [];
      return [[file, headOf(html)]];
    }),
  );
  await site.close();
});

/** The head of a page, and of its body what Zotero would guess from: a whole page takes long to parse. */
function headOf(html: string): Document {
  const [head = '', body = ''] = html.split('</head>');
  const guesses = body.match(/<time\b[^>]*>|<[^>]*class="[^"]*(?:byline|vcard)[^>]*>/g) ?? [];
  return new JSDOM(`${head}</head><body>${guesses.join('')}</body>`).window.document;
}

function read(file: string): string {
  return readFileSync(join(site.out, file), 'utf8');
}

/** The file at an address of the site; undefined for others. */
function fileAt(address: string): string | undefined {
  const path = address.startsWith(ORIGIN + BASE)
    ? address.slice((ORIGIN + BASE).length)
    : undefined;
  const [file] = path?.split('#') ?? [];
  return file === '' || file?.endsWith('/') === true ? `${file}index.html` : file;
}

function hrefs(page: Document, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');
}

/** What a reader of Zotero sees of an item: no joiners, no rights. */
function seen({ type, creators, fields }: Item): object {
  const name = (words: string): string => words.replaceAll('\u2060', '');
  return {
    type,
    creators: creators.map((one) => ({
      ...one,
      lastName: name(one.lastName),
      firstName: name(one.firstName),
    })),
    fields: { ...fields, rights: undefined },
  };
}

test('Zotero reads the same in the page of a text, its RIS and its CSL-JSON', () => {
  let texts = 0;
  for (const [file, page] of heads) {
    const [url = ''] = hrefs(page, 'link[rel="cite-as"]');
    const csl = page.querySelector('link[rel="describedby"][href$=".csl.json"]');
    const record = fileAt(csl?.getAttribute('href') ?? '') ?? '';
    const data: unknown = JSON.parse(read(record));
    const items = cslData.parse(data) as unknown as readonly CslItem[];
    expect(items, record).toHaveLength(1);
    const ofPage = itemOfPage(page, `${ORIGIN}${BASE}${file}`);
    expect(ofPage.fields.url, file).toBe(url);
    if (fileAt(url) !== file || !file.includes(record.replace(/.*\/(.*)\.csl\.json$/, '/$1/'))) {
      continue;
    }
    texts += 1;
    for (const item of items) expect(seen(itemOfCsl(item)), file).toEqual(seen(ofPage));
    const ris = itemOfRis(read(record.replace(/csl\.json$/, 'ris')));
    expect(seen(ris), file).toEqual(seen(ofPage));
  }
  expect(texts).toBe(44);
});

test.runIf(hasTranslators())(
  'Zotero’s own code reads the pages whole as the rules say that it does, and the files alike',
  () => {
    const pages = [...heads].map(([file, page]) => ({
      file,
      page,
      html: read(file),
      address: ORIGIN + BASE + file.replace(/index\.html$/, ''),
    }));
    const records = [...files].filter((file) => /\.(?:ris|csl\.json)$/.test(file));
    const made = readByZotero([
      ...pages.map(({ html, address }) => ({ html, address })),
      ...records.map((file) => ({ file: read(file) })),
    ]);
    const byUrl = new Map<string | undefined, object>();
    for (const [index, { file, page, address }] of pages.entries()) {
      const [item, ...others] = made[index]?.items ?? [];
      expect(others, file).toEqual([]);
      expect(item && seen(item), file).toEqual(seen(itemOfPage(page, address)));
      if (item?.fields.url === address) byUrl.set(address, seen(item));
    }
    for (const [index, file] of records.entries()) {
      const [item, ...others] = made[pages.length + index]?.items ?? [];
      expect(others, file).toEqual([]);
      expect(item && seen(item), file).toEqual(byUrl.get(item?.fields.url));
    }
    expect(records).toHaveLength(88);
  },
);

describe('JSON-LD', () => {
  /** What stands in pages and in files, each once. */
  function documents(): Map<string, string> {
    const found = new Map<string, string>();
    for (const file of files) if (file.endsWith('.jsonld')) found.set(file, read(file));
    for (const [file, page] of heads) {
      const scripts = page.querySelectorAll('script[type="application/ld+json"]');
      expect(scripts, file).toHaveLength(1);
      found.set(file, scripts[0]?.textContent ?? '');
    }
    return found;
  }

  const options = {
    safe: true,
    documentLoader: (url: string) => {
      expect(url).toMatch(/^https:\/\/schema\.org\/?$/);
      return Promise.resolve({ documentUrl: url, document: context });
    },
  };

  test('is read whole by a processor: no term unknown, no address that is not whole', async () => {
    let statements = 0;
    for (const [file, json] of documents()) {
      const document = JSON.parse(json) as jsonld.JsonLdDocument;
      const expanded = await jsonld.expand(document, options);
      expect(expanded.length, file).toBeGreaterThan(0);
      for (const address of idsIn(expanded)) expect(URL.canParse(address), address).toBe(true);
      const quads = await jsonld.toRDF(document, options);
      statements += Array.isArray(quads) ? quads.length : 0;
    }
    expect(statements).toBeGreaterThan(1000);
    await expect(
      jsonld.expand({ '@context': 'https://schema.org', nonsense: 'x' }, options),
    ).rejects.toThrow();
  });

  test('says of each thing only what schema.org says of its type', () => {
    for (const [file, json] of documents()) {
      for (const node of nodesIn(JSON.parse(json))) {
        const type = node['@type'];
        if (typeof type !== 'string') continue;
        expect(typeNames.has(type), `${file} ${type}`).toBe(true);
        const foreign = Object.keys(node).filter(
          (key) => !key.startsWith('@') && !hasProperty(type, key),
        );
        expect(foreign, `${file} ${type}`).toEqual([]);
      }
    }
  });

  test('names the entities that a text is about and mentions, a page and other authorities each', () => {
    const named = new Set<string>();
    for (const [file, json] of documents()) {
      const nodes = nodesIn(JSON.parse(json));
      const told = new Map(nodes.map((node) => [node['@id'], node]));
      for (const { mentions } of nodes) {
        const ids = idsIn(mentions ?? []);
        expect(ids.length, file).toBeLessThanOrEqual(20);
        for (const id of ids) {
          expect(id).toMatch(/\/entities\/[a-z0-9-]+\/#it$/);
          expect(files.has(fileAt(id) ?? ''), id).toBe(true);
          expect(told.get(id)?.name, `${file} ${id}`).toBeTypeOf('string');
          named.add(id);
        }
      }
    }
    expect(named.size).toBeGreaterThan(20);
  });
});

type Node = Readonly<Record<string, unknown>>;

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(nodesIn)];
}

function idsIn(value: unknown): string[] {
  return nodesIn(value).flatMap((node) => (typeof node['@id'] === 'string' ? [node['@id']] : []));
}

describe('the links of a head (FAIR Signposting)', () => {
  test('say how to cite, what it is, and where its record is, each with its type', () => {
    for (const [file, page] of heads) {
      expect(hrefs(page, 'link[rel="cite-as"]'), file).toHaveLength(1);
      const types = hrefs(page, 'link[rel="type"]');
      expect(types[0], file).toBe('https://schema.org/AboutPage');
      expect(types.slice(1).map((type) => type.replace('https://schema.org/', ''))).toSatisfy(
        (names: readonly string[]) => names.length === 1 && typeNames.has(names[0] ?? ''),
      );
      expect(hrefs(page, 'link[rel="license"]').length, file).toBeLessThanOrEqual(1);
      const described = [...page.querySelectorAll('link[rel="describedby"]')];
      expect(described.map((link) => link.getAttribute('type')).sort()).toEqual([
        'application/ld+json',
        'application/vnd.citationstyles.csl+json',
        'application/x-bibtex',
        'application/x-research-info-systems',
      ]);
      const own = hrefs(page, 'link:is([rel="describedby"], [rel="item"], [rel="collection"])');
      for (const href of own) expect(files.has(fileAt(href) ?? ''), `${file} ${href}`).toBe(true);
    }
  });

  test('lead from an article to its texts, and from a text to its article', () => {
    for (const [file, page] of heads) {
      const [self = ''] = hrefs(page, 'link[rel="cite-as"]');
      const items = hrefs(page, 'link[rel="item"][type="text/html"]');
      const collections = hrefs(page, 'link[rel="collection"][type="text/html"]');
      expect(items.length + collections.length, file).toBeGreaterThan(0);
      for (const item of items) {
        const text = heads.get(fileAt(item) ?? '');
        expect(text && hrefs(text, 'link[rel="collection"]'), file).toEqual([self]);
      }
      for (const collection of collections) {
        const article = heads.get(fileAt(collection) ?? '');
        expect(article && hrefs(article, 'link[rel="item"]'), file).toContain(self);
      }
    }
  });

  test('name the same in other languages, and are answered from there', () => {
    let alternates = 0;
    for (const file of files) {
      if (!file.endsWith('.html')) continue;
      const mine = alternatesOf(file);
      if (mine.length === 0) continue;
      const [, canonical = ''] = /<link rel="canonical" href="([^"]*)"/.exec(read(file)) ?? [];
      expect(mine, file).toContain(canonical);
      for (const href of mine) {
        alternates += 1;
        const other = fileAt(href) ?? '';
        expect(files.has(other), `${file} ${href}`).toBe(true);
        expect(alternatesOf(other), `${file} ${href}`).toEqual(mine);
      }
    }
    expect(alternates).toBeGreaterThan(100);
  });
});

function alternatesOf(file: string): string[] {
  const [head = ''] = read(file).split('</head>');
  return [...head.matchAll(/<link rel="alternate"[^>]*>/g)]
    .filter(([link]) => link.includes('hreflang='))
    .map(([link]) => /href="([^"]*)"/.exec(link)?.[1] ?? '')
    .sort();
}

test('every feed is what RFC 4287 demands, and leads to pages that may be indexed', () => {
  const feeds = [...files].filter((file) => file.endsWith('.atom'));
  expect(feeds.length).toBeGreaterThan(50);
  for (const file of feeds) {
    const atom = read(file);
    expect(faultsOfAtom(atom), file).toEqual([]);
    expect(atom, file).toContain(`xml:lang="${file.startsWith('ar/') ? 'ar' : 'en'}"`);
    for (const [, address = ''] of atom.matchAll(/<link rel="alternate"[^>]*href="([^"]*)"/g)) {
      expect(read(fileAt(address) ?? ''), `${file} ${address}`).not.toContain('content="noindex"');
    }
    for (const [, title = ''] of atom.matchAll(/<entry>[^]*?<title>([^<]*)/g)) {
      expect(title, file).toMatch(/^.+: ./);
    }
  }
  expect(faultsOfAtom('<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id></feed>')).not.toEqual(
    [],
  );
});

test('the sitemap lists every page that may be indexed, once, and no other', () => {
  const xml = read('sitemap.xml');
  expect(fromXml(xml).children.at(-1)).toMatchObject({ type: 'element', name: 'urlset' });
  const listed = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeLessThanOrEqual(50_000);
  expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024);
  const indexed = [...files].filter((file) => {
    if (!file.endsWith('.html')) return false;
    const [head = ''] = read(file).split('</head>');
    return !head.includes('content="noindex"');
  });
  expect(listed.map((address) => fileAt(address)).sort()).toEqual(indexed.sort());
  expect(read('robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${ORIGIN}${BASE}sitemap.xml\n`,
  );
});
