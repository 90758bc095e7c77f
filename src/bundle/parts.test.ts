import { expect, test } from 'vitest';
import { partOf } from './parts.ts';
import { pathsOf, planFolder } from './plan-folder.ts';

test.each([
  ['articles/a/index.html', 'page'],
  ['2011/05/letter.html', 'page'],
  ['_assets/Page.x.css', 'styles'],
  ['_assets/Page.x.js', 'module'],
  ['articles/a/rows.json', 'data'],
  ['articles/a/en.csl.json', 'copy'],
  ['articles/a/picture.png', 'copy'],
  ['feed.atom', 'copy'],
  ['pagefind/table.json', 'json'],
  ['pagefind/aliases/1.json', 'json'],
  ['pagefind/en/pagefind-entry.json', 'bytes'],
  ['pagefind/en/index/en_1.pf_index', 'bytes'],
  ['pagefind/en/wasm.en.pagefind', 'bytes'],
  ['pagefind/en/fragment/en_1.pf_fragment', 'none'],
  ['pagefind/en/pagefind.js', 'none'],
  ['hosting/nginx.conf.example', 'none'],
  ['404.html', 'none'],
])('%s is %s', (file, part) => {
  expect(partOf(file)).toBe(part);
});

test('files that the search reads become scripts; what people read too stays beside its own', () => {
  const plan = planFolder(['404.html', 'articles/con/rows.json', 'pagefind/table.json']);
  expect(plan.map(({ targets }) => targets)).toEqual([
    [],
    ['articles/con_/rows.json', 'articles/con_/rows.json.js'],
    ['pagefind/table.json.js'],
  ]);
  expect(pathsOf(plan)).toEqual(
    expect.arrayContaining(['README.txt', 'pagefind/pagefind-worker.js.js']),
  );
});
