import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide } from './divide.ts';

const LIMITS = { texts: 8, length: 1000 };

/** Articles with one or two texts each. */
const texts = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 80 })
  .chain((articles) =>
    fc.tuple(
      ...articles.map((article) =>
        fc
          .array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 2 })
          .map((lengths) =>
            lengths.map((length, n) => ({ article, length, id: `${article}/${String(n)}` })),
          ),
      ),
    ),
  )
  .map((some) => some.flat());

function namesOf(
  shards: ReturnType<typeof divide<{ article: string; length: number; id: string }>>,
) {
  return new Map(shards.flatMap(({ bits, texts: some }) => some.map(({ id }) => [id, bits])));
}

test('puts each text into one shard, all of an article into the same, and none into too full a one', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const shards = divide(some, LIMITS);
      expect(shards.flatMap((shard) => shard.texts.map(({ id }) => id)).sort()).toEqual(
        some.map(({ id }) => id).sort(),
      );
      const homes = new Map<string, string>();
      for (const { bits, texts: own } of shards) {
        for (const { article } of own) {
          expect(homes.get(article) ?? bits).toBe(bits);
          homes.set(article, bits);
        }
        const length = own.reduce((sum, text) => sum + text.length, 0);
        const isSmall = own.length <= LIMITS.texts && length <= LIMITS.length;
        expect(isSmall || new Set(own.map(({ article }) => article)).size === 1).toBe(true);
      }
    }),
  );
});

test('an added article moves texts of its own shard only, and only where that is parted', () => {
  fc.assert(
    fc.property(texts, fc.stringMatching(/^[A-Z]{4}$/), (some, article) => {
      const before = namesOf(divide(some, LIMITS));
      const added = { article, length: 100, id: article };
      const after = namesOf(divide([...some, added], LIMITS));
      const own = after.get(article) ?? '';
      const moved = some.filter(({ id }) => before.get(id) !== after.get(id));
      const from = new Set(moved.map(({ id }) => before.get(id)));
      expect(from.size).toBeLessThanOrEqual(1);
      for (const bits of from) expect(own.startsWith(bits ?? '?')).toBe(true);
    }),
  );
});

test('does not depend on the order in which articles come', () => {
  fc.assert(
    fc.property(texts, (some) => {
      expect(namesOf(divide(some.toReversed(), LIMITS))).toEqual(namesOf(divide(some, LIMITS)));
    }),
  );
});

test('no texts, no shards; one shard has no bits', () => {
  expect(divide([], LIMITS)).toEqual([]);
  const text = { article: 'letter', length: 5000 };
  expect(divide([text], LIMITS)).toEqual([{ bits: '', texts: [text] }]);
});
