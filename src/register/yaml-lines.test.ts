import { expect, test } from 'vitest';
import { removeKeys, setKeys } from './yaml-lines.ts';

const FILE = `# what moved
/articles/old/: /articles/letter/

# withdrawn
/articles/parcel/: { gone: privacy, copy: yes }
/articles/parcel/en/:
  gone: privacy
  note: >
    two
    lines
/about/: /method/
`;

test('takes keys out with all their lines and leaves every other byte', () => {
  const rest = removeKeys(FILE, new Set(['/articles/old/', '/articles/parcel/en/']));
  expect(rest).toBe(`# what moved

# withdrawn
/articles/parcel/: { gone: privacy, copy: yes }
/about/: /method/
`);
  expect(removeKeys(FILE, new Set(['/nowhere/']))).toBe(FILE);
});

test('sets keys at the end, in place of what they said', () => {
  const lines = new Map([
    ['/articles/old/', '/articles/note/'],
    ['/articles/letter/#k3f9c', '{ gone: law }'],
  ]);
  expect(setKeys('/articles/old/: /articles/letter/', lines)).toBe(
    '"/articles/letter/#k3f9c": { gone: law }\n/articles/old/: /articles/note/\n',
  );
  expect(setKeys('/a/: /b/\r\n', new Map([['/c/', '/d/']]))).toBe('/a/: /b/\r\n/c/: /d/\r\n');
});
