import { expect, test } from 'vitest';
import { foldNames, nameTable } from './name-table.ts';

const names = { en: 'Orontes', fr: 'Oronte', ar: 'العاصي' };
const variants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Orontes ${String(index)}` }));

function counted(count: number): readonly number[] {
  const record = { kind: 'place' as const, names, variants: variants(count), short: ['عاص'] };
  return foldNames(nameTable(record)).map((part) =>
    part.reduce((sum, { names: some }) => sum + some.length, 0),
  );
}

test('a table of few names shows all of them', () => {
  expect(counted(20)).toEqual([24, 0]);
});

test('of many names the first are shown, and the others folded', () => {
  expect(counted(21)).toEqual([24, 1]);
  expect(counted(10_000)).toEqual([24, 9980]);
});

test('a preferred name is never folded, and no script is shown without a name', () => {
  const record = { kind: 'place' as const, names, variants: variants(100), short: ['عاص'] };
  const [shown, folded] = foldNames(nameTable(record));
  expect(shown.map(({ names: some }) => some.map(({ use }) => use).slice(0, 2))).toEqual([
    ['preferred', 'preferred'],
    ['preferred'],
  ]);
  expect(folded.map(({ script, names: some }) => `${script ?? ''} ${String(some.length)}`)).toEqual(
    ['Latn 79', 'Arab 1'],
  );
});
