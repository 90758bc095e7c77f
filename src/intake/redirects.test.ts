import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress } from '#model/schema/redirects.ts';
import { addRedirects } from './redirects.ts';

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

const MOVED = [
  { from: '/?p=17', to: '/articles/first-press/' },
  { from: '/2012/05/مطبعة/', to: '/articles/first-press/' },
  { from: '/2011/02/tide-tables.html', to: '/articles/tide-tables/' },
];

describe('addRedirects', () => {
  it('writes a new file, in order, with quotes where YAML needs them', () => {
    expect(addRedirects(null, MOVED).words).toMatchInlineSnapshot(`
      "/2011/02/tide-tables.html: /articles/tide-tables/
      /2012/05/مطبعة/: /articles/first-press/
      "/?p=17": /articles/first-press/
      "
    `);
  });

  it('leaves what is there as it is: comments, order, the end of lines, a last line without one', () => {
    const before =
      '\uFEFF# Moved in spring\r\n/z/: /articles/z/   # the last letter\r\n/a/: {gone: error}';
    const { words } = addRedirects(bytes(before), MOVED.slice(2));
    expect(words).toBe(`${before}\r\n/2011/02/tide-tables.html: /articles/tide-tables/\r\n`);
  });

  it('adds nothing when it is run again', () => {
    const { words } = addRedirects(null, MOVED);
    const again = addRedirects(bytes(words ?? ''), MOVED);
    expect(again).toEqual({ words: null, added: [], taken: [], problems: [] });
  });

  it('knows an address with and without its last slash, encoded and decoded', () => {
    const before = bytes('/2012/05/%d9%85%d8%b7%d8%a8%d8%b9%d8%a9: /articles/first-press/\n');
    expect(addRedirects(before, MOVED.slice(1, 2)).added).toEqual([]);
  });

  it('leaves an address that leads elsewhere, is withdrawn, or is a page, and tells', () => {
    const before = bytes(
      '/2011/02/tide-tables.html: /articles/tides/\n"/?p=17": {gone: privacy}\n',
    );
    const { words, taken } = addRedirects(
      before,
      [...MOVED, { from: '/about', to: '/articles/about/' }, { from: '/', to: '/articles/home/' }],
      new Set(['/about/']),
    );
    expect(words).toMatch(/tides\/\n"\/\?p=17": \{gone: privacy\}\n\/2012\/05\/مطبعة\/: /);
    expect(taken).toEqual([
      { ...MOVED[0], leads: null },
      { ...MOVED[2], leads: '/articles/tides/' },
      { from: '/about', to: '/articles/about/', leads: null },
      { from: '/', to: '/articles/home/', leads: null },
    ]);
  });

  it('leads the first of two posts that claim one address, and tells of the second', () => {
    const { added, taken } = addRedirects(null, [
      { from: '/tide', to: '/articles/tide/' },
      { from: '/tide/', to: '/articles/tide-2/' },
    ]);
    expect(added).toEqual([{ from: '/tide', to: '/articles/tide/' }]);
    expect(taken).toEqual([{ from: '/tide/', to: '/articles/tide-2/', leads: '/articles/tide/' }]);
  });

  it('adds nothing to a file that cannot be read, or to which no line can be added', () => {
    for (const before of ['/a: [', 'about: /articles/about/\n', '{/a: /articles/a/}\n']) {
      const { words, problems } = addRedirects(bytes(before), MOVED);
      expect(words).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it('takes any address of an archive and can be read back', () => {
    const address = fc.string({ unit: 'grapheme', maxLength: 60 }).map((rest) => `/${rest}`);
    fc.assert(
      fc.property(fc.array(address.filter(isAddress), { maxLength: 8 }), (addresses) => {
        const moved = addresses.map((from) => ({ from, to: '/articles/x/' }));
        const { words, added } = addRedirects(null, moved);
        expect(words === null).toBe(added.length === 0);
        expect(addRedirects(bytes(words ?? ''), moved).added).toEqual([]);
      }),
    );
  });
});
