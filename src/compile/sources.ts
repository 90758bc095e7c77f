import { type Problem, problem } from '#model/problem.ts';
import { sha256Of } from './digest.ts';
import type { ArchiveFiles, FolderEntry } from './files.ts';
import type { ArticleFolder } from './survey.ts';

/** What the record of a text says that it was imported from. */
export interface SourceClaim {
  /** The file of the text, and its line that says so. */
  readonly place: { readonly file: string; readonly line: number };
  /** Path below the article’s folder, as it is written. */
  readonly path: string;
  readonly sha256: string;
}

/** Whether an imported file is where the record says, and is still what was imported. */
export async function sourceProblems(
  { place, path, sha256 }: SourceClaim,
  { folder }: ArticleFolder,
  files: ArchiveFiles,
): Promise<Problem[]> {
  const steps = path.split(/[/\\]/);
  if (/^(?:[/\\]|[a-z]:)/i.test(path) || steps.includes('..')) {
    return [problem(place, 'path-leaves-archive', { path })];
  }
  const found = await typeOf(folder, steps, files);
  // The survey names the link itself.
  if (found === 'link') return [];
  const bytes = found === 'file' ? await files.read(`${folder}/${steps.join('/')}`) : null;
  if (!bytes) return [problem(place, 'source-missing', { path })];
  const actual = sha256Of(bytes);
  return actual === sha256 ? [] : [problem(place, 'source-changed', { path, actual })];
}

/** What a path below a folder leads to, or the symbolic link on its way; undefined for nothing. */
async function typeOf(
  folder: string,
  steps: readonly string[],
  files: ArchiveFiles,
): Promise<FolderEntry['type'] | undefined> {
  let type: FolderEntry['type'] | undefined;
  for (const [index, name] of steps.entries()) {
    const entries = await files.list([folder, ...steps.slice(0, index)].join('/'));
    type = entries?.find((entry) => entry.name === name)?.type;
    if (type !== 'folder') return index === steps.length - 1 || type === 'link' ? type : undefined;
  }
  return type;
}
