import type { EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import { inFile, type Problem, problemAt } from '#model/problem.ts';
import { entitySchema } from '#model/schema/entity.ts';
import type { Reference } from './article.ts';
import type { CompileCache } from './cache.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { compileNote } from './note.ts';
import { readRecord } from './record.ts';
import { REFERENCES_OF_ENTITY, referencesIn } from './references.ts';

/** An entity's file, compiled. */
export interface CompiledEntity {
  /** Null where its record has errors. */
  readonly entity: EntitySummary | null;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** Compiles the file of an entity: its record, and its note into the cache. */
export async function compileEntity(
  id: EntityId,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<CompiledEntity> {
  const file = `entities/${id}.md`;
  const bytes = (await files.read(file)) ?? new Uint8Array();
  const { text, problems: decoding } = decode(bytes);
  const { parts, problems: split } =
    text === null ? { parts: null, problems: [] } : splitFrontMatter(text);
  if (!parts)
    return { entity: null, references: [], problems: inFile(file, [...decoding, ...split]) };
  if (parts.yamlLine === null) {
    const problems = inFile(file, [...decoding, problemAt(1, 'no-front-matter', {})]);
    return { entity: null, references: [], problems };
  }

  const read = readRecord(parts.yaml, parts.yamlLine, entitySchema);
  const { note, problems: noteProblems } = compileNote(parts.body, '_note');
  const body = cache.key('note', 'note', bytes);
  if (note && (await cache.get(body)) === undefined) await cache.put(body, note);
  const links = [
    ...referencesIn(read.value, read.lineOf, REFERENCES_OF_ENTITY),
    ...(note?.links ?? []),
  ];
  const { record } = read;
  return {
    entity: record && { id, file, record, ...(note && { note: { file, body } }) },
    references: links.map((link) => ({ ...link, file })),
    problems: inFile(file, [...decoding, ...read.problems, ...noteProblems]),
  };
}
