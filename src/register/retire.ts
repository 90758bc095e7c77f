import type { ArchiveFiles } from '#compile/files.ts';
import type { Survey } from '#compile/survey.ts';
import type { Tombstone } from '#model/schema/redirects.ts';
import { findAddress, type Found, type Named, readAddress } from './address.ts';
import { cutParagraph } from './cut-paragraph.ts';
import { eraseParagraph, eraseText, type Erasure, wordingsIn } from './erase.ts';
import { historyFile } from './history.ts';
import { type Changes, filesBelow, type Plan, sourceOf } from './plan.ts';
import { setKeys } from './yaml-lines.ts';

/** Where closed copies of what was withdrawn are kept: never published. */
export const WITHDRAWN_FOLDER = 'history/withdrawn';

/** What is to be withdrawn, where, and how. */
export interface RetireInput {
  readonly files: ArchiveFiles;
  readonly found: Survey;
  readonly why: Tombstone['gone'];
  /** The day from which it is gone. */
  readonly date: string;
  readonly note: string | undefined;
  /** Whether a closed copy exists; by default it does where nothing is erased. */
  readonly copy: 'yes' | 'no' | undefined;
  /** Whether the words go as well: from texts, sources, histories and closed copies. */
  readonly erase: boolean;
}

/**
 * Plans to withdraw what stands at an address: an article, a text, an entity, a page or a paragraph
 * leaves a tombstone. Without `erase` what is withdrawn is kept in `history/withdrawn/`; with it
 * nothing of it stays in the archive, and what was withdrawn before can be erased as well. The whole
 * archive has to be checked with the changes before they are made.
 */
export async function planRetire(written: string, input: RetireInput): Promise<Plan> {
  const named = readAddress(written);
  const found = findAddress(named.address, input.found);
  const erasure: Erasure = { changes: new Map(), notes: [], erased: [] };
  const lines =
    named.paragraph === undefined
      ? await retirePage(named.address, found, input, erasure)
      : await retireParagraph(named, named.paragraph, found, input, erasure);
  if (typeof lines === 'string') return { refused: lines };
  const before = await sourceOf(input.files, 'redirects.yaml');
  const { changes, notes, erased } = erasure;
  const values = new Map(lines.map((line) => [line, tombstoneToYaml(input)]));
  changes.set('redirects.yaml', setKeys(before, values));
  return { changes, notes, erased };
}

/** The lines of `redirects.yaml` that a withdrawal needs, or why it cannot be. */
type Lines = readonly string[] | string;

async function retirePage(
  address: string,
  found: Found | undefined,
  input: RetireInput,
  erasure: Erasure,
): Promise<Lines> {
  const { files, erase } = input;
  if (!found) return retireFormer(address, input, erasure);
  if (found.kind === 'text') {
    const folder = input.found.articles.find(({ id }) => id === found.article);
    const isLast = (folder?.texts.length ?? 0) <= 1;
    if (!isLast) {
      const file = `articles/${found.article}/${found.text}.md`;
      if (erase) await eraseText(found.article, found.text, files, erasure);
      else await withdraw(file, files, erasure.changes);
      return [address];
    }
    const above = `/articles/${found.article}/`;
    erasure.notes.push(`It was the only text of its article: ${above} is withdrawn with it.`);
    return retirePage(above, findAddress(above, input.found), input, erasure);
  }
  for (const file of await filesOf(found, files)) {
    if (!erase) await withdraw(file, files, erasure.changes);
    else await remove(file, files, erasure);
  }
  if (found.kind !== 'article') return [address];
  if (erase) await eraseRemains(found.article, files, erasure);
  // Its texts by name as well: redirects may lead to them.
  return [address, ...found.texts.map((text) => `${address}${text}/`)];
}

/** What was withdrawn before and kept: its words can still be erased. */
async function retireFormer(
  address: string,
  { files, erase }: RetireInput,
  erasure: Erasure,
): Promise<Lines> {
  const nothing = `Nothing stands at ${address}.`;
  if (!erase) return nothing;
  const id = /^\/articles\/(.+)\/$/.exec(address)?.[1];
  if (id !== undefined) {
    const [, above = '', text = ''] = /^(.+)\/([^/]+)$/.exec(id) ?? [];
    if (await isKept(above, text, files)) await eraseText(above, text, files, erasure);
    else await eraseRemains(id, files, erasure);
  } else {
    const path = address.replaceAll(/^\/|\/$/g, '');
    await remove(`${WITHDRAWN_FOLDER}/${path}.md`, files, erasure);
    for (const file of await filesBelow(files, `${WITHDRAWN_FOLDER}/pages`)) {
      if (file.startsWith(`${WITHDRAWN_FOLDER}/pages/${path}.`)) await remove(file, files, erasure);
    }
  }
  return erasure.changes.size > 0 ? [address] : nothing;
}

/** Whether there is a closed copy or a history of a text. */
async function isKept(article: string, text: string, files: ArchiveFiles): Promise<boolean> {
  const copy = `${WITHDRAWN_FOLDER}/articles/${article}/${text}.md`;
  const bytes = (await files.read(copy)) ?? (await files.read(historyFile(article, text)));
  return bytes !== null;
}

async function retireParagraph(
  { address }: Named,
  id: string,
  found: Found | undefined,
  input: RetireInput,
  erasure: Erasure,
): Promise<Lines> {
  const { files, erase } = input;
  if (found?.kind !== 'article' && found?.kind !== 'text') {
    return `No text stands at ${address}.`;
  }
  const texts = found.kind === 'article' ? found.texts : [found.text];
  const lines: string[] = [];
  for (const text of texts) {
    const file = `articles/${found.article}/${text}.md`;
    const cut = cutParagraph(await sourceOf(files, file), id);
    if (cut) {
      erasure.changes.set(file, cut.source);
      lines.push(...cut.ids.map((one) => `/articles/${found.article}/${text}/#${one}`));
    }
    if (erase) {
      const before = erasure.changes.size;
      const words = cut ? { ids: cut.ids, removed: cut.removed } : { ids: [id], removed: '' };
      await eraseParagraph(found.article, text, words, files, erasure);
      const isHeld = erasure.changes.size > before;
      if (!cut && isHeld) lines.push(`/articles/${found.article}/${text}/#${id}`);
    } else if (cut) {
      const kept = `${WITHDRAWN_FOLDER}/${file}`;
      const former = await sourceOf(files, kept);
      erasure.changes.set(kept, `${former}${former === '' ? '' : '\n'}${cut.removed}`);
    }
  }
  return lines.length > 0 ? lines : `No paragraph at ${address} has the id ${id}.`;
}

async function filesOf(found: Found, files: ArchiveFiles): Promise<readonly string[]> {
  switch (found.kind) {
    case 'article':
      return filesBelow(files, `articles/${found.article}`);
    case 'entity':
      return [`entities/${found.entity}.md`];
    case 'page':
      return found.files;
    case 'text':
      return [`articles/${found.article}/${found.text}.md`];
  }
}

async function withdraw(file: string, files: ArchiveFiles, changes: Changes): Promise<void> {
  const bytes = await files.read(file);
  if (bytes) changes.set(file, null).set(`${WITHDRAWN_FOLDER}/${file}`, bytes);
}

/** Histories and closed copies of an article. */
async function eraseRemains(article: string, files: ArchiveFiles, erasure: Erasure): Promise<void> {
  for (const root of ['history/articles', `${WITHDRAWN_FOLDER}/articles`]) {
    for (const file of await filesBelow(files, `${root}/${article}`)) {
      await remove(file, files, erasure);
    }
  }
}

async function remove(file: string, files: ArchiveFiles, erasure: Erasure): Promise<void> {
  const bytes = await files.read(file);
  if (!bytes) return;
  erasure.changes.set(file, null);
  const source = await sourceOf(files, file);
  if (/\.mdx?$/.test(file)) erasure.erased.push(source);
  else if (file.startsWith('history/')) erasure.erased.push(...wordingsIn(source));
}

function tombstoneToYaml({ why, date, copy, erase, note }: RetireInput): string {
  const parts = [`gone: ${why}`, `date: ${date}`, `copy: ${copy ?? (erase ? 'no' : 'yes')}`];
  if (note !== undefined) parts.push(`note: ${JSON.stringify(note)}`);
  return `{ ${parts.join(', ')} }`;
}
