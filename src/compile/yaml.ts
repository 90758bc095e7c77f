import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** A YAML map as plain data, with the lines its values stand in. */
export interface YamlMap {
  /** Every scalar is a string; keys that have no value are left out. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The line (from 1, in the whole file) of the deepest part of a path that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const QUOTE = 'Put the value in quotes: `{key}: "…"`.';
const CLOSE = 'Close what was opened: every `[`, `{` and `"` has its counterpart.';

/** What a message of the YAML parser means to an editor, and what helps. */
const FAULTS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['a value with a colon in it is read as another key.', QUOTE],
  BAD_SCALAR_START: ['a value cannot begin with this character.', QUOTE],
  UNEXPECTED_TOKEN: ['something stands after the end of the value.', QUOTE],
  MULTILINE_IMPLICIT_KEY: ['a line has no key.', 'Write `key: value` on every line.'],
  MISSING_CHAR: ['a quotation mark, a colon or a hyphen is missing.', CLOSE],
  BAD_INDENT: ['a bracket does not close, or a line is not indented as its neighbours.', CLOSE],
  BAD_DQ_ESCAPE: [
    'a backslash inside double quotes begins a sign that does not exist.',
    'Put the value in single quotes.',
  ],
  TAB_AS_INDENT: ['a line begins with a tab.', 'Indent it with spaces.'],
  DUPLICATE_KEY: ['a key stands twice.', 'Remove one of them.'],
};
const OTHER_FAULT = ['it is not YAML.', 'Compare it with an example in the manual.'] as const;

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
    return {
      map: null,
      problems: faults.map((fault) => faultOf(fault, lineAt, sourceLines, firstLine)),
    };
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    const hint = 'Write `key: value` on every line.';
    return {
      map: null,
      problems: [problemAt(firstLine, 'bad-yaml', { reason: 'it has no keys.', hint })],
    };
  }
  const value = plainValue(() => document.toJS({ maxAliasCount: 20 }));
  if (value === undefined) {
    const star = sourceLines.findIndex((line) => /:\s+\*|-\s+\*/.test(line));
    const args = {
      reason: '`*` at the beginning of a value repeats another one, wrongly or too often.',
      hint: 'Put the value in quotes, or write it out.',
    };
    return { map: null, problems: [problemAt(firstLine + Math.max(star, 0), 'bad-yaml', args)] };
  }
  const problems: LocalProblem[] = [];
  for (const { key, value: item } of root ? root.items : []) {
    if (isScalar(item) && item.type === 'PLAIN' && typeof item.comment === 'string') {
      const line = lineAt(item.range[0]);
      problems.push(
        problemAt(line, 'comment-in-value', { key: nameOf(key), comment: item.comment }),
      );
    }
  }
  const given = Object.entries(value).filter(([key]) => !hasNoValue(root?.get(key, true)));
  return {
    map: {
      value: Object.fromEntries(given),
      lineOf: (path) => lineAt(deepest(root, path)),
    },
    problems,
  };
}

function faultOf(
  fault: YAMLError,
  lineAt: (offset: number) => number,
  sourceLines: readonly string[],
  firstLine: number,
): LocalProblem {
  const line = lineAt(fault.pos[0]);
  const [reason, hint] = FAULTS[fault.code] ?? OTHER_FAULT;
  const key = /^\s*(?:- )?([\w-]+):/.exec(sourceLines[line - firstLine] ?? '')?.[1] ?? 'key';
  return problemAt(line, 'bad-yaml', { reason, hint: hint.replace('{key}', key) });
}

function plainValue(read: () => unknown): Record<string, unknown> | undefined {
  try {
    const value = read();
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
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
