import type { TextInFile } from './read-texts.ts';
import { readEntity } from '#compile/entity.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import type { Survey } from '#compile/survey.ts';
import { Finder } from '#names/finder.ts';
import { formsOf } from '#names/forms.ts';
import { findMentions } from '#names/resolve.ts';

/** Reads the names of an archive’s entities. Entities with errors have none: `check` names them. */
export async function readNames(
  { entities }: Pick<Survey, 'entities'>,
  files: ArchiveFiles,
): Promise<Finder> {
  const read = await Promise.all(entities.map((id) => readEntity(id, files)));
  return new Finder(formsOf(read.filter((entity) => entity !== null)));
}

/** Says of every paragraph of an article which entities it names: they survive translation. */
export function nameEntities(texts: readonly TextInFile[], names: Finder): readonly TextInFile[] {
  const pieces = texts.flatMap(({ lang, paragraphs }) =>
    paragraphs.map(({ plain }) => ({ words: plain, lang })),
  );
  const entities = Map.groupBy(findMentions(names, pieces).found, ({ piece }) => piece);
  let before = 0;
  return texts.map((text) => {
    const start = before;
    before += text.paragraphs.length;
    return {
      ...text,
      paragraphs: text.paragraphs.map((paragraph, index) => ({
        ...paragraph,
        entities: [...new Set(entities.get(start + index)?.map(({ entity }) => entity))],
      })),
    };
  });
}
