import type { TextSummary } from '#model/compiled.ts';
import { readBody } from './bodies.ts';
import { archiveEntry } from './view.ts';

/**
 * The paragraphs of a text as the script of citations reads them: each id with its number,
 * `k3f9c:4`, or with none where the paragraph is not counted.
 */
export async function paragraphNumbers(text: TextSummary): Promise<string> {
  const { paragraphs } = await readBody(archiveEntry().compiled, text);
  return paragraphs
    .flatMap(({ ids, ordinal }) =>
      ids.map((id) => `${id}:${ordinal === null ? '' : String(ordinal)}`),
    )
    .join(' ');
}
