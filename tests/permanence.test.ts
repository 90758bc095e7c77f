import { expect, test } from 'vitest';
import { madeFiles } from '#astro/made-files.ts';
import {
  articleAddress,
  citeAddress,
  hasHistoryPage,
  historyAddress,
  textAddress,
} from '#catalogue/addresses.ts';
import { isError } from '#model/problem.ts';
import type { Permanence } from '#register/permanence.ts';
import {
  addressOf,
  divideText,
  editAtRandom,
  EDITS_BY_HAND,
  idsIn,
  joinText,
  pick,
  wordsIn,
} from './edit-at-random.ts';
import { cacheInMemory, diceOf, SealedArchive } from './sealed-archive.ts';

/** Another seed tries other edits: PERMANENCE_SEED=7 npx vitest … */
const SEED = Number(process.env.PERMANENCE_SEED ?? 1);
const EDITS = 1000;
const ERASURES = 200;
const cache = cacheInMemory();

/** Every address that is sealed, with the first words that were ever sealed at it. */
function sealedAddresses(archive: SealedArchive): string[] {
  const lines = (archive.files.get('permalinks.txt') ?? '').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const [address = '', ...ids] = line.split(' ');
    return [`/${address}`, ...ids.map((id) => `/${address}#${id}`)];
  });
}

/** The words behind an id anywhere in the texts, by looking at the files alone. */
function wordsAt(archive: SealedArchive, address: string, id: string): string[] {
  const path = address.slice(1, -1);
  return archive
    .texts()
    .filter((file) => file === `${path}.md` || file.startsWith(`${path}/`))
    .flatMap((file) => divideText(archive.files.get(file) ?? '').paragraphs)
    .filter((paragraph) => idsIn(paragraph).includes(id));
}

/** What was published so far. */
interface Remembered {
  /** The first word at every sealed paragraph, by its address: rewording, splitting and merging keep it. */
  readonly firstWords: Map<string, string>;
  /** The places that stood beside pages. */
  readonly beside: Set<string>;
}

const nothingRemembered = (): Remembered => ({ firstWords: new Map(), beside: new Set() });

/**
 * Holds an archive to its promises, and the check to its word: what the check does not name answers,
 * with the words that it was sealed with, a successor that somebody named, or a tombstone. Returns what is
 * named.
 */
async function lostAddresses(
  archive: SealedArchive,
  { firstWords, beside }: Remembered,
  edit: string,
): Promise<string[]> {
  const { permanence, problems } = await archive.load();
  const errors = problems.filter(isError);
  const named = new Set(
    errors
      .filter(({ code }) => code === 'permalink-lost' || code === 'paragraph-lost')
      .map(({ args }) => args.address ?? ''),
  );
  const redirects = archive.files.get('redirects.yaml') ?? '';
  for (const sealed of sealedAddresses(archive)) {
    const [address = '', id] = sealed.split('#');
    if (named.has(sealed) || named.has(address)) continue;
    const answer = permanence.answer(address, id);
    const said = `${edit}: ${sealed} → ${JSON.stringify(answer)}`;
    if (answer.as === 'gone') {
      expect(redirects, said).toContain('gone: ');
      continue;
    }
    if (answer.as !== 'page') {
      expect.unreachable(said);
    }
    const isInFiles = [...archive.files.keys()].some((file) => {
      const bare = `/${file.replace(/\.mdx?$/, '/').replace(/^pages\//, '')}`;
      return bare === answer.address || bare.startsWith(answer.address);
    });
    expect(isInFiles, said).toBe(true);
    if (answer.paragraph === undefined || id === undefined) continue;
    const found = wordsAt(archive, answer.address, answer.paragraph);
    // A text with errors cannot be held to its words.
    if (errors.length > 0) continue;
    expect(found.length, said).toBeGreaterThan(0);
    const isItself = answer.paragraph === id;
    const first = firstWords.get(sealed) ?? '';
    if (isItself) expect(found.join(' '), said).toContain(first);
  }
  if (errors.length === 0) {
    const lost = [...beside].filter((place) => !isAnsweredBeside(permanence, place));
    expect(lost, edit).toEqual([]);
    for (const place of placesBeside(permanence)) beside.add(place);
  }
  return errors.map(({ args, code }) => args.address ?? code);
}

/**
 * What stands beside sealed pages: where each text is cited on the page of citations of its article,
 * and the histories of texts that have one. No register has them.
 */
function placesBeside({ articles, register }: Permanence): string[] {
  return articles.flatMap(({ id, texts }) =>
    texts
      .filter((text) => register.has(textAddress(id, text.id)))
      .flatMap((text) => [
        `${citeAddress(id)}#text-${text.id}`,
        ...(hasHistoryPage(text) ? [historyAddress(id, text.id)] : []),
      ]),
  );
}

/** Whether a place beside a page is there, leads to one that is, or says why it is gone. */
function isAnsweredBeside(permanence: Permanence, place: string): boolean {
  const { articles, former, answer } = permanence;
  const [address = '', anchor] = place.split('#');
  const article = articles.find(({ id }) => address.startsWith(articleAddress(id)));
  if (article && anchor !== undefined) {
    return [...article.texts, ...(article.formerTexts ?? [])].some(
      ({ id }) => anchor === `text-${id}`,
    );
  }
  const text = article?.texts.find(({ id }) => address === historyAddress(article.id, id));
  // What was changed and never sealed may be as it was again, and has nothing to tell.
  if (text) return hasHistoryPage(text) || text.sealed?.revision === 1;
  const page = former.find(({ id }) => id === address);
  if (!page) return false;
  if (page.texts?.some(({ id }) => anchor === `text-${id}`) === true) return true;
  if ('gone' in page.fate) return true;
  const to = page.fate.moved.address;
  if (anchor !== undefined) return isAnsweredBeside(permanence, `${to}#${anchor}`);
  return answer(to).as === 'page';
}

function rememberWords(archive: SealedArchive, { firstWords: known }: Remembered): void {
  for (const sealed of sealedAddresses(archive)) {
    const [address = '', id] = sealed.split('#');
    if (id === undefined || known.has(sealed)) continue;
    const [paragraph = ''] = wordsAt(archive, address, id);
    known.set(sealed, wordsIn(paragraph).split(' ')[0] ?? '');
  }
}

test('after each of 1,000 random edits every sealed address answers, or the check names it', async () => {
  const dice = diceOf(SEED);
  let archive = new SealedArchive(dice, cache);
  let remembered = nothingRemembered();
  const counts = { whole: 0, failing: 0, mended: 0, sealed: 0 };
  for (let count = 0; count < EDITS; count += 1) {
    if (count % 40 === 0 || archive.texts().length < 3) {
      archive = new SealedArchive(dice, cache);
      remembered = nothingRemembered();
      await archive.seal();
      rememberWords(archive, remembered);
    }
    const before = new Map(archive.files);
    const edit = await editAtRandom(archive, dice);
    const lost = await lostAddresses(archive, remembered, edit);
    if (lost.length === 0) {
      counts.whole += 1;
      if (dice(4) === 0) {
        await archive.seal();
        rememberWords(archive, remembered);
        counts.sealed += 1;
      }
      continue;
    }
    counts.failing += 1;
    // An editor mends what was named with tombstones, or takes the edit back.
    const addresses = lost.filter((one) => one.startsWith('/'));
    const lines = addresses.map((one) => `${JSON.stringify(one)}: { gone: error }\n`);
    archive.files.set(
      'redirects.yaml',
      (archive.files.get('redirects.yaml') ?? '') + lines.join(''),
    );
    if ((await lostAddresses(archive, remembered, `${edit}, mended`)).length === 0)
      counts.mended += 1;
    else {
      archive.files.clear();
      for (const [path, content] of before) archive.files.set(path, content);
    }
  }
  // Each of these has to happen often, or the edits try nothing.
  expect(counts.whole).toBeGreaterThan(EDITS / 4);
  expect(counts.failing).toBeGreaterThan(EDITS / 10);
  expect(counts.mended).toBeGreaterThan(EDITS / 20);
  expect(counts.sealed).toBeGreaterThan(EDITS / 20);
}, 300_000);

test('after each of 200 random erasures no file of the archive, and none made of its records, holds the words', async () => {
  const dice = diceOf(SEED + 1);
  const left: string[] = [];
  for (let count = 0; count < ERASURES; count += 1) {
    const archive = new SealedArchive(dice, cache);
    await archive.seal();
    const file = pick(archive.texts(), dice);
    const article = file.replace(/[^/]+$/, '');
    const erased: string[] = [];
    const target = divideText(archive.files.get(file) ?? '').paragraphs;
    const id = pick(idsIn(target.join()), dice);
    const remember = (): void => {
      for (const path of archive.texts()) {
        const { head, paragraphs } = divideText(archive.files.get(path) ?? '');
        const isWhole =
          kind === 'article' ? path.startsWith(article) : kind === 'text' && path === file;
        if (isWhole) erased.push(...head.split(/\s+/).filter(isRare));
        for (const paragraph of paragraphs) {
          const isErased =
            kind === 'article'
              ? path.startsWith(article)
              : path === file && (kind === 'text' || idsIn(paragraph).includes(id));
          if (isErased) erased.push(...wordsIn(paragraph).split(/[ .]+/).filter(isRare));
        }
      }
    };
    const kind = pick(['article', 'text', 'paragraph'] as const, dice);
    // What was reworded, split and merged before leaves former wordings behind.
    for (let edits = dice(4); edits > 0; edits -= 1) {
      remember();
      const { head, paragraphs } = divideText(archive.files.get(file) ?? '');
      const at = paragraphs.findIndex((one) => idsIn(one).includes(id));
      EDITS_BY_HAND[pick(['reword', 'insert', 'reorder'], dice)]?.(
        paragraphs,
        Math.max(0, at),
        archive,
      );
      archive.files.set(file, joinText({ head, paragraphs }));
      await archive.seal();
    }
    remember();
    const address =
      kind === 'article' ? `/${article}` : addressOf(file) + (kind === 'text' ? '' : `#${id}`);
    // Some were withdrawn without erasing first; that copy goes as well.
    if (dice(3) === 0) await archive.retire(address);
    await archive.retire(address, { why: 'privacy', erase: true });

    const { catalogue, appearances, problems, permanence } = await archive.load();
    if (!catalogue) throw new Error('The archive cannot be read.');
    // What a build makes of the records: files of citations, feeds and the dump, host files.
    const made = [...madeFiles({ catalogue, appearances, permanence, base: '/' })].flatMap(
      (file) => [file.address, ...('make' in file ? [file.make()] : file.parts())],
    );
    const archived = [...archive.files].map(([path, content]) => `${path}\n${content}`);
    const formers = JSON.stringify([permanence.former, permanence.formerFiles]);
    const everything = [...archived, ...made, formers].join('\n');
    const present = new Set(everything.match(/w\d+x\d+/g));
    left.push(...erased.filter((word) => present.has(word)).map((word) => `${address}: ${word}`));
    const [page = '', paragraph] = address.split('#');
    expect(permanence.answer(page, paragraph).as, address).toBe('gone');
    const codes = problems.filter(isError).map(({ code }) => code);
    // Without its original a translation has to be withdrawn too, as the check says.
    expect(codes.filter((code) => code !== 'missing-original')).toEqual([]);
  }
  expect(left).toEqual([]);
}, 300_000);

const isRare = (word: string): boolean => /^w\d+x\d+$/.test(word);

test('what was moved, and moved again, can be withdrawn with all that leads to it', async () => {
  const archive = new SealedArchive(diceOf(SEED), cache);
  await archive.seal();
  await archive.move('/articles/letter/', '/articles/1868/letter/');
  await archive.move('/articles/1868/letter/en/', '/articles/1868/letter/en-2/');
  await archive.seal();
  await archive.move('/articles/1868/letter/', '/articles/1869/letter/');
  await archive.retire('/articles/1869/letter/', { why: 'law', erase: true });
  const { problems, permanence } = await archive.load();
  expect(problems.filter(isError)).toEqual([]);
  for (const address of sealedAddresses(archive).filter((one) => one.includes('letter'))) {
    const [page = '', paragraph] = address.split('#');
    expect(permanence.answer(page, paragraph).as, address).toBe('gone');
  }
  expect([...archive.files.keys()].filter((path) => path.includes('letter'))).toEqual([]);
});

test('a text that was moved keeps its revision, and one that was not changed as well', async () => {
  const archive = new SealedArchive(diceOf(SEED), cache);
  await archive.seal();
  const before = archive.files.get('history/articles/letter/en.txt');
  await archive.move('/articles/letter/en/', '/articles/letter/en-2/');
  await archive.seal();
  expect(archive.files.get('history/articles/letter/en-2.txt')).toBe(before);
  const register = archive.files.get('permalinks.txt') ?? '';
  expect(register).toContain('articles/letter/en/ ');
  expect(register).toContain('articles/letter/en-2/ ');
  const lines = register.trimEnd().split('\n');
  expect(lines).toEqual([...lines].sort());
});
