import type { EntitySummary } from '#model/compiled.ts';
import { type EntityRecord, pageOf } from '#model/schema/entity.ts';
import {
  ALIASES_FILE,
  ALIASES_FORMAT,
  type AliasEntity,
  type AliasesFile,
  CERTAINTY,
  type Certainty,
  GROUP,
  groupFile,
  partFile,
  partOf,
  soundKey,
} from '#search/aliases.ts';
import { languageOf } from '#text/script.ts';
import { keysOfNameWords, nameKeys, nameWords, skeletonOfNameWords } from '#text/name-key.ts';

/** So many keys a part has on the average at most. */
const KEYS_A_PART = 2_000;

/**
 * The files of the alias table by name, from all entities in order of id. The same entities give the
 * same bytes.
 */
export function encodeAliases(entities: readonly EntitySummary[]): ReadonlyMap<string, string> {
  const keys = new Map<string, Map<number, Certainty>>();
  entities.forEach(({ record }, number) => {
    for (const [key, certainty] of keysOf(record)) {
      const known = keys.get(key) ?? new Map<number, Certainty>();
      const before = known.get(number);
      if (before === undefined || certainty < before) known.set(number, certainty);
      keys.set(key, known);
    }
  });
  const parts = 2 ** Math.max(0, Math.ceil(Math.log2(keys.size / KEYS_A_PART)));
  const inParts = Array.from({ length: parts }, (): [string, [number, Certainty][]][] => []);
  for (const key of [...keys.keys()].sort()) {
    inParts[partOf(key, parts)]?.push([key, [...(keys.get(key) ?? [])]]);
  }
  const about: AliasesFile = { format: ALIASES_FORMAT, parts, entities: entities.length };
  const files = new Map([[ALIASES_FILE, JSON.stringify(about)]]);
  inParts.forEach((part, number) => {
    files.set(partFile(number), JSON.stringify(Object.fromEntries(part)));
  });
  for (let start = 0; start < entities.length; start += GROUP) {
    const group = entities.slice(start, start + GROUP).map(aliasEntity);
    files.set(groupFile(start), JSON.stringify(group));
  }
  return files;
}

function* keysOf(record: EntityRecord): Generator<[key: string, certainty: Certainty]> {
  const known = new Set<string>();
  for (const name of fullNames(record)) {
    const words = nameWords(name);
    // Spellings of one name have the same words, and so the same keys.
    const inWords = words.join(' ');
    if (known.has(inWords)) continue;
    known.add(inWords);
    for (const key of keysOfNameWords(words)) yield [key, CERTAINTY.full];
    const skeleton = skeletonOfNameWords(words);
    if (skeleton !== undefined) yield [soundKey(skeleton), CERTAINTY.sound];
    const last = words.at(-1) ?? '';
    if (record.kind === 'person' && words.length > 1 && last.length >= 4) {
      for (const key of nameKeys(last)) yield [key, CERTAINTY.part];
    }
  }
  for (const name of record.short ?? []) {
    for (const key of nameKeys(name)) yield [key, CERTAINTY.short];
  }
}

/** Names, variants and what texts call it: all are found. */
function fullNames({ names, variants = [], called = [] }: EntityRecord): string[] {
  return [...new Set([...Object.values(names), ...variants.map(({ name }) => name), ...called])];
}

function aliasEntity({ id, record }: EntitySummary): AliasEntity {
  const { kind, names, short = [], description, description_source: source } = record;
  return {
    id,
    kind,
    hasPage: pageOf(record) !== 'none',
    names,
    full: fullNames(record),
    short,
    ...(description && { description }),
    ...(source !== undefined && {
      source: typeof source === 'string' ? { [languageOf(source, [])]: source } : source,
    }),
  };
}
