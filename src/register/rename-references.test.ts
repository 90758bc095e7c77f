import { expect, test } from 'vitest';
import { renameReferences } from './rename-references.ts';

const renaming = { what: 'entity', from: 'the-press', to: 'bulaq-press' } as const;

test('renames an entity in the record and in links, and nothing that only looks like it', () => {
  const text = `---
role: original
title: the-press
publisher: the-press # the-press
author: [{ entity: the-press }, { name: the-press }]
rights: { status: InC, holder: "the-press" }
---
See [it](entity:the-press), [another](entity:the-press-of-all) and the-press. {#k3f9c}

[again]: entity:the-press
`;
  expect(renameReferences('articles/letter/en.md', text, renaming)).toBe(`---
role: original
title: the-press
publisher: bulaq-press # the-press
author: [{ entity: bulaq-press }, { name: the-press }]
rights: { status: InC, holder: bulaq-press }
---
See [it](entity:bulaq-press), [another](entity:the-press-of-all) and the-press. {#k3f9c}

[again]: entity:bulaq-press
`);
});

test('renames an article in links to its paragraphs and among related ones', () => {
  const article = { what: 'article', from: 'letter', to: '1868/letter' } as const;
  const index =
    '---\r\nrelated:\r\n  - letter\r\n  - letters\r\n---\r\n[here](article:letter#k3f9c)\r\n';
  expect(renameReferences('articles/note/index.md', index, article)).toBe(
    '---\r\nrelated:\r\n  - 1868/letter\r\n  - letters\r\n---\r\n[here](article:1868/letter#k3f9c)\r\n',
  );
  expect(
    renameReferences('articles/note/index.md', '---\n---\nletters\n', article),
  ).toBeUndefined();
});
