import {
  articleAddress,
  entityAddress,
  recordAddress,
  RECORD_FORMATS,
} from '#catalogue/addresses.ts';
import { dateOf } from '#catalogue/article.ts';
import { shown } from '#cite/citation.ts';
import type { ArticleSummary, EntitySummary, TextSummary } from '#model/compiled.ts';
import { pageOf } from '#model/schema/entity.ts';
import { textAddress } from '#catalogue/addresses.ts';
import { citationOf, languageOfFiles, type Whereabouts } from './citation-of.ts';

/** What a record of the dump is of: the value of its key `type`. */
export type DumpedType = 'archive' | 'article' | 'text' | 'entity';

/**
 * The records of an archive for people who compute, one after the other, each a line of JSON: the
 * archive, its articles with their texts, its entities. Keys are those of the archive’s own files.
 * Nothing is inferred: `supplied` tells what the editor inferred, and `date` the day of the event.
 * What asks to stay out of indexes is left out, and so is what is said of it elsewhere; entities
 * without a page are left out; of those whose page shows no more than names, no more is told.
 *
 * @param moment the moment that stands for now
 */
export function* dumpRecords(
  articles: readonly ArticleSummary[],
  entities: Iterable<EntitySummary>,
  where: Whereabouts,
  moment: string,
): Generator<string> {
  const { archive, absolute, edition } = where;
  yield line('archive', { url: absolute('/'), updated: moment, edition, record: archive });
  const open = articles.filter(({ record }) => record.index !== false);
  const ids = new Set<string>(open.map(({ id }) => id));
  for (const article of open) {
    // Others may name what asks to stay out, or what was withdrawn since.
    const related = article.record.related?.filter((id) => ids.has(id));
    yield line('article', {
      id: article.id,
      url: absolute(articleAddress(article.id)),
      date: dateOf(article)?.date,
      texts: article.texts.map(({ id }) => id),
      record: { ...article.record, ...(related && { related }) },
    });
    for (const text of article.texts) yield line('text', textRecord(article, text, where));
  }
  for (const { id, record } of entities) {
    const page = pageOf(record);
    if (page === 'none') continue;
    const { kind, names, variants } = record;
    const told = page === 'full' ? record : { kind, names, variants };
    yield line('entity', { id, url: `${absolute(entityAddress(id))}#it`, record: told });
  }
}

function textRecord(article: ArticleSummary, text: TextSummary, where: Whereabouts): object {
  const { absolute } = where;
  const { issued, edition } = citationOf(article, text, languageOfFiles(text, where), where);
  return {
    id: text.id,
    article: article.id,
    url: absolute(textAddress(article.id, text.id)),
    lang: text.lang,
    dir: text.dir,
    renders: text.renders,
    issued: issued && shown(issued),
    first_edition: text.sealed?.first,
    edition,
    characters: text.length,
    paragraphs: text.ids,
    files: Object.fromEntries(
      RECORD_FORMATS.map((format) => [
        format.ending,
        absolute(recordAddress(article.id, text.id, format)),
      ]),
    ),
    // What was left out at import was left out on purpose.
    record: { ...text.record, dropped: undefined },
  };
}

/** JSON in one line for every reader: some take U+2028 and U+2029 for ends of lines. */
function line(type: DumpedType, facts: object): string {
  const json = JSON.stringify({ type, ...facts });
  return `${json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
