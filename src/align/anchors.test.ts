import { expect, test } from 'vitest';
import { AnchorReader, kindOf } from './anchors.ts';

const shared = (left: [string, string], right: [string, string], otherScript = true): string[] => {
  const reader = new AnchorReader();
  const [a, b] = [left, right].map(([lang, plain]) =>
    reader.featuresOf([{ kind: 'paragraph', plain }], lang, otherScript),
  );
  return (a?.[0]?.anchors ?? [])
    .filter((anchor) => b?.[0]?.anchors.includes(anchor))
    .map(kindOf)
    .filter((kind) => kind !== 'block');
};

test.each([
  ['numbers of every script', ['en', '5,000 sheets'], ['ar', '٥٠٠٠ ورقة'], ['number']],
  ['numbers with a fraction', ['en', '1.5 hours'], ['fr', '1,5 heure'], ['number']],
  ['days of the week', ['en', 'on Monday'], ['ar', 'يوم الاثنين'], ['calendar']],
  ['months of every region', ['en', 'in October'], ['ar', 'في تشرين الأول'], ['calendar']],
  ['months of another region', ['en', 'in May'], ['ar', 'في ماي'], ['calendar']],
  ['names by their sound', ['en', 'to Damietta'], ['ar', 'إلى دمياط'], ['name']],
  ['quotations', ['en', 'he said “no”'], ['ar', 'قال «لا»'], ['quotation']],
  ['questions', ['en', 'who reads?'], ['ar', 'من يقرأ؟'], ['question']],
] as const)('%s survive translation', (_, left, right, kinds) => {
  expect(shared([...left], [...right])).toEqual(kinds);
});

test('within a script words are compared by their letters', () => {
  expect(shared(['en', 'the library'], ['fr', 'la librairie'], false)).toEqual(['word']);
});

test('only capitalised words are names where a script has capitals', () => {
  expect(shared(['en', 'the damietta'], ['ar', 'دمياط'])).toEqual([]);
});
