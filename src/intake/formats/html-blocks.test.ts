import { describe, expect, test } from 'vitest';
import { htmlToBlocks } from './html-blocks.ts';

function markdown(html: string, options = {}): string[] {
  return htmlToBlocks(html, options).blocks.map((block) => block.markdown);
}

describe('paragraphs', () => {
  test('are parted by two line breaks, as old blogs write them, and not by one', () => {
    expect(
      markdown('<div>One line<br>and another<br> <br/>A new one<br><br><br>and one more</div>'),
    ).toEqual(['One line\\\nand another', 'A new one', 'and one more']);
  });

  test('are parted by blank lines where nothing else parts them, within emphasis too', () => {
    const post = 'First <em>begins\n\nends</em> second,\nwith a line.\n\n<h3>Head</h3>\nThird.';
    const expected = ['First *begins*', '*ends* second,\\\nwith a line.', '### Head', 'Third.'];
    expect(markdown(post)).toEqual(expected);
    expect(markdown(post, { paragraphs: 'blank-lines' })).toEqual(expected);
    expect(markdown(post, { paragraphs: 'markup' })).toEqual([
      'First *begins ends* second, with a line.',
      '### Head',
      'Third.',
    ]);
  });

  test('hold plain spaces alone, and soft hyphens as they are', () => {
    expect(markdown('<p>a&nbsp;&thinsp;b\n c&shy;d</p>')).toEqual(['a b c\u00ADd']);
  });
});

describe('words', () => {
  test.each([
    ['bold with a colon before a letter', '<b>قال:</b>نعم', '**قال**:نعم'],
    ['bold with spaces at its edges', 'a<b> b </b>c', 'a **b** c'],
    [
      'bold by style, and bold that is none',
      '<span style="font-weight:700">a</span> <b style="font-weight:normal">b</b>',
      '**a** b',
    ],
    ['bold in a link', '<a href="https://a.example/"><b>a</b></a>', '[**a**](https://a.example/)'],
    ['links of other schemes', '<a href="javascript:x()">a</a> <a href="article:b">b</a>', 'a b'],
    ['signs of Markdown', '1. a * b_c_ [d] &lt;e&gt; #', '1\\. a \\* b_c\\_ \\[d] \\<e> #'],
    ['a power', '10<sup>2</sup>', '10²'],
    ['a picture that is a sign', 'a <img src="x.png" alt="🙂">', 'a 🙂'],
  ])('keep what they say: %s', (_, html, expected) => {
    expect(markdown(`<p>${html}</p>`)).toEqual([expected]);
  });

  test('begin headings at the second level, in their order', () => {
    expect(markdown('<h1>A</h1><h2>B</h2><h1>C</h1>')).toEqual(['## A', '### B', '## C']);
    expect(markdown('<h2>A</h2><h4>B</h4>')).toEqual(['## A', '#### B']);
  });

  test('that nobody sees are dropped, and scripts are nowhere', () => {
    const { blocks, dropped } = htmlToBlocks(
      '<p onclick="run()">seen<script>run()</script></p><p hidden>a</p><p style="display: none">b</p>',
    );
    expect(blocks.map(({ plain }) => plain)).toEqual(['seen']);
    expect(dropped).toEqual(['a', 'b']);
  });
});

describe('addresses', () => {
  test('in running words become links, also where they hold signs of Markdown', () => {
    const address = 'https://a.example/x_y/_z/?b=_c&d=*e*f';
    expect(markdown(`<p>See ${address.replace('&', '&amp;')}, twice.</p>`)).toEqual([
      `See <${address}>, twice.`,
    ]);
    expect(markdown('<p>See https://a.example/x.</p>')).toEqual(['See https://a.example/x.']);
  });

  test('of files stay without the button that fetches them', () => {
    const { blocks, dropped } = htmlToBlocks(
      '<div class="wp-block-file"><a href="https://a.example/b.pdf">A list</a><a href="https://a.example/b.pdf" class="wp-block-file__button" download>Download</a></div>',
    );
    expect(blocks).toMatchObject([{ markdown: '[A list](https://a.example/b.pdf)' }]);
    expect(dropped).toEqual(['Download']);
  });
});

describe('preformatted words', () => {
  test('are lines and stanzas where they are verse, and code elsewhere', () => {
    expect(
      markdown(
        '<pre class="wp-block-verse">The tide <em>turns</em>,<br>  the oars rest.<br><br>Nobody\nrows.</pre>',
      ),
    ).toEqual(['The tide *turns*,\\\nthe oars rest.', 'Nobody\\\nrows.']);
    expect(markdown('<pre>a *b*\n  c</pre>')).toEqual(['```\na *b*\n  c\n```']);
  });
});

describe('pictures', () => {
  const atHand = { picture: (address: string) => (address.endsWith('a.jpg') ? 'a.jpg' : null) };

  test('at hand stand for themselves, the larger one that they link to first, with their caption', () => {
    const html =
      '<table class="tr-caption-container"><tr><td><a href="https://b.example/a.jpg"><img src="https://b.example/a-s320.jpg" alt="A boat"></a></td></tr><tr><td class="tr-caption">A boat at rest</td></tr></table>';
    expect(htmlToBlocks(html, atHand).blocks).toMatchObject([
      { kind: 'picture', markdown: '![A boat](a.jpg)' },
      { kind: 'paragraph', markdown: 'A boat at rest', is: 'caption' },
    ]);
  });

  test('not at hand leave the line that would have shown them', () => {
    const { blocks, dropped, missing, notices } = htmlToBlocks(
      '<p><img src="/b.png" alt="A [boat]"> sails</p>',
      { base: 'https://a.example/x/', line: 7 },
    );
    expect(blocks).toMatchObject([{ plain: 'sails', line: 7 }]);
    expect(dropped).toEqual(['![A \\[boat\\]](https://a.example/b.png)']);
    expect(missing).toEqual(['https://a.example/b.png']);
    expect(notices).toMatchObject([{ code: 'picture-not-at-hand', line: 7 }]);
  });

  test('in a list that lists nothing else stand for themselves, each over its caption', () => {
    const item = (name: string): string =>
      `<li><figure><img src="${name}"><figcaption>${name} at rest</figcaption></figure></li>`;
    const gallery = `<figure><ul>${item('a.jpg')}\n${item('b.png')}</ul><figcaption>Boats</figcaption></figure>`;
    expect(htmlToBlocks(gallery, atHand).blocks).toMatchObject([
      { kind: 'picture', markdown: '![](a.jpg)' },
      { markdown: 'a.jpg at rest', is: 'caption' },
      { markdown: 'b.png at rest', is: 'caption' },
      { markdown: 'Boats', is: 'caption' },
    ]);
    expect(markdown('<ul><li><figure><img src="a.jpg"></figure></li><li>b</li></ul>')).toEqual([
      '- b',
    ]);
  });

  test('within an address of their own come out with a name', () => {
    const bytes = Buffer.alloc(300, 7).toString('base64');
    const { blocks, pictures } = htmlToBlocks(`<img src="data:image/png;base64,${bytes}" alt="A">`);
    expect(blocks).toMatchObject([{ markdown: '![A](picture-1.png)' }]);
    expect(pictures).toMatchObject([{ name: 'picture-1.png', bytes: { length: 300 } }]);
  });
});

describe('footnotes', () => {
  test.each([
    [
      'raised links',
      '<p>a<sup><a href="#f1">1</a></sup></p><ol><li id="f1">b <a href="#r1">↩</a></li></ol>',
    ],
    [
      'Word',
      '<p>a<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> b</p></div>',
    ],
    ['brackets around the link', '<p>a[<a href="#f1">1</a>]</p><p id="f1">1. b</p>'],
    [
      'a blog’s plugin with a table',
      '<p>a<a href="#f1"><sup>[1]</sup></a></p><table><tr><th id="f1"><a href="#">↑1</a></th><td>b</td></tr></table>',
    ],
    [
      'Blocks of WordPress',
      '<p>a<sup data-fn="x" class="fn"><a id="x-link" href="#x">1</a></sup></p><ol class="wp-block-footnotes"><li id="x">b <a href="#x-link">↩︎</a></li></ol>',
    ],
    [
      'whole addresses',
      '<p>a<sup><a href="https://old.example/post#fn1">1</a></sup></p><p id="fn1">1 b</p>',
    ],
  ])('of %s', (_, html) => {
    expect(htmlToBlocks(html).blocks).toMatchObject([
      { markdown: 'a[^1]', plain: 'a' },
      { kind: 'note', markdown: '[^1]: b', plain: 'b' },
    ]);
  });

  test('that stand in one block come apart', () => {
    const html =
      '<p>a<sup><a href="#f1">1</a></sup>b<sup><a href="#f2">2</a></sup></p><p><a name="f1"></a>1. c<br><a name="f2"></a>2. d</p>';
    expect(markdown(html)).toEqual(['a[^1]b[^2]', '[^1]: c', '[^2]: d']);
  });

  test('are no chapters of a table of contents', () => {
    expect(markdown('<p><a href="#one">1</a></p><h2 id="one">One</h2>')).toEqual(['1', '## One']);
  });
});

describe('tables', () => {
  test('of data keep every word where cells span others', () => {
    const html =
      '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan="2">c</td><td>d<br>e</td></tr><tr><td>f</td></tr><tr><td colspan="2">g</td></tr></table>';
    expect(markdown(html)).toEqual(['| A | B |\n| - | - |\n| c | d e |\n| | f |\n| g | |']);
  });

  test('that set words side by side are unwrapped', () => {
    expect(
      markdown(
        '<table><tr><td><table><tr><td>a</td></tr></table></td><td><p>b</p><p>c</p></td></tr></table>',
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});

test('says which words would be taken for a marker', () => {
  expect(htmlToBlocks('<p>a {#k3f9c}</p>').notices).toMatchObject([
    { code: 'looks-like-a-marker' },
  ]);
});

test('refuses what stands inside each other too deep', () => {
  expect(htmlToBlocks('<b>'.repeat(9000)).problems).toMatchObject([{ code: 'page-too-deep' }]);
});
