import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { isEntityId } from '#model/ids.ts';
import { Finder } from './finder.ts';
import type { NameForm } from './forms.ts';
import { findMentions } from './resolve.ts';

/*
 * Each example is one article: a list of names, then texts by language, in which every mention is
 * marked by hand as a link. `=== doubts` lists the forms that must stay in doubt.
 */
const folder = join(import.meta.dirname, 'examples');
const MARK = /\[([^\]]+)\]\(([a-z-]+)\)/g;

test.each(
  globSync('*.txt', { cwd: folder })
    .sort()
    .map((file) => [basename(file, '.txt').replaceAll('-', ' '), file] as const),
)('%s', (_, file) => {
  const parts = readFileSync(join(folder, file), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(
      (part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const,
    );
  const names = parts.find(([title]) => title === 'names')?.[1] ?? '';
  const doubts = parts.find(([title]) => title === 'doubts')?.[1] ?? '';
  const texts = parts.filter(([title]) => title !== 'names' && title !== 'doubts');
  const pieces = texts.map(([lang, marked]) => ({
    lang,
    words: marked.replaceAll('\n', ' ').replaceAll(MARK, '$1'),
  }));
  const findings = findMentions(new Finder(names.trim().split('\n').flatMap(formsIn)), pieces);
  const wordsAt = (piece: number, start: number, end: number) =>
    pieces[piece]?.words.slice(start, end) ?? '';
  for (const [index, [lang, marked]] of texts.entries()) {
    const wanted = [...marked.replaceAll('\n', ' ').matchAll(MARK)].map(
      ([, form = '', entity = '']) => `${form} = ${entity}`,
    );
    const found = findings.found
      .filter(({ piece }) => piece === index)
      .map(({ piece, start, end, entity }) => `${wordsAt(piece, start, end)} = ${entity}`);
    expect(found, lang).toEqual(wanted);
  }
  expect(
    findings.doubts.map(
      ({ piece, start, end, entities }) => `${wordsAt(piece, start, end)}: ${entities.join(' ')}`,
    ),
  ).toEqual(doubts.split('\n').filter((line) => line !== ''));
});

function formsIn(line: string): NameForm[] {
  const [entity = '', forms = ''] = line.split(/: (.*)/);
  if (!isEntityId(entity)) throw new Error(`${entity} is no id`);
  return forms.split(' | ').map((form) => ({
    entity,
    kind: form.startsWith('short ') ? 'short' : 'full',
    name: form.replace(/^short /, ''),
  }));
}
