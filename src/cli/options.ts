import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '#astro/workplace.ts';
import { nearest } from '#model/nearest.ts';

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
 * @param usualOut where the output goes that has no other place, in the folder of the software
 */
export function readOptions<Own extends string>(
  args: readonly string[],
  shared: readonly SharedOption[],
  own: Readonly<Record<Own, string>>,
  beside?: string,
  usualOut = 'dist',
): Options<Own> {
  const known = new Map<string, string>([
    ...shared.map((name) => [name, SHARED[name]] as const),
    ...namesOf(own).map((name) => [name, own[name]] as const),
  ]);
  const { values, files: words } = withUsage(usage(known, beside), () => {
    refuseWhatNpmKept(known.keys());
    return parse(args, known, beside !== undefined);
  });
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
    out: out === undefined ? resolve(PROJECT, usualOut) : resolve(here, out),
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

/**
 * Refuses a call whose `--` was forgotten: npm keeps such options for itself, hands on at most
 * their values, and leaves the options in the environment (`npm_config_…`, npm 10 and 11). The
 * command would do its work on another archive than the one that was named.
 */
function refuseWhatNpmKept(known: Iterable<string>): void {
  const kept = [...known].filter((name) => process.env[`npm_config_${name}`] !== undefined);
  if (kept.length === 0) return;
  const command = process.env.npm_lifecycle_event ?? 'COMMAND';
  const options = kept.map((name) => `\`--${name}\``).join(', ');
  throw new UsageError(
    `npm kept ${options} for itself. Write \`--\` before what is for the command: \`npm run ${command} -- --${kept.join(' … --')} …\`.`,
  );
}

/**
 * What stands in a command line, by the options that a command knows (each with what its value is
 * called). The first that is wrong is told with what there is; what follows from it is not.
 */
function parse(
  args: readonly string[],
  known: ReadonlyMap<string, string>,
  isBesideAllowed: boolean,
): { values: Map<string, string>; files: readonly string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...known].map(([name, value]) => [
        name,
        { type: value === FLAG ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (!isBesideAllowed) {
        throw new UsageError(`\`${token.value}\` is no option, and nothing stands beside options.`);
      }
      files.push(token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    const called = known.get(name);
    if (called === undefined) throw new UsageError(unknownOption(name, rawName, known.keys()));
    if (called === FLAG) {
      if (value !== undefined) throw new UsageError(`\`${rawName}\` takes no value.`);
      values.set(name, FLAG);
      continue;
    }
    // Without a value of its own, an option would take the next one for it.
    const isTaken = inlineValue === false && /^-./.test(value);
    if (value === undefined || value === '' || isTaken) {
      throw new UsageError(`\`${rawName}\` lacks its value: \`${rawName} ${called}\`.`);
    }
    values.set(name, value);
  }
  return { values, files };
}

function unknownOption(name: string, rawName: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  const unknown = `Unknown option \`${rawName}\`.`;
  return near === undefined ? unknown : `${unknown} Did you mean \`--${near}\`?`;
}

/** Adds to what is wrong with a call what it could have been. */
function withUsage<Read>(help: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${error.message}\n${help}`) : error;
  }
}

function usage(known: ReadonlyMap<string, string>, beside?: string): string {
  const options = [
    ...(beside === undefined ? [] : [beside]),
    ...[...known].map(([name, value]) => `--${name} ${value}`.trim()),
  ];
  return `Options: ${options.join('  ')}`;
}
