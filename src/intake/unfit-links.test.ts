import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { refusedPictures, withoutUnfitLinks } from './unfit-links.ts';

function draftOf(markdown: string): Draft {
  const body = [{ kind: 'paragraph' as const, markdown, plain: '', line: 3 }];
  return { lang: 'en', authors: [], translators: [], body, dropped: [], notices: [] };
}

test('a link that leads nowhere becomes its words, and one that leads somewhere stays', () => {
  const draft = draftOf(
    'The [old *mill*](entity:mill), the [river](entity:river) and [it](#k3f9c).',
  );
  const isDead = (address: string): boolean => address !== 'entity:river';
  const settled = withoutUnfitLinks(draft, { isDead, pictures: new Set() });
  expect(settled.body[0]?.markdown).toBe('The old *mill*, the [river](entity:river) and it.');
  expect(settled.dropped).toEqual(['entity:mill', '#k3f9c']);
  expect(settled.notices.map(({ code }) => code)).toEqual(['link-nowhere', 'link-nowhere']);
});

test('a picture with scripts is not taken', () => {
  const svg = (inside: string) => ({
    name: `${inside === '' ? 'map' : 'trick'}.svg`,
    bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`),
  });
  const pictures = refusedPictures([svg(''), svg('<script>run()</script>')]);
  expect([...pictures]).toEqual(['trick.svg']);
  const settled = withoutUnfitLinks(draftOf('The [![mill](trick.svg)](entity:mill) stood.'), {
    isDead: () => true,
    pictures,
  });
  expect(settled.body[0]?.markdown).toBe('The  stood.');
  expect(settled.dropped).toEqual(['entity:mill', '![mill](trick.svg)']);
  expect(
    withoutUnfitLinks(draftOf('![mill](trick.svg)'), { isDead: () => true, pictures }).body,
  ).toEqual([]);
});
