import type { Dice, SealedArchive } from './sealed-archive.ts';

/** A text’s file, divided into its record and its paragraphs. */
export function divideText(source: string): { head: string; paragraphs: string[] } {
  const [, head = '', body = ''] = /^(---\n[^]*?\n---\n)([^]*)$/.exec(source) ?? [];
  return {
    head,
    paragraphs: body
      .split(/\n\n+/)
      .map((one) => one.trim())
      .filter(Boolean),
  };
}

export function joinText({ head, paragraphs }: ReturnType<typeof divideText>): string {
  return `${head}\n${paragraphs.join('\n\n')}\n`;
}

export const idsIn = (words: string): string[] =>
  [...words.matchAll(/#([0-9a-z]{5})/g)].map((m) => m[1] ?? '');
export const wordsIn = (words: string): string => words.replace(/ ?\{#.*\}$/, '');

/** Changes the paragraphs of a text by hand; undefined where it has too few. */
type Edit = (paragraphs: string[], at: number, archive: SealedArchive) => void;

export const EDITS_BY_HAND: Readonly<Record<string, Edit>> = {
  insert: (all, at, archive) => {
    all.splice(at, 0, `${archive.newWords()}. {#${archive.mint()}}`);
  },
  delete: (all, at) => {
    all.splice(at, 1);
  },
  reorder: (all, at) => {
    all.push(...all.splice(at, 1));
  },
  reword: (all, at, archive) => {
    const ids = idsIn(all[at] ?? '');
    const words = wordsIn(all[at] ?? '');
    all[at] = `${words} ${archive.newWords()} {${ids.map((id) => `#${id}`).join(' ')}}`;
  },
  split: (all, at, archive) => {
    const ids = idsIn(all[at] ?? '');
    // With several ids, an editor has to know which words each belongs to.
    if (ids.length > 1) return;
    const words = wordsIn(all[at] ?? '').split(' ');
    const half = Math.ceil(words.length / 2);
    const marker = `{${ids.map((id) => `#${id}`).join(' ')}}`;
    all.splice(
      at,
      1,
      `${words.slice(0, half).join(' ')} ${marker}`,
      `${words.slice(half).join(' ')} and ${archive.newWords()} {#${archive.mint()}}`,
    );
  },
  mergeWithBothIds: (all, at) => {
    const [one = '', other = ''] = all.splice(at, 2);
    const ids = [...idsIn(one), ...idsIn(other)].map((id) => `#${id}`);
    all.splice(at, 0, `${wordsIn(one)} ${wordsIn(other)} {${ids.join(' ')}}`);
  },
  mergeAndForgetOneId: (all, at) => {
    const [one = '', other = ''] = all.splice(at, 2);
    const marker = /\{#.*\}$/.exec(one)?.[0] ?? '';
    all.splice(at, 0, `${wordsIn(one)} ${wordsIn(other)} ${marker}`);
  },
};

export function pick<Item>(items: readonly Item[], dice: Dice): Item {
  const item = items[dice(items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

export const addressOf = (file: string): string => `/${file.replace(/\.md$/, '/')}`;

/** One random edit, by hand or by a command; says which. */
export async function editAtRandom(archive: SealedArchive, dice: Dice): Promise<string> {
  const file = pick(archive.texts(), dice);
  const article = file.replace(/[^/]+$/, '');
  const { head, paragraphs } = divideText(archive.files.get(file) ?? '');
  const hand = pick(Object.keys(EDITS_BY_HAND), dice);
  const id = pick(idsIn(paragraphs.join()).concat('00000'), dice);
  const n = String(dice(1000));
  switch (dice(14)) {
    case 0:
      await archive.move(`/${article}`, `/articles/moved/${n}/`);
      return `move ${article}`;
    case 1:
      await archive.move(addressOf(file), `${addressOf(file).replace(/\/$/, '')}-${n}/`);
      return `move ${file}`;
    case 2:
      await archive.retire(addressOf(file), { why: 'law', erase: dice(2) === 0 });
      return `retire ${file}`;
    case 3:
      await archive.retire(`${addressOf(file)}#${id}`, { why: 'error', erase: dice(2) === 0 });
      return `retire ${file}#${id}`;
    case 4:
      if (dice(3) === 0) await archive.retire(`/${article}`);
      return `retire ${article}`;
    case 5:
      archive.files.delete(file);
      return `delete ${file}`;
    case 6:
      for (const [path, words] of [...archive.files]) {
        if (!path.startsWith(article)) continue;
        archive.files.delete(path);
        archive.files.set(path.replace(article, `articles/renamed-${n}/`), words);
      }
      return `rename ${article} by hand`;
    default: {
      const at = dice(Math.max(1, paragraphs.length - 1));
      EDITS_BY_HAND[hand]?.(paragraphs, at, archive);
      archive.files.set(file, joinText({ head, paragraphs }));
      return `${hand} in ${file}`;
    }
  }
}
