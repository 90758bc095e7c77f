import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import {
  REFERENCES_OF_ARTICLE,
  REFERENCES_OF_ENTITY,
  REFERENCES_OF_TEXT,
} from '#compile/references.ts';

/** That an article or an entity has another id. */
export interface Renaming {
  readonly what: 'article' | 'entity';
  readonly from: string;
  readonly to: string;
}

/**
 * Renames an article or entity in a file of the archive: in links of its body and in the values of its
 * record that refer to it. Every other byte stays. Undefined where nothing refers to it.
 */
export function renameReferences(
  file: string,
  source: string,
  renaming: Renaming,
): string | undefined {
  if (!source.includes(renaming.from)) return undefined;
  const { record, body } = splitSource(source);
  const renamed = renameInRecord(record, renaming, tableOf(file)) + renameInBody(body, renaming);
  return renamed === source ? undefined : renamed;
}

/** The record with its fences, and what stands below it; together they are the source. */
export function splitSource(source: string): { record: string; body: string } {
  const [record = ''] =
    /^\uFEFF?---[^\S\n]*\r?\n(?:[^]*?\n)?---[^\S\n]*(?:\r?\n|$)/.exec(source) ?? [];
  return { record, body: source.slice(record.length) };
}

function tableOf(file: string): typeof REFERENCES_OF_TEXT {
  if (file.startsWith('entities/')) return REFERENCES_OF_ENTITY;
  return file.endsWith('/index.md') ? REFERENCES_OF_ARTICLE : REFERENCES_OF_TEXT;
}

function renameInBody(body: string, { what, from, to }: Renaming): string {
  // In a link, a definition or between pointed brackets, up to the end of the id.
  const link = new RegExp(`(\\]\\(\\s*<?|\\]:\\s*<?|<)${what}:${from}(?=[#)>\\s"']|$)`, 'gm');
  return body.replaceAll(link, (_, before: string) => `${before}${what}:${to}`);
}

function renameInRecord(
  record: string,
  { what, from, to }: Renaming,
  table: typeof REFERENCES_OF_TEXT,
): string {
  const [fence = ''] = /^\uFEFF?---[^\n]*\n/.exec(record) ?? [];
  const yaml = record.slice(fence.length).replace(/---[^\S\n]*(?:\r?\n)?$/, '');
  const { contents } = parseDocument(yaml, { schema: 'failsafe', stringKeys: true });
  const places = table
    .filter(([kind]) => kind === what)
    .flatMap(([, ...path]) => scalarsAt(contents, path))
    .filter(({ value }) => value === from)
    .sort((a, b) => b.start - a.start);
  let renamed = record;
  for (const { start, end } of places) {
    const [from_, until] = [fence.length + start, fence.length + end];
    renamed = renamed.slice(0, from_) + to + renamed.slice(until);
  }
  return renamed;
}

interface ScalarPlace {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function scalarsAt(node: Node | null | undefined, path: readonly string[]): ScalarPlace[] {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (!isScalar(node) || !node.range) return [];
    return [{ value: String(node.value), start: node.range[0], end: node.range[1] }];
  }
  if (step === '*') {
    return isSeq<Node>(node) ? node.items.flatMap((item) => scalarsAt(item, rest)) : [];
  }
  return isMap<unknown, Node>(node) ? scalarsAt(node.get(step, true), rest) : [];
}
