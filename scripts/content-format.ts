import { z } from 'astro/zod';
import { archiveSchema } from '../src/model/schema/archive.ts';
import { articleSchema } from '../src/model/schema/article.ts';
import { entitySchema } from '../src/model/schema/entity.ts';
import { pageSchema } from '../src/model/schema/page.ts';
import { tombstone } from '../src/model/schema/redirects.ts';
import { textSchema } from '../src/model/schema/text.ts';

/** The records of the content format, with the file in which each stands. */
const RECORDS = [
  ['archive.yaml', archiveSchema],
  ['articles/<article-id>/index.md', articleSchema],
  ['articles/<article-id>/<text-id>.md', textSchema],
  ['entities/<entity-id>.md', entitySchema],
  ['pages/<slug>[.<lang>].mdx', pageSchema],
  ['redirects.yaml, an address that is gone', tombstone],
] as const;

/** The tables of the manual: every key of every record, from the sentences in the schemas. */
export function contentFormatTables(): string {
  return RECORDS.map(([file, schema]) => {
    const rows = keysOf(schema).map(
      ([key, isRequired, sentence]) => `| \`${key}\` | ${isRequired ? 'yes' : ''} | ${sentence} |`,
    );
    const head = ['| key | required | what it says |', '| --- | --- | --- |'];
    return [`### \`${file}\``, '', ...head, ...rows].join('\n');
  }).join('\n\n');
}

/** Every key with its sentence; the keys inside a key behind it, as `rights.status`. */
function keysOf(schema: unknown, prefix = ''): [string, boolean, string][] {
  const bare = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (bare instanceof z.ZodArray) return keysOf(bare.element, prefix);
  if (!(bare instanceof z.ZodObject)) return [];
  return Object.entries(bare.shape).flatMap(([name, inner]: [string, unknown]) => {
    const key = prefix + name;
    if (!(inner instanceof z.ZodType)) throw new Error(`${key} is no schema.`);
    const { description } = inner;
    if (description === undefined) throw new Error(`${key} has no sentence of documentation.`);
    const own = [
      key,
      !inner.safeParse(undefined).success,
      description.replaceAll('|', '\\|'),
    ] as const;
    return [[...own], ...keysOf(inner, `${key}.`)];
  });
}

export const BEGIN = '<!-- tables: written by scripts/write-manual.ts from the schemas -->';
export const END = '<!-- end of tables -->';

/** The manual with its tables as the schemas say them now. */
export function withTables(manual: string): string {
  const [before = '', rest = ''] = manual.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${contentFormatTables()}\n\n${END}${after}`;
}
