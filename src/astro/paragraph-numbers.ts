import type { TextSummary } from '#model/compiled.ts';

/**
 * The paragraphs of a text as the script of citations reads them: each id with its number,
 * `k3f9c:4`, or with none where the paragraph is not counted.
 */
export function paragraphNumbers({ ids, ordinals }: TextSummary): string {
  return ids.map((id, index) => `${id}:${String(ordinals[index] ?? '')}`).join(' ');
}
