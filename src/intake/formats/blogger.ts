import { bloggerPost } from '#intake/blog/blogger-post.ts';
import { PARTS_OF_BLOGGER, entryOf, surveyBlogger } from '#intake/blog/blogger-overview.ts';
import { gapToUnreadable, withoutPosts } from '#intake/blog/unreadable.ts';
import type { Format, OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { xmlPieces } from '#intake/xml/pieces.ts';

/** Exports of Blogger, its old backup and the feed of its Takeout: a document a published post or page. */
export const blogger: Format = {
  name: 'Blogger export',
  fits: (head) =>
    /<feed[\s>]/.test(head) &&
    /["']http:\/\/www\.w3\.org\/2005\/Atom["']/.test(head) &&
    /schemas\.google\.com\/blogger|tag:blogger\.com|https?:\/\/www\.blogger\.com/.test(head),
  read,
};

/**
 * Reads an export twice: once for what concerns all of it (comments, what is left out), once post by
 * post. The first document tells what was left out of the whole.
 */
async function* read(file: OutsideFile): AsyncGenerator<OutsideDocument | UnreadableDocument> {
  const overview = await surveyBlogger(xmlPieces(file.stream(), PARTS_OF_BLOGGER));
  let ofAll = overview.leftOut.notices();
  let isEmpty = true;
  for await (const piece of xmlPieces(file.stream(), PARTS_OF_BLOGGER)) {
    if (!piece.element) {
      isEmpty = false;
      yield gapToUnreadable(piece, file.name);
    } else if (piece.element.name === 'entry' && entryOf(piece.element).standing === 'post') {
      isEmpty = false;
      const post = await bloggerPost(piece, overview, file);
      yield 'blocks' in post ? { ...post, notices: [...ofAll, ...post.notices] } : post;
      if ('blocks' in post) ofAll = [];
    }
  }
  if (isEmpty) yield withoutPosts(file.name, overview.leftOut);
}
