import { expect, test } from 'vitest';
import { readOwnStyles } from './own-styles.ts';

const STYLE = (info: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info>${info}</info><citation><layout><text variable="title"/></layout></citation></style>`;

function filesOf(files: Readonly<Record<string, string>>) {
  return {
    list: () => Promise.resolve(Object.keys(files).map((name) => ({ name, type: 'file' }))),
    read: (file: string) =>
      Promise.resolve(new TextEncoder().encode(files[file.replace('styles/', '')] ?? '')),
  };
}

test('a style is known by its file and goes by its own title', async () => {
  const files = filesOf({ 'house.csl': STYLE('<title>House style</title>'), 'notes.txt': '' });
  const { styles, problems } = await readOwnStyles(files);
  expect(styles.map(({ id, name }) => ({ id, name }))).toEqual([
    { id: 'house', name: 'House style' },
  ]);
  expect(problems).toEqual([]);
});

test('a style that only names another is a problem, and so is one that is no XML', async () => {
  const link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>';
  const files = filesOf({ 'a.csl': STYLE(link), 'b.csl': '<style', 'c.csl': '' });
  const { styles, problems } = await readOwnStyles(files);
  expect(styles).toEqual([]);
  expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'styles/a.csl bad-style',
    'styles/b.csl bad-style',
    'styles/c.csl bad-style',
  ]);
});
