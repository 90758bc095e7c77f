import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#compile/front-matter.ts';
import { readYaml } from '#compile/yaml.ts';
import { GOLD } from './shared.ts';
import { command } from './site.ts';

const ARTICLE = 'articles/2023/coalition-should-leave';
const SEEDS = ['outlet-english.txt', 'translation-with-original.txt'];
/** What an editor knows and no document says. */
const KNOWLEDGE = ['title_romanised', 'publisher', 'rights', 'via', 'transliteration', 'supplied'];

/** The ways in which a file comes from an editor’s machine. */
const WAYS: Readonly<Record<string, (words: string) => Uint8Array>> = {
  'as they are': (words) => Buffer.from(words),
  'with a byte order mark': (words) => Buffer.from(`\uFEFF${words}`),
  'with Windows line ends': (words) => Buffer.from(words.replaceAll('\n', '\r\n')),
  'in UTF-16': (words) => Buffer.from(`\uFEFF${words}`, 'utf16le'),
  'in UTF-16 without a mark': (words) => Buffer.from(words, 'utf16le'),
};

describe.skipIf(GOLD === undefined)('the two seeds, imported and laid beside the gold', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diptych-seeds-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(Object.entries(WAYS))('%s', async (way, write) => {
    const here = await mkdtemp(join(folder, 'way-'));
    for (const name of SEEDS) {
      const words = await readFile(join(dirname(GOLD ?? ''), '../seeds', name), 'utf8');
      await writeFile(join(here, name), write(words));
    }
    const content = join(here, 'content');
    const files = SEEDS.map((name) => join(here, name));
    const order = way === 'in UTF-16' ? [...files].reverse() : files;
    const wishes = ['--article', ARTICLE.replace('articles/', ''), '--original', 'ar'];
    const { status } = await command('import', '--content', content, ...wishes, ...order);
    expect(status).toBe(0);
    for (const text of ['ar', 'en', 'en-outlet']) {
      const gold = await readText(join(GOLD ?? '', ARTICLE, `${text}.md`));
      const own = await readText(join(content, ARTICLE, `${text}.md`));
      expect(own.body, text).toBe(gold.body);
      expect(comparable(own.record, text), text).toEqual(comparable(gold.record, text));
    }
    const check = await command('check', '--content', content, '--format', 'json');
    const problems: unknown = JSON.parse(check.stdout);
    const errors = (Array.isArray(problems) ? problems : []).flatMap((problem: unknown) =>
      isError(problem) ? [problem.code] : [],
    );
    expect([...new Set(errors)]).toEqual(['unnumbered']);
  });
});

function isError(problem: unknown): problem is { code: string } {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'code' in problem &&
    'severity' in problem &&
    problem.severity === 'error'
  );
}

async function readText(path: string): Promise<{
  record: Readonly<Record<string, unknown>>;
  body: string;
}> {
  const { parts } = splitFrontMatter(await readFile(path, 'utf8'));
  const body = (parts?.body ?? '').replaceAll(
    / \{#[a-z0-9]{5}( \.[a-z-]+)?\}$/gm,
    (_, mark: string | undefined) => (mark === undefined ? '' : ` {${mark.trim()}}`),
  );
  return { record: readYaml(parts?.yaml ?? '', 2).map?.value ?? {}, body: body.trim() };
}

/** A record without what only an editor knows, and without what differs by the way it came. */
function comparable(
  record: Readonly<Record<string, unknown>>,
  text: string,
): Readonly<Record<string, unknown>> {
  const left = Object.entries(record).filter(([key]) => {
    if (KNOWLEDGE.includes(key) || key === 'source' || key === 'dropped') return false;
    // The gold gives the original its date, and the translation a headline, from other sources.
    return !(text === 'ar' && key === 'published') && !(text === 'en' && key === 'title');
  });
  const dropped = Array.isArray(record.dropped)
    ? record.dropped.filter((line) => line !== 'By')
    : [];
  return { ...Object.fromEntries(left), dropped };
}
