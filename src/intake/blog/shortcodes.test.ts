import { describe, expect, it } from 'vitest';
import { withoutShortcodes } from './shortcodes.ts';

const QUAY = { address: 'https://almanac.example/quay.jpg', caption: 'Quay & shed', alt: '' };
const context = {
  upload: (id: string) => (id === '7' ? QUAY : undefined),
  ofPost: ['7'],
};
const htmlOf = (source: string): string => withoutShortcodes(source, context).html;
const FIGURE =
  '<figure><img src="https://almanac.example/quay.jpg" alt=""><figcaption>Quay &amp; shed</figcaption></figure>';

describe('withoutShortcodes', () => {
  it.each([
    [
      '[caption id="a"]<img src="q.jpg"> A quay[/caption]',
      '<figure><img src="q.jpg"><figcaption> A quay</figcaption></figure>',
    ],
    [
      '[caption caption="A quay"]<a href="q"><img src="q.jpg"></a>[/caption]',
      '<figure><a href="q"><img src="q.jpg"></a><figcaption>A quay</figcaption></figure>',
    ],
    ['[caption]no picture[/caption]', '[caption]no picture[/caption]'],
    ['[gallery ids="7"]', FIGURE],
    ['[gallery]', FIGURE],
    [
      '[embed width="60"]https://films.example/a?b=1[/embed]',
      '<p><a href="https://films.example/a?b=1">https://films.example/a?b=1</a></p>',
    ],
    [
      '[audio mp3="https://almanac.example/tide.mp3"][/audio]',
      '<p><a href="https://almanac.example/tide.mp3">https://almanac.example/tide.mp3</a></p>',
    ],
    ['[embed]javascript:alert(1)[/embed]', '[embed]javascript:alert(1)[/embed]'],
    ['<img alt="[gallery]">', '<img alt="[gallery]">'],
    ['[[gallery]]', '[gallery]'],
    ['[sic] and [1]', '[sic] and [1]'],
  ])('reads %s', (source, html) => {
    expect(htmlOf(source)).toBe(html);
  });

  it('names what only the blog’s plugins understand, and no words in brackets', () => {
    const { html, unknown } = withoutShortcodes(
      '[tide port="Aden"] [sic] [note]x[/note] [mc_form]',
      context,
    );
    expect(html).toBe('[tide port="Aden"] [sic] [note]x[/note] [mc_form]');
    expect(unknown).toEqual(['tide', 'note', 'mc_form']);
  });

  it('is not slowed down by brackets that lead nowhere', () => {
    for (const source of ['[caption]', '[', '<', '[a b', '[/caption]', '[caption][/embed]']) {
      expect(htmlOf(source.repeat(50_000)).length).toBeGreaterThan(0);
    }
  });
});
