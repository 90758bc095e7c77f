import { articleAddress, entityAddress, pageAddress, textAddress } from '#catalogue/addresses.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import type { Survey } from '#compile/survey.ts';
import { isArticleId, isEntityId, isTextId, RESERVED_TEXT_IDS, type TextId } from '#model/ids.ts';
import { findAddress, type Found, readAddress } from './address.ts';
import { historyFile } from './history.ts';
import { type Changes, filesBelow, type Plan, sourceOf } from './plan.ts';
import { renameReferences, type Renaming, splitSource } from './rename-references.ts';
import { asYaml, removeKeys, setKeys } from './yaml-lines.ts';

/** Where a move happens. */
export interface MoveInput {
  /** Whether an entity may become one with another that is there. */
  readonly merge: boolean;
  readonly files: ArchiveFiles;
  readonly found: Survey;
}

/**
 * Plans a move: what stands at an address goes to another, whatever refers to it by id is renamed, its
 * history goes with it, and the old address leads to the new one. An entity may be moved to one that
 * is there: then they become one. A paragraph’s address is only redirected, because its words were
 * moved by hand. The whole archive has to be checked with the changes before they are made.
 */
export async function planMove(
  oldWritten: string,
  newWritten: string,
  input: MoveInput,
): Promise<Plan> {
  const from = readAddress(oldWritten);
  const to = readAddress(newWritten);
  const anchor = to.paragraph === undefined ? '' : `#${to.paragraph}`;
  if (from.paragraph !== undefined) {
    const lines = new Map([[`${from.address}#${from.paragraph}`, to.address + anchor]]);
    return redirected(input, new Map(), lines, []);
  }
  if (anchor !== '') return { refused: `${newWritten} names a paragraph: a page moves to a page.` };
  if (from.address === to.address) return { refused: 'Both addresses are the same.' };
  const standing = findAddress(from.address, input.found);
  if (!standing) return { refused: `Nothing stands at ${from.address}.` };
  const target = findAddress(to.address, input.found);
  if (target?.kind === 'entity' && standing.kind === 'entity' && !input.merge) {
    return {
      refused: `${to.address} is there. If both are the same, name the option --merge: then they become one.`,
    };
  }
  if (target && !(standing.kind === 'entity' && target.kind === 'entity')) {
    return {
      refused: `${to.address} is taken. Merge the two by hand, as docs/permanence.md says.`,
    };
  }
  return moveFound(standing, to.address, input);
}

async function moveFound(standing: Found, to: string, input: MoveInput): Promise<Plan> {
  switch (standing.kind) {
    case 'article':
      return moveArticle(standing, to, input);
    case 'text':
      return moveText(standing, to, input);
    case 'entity':
      return moveEntity(standing.entity, to, input);
    case 'page':
      return movePage(standing, to, input);
  }
}

async function moveArticle(
  { article, texts }: Extract<Found, { kind: 'article' }>,
  to: string,
  input: MoveInput,
): Promise<Plan> {
  const id = /^\/articles\/(.+)\/$/.exec(to)?.[1] ?? '';
  if (!isArticleId(id)) return { refused: `${to} is no address of an article.` };
  const changes: Changes = new Map();
  await renameAll(changes, { what: 'article', from: article, to: id }, input);
  for (const root of ['articles', 'history/articles', 'history/withdrawn/articles']) {
    await moveFolder(changes, input.files, `${root}/${article}`, `${root}/${id}`);
  }
  const lines = new Map([[articleAddress(article), articleAddress(id)]]);
  for (const text of texts) lines.set(`${articleAddress(article)}${text}/`, `${to}${text}/`);
  return redirected(input, changes, lines, []);
}

async function moveText(
  { article, text }: Extract<Found, { kind: 'text' }>,
  to: string,
  input: MoveInput,
): Promise<Plan> {
  const [, above = '', id = ''] = /^\/articles\/(.+)\/([^/]+)\/$/.exec(to) ?? [];
  const isThere = input.found.articles.some((folder) => folder.id === above);
  if (!isThere || !isTextId(id) || RESERVED_TEXT_IDS.includes(id)) {
    return { refused: `${to} is no address for a text: its article has to be there.` };
  }
  const [oldFile, newFile] = [`articles/${article}/${text}.md`, `articles/${above}/${id}.md`];
  const source = await sourceOf(input.files, oldFile);
  const languageOf = (name: string): string | undefined => name.split('-')[0];
  if (languageOf(text) !== languageOf(id) && !/^lang:/m.test(splitSource(source).record)) {
    return {
      refused: `The language of ${oldFile} is that of its name. Write \`lang\` in it first.`,
    };
  }
  const changes: Changes = new Map();
  changes.set(oldFile, null).set(newFile, source);
  await moveFile(changes, input.files, historyFile(article, text), historyFile(above, id));
  const [copy, newCopy] = [`history/withdrawn/${oldFile}`, `history/withdrawn/${newFile}`];
  await moveFile(changes, input.files, copy, newCopy);
  if (article === above) {
    const folder = input.found.articles.find((one) => one.id === article);
    for (const sibling of folder?.texts ?? []) {
      const file = `articles/${article}/${sibling}.md`;
      if (file === oldFile) continue;
      const before = await sourceOf(input.files, file);
      const { record, body } = splitSource(before);
      const of = new RegExp(`^(of:\\s*["']?)${text}(?=["']?\\s*$)`, 'm');
      const after = record.replace(of, (_, key: string) => key + id) + body;
      if (after !== before) changes.set(file, after);
    }
  }
  const lines = new Map([[`${articleAddress(article)}${text}/`, textOf(above, id)]]);
  return redirected(input, changes, lines, []);
}

function textOf(article: string, text: TextId): string {
  return isArticleId(article) ? textAddress(article, text) : '';
}

async function moveEntity(entity: string, to: string, input: MoveInput): Promise<Plan> {
  const id = /^\/entities\/([^/]+)\/$/.exec(to)?.[1] ?? '';
  if (!isEntityId(id)) return { refused: `${to} is no address of an entity.` };
  const changes: Changes = new Map();
  await renameAll(changes, { what: 'entity', from: entity, to: id }, input);
  const [oldFile, newFile] = [`entities/${entity}.md`, `entities/${id}.md`];
  const isMerge = input.found.entities.some((one) => one === id);
  if (isMerge) changes.set(oldFile, null);
  else await moveFile(changes, input.files, oldFile, newFile);
  const merged = `${oldFile} is gone into ${newFile}: copy the names that it should keep from the former file (in your version control) into it.`;
  const lines = new Map([[entityAddress(entity), entityAddress(id)]]);
  return redirected(input, changes, lines, isMerge ? [merged] : []);
}

async function movePage(
  { slug, files }: Extract<Found, { kind: 'page' }>,
  to: string,
  input: MoveInput,
): Promise<Plan> {
  const id = /^\/([^/]+)\/$/.exec(to)?.[1] ?? '';
  if (!isTextId(id)) return { refused: `${to} is no address of a page.` };
  const changes: Changes = new Map();
  for (const file of files) {
    await moveFile(changes, input.files, file, file.replace(`pages/${slug}.`, `pages/${id}.`));
  }
  return redirected(input, changes, new Map([[pageAddress(slug), pageAddress(id)]]), []);
}

/** Renames what refers to an article or entity, in every text, record and note. */
async function renameAll(changes: Changes, renaming: Renaming, input: MoveInput): Promise<void> {
  const { files, found } = input;
  const articles = found.articles.flatMap(({ folder, texts, hasRecord }) =>
    [...texts, ...(hasRecord ? ['index'] : [])].map((name) => `${folder}/${name}.md`),
  );
  for (const file of [...articles, ...found.entities.map((id) => `entities/${id}.md`)]) {
    const renamed = renameReferences(file, await sourceOf(files, file), renaming);
    if (renamed !== undefined) changes.set(file, renamed);
  }
}

async function moveFolder(
  changes: Changes,
  files: ArchiveFiles,
  from: string,
  to: string,
): Promise<void> {
  for (const path of await filesBelow(files, from)) {
    await moveFile(changes, files, path, to + path.slice(from.length));
  }
}

async function moveFile(
  changes: Changes,
  files: ArchiveFiles,
  from: string,
  to: string,
): Promise<void> {
  const bytes = changes.get(from) ?? (await files.read(from));
  if (bytes === null) return;
  changes.set(from, null).set(to, bytes);
}

/** The changes with lines for `redirects.yaml`; what begins where something will stand goes. */
async function redirected(
  { files }: MoveInput,
  changes: Changes,
  lines: ReadonlyMap<string, string>,
  notes: readonly string[],
): Promise<Plan> {
  const before = await sourceOf(files, 'redirects.yaml');
  const again = new Set([...lines.values()].filter((address) => !lines.has(address)));
  const values = new Map([...lines].map(([key, to]) => [key, asYaml(to)]));
  changes.set('redirects.yaml', setKeys(removeKeys(before, again), values));
  return { changes, notes, erased: [] };
}
