import { z } from 'astro/zod';
import { didYouMean, type LocalProblem, problemAt } from '#model/problem.ts';
import { innermost } from '#model/schema/choose.ts';
import { raisedBy } from '#model/schema/raise.ts';
import { readYaml, type YamlMap } from './yaml.ts';

/** A rule about several keys of a record, which holds whatever else is wrong with it. */
export type Rule = (map: YamlMap) => readonly LocalProblem[];

/**
 * Reads a record: YAML that fits a schema. All that does not fit is reported at once; the record is
 * null if anything was an error.
 *
 * @param firstLine the line of the file in which `yaml` begins
 */
export function readRecord<Schema extends z.ZodType>(
  yaml: string,
  firstLine: number,
  schema: Schema,
  rules: readonly Rule[] = [],
): {
  record: z.output<Schema> | null;
  /** The record as it is written, whatever is wrong with it. */
  value: YamlMap['value'];
  /** Whether it is a map at all, right or wrong. */
  isMap: boolean;
  lineOf: YamlMap['lineOf'];
  problems: LocalProblem[];
} {
  const { map, problems } = readYaml(yaml, firstLine);
  if (!map) return { record: null, value: {}, isMap: false, lineOf: () => firstLine, problems };
  const result = schema.safeParse(map.value);
  const found = [
    ...problems,
    ...(result.error?.issues ?? []).flatMap((issue) => problemsOf(issue, map, schema, firstLine)),
    ...rules.flatMap((rule) => rule(map)),
  ];
  return {
    record: result.success ? result.data : null,
    value: map.value,
    isMap: true,
    lineOf: map.lineOf,
    problems: found,
  };
}

function problemsOf(
  outer: z.core.$ZodIssue,
  map: YamlMap,
  schema: z.ZodType,
  firstLine: number,
): LocalProblem[] {
  const issue = innermost(outer);
  const record = schema.meta()?.title ?? 'this record';
  const parent = keyOf(issue.path.slice(0, -1));
  const of = parent === '' ? record : `\`${parent}\``;
  const line = issue.path.length === 0 ? firstLine : map.lineOf(issue.path);
  const key = keyOf(issue.path);
  const at = describe(schema, issue.path);
  const help = at?.description ?? describe(schema, issue.path.slice(0, 1))?.description ?? '';

  const raised = raisedBy(issue);
  if (raised) return [{ code: raised.code, line, args: { key, ...raised.args } }];

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => {
        const known = keysOf(describe(schema, issue.path) ?? schema);
        const hint = didYouMean(unknown, known, `Remove it; ${listOf(known)}`);
        const owner = key === '' ? record : `\`${key}\``;
        const there = map.lineOf([...issue.path, unknown]);
        return problemAt(there, 'unknown-key', { key: unknown, of: owner, hint });
      });
    case 'invalid_type':
      if (valueAt(map.value, issue.path) === undefined) {
        return [problemAt(line, 'missing-key', { key, of, help })];
      }
      return [
        problemAt(line, 'wrong-shape', {
          key,
          expected: shapeName(issue.expected),
          help: issue.expected === 'string' ? `Put the value in quotes. ${help}` : help,
        }),
      ];
    case 'invalid_value': {
      const given = valueAt(map.value, issue.path);
      if (given === undefined) return [problemAt(line, 'missing-key', { key, of, help })];
      const value = typeof given === 'string' ? given : JSON.stringify(given);
      const choices = issue.values.map(String);
      const hint = didYouMean(value, choices, `It is one of ${choices.join(', ')}.`);
      return [problemAt(line, 'not-one-of', { key, value, hint })];
    }
    case 'too_small':
      return [problemAt(line, 'empty-value', { key })];
    default:
      return [problemAt(line, 'wrong-shape', { key, expected: 'as the manual says', help })];
  }
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list `[…, …]`',
  object: 'keys with values `{key: …}`',
  record: 'keys with values `{key: …}`',
};

function shapeName(expected: string): string {
  return SHAPES[expected] ?? expected;
}

/** The innermost key of a path; the numbers of list items are no keys. */
function keyOf(path: readonly PropertyKey[]): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([key]) => key === String(step))?.[1];
  }, value);
}

/** The schema of the value at a path, through optional values and lists. */
function describe(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const bare = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const inner = innerOf(bare, String(step));
  return inner && describe(inner, rest);
}

function innerOf(schema: z.ZodType, key: string): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return asType(schema.shape[key]);
  if (schema instanceof z.ZodArray) return asType(schema.element);
  if (schema instanceof z.ZodRecord) return asType(schema.valueType);
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodOptional)) return schema;
  const inner = asType(schema.unwrap());
  return inner ? unwrap(inner) : schema;
}

function asType(schema: unknown): z.ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined;
}

function keysOf(schema: z.ZodType): readonly string[] {
  const bare = unwrap(schema);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

function listOf(keys: readonly string[]): string {
  return keys.length === 0
    ? 'the manual has its keys (docs/content-format.md).'
    : `its keys are ${keys.join(', ')}.`;
}
