import { expect, test } from 'vitest';
import type { Citation } from '#cite/citation.ts';
import { absoluteIn, citationOf } from '#exchange/citation-of.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { cacheInMemory, diceOf, SealedArchive } from './sealed-archive.ts';

/** What is cited of the texts of an archive as it stands, by id. */
async function citations(sealed: SealedArchive): Promise<ReadonlyMap<string, Citation>> {
  const { catalogue, permanence } = await sealed.load();
  if (!catalogue) throw new Error('The archive cannot be read.');
  const { archive, articles, entities } = catalogue;
  const newest = permanence.editions.at(-1);
  const where = {
    archive,
    entities: new Map<string, EntitySummary>(entities.map((one) => [one.id, one])),
    absolute: absoluteIn(archive.url, '/'),
    ...(newest && { edition: { number: newest.number, date: newest.date } }),
  };
  return new Map(
    articles.flatMap((article) =>
      article.texts.map((text) => {
        const citation = citationOf(article, text, 'en', where);
        return [citation.id, citation] as const;
      }),
    ),
  );
}

test('a text that first appears here is dated by the edition that first held it, wherever it goes', async () => {
  const archive = new SealedArchive(diceOf(1), cacheInMemory());
  const before = (await citations(archive)).get('letter/ar');
  expect(before).not.toHaveProperty('issued');
  expect(before).not.toHaveProperty('edition');

  await archive.seal();
  const first = { value: '2026-01-01', isSupplied: false, edition: 1 };
  const sealed = await citations(archive);
  expect(sealed.get('letter/ar')).toMatchObject({
    issued: first,
    edition: { number: 1, date: '2026-01-01' },
  });
  // A publisher made it public, nobody knows when.
  expect(sealed.get('letter/en')).not.toHaveProperty('issued');
  expect(sealed.get('letter/en')).toMatchObject({ edition: { number: 1 } });

  await archive.move('/articles/letter/', '/articles/1868/letter/');
  await archive.seal();
  expect((await citations(archive)).get('1868/letter/ar')).toMatchObject({
    issued: first,
    edition: { number: 2, date: '2026-01-02' },
  });
});

test('no edition is cited for words that none holds', async () => {
  const archive = new SealedArchive(diceOf(2), cacheInMemory());
  await archive.seal();
  const file = 'articles/2023/note/ar.md';
  const words = archive.files.get(file) ?? '';
  archive.files.set(file, words.replace('. {#', ` and more. {#`));
  const reworded = (await citations(archive)).get('2023/note/ar');
  expect(reworded).toMatchObject({ issued: { value: '2026-01-01', edition: 1 } });
  expect(reworded).not.toHaveProperty('edition');

  await archive.seal();
  expect((await citations(archive)).get('2023/note/ar')).toMatchObject({
    issued: { value: '2026-01-01', edition: 1 },
    edition: { number: 2 },
  });
});
