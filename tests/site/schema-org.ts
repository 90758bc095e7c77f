import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * The vocabulary of schema.org as `schema-dts` carries it, made of schema.org’s own release. The
 * package has types of TypeScript and no context, so the terms are read from its declarations.
 */

const declarations = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('schema-dts')), 'schema.d.ts'),
  'utf8',
);

interface Declared {
  readonly above: readonly string[];
  readonly properties: ReadonlySet<string>;
}

/** What a type declares of its own, by its name. */
const types = new Map<string, Declared>();
/** The properties whose values are addresses: a context makes them links. */
const links = new Set<string>();
for (const [, name = '', above = '', body = ''] of declarations.matchAll(
  /^interface (\w+)Base (?:extends ([^{]+))?\{\n([^]*?)^\}/gm,
)) {
  const properties = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^>]*)/gm)];
  for (const [, property = '', values = ''] of properties) {
    if (/\bURL\b/.test(values) && !/\bText\b/.test(values)) links.add(property);
  }
  types.set(name, {
    above: [...above.matchAll(/(\w+)Base\b/g)].map(([, one = '']) => one),
    properties: new Set(properties.map(([, property = '']) => property)),
  });
}

/** Whether schema.org gives a property to things of a type. */
export function hasProperty(type: string, property: string): boolean {
  const declared = types.get(type);
  if (!declared) return false;
  return (
    declared.properties.has(property) || declared.above.some((one) => hasProperty(one, property))
  );
}

/** The types of things. */
export const typeNames: ReadonlySet<string> = new Set(
  [...declarations.matchAll(/^export type (\w+) =/gm)].map(([, name = '']) => name),
);

/** A context with the terms of schema.org and no others. */
export const context = {
  '@context': {
    ...Object.fromEntries(
      [...types.values()].flatMap(({ properties }) =>
        [...properties].map((name) => [
          name,
          { '@id': `http://schema.org/${name}`, ...(links.has(name) && { '@type': '@id' }) },
        ]),
      ),
    ),
    ...Object.fromEntries([...typeNames].map((name) => [name, `http://schema.org/${name}`])),
  },
};
