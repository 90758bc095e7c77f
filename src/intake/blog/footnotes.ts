import { z } from 'astro/zod';

/** What the block editor keeps of a post’s notes beside its words, in the field `footnotes`. */
const NOTES = z.array(z.object({ id: z.string().regex(/^[\w-]+$/), content: z.string() }));

/**
 * The notes of a post as the list in which its blog shows them (`core/footnotes`, since WordPress
 * 6.3), or null where the field holds none that can be read.
 */
export function footnotesToHtml(field: string): string | null {
  const notes = NOTES.safeParse(parsed(field)).data ?? [];
  if (notes.length === 0) return null;
  const items = notes.map(
    ({ id, content }) => `<li id="${id}">${content} <a href="#${id}-link">↩︎</a></li>`,
  );
  return `<ol class="wp-block-footnotes">${items.join('')}</ol>`;
}

function parsed(field: string): unknown {
  try {
    return JSON.parse(field);
  } catch {
    return null;
  }
}
