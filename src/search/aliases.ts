/**
 * The alias table: by which keys the archive’s entities are known (`nameKeys`). It is divided by the
 * hash of the keys, so that a query reads the few parts that it needs. Beside the bundles:
 * `aliases.json` says how many parts there are, `aliases/<n>.json` is a part, and
 * `aliases/entities-<n>.json` has a group of entities in order of id.
 */
export const ALIASES_FILE = 'aliases.json';
export const ALIASES_FORMAT = 2;

export interface AliasesFile {
  readonly format: typeof ALIASES_FORMAT;
  /** How many parts there are: a power of two. */
  readonly parts: number;
  readonly entities: number;
}

/** So many entities are in a group. */
export const GROUP = 64;

/** How surely a key means an entity; a smaller number is surer. */
export const CERTAINTY = {
  /** One of its names in full. */
  full: 0,
  /** A form that counts where a full name is near, such as a surname. */
  short: 1,
  /** The last word of a person’s name. */
  part: 2,
  /** The consonants of a name in whatever script. */
  sound: 3,
} as const;
export type Certainty = (typeof CERTAINTY)[keyof typeof CERTAINTY];

/** Keys of a part: for each, the numbers of the entities that it may mean, and how surely. */
export type AliasPart = Readonly<Record<string, readonly (readonly [entity: number, Certainty])[]>>;

/** What the search page knows of an entity. */
export interface AliasEntity {
  readonly id: string;
  readonly kind: string;
  /** Whether it has a page of its own. */
  readonly hasPage: boolean;
  readonly names: Readonly<Record<string, string>>;
  /** All full names in any script, the preferred ones first, each once. */
  readonly full: readonly string[];
  readonly short: readonly string[];
  readonly description?: Readonly<Record<string, string>>;
  readonly source?: Readonly<Record<string, string>>;
}

/** A skeleton is no spelling: its key begins with a sign that no name has. */
export function soundKey(skeleton: string): string {
  return `~${skeleton}`;
}

/** The part in which a key is: FNV-1a over its UTF-16 units, modulo the number of parts. */
export function partOf(key: string, parts: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0) % parts;
}

export function partFile(part: number): string {
  return `aliases/${String(part)}.json`;
}

export function groupFile(entity: number): string {
  return `aliases/entities-${String(Math.floor(entity / GROUP))}.json`;
}

/** Names of the entities that filters show, by id, in an interface language. */
export function namesFile(language: string): string {
  return `aliases/names-${language}.json`;
}

/** The archive’s own build wrote these files; the tests only tell them from another version’s. */
export function isAliasesFile(value: unknown): value is AliasesFile {
  return isObject(value) && 'format' in value && value.format === ALIASES_FORMAT;
}

export function isAliasPart(value: unknown): value is AliasPart {
  return isObject(value);
}

export function isAliasGroup(value: unknown): value is readonly AliasEntity[] {
  return Array.isArray(value);
}

export function isNamesById(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
