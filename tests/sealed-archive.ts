import { createHash } from 'node:crypto';
import { minter } from '#align/mint.ts';
import type { CompileCache } from '#compile/cache.ts';
import type { CompiledBody } from '#model/compiled.ts';
import { sha256Of } from '#compile/digest.ts';
import { isTextEntry } from '#compile/article.ts';
import { survey } from '#compile/survey.ts';
import { isError } from '#model/problem.ts';
import { planMove } from '#register/move.ts';
import type { Plan } from '#register/plan.ts';
import { readTextHistory } from '#register/read.ts';
import { planRetire, type RetireInput } from '#register/retire.ts';
import { sealEdition } from '#register/seal.ts';
import { type LoadedArchive, loadArchive } from '../src/pipeline.ts';
import { filesIn } from './archive-in-a-file.ts';

/** A number from 0 up to, and without, a limit. */
export type Dice = (limit: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A cache in memory: what is unchanged is compiled once. */
export function cacheInMemory(): CompileCache {
  const kept = new Map<string, unknown>();
  return {
    key: (...parts) => {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part).update('\0');
      return hash.digest('hex');
    },
    get: (key) => Promise.resolve(kept.get(key)),
    has: (key) => kept.has(key),
    put: (key, value) => Promise.resolve(void kept.set(key, value)),
    keepOnly: () => Promise.resolve(),
  };
}

/** A small archive in memory that can be edited, sealed, moved and withdrawn from. */
export class SealedArchive {
  readonly files: Map<string, string>;
  readonly mint: () => string;
  readonly #cache: CompileCache;
  #words = 0;
  #day = 0;

  constructor(dice: Dice, cache: CompileCache) {
    this.#cache = cache;
    this.mint = minter(dice, new Set());
    this.files = new Map([
      ['archive.yaml', ARCHIVE],
      ['entities/a-press.md', '---\nkind: organisation\nnames: { en: A press }\n---\n'],
      ['pages/about.mdx', '---\ntitle: About\n---\nWords.\n'],
    ]);
    for (const article of ['letter', '2023/news', '2023/note']) this.#addArticle(article);
  }

  /** Words that stand nowhere else. */
  newWords(): string {
    this.#words += 1;
    return Array.from({ length: 7 }, (_, index) => `w${String(this.#words)}x${String(index)}`).join(
      ' ',
    );
  }

  #addArticle(article: string): void {
    const ids = Array.from({ length: 4 }, () => this.mint());
    for (const [text, role] of [
      ['ar', 'original'],
      ['en', 'translation'],
    ] as const) {
      const own = [...ids, this.mint()];
      const paragraphs = own.map((id) => `${this.newWords()}. {#${id}}`);
      const source = `source/${text}.txt`;
      const imported = paragraphs.join('\n').replaceAll(/ \{#.*?\}/g, '');
      this.files.set(`articles/${article}/${source}`, imported);
      const record = [
        `role: ${role}`,
        `title: Title of ${article} in ${text}`,
        `lede: ${this.newWords()}`,
        ...(role === 'translation' ? ['translator: unknown', 'publisher: a-press'] : []),
        `source: { file: ${source}, sha256: ${sha256Of(imported)} }`,
      ];
      const words = ['---', ...record, '---', '', paragraphs.join('\n\n'), ''].join('\n');
      this.files.set(`articles/${article}/${text}.md`, words);
    }
  }

  load(): Promise<LoadedArchive> {
    return loadArchive(filesIn(this.files), this.#cache);
  }

  /** Makes the next edition; throws where the archive has errors. */
  async seal(): Promise<void> {
    const { catalogue, permanence, problems } = await this.load();
    const errors = problems.filter(isError);
    if (!catalogue || errors.length > 0) throw new Error(JSON.stringify(errors));
    this.#day += 1;
    const files = filesIn(this.files);
    const sealed = await sealEdition({
      articles: catalogue.articles,
      standing: permanence.standing,
      register: permanence.register,
      editions: permanence.editions,
      date: new Date(Date.UTC(2026, 0, this.#day)).toISOString().slice(0, 10),
      sha256: async (file) => {
        const bytes = await files.read(file);
        return bytes ? sha256Of(bytes) : undefined;
      },
      body: async (text): Promise<CompiledBody> => {
        const entry = await this.#cache.get(text.body);
        if (isTextEntry(entry) && entry.text) return entry.text.body;
        throw new Error(`${text.file} was not compiled.`);
      },
      history: async (file) => (await readTextHistory(files, file)).history,
    });
    for (const [path, words] of sealed?.files ?? []) this.files.set(path, words);
  }

  async move(from: string, to: string): Promise<void> {
    const files = filesIn(this.files);
    this.#apply(await planMove(from, to, { files, found: await survey(files), merge: true }));
  }

  async retire(
    address: string,
    how: Pick<RetireInput, 'why' | 'erase'> = { why: 'privacy', erase: false },
  ): Promise<void> {
    const files = filesIn(this.files);
    const found = await survey(files);
    const input = { files, found, date: '2026-06-01', note: undefined, copy: undefined, ...how };
    this.#apply(await planRetire(address, input));
  }

  #apply(plan: Plan): void {
    if ('refused' in plan) return;
    for (const [path, bytes] of plan.changes) {
      if (bytes === null) this.files.delete(path);
      else
        this.files.set(path, typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
    }
  }

  /** The files of the texts, in order of path. */
  texts(): string[] {
    return [...this.files.keys()]
      .filter((path) => /^articles\/.*\/(?:ar|en)(?:-\d+)*\.md$/.test(path))
      .sort();
  }
}

const ARCHIVE = `title: { en: An archive }
url: https://archive.example.org
languages: [en, ar]
publisher: { name: A library }
licence: CC-BY-4.0
contact: mailto:archive@example.org
`;
