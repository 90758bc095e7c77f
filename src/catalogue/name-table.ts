import type { EntityRecord } from '#model/schema/entity.ts';
import { languageOf, scriptOf } from '#text/script.ts';

/** A name as a line of a table. */
export interface NameLine {
  readonly name: string;
  /** A language tag of the name, or one that says its script alone. */
  readonly lang: string;
  readonly use: 'preferred' | 'variant' | 'short';
  /** Of a preferred name, the language in which it is preferred. */
  readonly preferredIn?: string;
  readonly system?: string | undefined;
}

/** The names in one script. */
export interface NamesInScript {
  /** ISO 15924; undefined where a name has no letters. */
  readonly script: string | undefined;
  readonly names: readonly NameLine[];
}

/** All names of an entity by script, each once; loaded names stand apart and are not among them. */
export function nameTable({ names, variants = [], short = [] }: EntityRecord): NamesInScript[] {
  const known = Object.keys(names);
  const langOf = (name: string): string => languageOf(name, known);
  const lines: NameLine[] = [
    ...Object.entries(names).map(([lang, name]) => ({
      ...{ name, lang, use: 'preferred' as const, preferredIn: lang },
    })),
    ...variants.map(({ name, system }) => ({
      ...{ name, lang: langOf(name), use: 'variant' as const, system },
    })),
    ...short.map((name) => ({ name, lang: langOf(name), use: 'short' as const })),
  ];
  const once = new Map<string, NameLine>();
  for (const line of lines) {
    const former = once.get(line.name);
    // A variant that is the preferred name in another spelling system says so there.
    if (!former) once.set(line.name, line);
    else if (former.system === undefined && line.system !== undefined) {
      once.set(line.name, { ...former, system: line.system });
    }
  }
  return [...Map.groupBy(once.values(), ({ name }) => scriptOf(name))].map(([script, some]) => ({
    script,
    names: some,
  }));
}

/** More names than these are folded, the preferred ones never. */
const SHOWN = 24;

/** A table of names as its first lines, and the others that are folded; those may be none. */
export function foldNames(
  scripts: readonly NamesInScript[],
): readonly [shown: NamesInScript[], folded: NamesInScript[]] {
  const lines = scripts.flatMap(({ names }) => names);
  const others = lines.filter(({ use }) => use !== 'preferred');
  const room = Math.max(0, SHOWN - (lines.length - others.length));
  const folded = new Set(others.slice(room));
  const part = (isIn: (line: NameLine) => boolean): NamesInScript[] =>
    scripts
      .map(({ script, names }) => ({ script, names: names.filter(isIn) }))
      .filter(({ names }) => names.length > 0);
  return [part((line) => !folded.has(line)), part((line) => folded.has(line))];
}
