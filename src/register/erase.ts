import type { ArchiveFiles } from '#compile/files.ts';
import { parseDocument } from 'yaml';
import { cutParagraph } from './cut-paragraph.ts';
import { historyFile, historyToWords, readHistory, type Wording } from './history.ts';
import { type Changes, filesBelow, sourceOf } from './plan.ts';
import { splitSource } from './rename-references.ts';
import { type Passages, passagesOf } from './same-words.ts';
import { removeKeys } from './yaml-lines.ts';

/** What an erasure comes to; it grows as more is found. */
export interface Erasure {
  readonly changes: Changes;
  readonly notes: string[];
  /** The words that are erased. */
  readonly erased: string[];
}

/**
 * Erases a text of an article that has others: its file, pictures, sources, history, closed copy; also one
 * that was withdrawn before, alone or with its article.
 */
export async function eraseText(
  article: string,
  text: string,
  files: ArchiveFiles,
  erasure: Erasure,
): Promise<void> {
  const file = `articles/${article}/${text}.md`;
  const copy = `history/withdrawn/${file}`;
  const source = (await sourceOf(files, file)) || (await sourceOf(files, copy));
  const history = historyFile(article, text);
  erasure.erased.push(source, ...wordingsIn(await sourceOf(files, history)));
  for (const path of [file, history, copy]) {
    if (await files.read(path)) erasure.changes.set(path, null);
  }
  for (const root of ['articles', 'history/withdrawn/articles']) {
    await eraseCompanions(`${root}/${article}`, text, source, files, erasure);
  }
}

/** Erases the pictures that only a text shows, and the sources that hold its words. */
async function eraseCompanions(
  folder: string,
  text: string,
  source: string,
  files: ArchiveFiles,
  erasure: Erasure,
): Promise<void> {
  const siblings = await siblingsOf(folder, text, files);
  for (const { name, type } of (await files.list(folder)) ?? []) {
    const isPicture = type === 'file' && !name.endsWith('.md') && source.includes(name);
    const isShared = [...siblings.values()].some((words) => words.includes(name));
    if (isPicture && !isShared) erasure.changes.set(`${folder}/${name}`, null);
  }
  await eraseSources(folder, source, passagesOf([splitSource(source).body]), files, erasure);
}

/** Everything that a history says; nothing of a file that is none. */
export function wordingsIn(source: string): string[] {
  const { history } = readHistory(source);
  return [...(history?.paragraphs.values() ?? [])].flatMap((wordings) =>
    wordings.flatMap(({ words }) => words ?? []),
  );
}

/** What goes of a paragraph that was taken out of a text. */
export interface RemovedParagraph {
  readonly ids: readonly string[];
  /** As it stood in the file; empty where it had been withdrawn before. */
  readonly removed: string;
}

/**
 * Erases what is left of a paragraph: its wordings in the history of its text, and those of other
 * paragraphs that once held its words; its closed copy; the sources from which its text was imported.
 */
export async function eraseParagraph(
  article: string,
  text: string,
  { ids, removed }: RemovedParagraph,
  files: ArchiveFiles,
  erasure: Erasure,
): Promise<void> {
  const folder = `articles/${article}`;
  const file = `${folder}/${text}.md`;
  const former: string[] = [removed];
  const historyPath = historyFile(article, text);
  const { history } = readHistory(await sourceOf(files, historyPath));
  for (const id of ids) {
    for (const { words } of history?.paragraphs.get(id) ?? []) former.push(words ?? '');
  }
  const keptPath = `history/withdrawn/${file}`;
  let kept = await sourceOf(files, keptPath);
  for (const id of ids) {
    for (let cut = cutParagraph(kept, id); cut; cut = cutParagraph(kept, id)) {
      former.push(cut.removed);
      kept = cut.source;
    }
  }
  const passages = passagesOf(former);
  if (kept !== (await sourceOf(files, keptPath))) {
    erasure.changes.set(keptPath, kept.trim() === '' ? null : kept);
  }
  if (history) {
    const paragraphs = new Map(
      [...history.paragraphs]
        .filter(([id]) => !ids.includes(id))
        .map(([id, wordings]) => [id, withoutPassages(wordings, passages)] as const)
        .filter(([, wordings]) => wordings.length > 0),
    );
    const words = historyToWords({ revisions: history.revisions, paragraphs });
    if (words !== (await sourceOf(files, historyPath))) erasure.changes.set(historyPath, words);
  }
  if (former.every((words) => words === '')) return;
  erasure.erased.push(...former);
  const record = await sourceOf(files, file);
  await eraseSources(folder, record, passages, files, erasure);
}

/** Former wordings that hold a passage go; the last one is what the paragraph says today. */
function withoutPassages(wordings: readonly Wording[], passages: Passages): readonly Wording[] {
  return wordings.filter(({ words }) => words === null || !passages.isIn(words));
}

/**
 * Erases the sources of a text, and every other source of its article in which its words are found. The
 * records of the texts that were imported from one say so no longer.
 */
async function eraseSources(
  folder: string,
  source: string,
  passages: Passages,
  files: ArchiveFiles,
  erasure: Erasure,
): Promise<void> {
  const going = new Set<string>();
  const named = sourceNamedIn(source);
  for (const path of await filesBelow(files, `${folder}/source`)) {
    const name = path.slice(folder.length + 1);
    if (name === named || passages.isIn(await sourceOf(files, path))) going.add(name);
  }
  for (const name of going) {
    erasure.changes.set(`${folder}/${name}`, null);
    erasure.notes.push(`${folder}/${name}, from which it was imported, is erased as a whole.`);
  }
  for (const { name, type } of (await files.list(folder)) ?? []) {
    const path = `${folder}/${name}`;
    if (type !== 'file' || !name.endsWith('.md') || erasure.changes.get(path) === null) continue;
    const changed = erasure.changes.get(path);
    const words = typeof changed === 'string' ? changed : await sourceOf(files, path);
    const keys = new Set<string>();
    if (going.has(sourceNamedIn(words) ?? '')) keys.add('source');
    const { record } = splitSource(words);
    const dropped: unknown = yamlOf(record)?.dropped;
    if (Array.isArray(dropped) && passages.isIn(dropped.join('\n'))) keys.add('dropped');
    if (keys.size > 0) erasure.changes.set(path, withoutKeys(words, keys));
  }
}

function withoutKeys(source: string, keys: ReadonlySet<string>): string {
  const { record, body } = splitSource(source);
  const [fence = ''] = /^\uFEFF?---[^\n]*\n/.exec(record) ?? [];
  const [end = ''] = /---[^\S\n]*(?:\r?\n)?$/.exec(record) ?? [];
  const yaml = record.slice(fence.length, record.length - end.length);
  return fence + removeKeys(yaml, keys) + end + body;
}

function sourceNamedIn(source: string): string | undefined {
  const named = yamlOf(splitSource(source).record)?.source;
  if (typeof named !== 'object' || named === null || !('file' in named)) return undefined;
  return typeof named.file === 'string' ? named.file : undefined;
}

function yamlOf(record: string): Readonly<Record<string, unknown>> | undefined {
  const yaml = record.replace(/^\uFEFF?---[^\n]*\n/, '').replace(/---[^\S\n]*(?:\r?\n)?$/, '');
  const document = parseDocument(yaml, { schema: 'failsafe', stringKeys: true });
  const value: unknown = document.errors.length > 0 ? null : document.toJS();
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value));
}

async function siblingsOf(
  folder: string,
  text: string,
  files: ArchiveFiles,
): Promise<Map<string, string>> {
  const siblings = new Map<string, string>();
  for (const { name, type } of (await files.list(folder)) ?? []) {
    if (type !== 'file' || !name.endsWith('.md') || name === `${text}.md`) continue;
    siblings.set(name, await sourceOf(files, `${folder}/${name}`));
  }
  return siblings;
}
