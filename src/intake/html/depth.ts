import type { Root, RootContent } from 'hast';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** Browsers show 512 elements inside each other; no page that anyone read has as many. */
const DEEPEST = 500;
/** More elements than a page has that anyone read: a thick book has a tenth. */
const MOST = 300_000;

/** What stands within some elements without being told to end, beside themselves. */
const WEIGHTS: Readonly<Record<string, number>> = {
  table: 4,
  ul: 2,
  ol: 2,
  dl: 2,
  menu: 2,
  dir: 2,
};

/** Elements without an end, and such as end without being told. */
const SHALLOW = new Set(
  `area base br col embed hr img input link meta param source track wbr keygen frame bgsound
  p li dt dd td th tr tbody thead tfoot colgroup option optgroup a nobr button rp rt html head body
  h1 h2 h3 h4 h5 h6 form`.split(/\s+/),
);
/** Elements whose content is no markup. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '));

const BEGINNING = /<(?:!--|(\/?)([a-z][^\s/<>]*))/gi;

/**
 * What is wrong with a page of more elements, or with elements deeper inside each other, than anyone
 * meant: what parses it would run out of memory, stack or time. Told from its tags alone.
 */
export function depthProblem(html: string): LocalProblem[] {
  const open = new Map<string, number>();
  let depth = 0;
  let elements = 0;
  BEGINNING.lastIndex = 0;
  for (let tag = BEGINNING.exec(html); tag; tag = BEGINNING.exec(html)) {
    const [, slash, written] = tag;
    const end = html.indexOf(written === undefined ? '-->' : '>', BEGINNING.lastIndex);
    if (end < 0) break;
    BEGINNING.lastIndex = end;
    const name = written?.toLowerCase() ?? '';
    if (name !== '' && slash !== '/') elements += 1;
    if (elements > MOST) return [problemAt(1, 'page-too-big', { elements: String(MOST) })];
    if (name === '' || SHALLOW.has(name)) continue;
    const count = open.get(name) ?? 0;
    const weight = WEIGHTS[name] ?? 1;
    if (slash === '/') {
      open.set(name, Math.max(0, count - 1));
      depth -= count > 0 ? weight : 0;
    } else if (RAW.has(name)) {
      BEGINNING.lastIndex = endOfRaw(html, name, end);
    } else if (!(html.charAt(end - 1) === '/' && isDrawing(open))) {
      open.set(name, count + 1);
      depth += weight;
    }
    if (depth > DEEPEST) {
      const line = html.slice(0, tag.index).split('\n').length;
      return [problemAt(line, 'page-too-deep', { depth: String(DEEPEST) })];
    }
  }
  return [];
}

/** Inside a picture or a formula a tag can end itself. */
function isDrawing(open: ReadonlyMap<string, number>): boolean {
  return (open.get('svg') ?? 0) > 0 || (open.get('math') ?? 0) > 0;
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The same for a page that has been parsed, where elements stand inside each other that nobody closed. */
export function treeDepthProblem(tree: Root): LocalProblem[] {
  const waiting: { node: Root | RootContent; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      const line = node.position?.start.line ?? 1;
      return [problemAt(line, 'page-too-deep', { depth: String(DEEPEST) })];
    }
    if (!('children' in node)) continue;
    for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return [];
}
