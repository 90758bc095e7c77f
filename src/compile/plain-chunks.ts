import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * Parses Markdown, of which paragraphs that are nothing but words and links to entities are not given
 * to a parser: most of what an archive holds, and slow to parse letter by letter. The tree is the same.
 *
 * In what is given to the parser, each run of such paragraphs is one word in its place. Where that word
 * does not come out as a paragraph at top level, what looked like one was not: part of a fence that does
 * not close, or of HTML. Then all is parsed as it stands.
 *
 * @param parse parses CommonMark, with tables, footnotes and bare addresses at most
 */
export function parseAroundPlain(source: string, parse: (source: string) => Root): Root {
  if (UNUSUAL.test(source)) return parse(source);
  const lines = source.split('\n');
  const starts = startsOf(lines);
  const chunks = plainChunks(lines);
  if (chunks.length === 0) return parse(source);

  const masked = [...lines];
  const runs: Chunk[][] = [];
  for (const chunk of chunks) {
    const before = runs.at(-1)?.at(-1);
    const follows = before && lines.slice(before.end, chunk.start).every(isBlank);
    if (follows) runs.at(-1)?.push(chunk);
    else runs.push([chunk]);
    for (let line = chunk.start; line < chunk.end; line += 1) masked[line] = '';
    if (!follows) masked[chunk.start] = WORD;
  }
  const isAll = runs.length === 1 && masked.every((line) => line === WORD || isBlank(line));
  const nodes = isAll ? undefined : parse(masked.join('\n')).children;
  const children = nodes ? unmask(nodes, runs, lines, starts) : (runs[0] ?? []).map(toParagraph);
  if (!children) return parse(source);
  const last = lines.length;
  const end = { line: last, column: (lines[last - 1] ?? '').length + 1, offset: source.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };

  function toParagraph({ start, end: behind }: Chunk): Paragraph {
    return paragraphOf(lines, starts, start, behind);
  }
}

/** Characters that a parser replaces, or that end lines or move columns in other ways. */
const UNUSUAL = /[\0\r\uFEFF]/;
const WORD = 'x';
/**
 * A line that says the same to a parser as to a reader, and goes on a paragraph or begins one: no sign
 * of emphasis, code, link, picture, HTML, reference, table or address, no space at either end.
 */
const PLAIN_LINE =
  /^(?!\d{1,9}[.)])[^\0-!#-&*-/:-@[-`|}~](?:[^\0-\x1F&*<>@[\\\]_`|~]*[^\0- &*<>@[\\\]_`|~])?$/;
/** A link of plain words to an entity; no picture, and no call of a note. */
const NAME_LINK =
  /(?<!!)\[(?!\^)([^\0- &*<>@[\\\]_`|~](?:[^\0-\x1F&*<>@[\\\]_`|~]*[^\0- &*<>@[\\\]_`|~])?)\]\((entity:[a-z0-9-]+)\)/g;
const ADDRESS = /www\.|:\/\//i;

/** Neighbouring lines that are not blank, from one up to, and without, another; counted from 0. */
interface Chunk {
  readonly start: number;
  readonly end: number;
}

function plainChunks(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (isBlank(lines[start] ?? '')) continue;
    let end = start;
    let isPlain = true;
    for (; end < lines.length && !isBlank(lines[end] ?? ''); end += 1) {
      const line = lines[end] ?? '';
      isPlain &&= PLAIN_LINE.test(line.replaceAll(NAME_LINK, WORD)) && !ADDRESS.test(line);
    }
    if (isPlain) chunks.push({ start, end });
    start = end;
  }
  return chunks;
}

function isBlank(line: string): boolean {
  return line === '' || /^[ \t]*$/.test(line);
}

function startsOf(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
}

/** Puts the paragraphs back; undefined where what stood for them is no paragraph at top level. */
function unmask(
  nodes: readonly RootContent[],
  runs: readonly (readonly Chunk[])[],
  lines: readonly string[],
  starts: readonly number[],
): RootContent[] | undefined {
  let next = 0;
  const children = nodes.flatMap((node): RootContent[] => {
    const run = runs[next];
    if (run && node.position?.start.line === (run[0]?.start ?? 0) + 1 && isWord(node)) {
      next += 1;
      return run.map(({ start, end }) => paragraphOf(lines, starts, start, end));
    }
    setOffsets(node, starts);
    return [node];
  });
  return next === runs.length ? children : undefined;
}

function isWord(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  return only?.type === 'text' && only.value === WORD && others.length === 0;
}

function paragraphOf(
  lines: readonly string[],
  starts: readonly number[],
  start: number,
  end: number,
): Paragraph {
  const value = lines.slice(start, end).join('\n');
  const pointAt = (index: number) => {
    const before = value.slice(0, index).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return { line: start + before.length, column, offset: (starts[start] ?? 0) + index };
  };
  const position = (from: number, to: number) => ({ start: pointAt(from), end: pointAt(to) });
  const textAt = (from: number, to: number): PhrasingContent[] =>
    from === to
      ? []
      : [{ type: 'text', value: value.slice(from, to), position: position(from, to) }];
  const children: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: link, 1: words = '', 2: url = '', index } of value.matchAll(NAME_LINK)) {
    const [from, behind] = [index + 1, index + 1 + words.length];
    children.push(...textAt(done, index));
    done = index + link.length;
    children.push({
      ...{ type: 'link', title: null, url, position: position(index, done) },
      children: [{ type: 'text', value: words, position: position(from, behind) }],
    });
  }
  children.push(...textAt(done, value.length));
  return { type: 'paragraph', children, position: position(0, value.length) };
}

/** Lines and columns are those of the source; offsets were those of what was parsed. */
function setOffsets(node: RootContent, starts: readonly number[]): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point) point.offset = (starts[point.line - 1] ?? 0) + point.column - 1;
  }
  if ('children' in node) for (const child of node.children) setOffsets(child, starts);
}
