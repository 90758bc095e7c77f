import { expect, test } from 'vitest';
import type { EntityId } from '#model/ids.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { CERTAINTY, partFile, partOf, soundKey } from './aliases.ts';
import { encodeAliases } from './build/encode-aliases.ts';

const SHIDYAQ: EntitySummary = {
  id: 'ahmad-al-shidyaq' as EntityId,
  file: 'entities/ahmad-al-shidyaq.md',
  record: {
    kind: 'person',
    names: { en: 'Aḥmad al-Shidyāq', ar: 'أحمد الشدياق' },
    short: ['الشدياق'],
    called: ['the Lebanese'],
    page: 'none',
  },
};

test('knows an entity by its names, by what it is called, by a surname and by its consonants', () => {
  const files = encodeAliases([SHIDYAQ]);
  const part: unknown = JSON.parse(files.get(partFile(0)) ?? '');
  expect(part).toMatchObject({
    ahmadsidiak: [[0, CERTAINTY.full]],
    احمدشدياق: [[0, CERTAINTY.full]],
    sidiak: [[0, CERTAINTY.part]],
    شدياق: [[0, CERTAINTY.short]],
    [soundKey('hmd sdk')]: [[0, CERTAINTY.sound]],
  });
  expect(JSON.parse(files.get('aliases/entities-0.json') ?? '')).toEqual([
    {
      id: 'ahmad-al-shidyaq',
      kind: 'person',
      hasPage: false,
      names: SHIDYAQ.record.names,
      full: ['Aḥmad al-Shidyāq', 'أحمد الشدياق', 'the Lebanese'],
      short: ['الشدياق'],
    },
  ]);
});

test('divides many keys among parts, each where its hash says', () => {
  const many = Array.from({ length: 3000 }, (_, index): EntitySummary => {
    const letters = String.fromCharCode(97 + (index % 26), 97 + (Math.floor(index / 26) % 26));
    const name = `B${letters}d${String(index)}`;
    return { ...SHIDYAQ, record: { kind: 'place', names: { en: name } } };
  });
  const files = encodeAliases(many);
  const about: unknown = JSON.parse(files.get('aliases.json') ?? '');
  expect(about).toEqual({ format: 2, parts: expect.any(Number) as number, entities: 3000 });
  const parts = [...files.keys()].filter((file) => /^aliases\/\d+\.json$/.test(file)).length;
  expect(parts).toBeGreaterThan(1);
  for (let number = 0; number < parts; number += 1) {
    const part: object = JSON.parse(files.get(partFile(number)) ?? '{}') as object;
    expect(Object.keys(part).every((key) => partOf(key, parts) === number)).toBe(true);
  }
  expect([...encodeAliases(many)]).toEqual([...files]);
});
