import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { isAddress } from '#model/schema/redirects.ts';
import { fileInMemory, told } from './outside-file-in-memory.ts';
import { wordpress } from './wordpress.ts';

const ALMANAC = readFileSync(new URL('fixtures/almanac.wordpress.xml', import.meta.url), 'utf8');
const BESIDE = {
  'wp-content/uploads/2012/05/quay.jpg': new Uint8Array(500),
  'uploads/2012/05/press room.png': new Uint8Array(600),
};

const documentsIn = (file: OutsideFile): Promise<(OutsideDocument | UnreadableDocument)[]> =>
  Array.fromAsync(wordpress.read(file));

/** An export that holds these items, of `<item>` to `</item>`, or the insides of posts. */
function exportOf(...posts: readonly string[]): string {
  const items = posts.map((inside, index) =>
    inside.startsWith('<item>')
      ? inside
      : `<item>${inside}<wp:post_id>${String(index + 1)}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
  );
  return `<?xml version="1.0"?>
<rss xmlns:wp="http://wordpress.org/export/1.1/"><channel><title>Almanac</title><link>https://almanac.example/notes</link>
${items.join('\n')}
</channel></rss>`;
}

async function only(
  inside: string,
  beside: Readonly<Record<string, Uint8Array>> = {},
): Promise<OutsideDocument> {
  const [document] = await documentsIn(fileInMemory(exportOf(inside), { beside }));
  if (!document || !('blocks' in document)) throw new Error('no document');
  return document;
}

const content = (html: string): string =>
  `<title>x</title><content:encoded><![CDATA[${html}]]></content:encoded>`;

describe('an export of WordPress', () => {
  it('is known by its namespace, whatever its version', () => {
    expect(wordpress.fits(ALMANAC, 'almanac.xml')).toBe(true);
    expect(wordpress.fits(exportOf(), 'x.xml')).toBe(true);
    expect(wordpress.fits('<rss version="2.0"><channel/></rss>', 'feed.xml')).toBe(false);
    expect(wordpress.fits('A note on wordpress.org/export/1.2/', 'note.txt')).toBe(false);
  });

  it('comes to one document a published post or page', async () => {
    const documents = await documentsIn(fileInMemory(ALMANAC, { beside: BESIDE }));
    expect(documents.map(told).join('\n\n')).toMatchInlineSnapshot(`
      "# first-press (first-press.xml)
      title: The first press on the quay
      lede: How a press came to the quay.
      author: Salma Haddad
      published: 2012-05-03T14:20:00
      publisher: Harbour Almanac & تقويم الميناء
      url: https://almanac.example/2012/05/first-press/
      lang: en-GB
      subject: Presses
      subject: طباعة
      slug: first-press
      at /2012/05/first-press/
      at /?p=17
      at /2012/05/the-press/
      28 paragraph | The press came by *steamer* in spring.\\⏎It stood in a shed.
      31 picture | ![A shed](quay.jpg)
      31 caption | The shed on the quay
      35 paragraph | Its first sheet was a tide table.
      37 picture | ![](quay.jpg)
      37 caption | The quay in 1874
      37 picture | ![](press-room.png)
      39 paragraph | <https://films.example/press?reel=1&side=2>
      41 paragraph | \\[tide_clock port="Aden"] and \\[sic] and \\[gallery].
      - Uncategorized
      - Aside
      picture quay.jpg
      picture press-room.png
      ? export-not-published {"status":"draft","count":"1","names":"“A draft about lamps”"}
      ? export-not-published {"status":"protected by a password","count":"1","names":"“for-friends”"}
      ? export-not-published {"status":"private","count":"1","names":"“a-private-letter”"}
      ? export-other-kind {"kind":"tide","count":"1","names":"“a-tide-table”"}
      ? export-entries-left-out {"kind":"attachment","count":"2"}
      ? export-entries-left-out {"kind":"nav_menu_item","count":"1"}
      ? export-comments-left-out {"count":"2","posts":"1"}
      ? 21 comments-left-out {"count":"2"}
      ? 21 shortcode-kept {"names":"\`tide_clock\`"}
      ? 21 gallery-without-pictures {"ids":"404"}

      # المطبعة (المطبعة.xml)
      title: المطبعة الأولى على الرصيف
      author: guest
      published: 2012-06-01T09:00:00
      publisher: Harbour Almanac & تقويم الميناء
      url: https://almanac.example/2012/06/%d8%a7%d9%84%d9%85%d8%b7%d8%a8%d8%b9%d8%a9/
      lang: ar
      lang: en-GB
      slug: المطبعة
      at /2012/06/المطبعة/
      at /?p=21
      67 heading | ### وصول المطبعة
      71 paragraph | وصلت المطبعة في الربيع.
      75 paragraph | The press came in spring.
      81 picture | ![](press-room.png)
      81 caption | قاعة الطباعة
      - غير مصنف
      - العربية
      picture press-room.png
      ? 61 block-without-words {"names":"\`latest-posts\`"}

      # about (about.xml)
      title: About this almanac
      author: Salma Haddad
      publisher: Harbour Almanac & تقويم الميناء
      url: https://almanac.example/about/
      lang: en-GB
      slug: about
      at /about/
      at /?p=2
      at /?page_id=2
      100 paragraph | We keep notes.
      100 paragraph | We lend books."
    `);
  });

  it('gives each post’s bytes as they stand in the file', async () => {
    for (const document of await documentsIn(fileInMemory(ALMANAC))) {
      const bytes = 'source' in document ? document.source.bytes : new Uint8Array();
      const words = new TextDecoder().decode(bytes);
      expect(words).toMatch(/^<item>[^]*<\/item>$/);
      expect(ALMANAC).toContain(words);
    }
  });

  it('is the same wherever its chunks end, and read again', async () => {
    const whole = await documentsIn(fileInMemory(ALMANAC, { beside: BESIDE }));
    for (const chunk of [1, 7, 100, 4096]) {
      expect(await documentsIn(fileInMemory(ALMANAC, { beside: BESIDE, chunk }))).toEqual(whole);
    }
  });

  it('takes nothing that its owner had not published', async () => {
    const words = JSON.stringify(await documentsIn(fileInMemory(ALMANAC)));
    for (const secret of [
      'Nobody should read',
      'Only with the word',
      'lighthouse',
      'I saw it there',
    ]) {
      expect(words).not.toContain(secret);
    }
  });

  it('says so where no post is published', async () => {
    const file = fileInMemory(
      exportOf(
        '<item><title>Draft</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>',
      ),
    );
    expect((await documentsIn(file)).map(told)).toEqual([
      '# export.xml\n! 1 export-without-posts {"count":"1"}',
    ]);
  });

  it('names a post that cannot be read and goes on', async () => {
    const broken = exportOf(
      content('One.'),
      '<title>The broken lamp</title><wp:post_date>2012</wp:post_dat>',
      content('Three.'),
    );
    const documents = await documentsIn(fileInMemory(`${broken.slice(0, -6)}<item><title>Cut`));
    expect(documents.map(told).map((lines) => lines.replaceAll(/\n(?!!|\d).*/g, ''))).toEqual([
      '# x (x.xml)\n3 paragraph | One.',
      '# The broken lamp\n! 4 export-not-xml {"reason":"an element ends that is not the last one opened"}',
      '# x (x.xml)\n5 paragraph | Three.',
      '# export.xml\n! 6 export-cut-off {"element":"item","begin":"6"}',
    ]);
  });

  it('reads an old export that knows no authors, and names each category once', async () => {
    const { facts } = await only(
      `${content('Words.')}<dc:creator>admin</dc:creator>
<category><![CDATA[Tides]]></category><category domain="category" nicename="tides"><![CDATA[Tides]]></category>
<category domain="tag" nicename="low-water"></category>`,
    );
    expect(facts.map(({ key, value }) => `${key}: ${value}`)).toEqual([
      'title: x',
      'author: admin',
      'publisher: Almanac',
      'subject: Tides',
      'subject: low water',
    ]);
  });

  it('names several authors where a plugin lists them', async () => {
    const { facts } = await only(
      `${content('Words.')}<dc:creator>admin</dc:creator><category domain="author" nicename="cap-lu">Lu Ann</category><category domain="author" nicename="cap-bo">Bo Dee</category>`,
    );
    expect(facts.filter(({ key }) => key === 'author').map(({ value }) => value)).toEqual([
      'Lu Ann',
      'Bo Dee',
    ]);
  });

  it('knows the addresses of a blog in a folder, and no address of another post', async () => {
    const posts = [
      `${content('a')}<link>https://almanac.example/notes/a/</link><guid>https://almanac.example/notes/?p=2</guid>`,
      `${content('b')}<link>https://almanac.example/notes/?p=2</link><guid>https://almanac.example/notes/?p=77</guid>`,
      `${content('c')}<link>https://elsewhere.example/c/</link>`,
    ];
    const documents = await documentsIn(fileInMemory(exportOf(...posts)));
    expect(documents.map((document) => 'addresses' in document && document.addresses)).toEqual([
      ['/notes/a/', '/notes/?p=1'],
      ['/notes/?p=2', '/notes/?p=77'],
      ['/notes/?p=3'],
    ]);
  });

  it('tells posts that a plugin calls translations of each other', async () => {
    const group = '<category domain="post_translations" nicename="pll_5">pll_5</category>';
    const documents = await documentsIn(
      fileInMemory(
        exportOf(
          `${content('a')}${group}<wp:post_name>tide</wp:post_name>`,
          `${content('b')}${group}<wp:post_name>%d9%85%d8%af</wp:post_name>`,
        ),
      ),
    );
    expect(
      documents.flatMap((document) => ('notices' in document ? document.notices : [])),
    ).toEqual([
      { code: 'post-translated', args: { names: '“مد”' }, line: 3 },
      { code: 'post-translated', args: { names: '“tide”' }, line: 4 },
    ]);
  });

  it('shows the picture that stood above a post, unless the post shows it itself', async () => {
    const upload = (id: number): string =>
      `<item><wp:post_id>${String(id)}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://almanac.example/uploads/pier.png</wp:attachment_url></item>`;
    const meta =
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>';
    const beside = { 'pier.png': new Uint8Array(300) };
    const shown = async (html: string): Promise<string[]> => {
      const [first] = await documentsIn(
        fileInMemory(exportOf(content(html) + meta, upload(9)), { beside }),
      );
      return first && 'blocks' in first ? first.blocks.map(({ markdown }) => markdown) : [];
    };
    expect(await shown('Words.')).toEqual(['![](pier.png)', 'Words.']);
    expect(await shown('Words. <img src="/uploads/pier-300x200.png">')).toEqual([
      'Words.',
      '![](pier.png)',
    ]);
  });

  it('brings the notes of a post that its block editor keeps beside it', async () => {
    const post =
      '<!-- wp:paragraph --><p>High<sup data-fn="n-1" class="fn"><a id="n-1-link" href="#n-1">1</a></sup> water.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->';
    const field = JSON.stringify([{ content: 'At the <em>quay</em>.', id: 'n-1' }]);
    const noted = (value: string): string =>
      `${content(post)}<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
    const { blocks, notices } = await only(noted(field));
    expect(blocks.map(({ markdown }) => markdown)).toEqual([
      'High[^1] water.',
      '[^1]: At the *quay*.',
    ]);
    expect(notices).toEqual([]);
    expect((await only(noted('{'))).notices).toMatchObject([{ code: 'block-without-words' }]);
  });

  it('links to what plays, in blocks as in shortcodes', async () => {
    const film =
      '<!-- wp:video --><figure class="wp-block-video"><video controls poster="https://almanac.example/tide.png" src="https://almanac.example/tide.mp4"></video><figcaption>The tide</figcaption></figure><!-- /wp:video -->';
    const { blocks, dropped } = await only(content(film));
    expect(blocks).toMatchObject([
      { markdown: '<https://almanac.example/tide.mp4>' },
      { markdown: 'The tide', is: 'caption' },
    ]);
    expect(dropped).toEqual(['<https://almanac.example/tide.png>']);
  });

  it('knows a login by the signs that one can have', async () => {
    const file = exportOf(`${content('a')}<dc:creator>&gt;salma</dc:creator>`).replace(
      '<item>',
      '<wp:author><wp:author_login>salma</wp:author_login><wp:author_display_name>Salma Haddad</wp:author_display_name></wp:author><item>',
    );
    const [document] = await documentsIn(fileInMemory(file));
    expect(document && told(document)).toContain('\nauthor: Salma Haddad\n');
  });

  it('lets no script through', async () => {
    const { blocks } = await only(
      content(
        '<p onclick="x()">Tide<script>alert(1)</script> <a href="javascript:x()">table</a></p>',
      ),
    );
    expect(JSON.stringify(blocks)).not.toMatch(/alert|onclick|javascript/);
  });

  it('accounts for every letter of a post', { timeout: 120_000 }, async () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((some) => some.replaceAll(/[[\]\p{C}]/gu, ''));
    const escaped = (some: string): string => some.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const html = fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'p',
            'h2',
            'blockquote',
            'em',
            'strong',
            'div',
            'li',
            'td',
            'pre',
            'q',
            'object',
          ),
          words,
        ),
        { maxLength: 6 },
      )
      .map((parts) =>
        parts.map(([tag, inner]) => `<${tag}>${escaped(inner)}</${tag}>\n\n`).join(''),
      );
    await fc.assert(
      fc.asyncProperty(
        words,
        html,
        words,
        fc.array(words, { maxLength: 3 }),
        async (title, body, excerpt, labels) => {
          const inside = `<title><![CDATA[${escaped(title)}]]></title>
<content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[${escaped(excerpt)}]]></excerpt:encoded>
${labels.map((label) => `<category domain="post_tag"><![CDATA[${escaped(label)}]]></category>`).join('')}`;
          const { blocks, facts, dropped } = await only(inside);
          const given = lettersOf([
            title,
            body.replaceAll(/<[^<>]*>|&(?:amp|lt);/g, ' '),
            excerpt,
            ...new Set(labels),
          ]);
          const kept = lettersOf([
            ...blocks.map(({ plain }) => plain),
            ...facts.map(({ value }) => value),
            ...dropped,
          ]);
          for (const [letter, count] of given)
            expect(kept.get(letter) ?? 0).toBeGreaterThanOrEqual(count);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives addresses that an archive can hold', async () => {
    const path = fc.string({ unit: 'grapheme', maxLength: 30 }).map((some) => some.toWellFormed());
    await fc.assert(
      fc.asyncProperty(path, async (some) => {
        const links = [encodeURIComponent(some), some.replaceAll(/[<&\p{C}]/gu, '')];
        for (const link of links) {
          const { addresses } = await only(
            `${content('x')}<link>https://almanac.example/${link}</link>`,
          );
          expect(addresses.every(isAddress)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function lettersOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of words
    .join(' ')
    .normalize('NFC')
    .matchAll(/[\p{L}\p{N}]/gu)) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

describe('a large export', () => {
  it('is read in bounded memory', { timeout: 300_000 }, async () => {
    const megabytes = 60;
    const post = (index: number): string =>
      `<item><title>Post ${String(index)}</title><content:encoded><![CDATA[${'<p>High water at the old pier. مد عند الرصيف القديم.</p>\n'.repeat(900)}]]></content:encoded><wp:post_id>${String(index)}</wp:post_id><wp:status>publish</wp:status><wp:post_type>${index % 200 === 0 ? 'post' : 'attachment'}</wp:post_type></item>\n`;
    const posts = Math.ceil((megabytes * 1_000_000) / new TextEncoder().encode(post(1)).length);
    const file: OutsideFile = {
      ...fileInMemory(''),
      stream: async function* () {
        const [begin = '', end = ''] = exportOf('·').split(/<item>.*<\/item>/);
        yield await Promise.resolve(new TextEncoder().encode(begin));
        for (let index = 0; index < posts; index += 1) yield new TextEncoder().encode(post(index));
        yield new TextEncoder().encode(end);
      },
    };
    let count = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const document of wordpress.read(file)) {
      count += 'blocks' in document ? 1 : 0;
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    console.info(
      `${String(megabytes)} MB of posts: at most ${String(Math.round(most / 1e6))} MB more on the heap.`,
    );
    expect(count).toBe(Math.ceil(posts / 200));
    expect(most).toBeLessThan(400e6);
  });
});
