import { expect, test } from 'vitest';
import { AnchorReader } from '#align/anchors.ts';
import { isTextEntry } from '#compile/article.ts';
import { problemToLine } from '#model/report.ts';
import { checkRows } from '#number/check-rows.ts';
import { loadArchive } from '../src/pipeline.ts';
import { readExample } from './archive-in-a-file.ts';
import { cacheInMemory } from './cache-in-memory.ts';

const ARABIC = [
  'بدأت مطبعة بولاق عملها سنة ١٨٢٢ وطبعت ٢٤٣ كتاباً في أعوامها العشرين الأولى (٢٠ عاماً).',
  'وقد صُبّت حروفها في ميلانو على أيدي طلاب أوفدهم الوالي إليها ليتعلموا صنعة الطباعة.',
  'فمن قرأ تلك الكتب؟ إنهم الضباط والأطباء وطلاب المدارس الجديدة قبل غيرهم من الناس.',
  'وصدر العدد الأول من جريدتها في القاهرة يوم الاثنين ٣ كانون الأول ١٨٢٨.',
];
const ENGLISH = [
  'The press at Būlāq began to print in 1822 and printed 243 books in its first 20 years.',
  'Its type was cut in Milan by students whom the governor had sent there to learn the craft.',
  'Who read these books? Officers, physicians and the students of the new schools, above all.',
  'On Monday, 3 December 1828, the first issue of its gazette appeared in Cairo.',
];
const IDS = ['nhjg8', '8n8d2', 'xtr24', '3nbtr'];

async function warnings(english: readonly string[], ids: readonly string[]): Promise<string[]> {
  const body = (words: readonly string[], some: readonly string[]): string =>
    words.map((plain, index) => `${plain} {#${some[index] ?? ''}}`).join('\n\n');
  const { files } = readExample(
    [
      `=== articles/bulaq/ar.md\n---\nrole: original\ntitle: مطبعة\n---\n${body(ARABIC, IDS)}\n`,
      `=== articles/bulaq/en.md\n---\nrole: translation\ntranslator: unknown\ntitle: A press\n---\n${body(english, ids)}\n`,
    ].join(''),
  );
  const { cache, kept } = cacheInMemory();
  const { catalogue, problems } = await loadArchive(files, cache);
  expect(problems).toEqual([]);
  const [article] = catalogue?.articles ?? [];
  if (!article) throw new Error('There is one article.');
  const bodyOf = (key: string) => {
    const entry = kept.get(key);
    if (!isTextEntry(entry) || !entry.text) throw new Error('The text was compiled.');
    return Promise.resolve(entry.text.body);
  };
  const found = await checkRows(article, (text) => bodyOf(text.body), new AnchorReader());
  return found.map(problemToLine);
}

test('rows whose paragraphs render each other pass', async () => {
  expect(await warnings(ENGLISH, IDS)).toEqual([]);
});

test('markers that slipped to the next paragraph are named, with the line that fits', async () => {
  const [a = '', b = '', c = '', d = ''] = IDS;
  const found = await warnings(ENGLISH, [a, c, b, d]);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatchInlineSnapshot(
    `"articles/bulaq/en.md:8  This paragraph shares the id \`xtr24\` with ar.md:9, but line 10 fits that one far better. See whether they render each other. If not, move the marker to the paragraph that does and run \`npm run number\`; if they do, leave it.  (row-misfit)"`,
  );
});

test('a paragraph that is far too long for its row is named', async () => {
  const [first = '', ...others] = ENGLISH;
  const long = `${first} ${'The governor’s letters tell of much paper, ink and type. '.repeat(12)}`;
  const found = await warnings([long.trim(), ...others], IDS);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/times as long as that one lets expect/);
});
