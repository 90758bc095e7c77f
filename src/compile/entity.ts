import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { inFile, type LocalProblem, type Problem, problemAt } from '#model/problem.ts';
import { type EntityRecord, entitySchema } from '#model/schema/entity.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type ListedName, listedNames } from './listed-names.ts';
import { compileNote } from './note.ts';
import { readRecord } from './record.ts';
import type { YamlMap } from './yaml.ts';
import { type Reference, REFERENCES_OF_ENTITY, referencesIn } from './references.ts';

/** The file of an entity, read without its note. */
interface EntityFile {
  readonly bytes: Uint8Array;
  readonly record: EntityRecord | null;
  readonly value: YamlMap['value'];
  readonly lineOf: YamlMap['lineOf'];
  /** Markdown of its note; empty where it has none. */
  readonly note: string;
  readonly problems: readonly LocalProblem[];
}

async function readEntityFile(id: EntityId, files: ArchiveFiles): Promise<EntityFile> {
  const bytes = (await files.read(fileOf(id))) ?? new Uint8Array();
  const { text, problems: decoding } = decode(bytes);
  const { parts, problems: split } =
    text === null ? { parts: null, problems: [] } : splitFrontMatter(text);
  const nothing = { bytes, record: null, value: {}, lineOf: () => 1, note: '' };
  if (!parts) return { ...nothing, problems: [...decoding, ...split] };
  if (parts.yamlLine === null) {
    return { ...nothing, problems: [...decoding, problemAt(1, 'no-front-matter', {})] };
  }
  const { problems, ...read } = readRecord(parts.yaml, parts.yamlLine, entitySchema);
  return { bytes, ...read, note: parts.body, problems: [...decoding, ...problems] };
}

function fileOf(id: EntityId): string {
  return `entities/${id}.md`;
}

/** Reads the record of an entity alone; null where it has errors. */
export async function readEntity(
  id: EntityId,
  files: ArchiveFiles,
): Promise<Pick<EntitySummary, 'id' | 'record'> | null> {
  const { record } = await readEntityFile(id, files);
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

/** Compiles the file of an entity: its record, and its note into the cache. */
export async function compileEntity(
  id: EntityId,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<CompiledEntity> {
  const file = fileOf(id);
  const {
    bytes,
    record,
    value,
    lineOf,
    note: markdown,
    problems,
  } = await readEntityFile(id, files);
  const { note, problems: noteProblems } = compileNote(markdown, '_note');
  const body = cache.key('note', 'note', bytes);
  if (note && (await cache.get(body)) === undefined) await cache.put(body, note);
  const related = referencesIn(value, lineOf, REFERENCES_OF_ENTITY);
  const itself = related.filter((one) => one.id === id);
  const links = [...related, ...(note?.links ?? [])];
  return {
    entity: record && { id, file, record, ...(note && { note: { file, body } }) },
    names: record ? listedNames({ id, record }, file, lineOf) : [],
    references: links.map((link) => ({ ...link, file })),
    problems: inFile(file, [
      ...problems,
      ...itself.map(({ line }) => problemAt(line, 'related-to-itself', { entity: id })),
      ...noteProblems,
    ]),
  };
}
