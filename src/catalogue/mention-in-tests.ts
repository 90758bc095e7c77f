import { isArticleId, isEntityId, isParagraphId, isTextId } from '#model/ids.ts';
import type { Mention } from '#model/mention.ts';

/** A mention of an entity at a place of some paragraph. */
export function fixture(entity: string, start: number, end: number): Mention {
  const [article, text, paragraph] = ['letters/first', 'en', 'nhjg8'];
  if (!isArticleId(article) || !isTextId(text)) throw new Error('The ids are not ids.');
  if (!isParagraphId(paragraph) || !isEntityId(entity)) throw new Error('The ids are not ids.');
  return { article, text, paragraph, entity, start, end, nameStart: start, form: '', by: 'full' };
}
