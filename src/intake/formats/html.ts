import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type {
  Format,
  OutsideDocument,
  OutsideFile,
  OutsidePicture,
  UnreadableDocument,
} from '#intake/document.ts';
import { tooLarge } from '#intake/decode-outside.ts';
import { pageToDocument } from '#intake/html/page.ts';
import { decodePage } from '#intake/html/decode-page.ts';
import { depthProblem, treeDepthProblem } from '#intake/html/depth.ts';
import { withoutMarkers } from '#intake/words-like-markers.ts';
import { besidePictures } from '#intake/html/beside.ts';

const parser = unified().use(rehypeParse);

/** Beyond it no page was written by people, and its tree would take a hundred times as much. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A web page that someone saved. */
export const html: Format = {
  name: 'HTML',
  fits: (head, fileName) =>
    !/^(?:mime-version|from|message-id|snapshot-content-location):/im.test(head.slice(0, 2000)) &&
    (/\.(?:x?html?|xht|shtml)$/i.test(fileName) ||
      /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(
        head,
      )),
  read,
};

async function* read(file: OutsideFile): AsyncIterable<OutsideDocument | UnreadableDocument> {
  if (file.size > MOST_BYTES) {
    yield { name: file.name, problems: [tooLarge(file.size, file.name, MOST_BYTES)] };
    return;
  }
  const bytes = await file.bytes();
  const { text, notices, problems } = decodePage(bytes);
  const tooDeep = text === null ? [] : depthProblem(text);
  if (text === null || tooDeep.length > 0) {
    yield { name: file.name, problems: [...problems, ...tooDeep] };
    return;
  }
  const tree = parser.parse(text);
  const stillTooDeep = treeDepthProblem(tree);
  if (stillTooDeep.length > 0) {
    yield { name: file.name, problems: stillTooDeep };
    return;
  }
  const atHand: ReadonlyMap<string, OutsidePicture> = await besidePictures(tree, file);
  const document = pageToDocument(tree, atHand);
  yield {
    ...document,
    name: file.name,
    blocks: withoutMarkers(document.blocks),
    notices: [...notices, ...document.notices],
    source: { name: file.name, bytes },
  };
}
