import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** A YAML map as plain data, with the lines its values stand in. */
export interface YamlMap {
  /** Every scalar is a string; keys that have no value are left out. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The keys at top level that have nothing behind them. */
  readonly emptyKeys: readonly string[];
  /** The line (from 1, in the whole file) of the deepest part of a path that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const QUOTE = 'Put the value in quotes: `{key}: "…"`.';
const QUOTE_THIS = 'Put the value in quotes, as `"…"`.';
const CLOSE = 'Close what was opened: every `[`, `{` and quotation mark has its counterpart.';
const KEYS = 'Write `key: value` on every line, and the words of the text below the record.';

/** What a message of the YAML parser means to an editor, and what helps. */
const FAULTS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['a value with a colon in it is read as another key.', QUOTE],
  BAD_SCALAR_START: ['a value cannot begin with this character.', QUOTE],
  UNEXPECTED_TOKEN: ['something stands after the end of the value.', QUOTE],
  TAG_RESOLVE_FAILED: ['a value cannot begin with `!`.', QUOTE],
  BAD_ALIAS: ['a value cannot begin with `&` or `*`.', QUOTE],
  MULTILINE_IMPLICIT_KEY: ['a line has no key.', KEYS],
  MISSING_CHAR: ['a quotation mark, a colon or a hyphen is missing.', CLOSE],
  BAD_INDENT: ['a bracket does not close, or a line is not indented as its neighbours.', CLOSE],
  BAD_DQ_ESCAPE: [
    'a backslash inside double quotes begins a sign that does not exist.',
    'Put the value in single quotes.',
  ],
  TAB_AS_INDENT: ['a line begins with a tab.', 'Indent it with spaces.'],
  DUPLICATE_KEY: ['`{key}` stands twice.', 'Remove one of them.'],
  MULTIPLE_DOCS: ['there is a line `---` too many.', 'Remove it.'],
};
const OTHER_FAULT = ['it is not YAML.', QUOTE_THIS] as const;

/**
 * Reads a YAML map, with every scalar as a string: `1931`, `no` and `2023-10-30` stay what the
 * editor wrote.
 *
 * @param firstLine the line of the file in which `source` begins
 */
export function readYaml(
  source: string,
  firstLine: number,
): { map: YamlMap | null; problems: LocalProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const sourceLines = source.split('\n');

  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { map: null, problems: faultsToProblems(faults, lineAt, source, firstLine) };
  }
  const references = repeatedValues(document, source);
  if (references.length > 0) {
    const [reason, hint] = FAULTS.BAD_ALIAS ?? OTHER_FAULT;
    return {
      map: null,
      problems: references.map((offset) => {
        const key = keyIn(sourceLines[lineAt(offset) - firstLine]);
        return problemAt(lineAt(offset), 'bad-yaml', { reason, hint: hint.replace('{key}', key) });
      }),
    };
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    const args = { reason: 'it has no keys.', hint: KEYS };
    return { map: null, problems: [problemAt(firstLine, 'bad-yaml', args)] };
  }
  const plain: unknown = document.toJS();
  return {
    map: {
      value: withoutEmpty(plain, root),
      emptyKeys: (root ? root.items : []).flatMap(({ key, value }) =>
        hasNoValue(value) ? [nameOf(key)] : [],
      ),
      lineOf: (path) => lineAt(deepest(root, path)),
    },
    problems: cutComments(document, source, lineAt),
  };
}

/** Where values are named by `&` or repeated by `*`, which nobody means in an archive. */
function repeatedValues(document: Document, source: string): number[] {
  if (!/[&*]/.test(source)) return [];
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, node) => void offsets.push(node.range?.[0] ?? 0),
    Value: (_, node) => {
      if (node.anchor !== undefined) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** Words that are lost because `#` begins a comment behind a value in the same line. */
function cutComments(
  document: Document,
  source: string,
  lineAt: (offset: number) => number,
): LocalProblem[] {
  if (!source.includes('#')) return [];
  const problems: LocalProblem[] = [];
  visit(document, {
    Scalar: (step, node, path) => {
      const [begin = 0, end = 0] = node.range ?? [];
      const rest = /^.*/.exec(source.slice(end))?.[0] ?? '';
      const isCut = step !== 'key' && node.type === 'PLAIN' && /^\s+#/.test(rest);
      if (!isCut) return;
      const pair = path.findLast((one) => isPair(one));
      const key = isPair(pair) ? nameOf(pair.key) : '';
      const comment = rest.trim().slice(1);
      problems.push(problemAt(lineAt(begin), 'comment-in-value', { key, comment }));
    },
  });
  return problems;
}

/** A value without the keys, at any depth, that have nothing behind them. */
function withoutEmpty(value: unknown, node: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || !isMap(node)) return {};
  // As entries, so that a key like `__proto__` stays a key.
  const given = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const innerNode = node.get(key, true);
    if (hasNoValue(innerNode)) return [];
    return [[key, isMap(innerNode) ? withoutEmpty(inner, innerNode) : inner]];
  });
  return Object.fromEntries(given);
}

/** One problem a line, because one slip makes the parser stumble several times. */
function faultsToProblems(
  faults: readonly YAMLError[],
  lineAt: (offset: number) => number,
  source: string,
  firstLine: number,
): LocalProblem[] {
  const sourceLines = source.split('\n');
  const problems = faults.map((fault) => {
    const key = fault.code === 'DUPLICATE_KEY' ? keyAt(source, fault.pos[0]) : undefined;
    return faultOf(fault, lineAt, sourceLines, firstLine, key);
  });
  return problems.filter(
    ({ line }, index) => problems.findIndex((other) => other.line === line) === index,
  );
}

function faultOf(
  fault: YAMLError,
  lineAt: (offset: number) => number,
  sourceLines: readonly string[],
  firstLine: number,
  named: string | undefined,
): LocalProblem {
  const opened = fault.message.includes('Missing closing') ? openQuote(sourceLines) : -1;
  const last =
    firstLine +
    Math.max(
      0,
      sourceLines.findLastIndex((line) => line.trim() !== ''),
    );
  // What lacks at the end is missed behind the last line.
  const line = opened < 0 ? Math.min(lineAt(fault.pos[0]), last) : firstLine + opened;
  const [reason, hint] = FAULTS[fault.code] ?? OTHER_FAULT;
  const key = named ?? keyIn(sourceLines[line - firstLine]);
  const fill = (words: string): string => words.replace('{key}', () => key);
  return problemAt(line, 'bad-yaml', { reason: fill(reason), hint: fill(hint) });
}

/** The line (from 0) in which a quoted value begins and does not end; −1 where there is none. */
function openQuote(lines: readonly string[]): number {
  return lines.findIndex((line) => {
    const [, quote, rest] = /^\s*(?:- )?(?:[\w-]+:\s+)?(["'])(.*)$/.exec(line) ?? [];
    return quote !== undefined && !(rest ?? '').includes(quote);
  });
}

/** The key that begins at an offset, in a map over lines or in braces. */
function keyAt(source: string, offset: number): string | undefined {
  const [, double, single, plain] =
    /^(?:"([^"\n]*)"|'([^'\n]*)'|([^:\n]*))/.exec(source.slice(offset, offset + 200)) ?? [];
  return (double ?? single ?? plain)?.trim();
}

function keyIn(line: string | undefined): string {
  return /^\s*(?:- )?([\w-]+):/.exec(line ?? '')?.[1] ?? 'key';
}

/** `key:` with nothing behind it; an empty text in quotes is a value. */
function hasNoValue(node: unknown): boolean {
  return isScalar(node) && node.value === '' && node.type === 'PLAIN';
}

/** The offset of the deepest part of a path that is there: of a key, of an item. */
function deepest(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => nameOf(key) === String(step));
      if (!pair) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isScalar(item) && !isMap(item) && !isSeq(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}
