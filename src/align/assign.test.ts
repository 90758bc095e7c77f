import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParagraphId, TextId } from '#model/ids.ts';
import { isParagraphId, isTextId } from '#model/ids.ts';
import { assign, type JoinedParagraphs, type TextWithIds } from './assign.ts';
import { minter } from './mint.ts';

/** Ids one after the other. */
function counting(taken: readonly string[] = []): () => ParagraphId {
  let next = 0;
  return minter((limit) => Math.floor((next += 1) / 7) % limit, new Set(taken));
}

const text = (id: string): TextId => {
  if (!isTextId(id)) throw new Error(id);
  return id;
};
const given = (id: string): ParagraphId => {
  if (!isParagraphId(id)) throw new Error(id);
  return id;
};
const open = (count: number): TextWithIds['paragraphs'] =>
  Array.from({ length: count }, () => ({ ids: [] }));
const join = (
  left: number[],
  right: number[],
  [a, b]: readonly [string, string] = ['ar', 'en'],
): JoinedParagraphs => ({
  left: text(a),
  right: text(b),
  bead: { left, right, probability: 1 },
});
const [ar, en, fr] = ['ar', 'en', 'fr'].map(text);
if (!ar || !en || !fr) throw new Error('Three texts.');

test('paragraphs that render each other share an id, and others have their own', () => {
  const ids = assign(
    [
      { id: ar, paragraphs: open(2) },
      { id: en, paragraphs: open(2) },
    ],
    [join([0], [1])],
    counting(),
  );
  const [[a, b] = [], [c, d] = []] = [ids.get(ar), ids.get(en)];
  expect(d).toEqual(a);
  expect(new Set([a, b, c].flat()).size).toBe(3);
});

test('a paragraph that renders two has the ids of both; one that two render has one for each', () => {
  const ids = assign(
    [
      { id: ar, paragraphs: open(3) },
      { id: en, paragraphs: open(3) },
    ],
    [join([0, 1], [0]), join([2], [1, 2])],
    counting(),
  );
  const [[a, b, c] = [], [d, e, f] = []] = [ids.get(ar), ids.get(en)];
  expect(d).toEqual([...(a ?? []), ...(b ?? [])]);
  expect(c).toEqual([...(e ?? []), ...(f ?? [])]);
});

test('a text that is new takes over the ids of what renders it', () => {
  const ids = assign(
    [
      { id: ar, paragraphs: open(2) },
      { id: en, paragraphs: [{ ids: [given('nhjg8')] }, { ids: [] }] },
    ],
    [join([0], [0]), join([1], [1])],
    counting(['nhjg8']),
  );
  expect(ids.get(ar)?.[0]).toEqual(['nhjg8']);
  expect(ids.get(en)?.[0]).toEqual(['nhjg8']);
  expect(ids.get(en)?.[1]).toEqual(ids.get(ar)?.[1]);
});

test('whatever is joined: ids that were there stay, none stands twice in a text, and each joined pair shares one', () => {
  const shape = fc.constantFrom<[number, number][]>(
    [1, 1],
    [1, 0],
    [0, 1],
    [2, 1],
    [1, 2],
    [2, 2],
    [1, 3],
    [3, 1],
  );
  fc.assert(
    fc.property(
      fc.array(shape, { maxLength: 8 }),
      fc.array(shape, { maxLength: 8 }),
      (one, two) => {
        const lefts = Math.max(...[one, two].map((beads) => beads.reduce((n, [a]) => n + a, 0)));
        const beadsOf = (
          beads: readonly (readonly number[])[],
          names: readonly [string, string],
        ) => {
          let [i, j] = [0, 0];
          const joined: JoinedParagraphs[] = [];
          for (const [a = 0, b = 0] of beads) {
            const range = (start: number, n: number) =>
              Array.from({ length: n }, (_, k) => start + k);
            if (a > 0 && b > 0) joined.push(join(range(i, a), range(j, b), names));
            [i, j] = [i + a, j + b];
          }
          return { joined, rights: j };
        };
        const first = beadsOf(one, ['ar', 'en']);
        const second = beadsOf(two, ['ar', 'fr']);
        const texts = [
          { id: ar, paragraphs: open(lefts) },
          { id: en, paragraphs: open(first.rights) },
          { id: fr, paragraphs: open(second.rights) },
        ];
        const joined = [...first.joined, ...second.joined];
        const ids = assign(texts, joined, counting());
        for (const { id, paragraphs } of texts) {
          const own = ids.get(id) ?? [];
          expect(own).toHaveLength(paragraphs.length);
          expect(own.every((some) => some.length > 0)).toBe(true);
          expect(new Set(own.flat()).size).toBe(own.flat().length);
        }
        for (const { right, bead } of joined) {
          const lefts = new Set(bead.left.flatMap((place) => ids.get(ar)?.[place] ?? []));
          for (const place of bead.right) {
            expect((ids.get(right)?.[place] ?? []).some((id) => lefts.has(id))).toBe(true);
          }
        }
      },
    ),
  );
});
