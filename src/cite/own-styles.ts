import { type Problem, problem } from '#model/problem.ts';
import { type CslNode } from './csl-package.ts';
import { readCslStyle } from './csl-file.ts';
import { type Style } from './styles.ts';

/** A style of the archive’s own: a file in `content/styles/`. */
export interface OwnStyle extends Style {
  readonly source: CslNode;
}

/** What is asked of an archive’s files. */
export interface StyleFiles {
  readonly list: (
    folder: string,
  ) => Promise<readonly { readonly name: string; readonly type: string }[] | null>;
  readonly read: (file: string) => Promise<Uint8Array | null>;
}

/** Reads the archive’s own styles, in order of name; one that cannot be used is a problem. */
export async function readOwnStyles(
  files: StyleFiles,
): Promise<{ readonly styles: readonly OwnStyle[]; readonly problems: readonly Problem[] }> {
  const styles: OwnStyle[] = [];
  const problems: Problem[] = [];
  for (const { name, type } of (await files.list('styles')) ?? []) {
    if (type !== 'file' || !name.endsWith('.csl')) continue;
    const file = `styles/${name}`;
    const id = name.slice(0, -'.csl'.length);
    try {
      const bytes = (await files.read(file)) ?? new Uint8Array();
      const source = readCslStyle(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      if (hasParent(source)) {
        throw new RangeError('It only names another style.');
      }
      styles.push({ id, name: titleIn(source) ?? id, source });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem({ file, line: 1 }, 'bad-style', { reason }));
    }
  }
  return { styles, problems };
}

function childrenOf(node: CslNode): readonly CslNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** Dependent styles hold no rules of their own (CSL 1.0.2, “Dependent styles”). */
function hasParent(source: CslNode): boolean {
  const info = childrenOf(source).find(({ name }) => name === 'info');
  return (info ? childrenOf(info) : []).some(
    ({ name, attrs }) => name === 'link' && attrs.rel === 'independent-parent',
  );
}

function titleIn(source: CslNode): string | undefined {
  const info = childrenOf(source).find(({ name }) => name === 'info');
  const title = info && childrenOf(info).find(({ name }) => name === 'title');
  return title?.children.find((child) => typeof child === 'string')?.trim();
}
