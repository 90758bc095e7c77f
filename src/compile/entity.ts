import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { inFile, type LocalProblem, type Problem, problemAt } from '#model/problem.ts';
import { type EntityRecord, entitySchema } from '#model/schema/entity.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type ListedName, listedNames, nameProblems } from './listed-names.ts';
import { compileNote } from './note.ts';
import { readRecord } from './record.ts';
import type { YamlMap } from './yaml.ts';
import { type Reference, REFERENCES_OF_ENTITY, referencesIn } from './references.ts';

/** The file of an entity, read without its note. */
interface EntityFile {
  readonly record: EntityRecord | null;
  readonly value: YamlMap['value'];
  readonly lineOf: YamlMap['lineOf'];
  /** Markdown of its note; empty where it has none. */
  readonly note: string;
  readonly problems: readonly LocalProblem[];
}

function readEntityFile(bytes: Uint8Array): EntityFile {
  const { text, problems: decoding } = decode(bytes);
  const { parts, problems: split } =
    text === null ? { parts: null, problems: [] } : splitFrontMatter(text);
  const nothing = { record: null, value: {}, lineOf: () => 1, note: '' };
  if (!parts) return { ...nothing, problems: [...decoding, ...split] };
  if (parts.yamlLine === null) {
    return { ...nothing, problems: [...decoding, problemAt(1, 'no-front-matter', {})] };
  }
  const { problems, ...read } = readRecord(parts.yaml, parts.yamlLine, entitySchema);
  return { ...read, note: parts.body, problems: [...decoding, ...problems] };
}

function fileOf(id: EntityId): string {
  return `entities/${id}.md`;
}

/** Reads the record of an entity alone; null where it has errors. */
export async function readEntity(
  id: EntityId,
  files: ArchiveFiles,
): Promise<Pick<EntitySummary, 'id' | 'record'> | null> {
  const { record } = readEntityFile((await files.read(fileOf(id))) ?? new Uint8Array());
  return record && { id, record };
}

/** An entity's file, compiled. */
export interface CompiledEntity {
  /** Null where its record has errors. */
  readonly entity: EntitySummary | null;
  readonly names: readonly ListedName[];
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** An entity's file, compiled, with the key under which that stands in the cache. */
export type KeyedEntity = CompiledEntity & { readonly key: string };

/**
 * Compiles the file of an entity: its record, and its note into the cache. What an unchanged file
 * came to is taken from there.
 */
export async function compileEntity(
  id: EntityId,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<KeyedEntity> {
  const bytes = (await files.read(fileOf(id))) ?? new Uint8Array();
  const key = cache.key('entity', id, bytes);
  const cached = await cache.get(key);
  if (isCompiledEntity(cached) && (!cached.entity?.note || cache.has(cached.entity.note.body))) {
    return { ...cached, key };
  }
  const compiled = await compileBytes(id, bytes, cache);
  await cache.put(key, compiled);
  return { ...compiled, key };
}

/** Whether a value of the cache is an entity; its key answers for the rest of its shape. */
function isCompiledEntity(value: unknown): value is CompiledEntity {
  return typeof value === 'object' && value !== null && 'entity' in value && 'names' in value;
}

async function compileBytes(
  id: EntityId,
  bytes: Uint8Array,
  cache: CompileCache,
): Promise<CompiledEntity> {
  const file = fileOf(id);
  const { record, value, lineOf, note: markdown, problems } = readEntityFile(bytes);
  const { note, problems: noteProblems } = compileNote(markdown, '_note');
  const body = cache.key('note', 'note', bytes);
  if (note && (await cache.get(body)) === undefined) await cache.put(body, note);
  const related = referencesIn(value, lineOf, REFERENCES_OF_ENTITY);
  const itself = related.filter((one) => one.id === id);
  const links = [...related, ...(note?.links ?? [])];
  const names = record ? listedNames({ id, record }, file, lineOf) : [];
  return {
    entity: record && { id, file, record, ...(note && { note: { file, body } }) },
    names,
    references: links.map((link) => ({ ...link, file })),
    problems: inFile(file, [
      ...problems,
      ...itself.map(({ line }) => problemAt(line, 'related-to-itself', { entity: id })),
      ...noteProblems,
      ...nameProblems(names),
    ]),
  };
}
