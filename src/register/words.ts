import type { CompiledBody } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import type { TextRecord } from '#model/schema/text.ts';

/**
 * What each paragraph of a text says, by id, in order, `title` and `lede` among them: its words
 * without markup, as its history keeps them. A paragraph with several ids stands under each.
 */
export function wordsOfText(
  record: Pick<TextRecord, 'title' | 'lede'>,
  { paragraphs }: CompiledBody,
): ReadonlyMap<string, string> {
  const words = new Map<string, string>([[TITLE, record.title]]);
  if (record.lede !== undefined) words.set(LEDE, record.lede);
  for (const { ids, plain } of paragraphs) for (const id of ids) words.set(id, plain);
  return words;
}
