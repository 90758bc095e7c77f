import { collectPost } from '#intake/blog/wordpress-post.ts';
import {
  PARTS_OF_WORDPRESS,
  standingOf,
  surveyWordPress,
} from '#intake/blog/wordpress-overview.ts';
import { gapToUnreadable, withoutPosts } from '#intake/blog/unreadable.ts';
import type { Format, OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { xmlPieces } from '#intake/xml/pieces.ts';

/** Exports of WordPress (WXR 1.0 to 1.2): one document for each published post and page. */
export const wordpress: Format = {
  name: 'WordPress export',
  fits: (head) => /<rss[\s>]/.test(head) && /["']https?:\/\/wordpress\.org\/export\/\d/.test(head),
  read,
};

/**
 * Reads an export twice: once for what concerns all of it (authors, pictures, what is left out),
 * once post by post. The first document tells what was left out of the whole.
 */
async function* read(file: OutsideFile): AsyncGenerator<OutsideDocument | UnreadableDocument> {
  const overview = await surveyWordPress(xmlPieces(file.stream(), PARTS_OF_WORDPRESS));
  let ofAll = overview.leftOut.notices();
  let isEmpty = true;
  for await (const piece of xmlPieces(file.stream(), PARTS_OF_WORDPRESS)) {
    if (!piece.element) {
      isEmpty = false;
      yield gapToUnreadable(piece, file.name);
    } else if (piece.element.name === 'item' && standingOf(piece.element).standing === 'post') {
      isEmpty = false;
      const post = await collectPost(piece, overview, file);
      yield 'blocks' in post ? { ...post, notices: [...ofAll, ...post.notices] } : post;
      if ('blocks' in post) ofAll = [];
    }
  }
  if (isEmpty) yield withoutPosts(file.name, overview.leftOut);
}
