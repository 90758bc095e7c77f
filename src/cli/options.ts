import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '#astro/workplace.ts';

/** The command was called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Stands where an option’s value would be described: the option is there or not and has none. */
export const FLAG = '';

/** Options that commands share, and what a command adds to them. */
const SHARED = { content: 'DIR', out: 'DIR', base: '/path/' } as const;
type SharedOption = keyof typeof SHARED;

/** What a command was called with. Paths are absolute. */
export interface Options<Own extends string> {
  readonly content: string;
  readonly out: string;
  readonly base: string | undefined;
  readonly own: Readonly<Partial<Record<Own, string>>>;
  /** What stands beside the options, as it was written. */
  readonly beside: readonly string[];
  /** The same, as paths of files that the command is about. */
  readonly files: readonly string[];
}

/**
 * Reads a command’s options. npm runs scripts in the package’s folder, so paths are taken from
 * where the command was typed (`INIT_CWD`).
 *
 * @param own the command’s own options, each with what its value is called
 * @param beside what may stand beside the options, as help calls it; nothing may where it is left out
 */
export function readOptions<Own extends string>(
  args: readonly string[],
  shared: readonly SharedOption[],
  own: Readonly<Record<Own, string>>,
  beside?: string,
): Options<Own> {
  const known = [...shared, ...Object.keys(own)];
  const flags = new Set(namesOf(own).filter((name) => own[name] === FLAG));
  const { values, beside: words } = parse(
    args,
    { known, flags },
    usage(shared, own, beside),
    beside !== undefined,
  );
  const here = process.env.INIT_CWD ?? process.cwd();
  const content = values.get('content') ?? process.env.DIPTYCH_CONTENT;
  const out = values.get('out');
  const base = values.get('base');
  if (base !== undefined && !/^\/(?:[^\s?#/\\][^\s?#\\]*\/)?$/.test(base)) {
    throw new UsageError(
      `--base ${base} is no base path. Write it with \`/\` at both ends: --base /path/`,
    );
  }
  const given: Partial<Record<Own, string>> = {};
  for (const name of namesOf(own)) {
    const value = values.get(name);
    if (value !== undefined) given[name] = value;
  }
  return {
    content: content === undefined ? resolve(PROJECT, 'content') : resolve(here, content),
    out: out === undefined ? resolve(PROJECT, 'dist') : resolve(here, out),
    base,
    own: given,
    beside: words,
    files: words.map((file) => resolve(here, file)),
  };
}

function namesOf<Name extends string>(options: Readonly<Record<Name, string>>): Name[] {
  const names: Name[] = [];
  for (const name in options) names.push(name);
  return names;
}

function parse(
  args: readonly string[],
  { known, flags }: { readonly known: readonly string[]; readonly flags: ReadonlySet<string> },
  help: string,
  allowPositionals: boolean,
): { values: Map<string, string>; beside: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        known.map((name) => [name, { type: flags.has(name) ? 'boolean' : 'string' } as const]),
      ),
      strict: true,
      allowPositionals,
    });
    const given = Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value] as const]
        : value === true
          ? [[name, FLAG] as const]
          : [],
    );
    return { values: new Map(given), beside: positionals };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${help}`);
  }
}

function usage(
  shared: readonly SharedOption[],
  own: Readonly<Record<string, string>>,
  beside?: string,
): string {
  const options = [
    ...(beside === undefined ? [] : [beside]),
    ...shared.map((name) => `--${name} ${SHARED[name]}`),
    ...Object.entries(own).map(([name, value]) => `--${name} ${value}`.trim()),
  ];
  return `Options: ${options.join('  ')}`;
}
