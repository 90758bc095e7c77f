import { describe, expect, test } from 'vitest';
import { readCslStyle } from './csl-file.ts';
import { openCslPackage } from './csl-package.ts';
import { formatterIn } from './format.ts';
import { rePostAsHtml } from './notes.ts';
import { ANCHOR, type Formatter, ORDINAL } from './set-citation.ts';
import { LETTER, ORIGINAL, TRANSLATION } from './sources-in-tests.ts';
import { STYLES } from './styles.ts';

const csl = openCslPackage();
const value = (words: string) => ({ value: words, isSupplied: false });
const styles = STYLES.map((style) => ({ style }));
const english = formatterIn('en', styles, csl);
const arabic = formatterIn('ar', styles, csl);

/** A set citation of a paragraph, or of the whole text where none is given. */
function atParagraph(html: string, paragraph?: { id: string; ordinal: number }): string {
  return html
    .replaceAll(ORDINAL, paragraph ? String(paragraph.ordinal) : '')
    .replaceAll(ANCHOR, paragraph ? `#${paragraph.id}` : '');
}

function entries(format: Formatter, citation: typeof LETTER): string[] {
  return format(citation).map(({ style, entry }) => `${style.name}: ${atParagraph(entry)}`);
}

test('says of a translation what is known, and no more', () => {
  expect(entries(english, TRANSLATION)).toMatchInlineSnapshot(`
    [
      "Chicago (notes): Khoury, Salma. “The Paper Came on &lt;time&#62;.” Translated by [unknown]. <i>Archive of Letters</i>, n.d. L 4. https://letters.example/articles/1868/paper/en/.",
      "Chicago (author-date): Khoury, Salma. n.d. “The Paper Came on &lt;time&#62;.” Translated by [unknown]. <i>Archive of Letters</i>. L 4. https://letters.example/articles/1868/paper/en/.",
      "MLA: Khoury, Salma. “The Paper Came on &lt;time&#62;.” 1868. <i>Archive of Letters</i>, translated by [unknown], https://letters.example/articles/1868/paper/en/. L 4.",
      "APA: Khoury, S. (n.d.). The paper came on &lt;time&#62; ([unknown], Trans.). <i>Archive of Letters</i>. https://letters.example/articles/1868/paper/en/ (Original work published 1868)",
    ]
  `);
});

test('sets a romanised title before the title in its own script, and an inferred date in brackets', () => {
  expect(entries(english, ORIGINAL)).toMatchInlineSnapshot(`
    [
      "Chicago (notes): <bdi>المطبعة</bdi>. “Waṣala l-waraq <bdi>وصل الورق</bdi>.” <bdi>المطبعة</bdi>, [May 1, 1868]. L 4. Archive of Letters. https://letters.example/articles/1868/paper/ar/.",
      "Chicago (author-date): <bdi>المطبعة</bdi>. [1868]. “Waṣala l-waraq <bdi>وصل الورق</bdi>.” <bdi>المطبعة</bdi>, [May 1, 1868]. L 4. Archive of Letters. https://letters.example/articles/1868/paper/ar/.",
      "MLA: <bdi>المطبعة</bdi>. “Waṣala l-waraq <bdi>وصل الورق</bdi>.” <bdi>المطبعة</bdi>, [1 May 1868], https://letters.example/articles/1868/paper/ar/. Archive of Letters, L 4.",
      "APA: <bdi>المطبعة</bdi>. ([1868, May 1]). Waṣala l-waraq <bdi>وصل الورق</bdi>. <bdi>المطبعة</bdi>. Archive of Letters. https://letters.example/articles/1868/paper/ar/",
    ]
  `);
});

test('calls no translation a reprint, in whatever style', () => {
  const translated = {
    ...LETTER,
    original: { title: LETTER.title, lang: 'ar', date: value('1921') },
  };
  for (const format of [english, arabic]) {
    const said = format(translated).flatMap(({ entry, inText }) => [entry, inText]);
    expect(said.filter((words) => words.includes('1921')).length).toBeGreaterThan(3);
    expect(said.join(' ')).not.toMatch(/repr/i);
  }
});

test('names every translator, and the archive once', () => {
  expect(entries(english, LETTER)).toMatchInlineSnapshot(`
    [
      "Chicago (notes): Roe, Jane. “[A Letter].” Translated by John Doe and Bureau of Translation. Archive of Letters, January 2, 2025. L 4. https://letters.example/articles/1921/letter/en/.",
      "Chicago (author-date): Roe, Jane. 2025. “[A Letter].” Translated by John Doe and Bureau of Translation. Archive of Letters. L 4. https://letters.example/articles/1921/letter/en/.",
      "MLA: Roe, Jane. <i>[A Letter]</i>. Translated by John Doe and Bureau of Translation, Archive of Letters, 2 Jan. 2025, https://letters.example/articles/1921/letter/en/. L 4.",
      "APA: Roe, J. (2025, January 2). <i>[A letter]</i> (J. Doe &#38; Bureau of Translation, Trans.; L 4). Archive of Letters. https://letters.example/articles/1921/letter/en/",
    ]
  `);
});

describe('in Arabic', () => {
  test('quotes, commas and terms are Arabic, and no Arabic word is italic', () => {
    expect(entries(arabic, ORIGINAL)).toMatchInlineSnapshot(`
      [
        "Chicago (notes): المطبعة. «وصل الورق». المطبعة، [1 مايو 1868]. <bdi>L 4</bdi>. <bdi>Archive of Letters</bdi>. <bdi>https://letters.example/articles/1868/paper/ar/</bdi>.",
        "Chicago (author-date): المطبعة. [1868]. «وصل الورق». المطبعة، [1 مايو 1868]. <bdi>L 4</bdi>. <bdi>Archive of Letters</bdi>. <bdi>https://letters.example/articles/1868/paper/ar/</bdi>.",
        "MLA: المطبعة. «وصل الورق». المطبعة، [1 مايو 1868]، <bdi>https://letters.example/articles/1868/paper/ar/</bdi>. <bdi>Archive of Letters</bdi>، <bdi>L 4</bdi>.",
        "APA: المطبعة. ([1868، مايو 1]). وصل الورق. المطبعة. <bdi>Archive of Letters</bdi>. <bdi>https://letters.example/articles/1868/paper/ar/</bdi>",
      ]
    `);
  });

  test('Latin names keep their order inside the line', () => {
    expect(entries(arabic, LETTER)).toMatchInlineSnapshot(`
      [
        "Chicago (notes): <bdi>Roe</bdi>، <bdi>Jane</bdi>. «<bdi>[A Letter]</bdi>». ترجمة <bdi>John Doe</bdi> و <bdi>Bureau of Translation</bdi>. <bdi>Archive of Letters</bdi>، 2 يناير 2025. <bdi>L 4</bdi>. <bdi>https://letters.example/articles/1921/letter/en/</bdi>.",
        "Chicago (author-date): <bdi>Roe</bdi>، <bdi>Jane</bdi>. 2025. «<bdi>[A Letter]</bdi>». ترجمة <bdi>John Doe</bdi> و <bdi>Bureau of Translation</bdi>. <bdi>Archive of Letters</bdi>. <bdi>L 4</bdi>. <bdi>https://letters.example/articles/1921/letter/en/</bdi>.",
        "MLA: <bdi>Roe</bdi>، <bdi>Jane</bdi>. <i><bdi>[A Letter]</bdi></i>. ترجمة <bdi>John Doe</bdi> و <bdi>Bureau of Translation</bdi>، <bdi>Archive of Letters</bdi>، 2 يناير 2025، <bdi>https://letters.example/articles/1921/letter/en/</bdi>. <bdi>L 4</bdi>.",
        "APA: <bdi>Roe</bdi>، <bdi>J.</bdi> (2025، يناير 2). <i><bdi>[A letter]</bdi></i> (<bdi>J. Doe</bdi> و <bdi>Bureau of Translation</bdi>، ترجمة؛ <bdi>L 4</bdi>). <bdi>Archive of Letters</bdi>. <bdi>https://letters.example/articles/1921/letter/en/</bdi>",
      ]
    `);
  });
});

test('a paragraph is cited by its number and its own address', () => {
  const [notes] = english(TRANSLATION);
  const paragraph = { id: 'k3f9c', ordinal: 4 };
  expect(atParagraph(notes?.inTextOfParagraph ?? '', paragraph)).toMatchInlineSnapshot(
    `"Salma Khoury, “The Paper Came on &lt;time&#62;,” trans. [unknown], <i>Archive of Letters</i>, n.d., para. 4, L 4, https://letters.example/articles/1868/paper/en/#k3f9c."`,
  );
});

test('the number of a paragraph stands apart from the word before it in every style', () => {
  const paragraph = { id: 'k3f9c', ordinal: 4 };
  for (const [format, word] of [
    [english, 'para.'],
    [arabic, 'فقرة'],
  ] as const) {
    for (const { inTextOfParagraph } of format(TRANSLATION)) {
      expect(atParagraph(inTextOfParagraph, paragraph)).toContain(`${word} 4`);
    }
  }
});

test('a re-post is named as such behind the entry', () => {
  expect(rePostAsHtml(LETTER, 'en')).toBe('Text taken from a re-post by A Blog.');
  expect(rePostAsHtml({ ...LETTER, via: 'R&D <b>' }, 'ar')).toBe(
    'النص منقول عن إعادة نشر لدى <bdi>R&amp;D &lt;b&gt;</bdi>.',
  );
  expect(rePostAsHtml({ ...LETTER, via: 'unknown' }, 'en')).toContain('by whom is not known');
  expect(rePostAsHtml(ORIGINAL, 'en')).toBeUndefined();
});

test('a style of the archive’s own is set as the others', () => {
  const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
    <info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
    <citation><layout><names variable="author"/><text variable="title"/></layout></citation>
    <bibliography><layout><names variable="author" suffix=": "/><text variable="title" suffix="!"/></layout></bibliography></style>`;
  const format = formatterIn(
    'en',
    [{ style: { id: 'house', name: 'House' }, source: readCslStyle(xml) }],
    csl,
  );
  expect(entries(format, LETTER)).toEqual(['House: Jane Roe: [A letter]!']);
});

test('a span of which one end says more than the other is set in words', () => {
  const [notes] = english({ ...LETTER, issued: { value: '1921-03/1922', isSupplied: false } });
  expect(notes?.entry).toContain('Archive of Letters, March 1921 – 1922. L 4.');
});

test('an unknown style is refused by name', () => {
  const style = { id: 'no-such-style', name: 'None' };
  expect(() => formatterIn('en', [{ style }], csl)).toThrow('no-such-style');
});

test.each([
  ['<style><info/>', 'XML'],
  ['<locale/>', '`style`'],
  ['<style><info/></style>', '`citation`'],
])('a file that is no style is refused: %s', (xml, word) => {
  expect(() => readCslStyle(xml)).toThrow(word);
});
