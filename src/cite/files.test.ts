import { describe, expect, test } from 'vitest';
import { LETTER, ORIGINAL, TRANSLATION } from './sources-in-tests.ts';
import { citationToBiblatex } from './to-biblatex.ts';
import { citationToCsl } from './to-csl.ts';
import { citationToRis } from './to-ris.ts';

describe('RIS', () => {
  test('holds each fact once, and notes what has no tag', () => {
    expect(citationToRis(TRANSLATION, 'en').replaceAll('\r', '')).toMatchInlineSnapshot(`
      "TY  - NEWS
      ID  - 1868/paper/en
      TI  - The paper came on <time>
      AU  - Khoury, Salma
      T2  - Archive of Letters
      LA  - en
      DB  - Archive of Letters
      AV  - L 4
      UR  - https://letters.example/articles/1868/paper/en/
      OP  - وصل الورق
      M2  - Original Title: وصل الورق
      M2  - Original Title Romanised: Waṣala l-waraq
      M2  - Original Date: 1868-05-01
      M2  - Original Publisher: al-Maṭbaʿa
      M2  - Translator unknown
      N1  - Original Title: وصل الورق. Original Title Romanised: Waṣala l-waraq. Original Date: 1868-05-01. Original Publisher: al-Maṭbaʿa. Translator unknown.
      ER  - 
      "
    `);
  });

  test('ends every line as the format demands, and has no line break inside a value', () => {
    const ris = citationToRis({ ...LETTER, number: 'a\nER  - ' }, 'en');
    expect(ris.split('\r\n').filter((line) => line.startsWith('ER'))).toHaveLength(1);
    expect(ris.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('BibLaTeX', () => {
  test('writes dates as biber reads them, and notes an inferred one', () => {
    expect(citationToBiblatex(ORIGINAL, 'en')).toMatchInlineSnapshot(`
      "@article{1868:paper:ar,
        title = {{وصل الورق}},
        author = {{المطبعة}},
        journaltitle = {{المطبعة}},
        entrysubtype = {newspaper},
        date = {1868-05-01},
        language = {arabic},
        langid = {arabic},
        library = {Archive of Letters, L 4},
        url = {https://letters.example/articles/1868/paper/ar/},
        note = {Waṣala l-waraq; [1868-05-01T20:08]},
      }
      "
    `);
  });

  test('no word of a source is a command of TeX', () => {
    const title = { value: String.raw`50 % \of {all} #1_a^b~c & $`, isSupplied: false };
    expect(citationToBiblatex({ ...LETTER, title }, 'en').split('\n')[1]).toMatchInlineSnapshot(
      `"  title = {{50 \\% \\textbackslash{}of \\{all\\} \\#1\\_a\\textasciicircum{}b\\textasciitilde{}c \\& \\$}},"`,
    );
  });
});

describe('CSL-JSON', () => {
  test('brackets what the editor inferred', () => {
    expect(citationToCsl(ORIGINAL, 'en').issued).toEqual({ literal: '[1868-05-01]' });
    expect(citationToCsl(LETTER, 'en').title).toBe('[A letter]');
  });

  test('gives no translator where nobody knows one, and says so', () => {
    const { translator, note } = citationToCsl(TRANSLATION, 'en');
    expect(translator).toBeUndefined();
    expect(note).toMatchInlineSnapshot(`
      "Original Title: وصل الورق
      Original Title Romanised: Waṣala l-waraq
      Original Date: 1868-05-01
      Original Publisher: al-Maṭbaʿa
      Translator unknown"
    `);
  });

  test('a letter of the archive’s own is a manuscript in the archive', () => {
    const { type, publisher, issued } = citationToCsl(LETTER, 'en');
    expect({ type, publisher, issued }).toEqual({
      type: 'manuscript',
      publisher: 'Archive of Letters',
      issued: { 'date-parts': [[2025, 1, 2]] },
    });
  });
});
