import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childOf, textOf } from './tree.ts';
import { LARGEST_PIECE, type XmlGap, type XmlPiece, xmlPieces } from './pieces.ts';

const ITEM = new Set(['item']);

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield await Promise.resolve(bytes.subarray(at, at + size));
    at += size;
  }
}

async function piecesOf(
  file: string | Uint8Array,
  { sizes = [Infinity], limit = LARGEST_PIECE }: { sizes?: readonly number[]; limit?: number } = {},
): Promise<(XmlPiece | XmlGap)[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return Array.fromAsync(xmlPieces(inChunks(bytes, sizes), ITEM, limit));
}

/** What came out, in one line a piece. */
function told(pieces: readonly (XmlPiece | XmlGap)[]): string[] {
  return pieces.map((piece) =>
    piece.element
      ? `${String(piece.line)}: ${textOf(piece.element, 'title')}`
      : piece.problems
          .map(({ code, line, args }) =>
            [`${String(line)}: ${code}`, ...Object.values(args)].join(', '),
          )
          .join('; '),
  );
}

const HARBOURS = `<?xml version="1.0" encoding="UTF-8"?>
<rss><channel>
<title>Harbours</title>
<item><title>Basra &amp; Aden</title></item>
<item>
  <title><![CDATA[ميناء <b>عدن</b> </item>]]></title>
</item>
<!-- <item><title>not there</title></item> -->
</channel></rss>
`;

describe('xmlPieces', () => {
  it('yields each element with its line, its words and its bytes', async () => {
    const pieces = await piecesOf(HARBOURS);
    expect(told(pieces)).toEqual(['4: Basra & Aden', '5: ميناء <b>عدن</b> </item>']);
    const second = pieces[1];
    expect(new TextDecoder().decode(second?.element ? second.bytes : undefined)).toBe(
      '<item>\n  <title><![CDATA[ميناء <b>عدن</b> </item>]]></title>\n</item>',
    );
  });

  it('yields the same wherever the chunks end', async () => {
    const whole = await piecesOf(HARBOURS);
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sizes, async (these) => {
        expect(await piecesOf(HARBOURS, { sizes: these })).toEqual(whole);
      }),
    );
  });

  it('reads UTF-16 of either order, a byte order mark, and what the declaration names', async () => {
    const little = new Uint8Array(
      new Uint16Array(Array.from(`\uFEFF${HARBOURS}`, (sign) => sign.charCodeAt(0))).buffer,
    );
    const big = little.map((_, index) => little[index ^ 1] ?? 0);
    const expected = told(await piecesOf(HARBOURS));
    expect(told(await piecesOf(little))).toEqual(expected);
    expect(told(await piecesOf(little, { sizes: [3] }))).toEqual(expected);
    expect(told(await piecesOf(big, { sizes: [7] }))).toEqual(expected);
    expect(told(await piecesOf(`\uFEFF${HARBOURS}`))).toEqual(expected);
    const arabic = new Uint8Array([
      ...new TextEncoder().encode(
        '<?xml version="1.0" encoding="windows-1256"?><rss><item><title>',
      ),
      ...[0xcf, 0xc7, 0xd1],
      ...new TextEncoder().encode('</title></item></rss>'),
    ]);
    expect(told(await piecesOf(arabic))).toEqual(['1: دار']);
  });

  it('says of an encoding that nobody knows which it is', async () => {
    expect(told(await piecesOf('<?xml version="1.0" encoding="x-rune"?><rss/>'))).toEqual([
      '1: export-unknown-encoding, x-rune',
    ]);
  });

  it('yields what was complete before a file breaks off, and then says where', async () => {
    const cut = HARBOURS.slice(0, HARBOURS.indexOf('عدن'));
    expect(told(await piecesOf(cut))).toEqual(['4: Basra & Aden', '6: export-cut-off, item, 5']);
    const between = HARBOURS.slice(0, HARBOURS.indexOf('<!-- <item>'));
    expect(told(await piecesOf(between)).at(-1)).toBe('8: export-cut-off, rss, 2');
  });

  it('goes on after an element that is not well-formed', async () => {
    const file =
      '<rss>\n<item><title>one</title></item>\n<item><title>two</titel></item>\n<item><title>three</title></item></rss>';
    expect(told(await piecesOf(file))).toEqual([
      '2: one',
      '3: export-not-xml, an element ends that is not the last one opened',
      '4: three',
    ]);
  });

  it('gives back the neighbours that a section without an end has swallowed', async () => {
    const file = `<rss>
<item><title><![CDATA[one</title></item>
<item><id><![CDATA[2]]></id><title>two</title></item>
<item><title>three</title></item></rss>`;
    expect(told(await piecesOf(file))).toEqual([
      '2: export-not-xml, an element does not end',
      '3: two',
      '4: three',
    ]);
  });

  it('understands `]]>` in a section, as it should be written and as it should not', async () => {
    const file = `<rss><item><title><![CDATA[if (a[b[0]]]]><![CDATA[>1)]]></title></item>
<item><title><![CDATA[if (a[b[0]]>1) <i>x</i>]]></title></item></rss>`;
    expect(told(await piecesOf(file))).toEqual(['1: if (a[b[0]]>1)', '2: if (a[b[0]]>1) <i>x</i>']);
  });

  it('takes out control characters and counts them', async () => {
    const [piece] = await piecesOf('<rss><item><title>a\u0000b\u000Bc\td</title></item></rss>');
    expect(piece?.element && [textOf(piece.element, 'title'), piece.controls]).toEqual([
      'abc\td',
      2,
    ]);
  });

  it('keeps entities of HTML and a bare `&` as they are written', async () => {
    const file = '<rss><item><title>ink&nbsp;&constructor; R&D & x&#0;&#1605;</title></item></rss>';
    expect(told(await piecesOf(file))).toEqual(['1: ink&nbsp;&constructor; R&D & x&#0;م']);
  });

  it('reads escaped HTML as any other words', async () => {
    const html = '<p class="x">R&amp;D &#39;&lt;&nbsp; ]]> &amp;amp; مد</p>';
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const file = `<feed><item><content type='html'>${escaped}&#x27;&apos;</content><title type='html'>${escaped}</title></item></feed>`;
    const [piece] = await piecesOf(file);
    expect(piece?.element && textOf(piece.element, 'content')).toBe(`${html}''`);
    expect(piece?.element && textOf(piece.element, 'title')).toBe(html);
  });

  it('does not mind prefixes that nobody has declared', async () => {
    const [piece] = await piecesOf('<rss><item><x:y z:a="1">b</x:y></item></rss>');
    expect(piece?.element && childOf(piece.element, 'x:y')?.attributes).toEqual({ 'z:a': '1' });
  });

  it('never expands entities of the file’s own, and names the post that uses one', async () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE rss [
  <!-- it's a bomb: ]> -->
  <!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY c '&b;&b;]><item>&b;'>
]>
<rss><item><title>&c;</title></item>
<item><title>quiet</title></item></rss>`;
    expect(told(await piecesOf(bomb, { sizes: [5] }))).toEqual([
      '6: export-own-entity, c',
      '7: quiet',
    ]);
  });

  it('does not keep an element that is too large, and goes on after it', async () => {
    const file = `<rss><item><title>${'long '.repeat(900_000)}</title></item>\n<item><title>short</title></item></rss>`;
    expect(told(await piecesOf(file, { sizes: [10_000], limit: 1_000_000 }))).toEqual([
      '1: export-element-too-large, 1',
      '2: short',
    ]);
  });

  it('counts lines the same whatever ends them', async () => {
    const expected = told(await piecesOf(HARBOURS));
    expect(told(await piecesOf(HARBOURS.replaceAll('\n', '\r\n'), { sizes: [1] }))).toEqual(
      expected,
    );
    expect(told(await piecesOf(HARBOURS.replaceAll('\n', '\r')))).toEqual(expected);
  });

  it('is not slowed down by markup that leads nowhere', { timeout: 60_000 }, async () => {
    const hostile = [
      `<rss><item>${'<a>'.repeat(100_000)}</item></rss>`,
      `<rss>${'<'.repeat(1_000_000)}</rss>`,
      `<rss>${'<a "'.repeat(300_000)}</rss>`,
      `<rss><item>${'</b>'.repeat(100_000)}</item></rss>`,
      `<rss><item><![CDATA[${']'.repeat(1_000_000)}]]></item></rss>`,
      `<rss><item>${'<t><![CDATA['.repeat(50_000)}</item></rss>`,
      `<rss><item>${'&'.repeat(500_000)}</item></rss>`,
    ];
    for (const file of hostile) {
      expect((await piecesOf(file, { sizes: [65_536] })).length).toBeLessThanOrEqual(1);
    }
  });
});
