import { expect, test } from 'vitest';
import { type EntityId, isEntityId } from '#model/ids.ts';
import { problemToLine } from '#model/report.ts';
import { unmentioned } from './unmentioned.ts';

function id(value: string): EntityId {
  if (!isEntityId(value)) throw new Error(`${value} is no id`);
  return value;
}

test('an entity that nothing refers to is named, one that another is related to is not', () => {
  const entities = [
    {
      ...{ id: id('cairo'), file: 'entities/cairo.md' },
      record: {
        ...{ kind: 'place' as const, names: { en: 'Cairo' } },
        related: [{ entity: id('bulaq'), as: 'port' }],
      },
    },
    {
      ...{ id: id('bulaq'), file: 'entities/bulaq.md' },
      record: { kind: 'place' as const, names: { en: 'Būlāq' } },
    },
    {
      ...{ id: id('fez'), file: 'entities/fez.md' },
      record: { kind: 'place' as const, names: { en: 'Fez' } },
    },
  ];
  const found = unmentioned(entities, new Map([['cairo', []]]));
  expect(found.map(problemToLine)).toMatchInlineSnapshot(`
    [
      "entities/fez.md:1  No text names \`fez\`, and no record refers to it. If texts write its name in another way, add that to \`variants\`.  (entity-not-mentioned)",
    ]
  `);
});
