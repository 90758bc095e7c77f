import { compile } from '@mdx-js/mdx';
import { analyze } from 'eslint-scope';
import type { Node, Program } from 'estree';
import { visit } from 'estree-util-visit';
import globals from 'globals';
import { VFileMessage } from 'vfile-message';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import type { ArchiveFiles } from './files.ts';

/**
 * What is wrong with the body of an owner’s page. MDX is code, and a slip in it would stop the build:
 * what is no MDX, names and components that are defined nowhere, and files that it imports and that
 * are not there. What only goes wrong when the code runs, the build has to say.
 *
 * @param file the path of the page
 */
export async function checkMdx(
  body: string,
  file: string,
  files: ArchiveFiles,
): Promise<LocalProblem[]> {
  let program: Program | undefined;
  const take = () => (tree: Program) => {
    program = tree;
  };
  try {
    // While developing, MDX says where a component that is missing stands.
    await compile(body, { development: true, recmaPlugins: [take] });
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const reason = error.reason.split('\n')[0] ?? '';
    return [problemAt(error.line ?? 1, 'bad-mdx', { reason })];
  }
  if (!program) return [];
  return [
    ...undefinedNames(program),
    ...unknownComponents(program),
    ...(await unknownImports(program, file, files)),
  ];
}

/** Names in code that are defined neither on the page nor by the language; each once. */
function undefinedNames(program: Program): LocalProblem[] {
  visit(program, (node) => {
    // They are compared only to tell parameters from bodies of functions.
    node.range = [0, 0];
  });
  const { globalScope } = analyze(program, { ecmaVersion: 2024, sourceType: 'module' });
  const lines = new Map<string, number>();
  for (const { identifier } of globalScope?.through ?? []) {
    const { name, loc } = identifier;
    // What MDX adds has no place on the page.
    if (loc && !GLOBALS.has(name) && !lines.has(name)) lines.set(name, loc.start.line);
  }
  return [...lines].map(([name, line]) => problemAt(line, 'undefined-name', { name }));
}

/** What the language and Node define, by which pages are made, and Astro: the record of the page. */
const GLOBALS: ReadonlySet<string> = new Set([
  ...[globals.builtin, globals.nodeBuiltin].flatMap((some) => Object.keys(some)),
  'frontmatter',
]);

/** Components that MDX would miss when the page is made; each once. */
function unknownComponents(program: Program): LocalProblem[] {
  const lines = new Map<string, number>();
  visit(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    if (node.callee.name !== '_missingMdxReference') return;
    const [name, isComponent, place] = node.arguments.map(valueOf);
    if (typeof name !== 'string' || isComponent !== true || lines.has(name)) return;
    lines.set(name, Number.parseInt(String(place), 10) || 1);
  });
  return [...lines].map(([name, line]) => problemAt(line, 'unknown-component', { name }));
}

function valueOf(node: Node): unknown {
  return node.type === 'Literal' ? node.value : undefined;
}

/** Files beside the page that it imports by their whole names. */
async function unknownImports(
  program: Program,
  file: string,
  files: ArchiveFiles,
): Promise<LocalProblem[]> {
  const problems: LocalProblem[] = [];
  for (const node of program.body) {
    if (!('source' in node) || typeof node.source?.value !== 'string') continue;
    const source = node.source.value;
    // A package, or what lies outside the archive.
    if (!/^\.\.?\/(?!.*\.\.\/)/.test(source)) continue;
    const [name = ''] = source.replace(/^\.\.?\//, '').split(/[?#]/);
    const folder = file.split('/').slice(0, source.startsWith('../') ? -2 : -1);
    // Without an ending, several files may be meant.
    if (!/\.\w+$/.test(name) || (await files.read([...folder, name].join('/')))) continue;
    problems.push(problemAt(node.loc?.start.line ?? 1, 'unknown-import', { source }));
  }
  return problems;
}
