import { expect, test } from 'vitest';
import { rewritePage } from './rewrite-page.ts';

/** Marks what it is asked for. */
const toFolder = (address: string): string => (address.startsWith('/') ? `TO${address}` : address);

function rewritten(html: string): string {
  return rewritePage(html, toFolder, '/loader.js').html;
}

test('every address that a browser or a script of ours follows is rewritten, and nothing else', () => {
  const html =
    '<!doctype html><body data-base="/"><a class=x href=\'/a/?x=1&amp;y=2\' title="/not/">/not/</a>' +
    '<img src="/b.png" srcset="/c.png 1x, /d.png 2x" alt="/not/"><form action="/search/"></form>' +
    '<p data-forward="/e/#f" data-names="/not/"></p><svg><a xlink:href="/g/"/></svg>';
  expect(rewritten(html)).toBe(
    '<!doctype html><body data-base="TO/"><a class=x href="TO/a/?x=1&amp;y=2" title="/not/">/not/</a>' +
      '<img src="TO/b.png" srcset="TO/c.png 1x, TO/d.png 2x" alt="/not/"><form action="TO/search/"></form>' +
      '<p data-forward="TO/e/#f" data-names="/not/"></p><svg><a xlink:href="TO/g/"/></svg>',
  );
});

test('what only looks like a tag stays', () => {
  const html =
    '<title><a href="/not/"></title><script type="application/ld+json">{"a":"<a href=\\"/not/\\">"}</script>' +
    '<!-- <a href="/not/"> --><textarea><a href="/not/"></textarea><p>a < b href="/not/"';
  expect(rewritten(html)).toBe(html);
});

test('links for readers without JavaScript, and in templates, are rewritten as well', () => {
  expect(rewritten('<noscript><a href="/a/">a</a></noscript>')).toContain('TO/a/');
  expect(rewritten('<template><a href="/a/">a</a></template>')).toContain('TO/a/');
});

test('modules become scripts that run as late, and are named', () => {
  const html =
    '<link rel="modulepreload" href="/m.js"><script type="module" src="/_assets/x.js"></script>';
  expect(rewritePage(html, toFolder, '/loader.js')).toEqual({
    html: '<script defer src="TO/_assets/x.js"></script>',
    modules: ['/_assets/x.js'],
  });
});

test('on the page of a search its loader comes before all modules', () => {
  const html =
    '<script type="module" src="/a.js"></script><script type="module" src="/b.js"></script><ol data-home="/"></ol>';
  expect(rewritten(html)).toBe(
    '<script defer src="TO/loader.js"></script><script defer src="TO/a.js"></script>' +
      '<script defer src="TO/b.js"></script><ol data-home="TO/"></ol>',
  );
});

test('places are right behind letters of every length and any end of line', () => {
  const html = '𐩱\r\n<p>قال 😀\r\n<a href="/a/">x</a>\n';
  expect(rewritten(html)).toBe('𐩱\r\n<p>قال 😀\r\n<a href="TO/a/">x</a>\n');
});
