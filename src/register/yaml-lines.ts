import { isMap, isScalar, parseDocument } from 'yaml';

/** A key of a YAML map as it stands in the source: whole lines, from its own to the next key’s. */
interface KeyLines {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes keys at top level out of a YAML map, with all that belongs to them; every other byte stays.
 * A comment above the next key stays with that key.
 */
export function removeKeys(source: string, keys: ReadonlySet<string>): string {
  let kept = '';
  let done = 0;
  for (const { key, start, end } of keyLines(source)) {
    if (!keys.has(key)) continue;
    kept += source.slice(done, start);
    done = end;
  }
  return kept + source.slice(done);
}

function keyLines(source: string): KeyLines[] {
  const { contents } = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  if (!isMap(contents) || contents.flow) return [];
  return contents.items.flatMap(({ key, value }): KeyLines[] => {
    if (!isScalar(key)) return [];
    const start = source.lastIndexOf('\n', key.range[0] - 1) + 1;
    const range = rangeOf(value);
    const last = Math.max(key.range[1], range ?? 0);
    const lineEnd = source.indexOf('\n', last);
    // A block scalar’s range already ends behind its last line end.
    const isLineBegin = last > key.range[1] && source[last - 1] === '\n';
    const end = isLineBegin ? last : lineEnd < 0 ? source.length : lineEnd + 1;
    return [{ key: String(key.value), start, end }];
  });
}

function rangeOf(value: unknown): number | undefined {
  const hasRange = typeof value === 'object' && value !== null && 'range' in value;
  const range: unknown = hasRange ? value.range : undefined;
  return Array.isArray(range) ? Number(range[1]) : undefined;
}

/**
 * Adds lines to a YAML map in place of those that have the same keys. What else is in it stays, byte
 * for byte; the new lines stand at its end in order of their keys.
 *
 * @param lines values as YAML, by key
 */
export function setKeys(source: string, lines: ReadonlyMap<string, string>): string {
  const before = removeKeys(source, new Set(lines.keys()));
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : lineEnd;
  const added = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${asYaml(key)}: ${value}${lineEnd}`);
  return before + gap + added.join('');
}

/** A value of YAML: as it is where it holds nothing but letters, digits and signs of paths. */
export function asYaml(value: string): string {
  return /^\/[\p{L}\p{M}\p{N}/._~-]*$/u.test(value) ? value : JSON.stringify(value);
}
