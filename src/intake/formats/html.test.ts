import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#compile/markdown.ts';
import type { OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { accountOf } from '#intake/html/account-in-tests.ts';
import { html } from './html.ts';

const CASES = join(import.meta.dirname, 'html');

function fileOf(
  bytes: Uint8Array,
  beside: Readonly<Record<string, Uint8Array>> = {},
  name = 'page.html',
): OutsideFile {
  return {
    name,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    stream: async function* () {
      await Promise.resolve();
      yield bytes;
    },
    beside: (path) => Promise.resolve(beside[path] ?? null),
  };
}

async function read(file: OutsideFile): Promise<OutsideDocument | UnreadableDocument> {
  for await (const document of html.read(file)) return document;
  throw new Error('No document came out of the file.');
}

async function readWords(words: string): Promise<OutsideDocument> {
  const document = await read(fileOf(new TextEncoder().encode(words)));
  if ('problems' in document) throw new Error(JSON.stringify(document.problems));
  return document;
}

/** A document as an editor would describe it: what is expected of a page stands beside it so. */
function described({ blocks, facts, dropped, notices, addresses }: OutsideDocument): string {
  return [
    'Facts',
    ...facts.map(({ key, value, from }) => `  ${key}: ${value} (${from})`),
    `Addresses: ${addresses.join(' ')}`,
    'Notices',
    ...notices.map(({ code, args, line }) => `  ${String(line)}: ${code} ${JSON.stringify(args)}`),
    'Dropped',
    ...dropped.map((line) => `  ${line}`),
    ...blocks.flatMap(({ kind, level, is, lang, line, markdown }) => [
      '',
      `=== ${[kind, level, is, lang].filter((part) => part !== undefined).join(' ')}, line ${String(line)}`,
      markdown,
    ]),
    '',
  ].join('\n');
}

describe.each(readdirSync(CASES))('%s', (name) => {
  const words = readFileSync(join(CASES, name, 'page.html'), 'utf8');

  test('comes out as written beside it', async () => {
    const document = await readWords(words);
    await expect(described(document)).toMatchFileSnapshot(join(CASES, name, 'expected.txt'));
  });

  test('loses no character that a reader would see, and makes none', async () => {
    expect(accountOf(words, await readWords(words))).toEqual({ lost: '', made: '' });
  });

  test('holds nothing that could run', async () => {
    const { blocks } = await readWords(words);
    const markdown = blocks.map((block) => block.markdown).join('\n');
    expect(markdown).not.toMatch(
      /javascript:|data:|onerror|(?<!\\)<(?:script|style|iframe|p|div)/i,
    );
  });
});

/** Pages as nobody would write them: elements of every kind within each other, words between. */
const page = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      ...[
        'A short word. ',
        'and\n\nmore ',
        'قال الحارس ',
        '1. ',
        '* ',
        '| a | b |',
        '# ',
        '[x](y)',
      ],
      ...[
        '&lt;b&gt;',
        '&nbsp;',
        '{#k3f9c}',
        'https://a.example/_b_',
        '- - -',
        '`',
        '<br>',
        '<hr>',
        '~~',
      ],
      'A sentence that is long enough to be taken for a paragraph of a text, with a comma and a stop. ',
      '<img src="a.jpg" alt="b">',
      '<script>run()</script>',
      '<p hidden>unseen</p>',
      '<sup id="r"><a href="#n">1</a></sup>',
      '<p id="n">1. A note.</p>',
    ),
    fc
      .tuple(
        fc.constantFrom(
          ...[
            'p',
            'div',
            'b',
            'i',
            'a href="/x"',
            'span style="font-weight:bold"',
            'ul',
            'ol',
            'li',
          ],
          ...['table', 'tr', 'td', 'th', 'caption', 'blockquote', 'pre', 'h1', 'h3', 'code', 'del'],
          ...[
            'figure',
            'figcaption',
            'article',
            'nav',
            'footer',
            'form',
            'dl',
            'dt',
            'dd',
            'q',
            'time',
          ],
          ...[
            'div class="byline"',
            'p lang="ar" dir="rtl"',
            'button',
            'center',
            'video',
            'svg',
            'sub',
          ],
        ),
        tie('nodes'),
      )
      .map(([tag, inside]) => `<${tag}>${inside}</${tag.replace(/ .*/, '')}>`),
  ),
})).nodes;

const KINDS: Readonly<Record<string, string>> = {
  quote: 'blockquote',
  picture: 'paragraph',
  note: 'footnoteDefinition',
  rule: 'thematicBreak',
};

test('accounts for every character of whatever page, in blocks that read as what they are', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (body) => {
      const words = `<!DOCTYPE html><title>A page</title><body>${body}`;
      const document = await readWords(words);
      // A quotation element is printed with marks that are not there.
      const { lost, made } = accountOf(words, document);
      expect({ lost, made: made.replaceAll(/[“”]×\d+ ?/g, '').trim() }).toEqual({
        lost: '',
        made: '',
      });
      for (const { kind, markdown } of document.blocks) {
        const { tree } = parseMarkdown(markdown);
        expect(tree?.children.map(({ type }) => type)).toEqual([KINDS[kind] ?? kind]);
        expect(markdown).not.toContain('run()');
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('the title', () => {
  const text =
    'The keeper wrote down the weather of every hour, the ships that passed, and the oil that he burned. ';
  const page = (title: string, body: string): string =>
    `<!DOCTYPE html><title>${title}</title>${body}<div><p>${text.repeat(3)}</p><p>${text.repeat(3)}</p></div>`;
  const titles = async (words: string): Promise<readonly string[]> => {
    const { facts, blocks } = await readWords(words);
    return [
      ...facts.filter(({ key }) => key === 'title').map(({ value }) => value),
      ...blocks.filter(({ kind }) => kind === 'heading').map(({ plain }) => plain),
    ];
  };

  test.each(['مدونة المنارة: عن البحر', 'مدونة المنارة | عن البحر', 'عن البحر - مدونة المنارة'])(
    'of “%s” is that of the post, not the name of the site that leads home',
    async (title) => {
      const body =
        '<div class="header"><h1><a href="/">مدونة المنارة</a></h1></div><h2 class="post-title">عن البحر</h2>';
      expect(await titles(page(title, body))).toEqual(['عن البحر', 'عن البحر']);
    },
  );

  test('is not a name that stands in the header over a heading marked as the title', async () => {
    const body =
      '<header><h1>Lights of the North</h1></header><h2 itemprop="headline">On oil lamps</h2>';
    const found = await titles(page('Lights of the North - On oil lamps', body));
    expect(found).toEqual(['On oil lamps', 'On oil lamps']);
  });

  test('keeps a colon of its own, and a heading that leads home where there is no other', async () => {
    const body = '<h1><a href="/">Oil lamps: a history</a></h1>';
    expect(await titles(page('Oil lamps: a history', body))).toEqual([
      'Oil lamps: a history',
      'Oil lamps: a history',
    ]);
  });
});

describe('what stands in and around a text', () => {
  const text =
    'The keeper wrote down the weather of every hour, the ships that passed, and the oil that he burned. ';
  const page = (head: string, inside: string, behind = ''): string =>
    `<!DOCTYPE html><title>On oil lamps</title>${head}<article><h1>On oil lamps</h1>${inside}<p>${text.repeat(3)}</p></article>${behind}`;

  test('banners that ask for consent are dropped, by their names and by their words', async () => {
    const { blocks, dropped } = await readWords(
      page(
        '<div>This website uses cookies.</div>',
        `<p>${text.repeat(3)}</p>`,
        '<div class="gdpr-bar"><p>Let us count you?</p></div><p>Here we use cookies; you agree to it.</p>',
      ),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(dropped).toEqual([
      'This website uses cookies.',
      'Let us count you?',
      'Here we use cookies; you agree to it.',
    ]);
  });

  test('the footer of a quotation is text, and a formula stays in its line', async () => {
    const quote = `<blockquote><p>${text}</p><footer>A keeper, in <cite>his log</cite></footer></blockquote>`;
    const formula = `<p>${text}So <math><mi>a</mi><mo>=</mo><mn>2</mn></math> holds.</p>`;
    const { blocks } = await readWords(page('', `<p>${text.repeat(3)}</p>${quote}${formula}`));
    expect(blocks[2]?.plain).toMatch(/\nA keeper, in his log$/);
    expect(blocks[3]?.plain).toMatch(/So a=2 holds\.$/);
  });

  test('links side by side that are dropped are parted by a space', async () => {
    const { dropped } = await readWords(
      page('<nav><a href="/a">Home</a><a href="/b">Lamps</a></nav>', `<p>${text.repeat(3)}</p>`),
    );
    expect(dropped).toEqual(['Home Lamps']);
  });

  test('an author alone under the headline is the byline, however a citation turns the name', async () => {
    const { blocks } = await readWords(
      page('<meta name="citation_author" content="Roe, Jane">', `<p>Jane Roe</p><p>${text}</p>`),
    );
    expect(blocks[1]).toMatchObject({ plain: 'Jane Roe', is: 'byline' });
  });
});

describe('a page of very many parts', () => {
  const many = (count: number, part: (number: number) => string): string =>
    Array.from({ length: count }, (_, index) => part(index)).join('');

  test('is read in seconds, be they links', async () => {
    const { blocks } = await readWords(
      many(30_000, (n) => `<a href="#x${String(n)}">${String(n)}</a> `),
    );
    expect(blocks).toHaveLength(1);
  }, 60_000);

  test('is read in seconds, be they calls of notes in one line', async () => {
    const calls = many(1500, (n) => `<a href="#x${String(n)}">${String(n % 1000)}</a> `);
    const notes = many(1500, (n) => `<p id="x${String(n)}">${String(n % 1000)}. A buoy.</p>`);
    const { blocks } = await readWords(`<p><span>${calls}</span></p>${notes}`);
    expect(blocks.filter(({ kind }) => kind === 'note')).toHaveLength(1500);
  }, 60_000);
});

describe('what is no page', () => {
  const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

  test('refuses elements that stand inside each other 100,000 deep, at once', async () => {
    const document = await read(fileOf(bytesOf('<div>'.repeat(100_000))));
    expect(document).toMatchObject({ problems: [{ code: 'page-too-deep', line: 1 }] });
  });

  test('refuses a page of 200 MB without reading it', async () => {
    const bytes = (): Promise<never> => Promise.reject(new Error('It was read.'));
    const document = await read({ ...fileOf(bytesOf('')), size: 200 * 1024 * 1024, bytes });
    expect(document).toMatchObject({
      problems: [{ code: 'import-too-large', args: { size: '200', most: '8' } }],
    });
  });

  test('refuses bytes that are of no encoding the page names', async () => {
    const document = await read(fileOf(Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9, 0x20)));
    expect(document).toMatchObject({ problems: [{ code: 'not-utf8' }] });
  });

  test('reads an old encoding that the page declares, and says so', async () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>';
    const bytes = Uint8Array.from([...bytesOf(head), 0xc8, 0xcd, 0xd1]);
    const document = await read(fileOf(bytes));
    expect(document).toMatchObject({
      blocks: [{ plain: 'بحر' }],
      notices: [{ code: 'page-in-old-encoding', args: { encoding: 'windows-1256' } }, {}],
    });
  });

  test('reads UTF-16 by its byte-order mark', async () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFF<p>بحر</p>', 'utf16le'));
    expect(await read(fileOf(bytes))).toMatchObject({ blocks: [{ plain: 'بحر' }] });
  });

  test('takes a picture that lies beside the page, under a name that an archive can have', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const long =
      'The tide comes in over the flats faster than a man walks, as everyone here knows. ';
    const words = `<article><p>${long.repeat(4)}</p><p><img src="page_files/a%20b.jpg" alt="The tide"></p><p>${long.repeat(4)}</p></article>`;
    const document = await read(fileOf(bytesOf(words), { 'page_files/a b.jpg': png }));
    expect(document).toMatchObject({ pictures: [{ name: 'a-b.png', bytes: png }], notices: [] });
    expect(document).toHaveProperty('blocks.1.markdown', '![The tide](a-b.png)');
  });

  test.each([
    ['page.html', '<p>x', true],
    ['page', '<!DOCTYPE html><p>x', true],
    ['page.txt', 'a < b', false],
    ['page.html', 'From: <Saved by Blink>\nMIME-Version: 1.0\n', false],
  ])('of %s with %j it says whether it is HTML', (name, head, expected) => {
    expect(html.fits(head, name)).toBe(expected);
  });
});
