import { expect, test } from 'vitest';
import { entitySchema } from '#model/schema/entity.ts';
import { nameLink } from './name-card.ts';

const press = entitySchema.parse({
  kind: 'organisation',
  names: { en: 'The "Bulaq" Press', ar: 'مطبعة بولاق', fa: 'چاپخانه بولاق' },
  dates: '1820',
});

test('a card names its entity in the language of the reader first, then as the record does', () => {
  const words = { kind: 'مؤسسة', date: (value: string) => value };
  expect(nameLink('/ar/entities/press/', press, { language: 'ar', ...words })).toBe(
    'href="/ar/entities/press/" class="name" ' +
      'data-names="ar مطبعة بولاق&#10;en The &quot;Bulaq&quot; Press&#10;fa چاپخانه بولاق" ' +
      'data-about="مؤسسة · 1820"',
  );
});
