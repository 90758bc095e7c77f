import type { Image, Link, Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import { decode } from '#compile/decode.ts';
import { parseMarkdown } from '#compile/markdown.ts';
import { checkSvg } from '#compile/svg.ts';
import { isError } from '#model/problem.ts';
import type { OutsidePicture } from './document.ts';
import type { Draft, DraftBlock } from './draft.ts';
import type { Notice } from './notices.ts';

/** What of a document’s links and pictures an archive would refuse. */
export interface Unfit {
  /** Whether a link within the archive leads nowhere: `entity:…`, `article:…`, `#…`. */
  readonly isDead: (address: string) => boolean;
  /** Names of pictures that no archive publishes. */
  readonly pictures: ReadonlySet<string>;
}

/** The names of the pictures that the archive’s own check refuses. */
export function refusedPictures(pictures: readonly OutsidePicture[]): ReadonlySet<string> {
  const refused = pictures.filter(({ name, bytes }) => {
    if (!/\.svg$/i.test(name)) return false;
    const { text, problems } = decode(bytes);
    return (text === null ? problems : checkSvg(text)).some(isError);
  });
  return new Set(refused.map(({ name }) => name));
}

/** A text without links that lead nowhere and pictures that are refused: their words stay. */
export function withoutUnfitLinks(draft: Draft, unfit: Unfit): Draft {
  const dropped: string[] = [];
  const notices: Notice[] = [];
  const body = draft.body.flatMap((block): DraftBlock[] => {
    const settled = settle(block, unfit);
    if (!settled) return [block];
    dropped.push(...settled.dropped);
    notices.push(...settled.notices);
    return settled.markdown === '' ? [] : [{ ...block, markdown: settled.markdown }];
  });
  if (notices.length === 0) return draft;
  return {
    ...draft,
    body,
    dropped: [...draft.dropped, ...dropped],
    notices: [...draft.notices, ...notices],
  };
}

interface Settled {
  readonly markdown: string;
  readonly dropped: readonly string[];
  readonly notices: readonly Notice[];
}

function settle({ markdown, kind, line }: DraftBlock, { isDead, pictures }: Unfit): Settled | null {
  const hasLink = /(?:entity|article):|\(<?#|\]:[ \t]*<?#/i.test(markdown);
  if (kind === 'code' || (!hasLink && pictures.size === 0) || !markdown.includes(']')) return null;
  const { tree } = parseMarkdown(markdown);
  if (!tree) return null;
  const dropped: string[] = [];
  const notices: Notice[] = [];
  const cuts: { readonly from: number; readonly to: number; readonly by: string }[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    const [from, to] = placeOf(node);
    if (node.type === 'image') {
      if (!pictures.has(node.url)) return;
      dropped.push(markdown.slice(from, to));
      notices.push({ code: 'picture-refused', args: { name: node.url }, line });
      cuts.push({ from, to, by: '' });
      return;
    }
    if (!isDead(node.url)) return;
    notices.push({ code: 'link-nowhere', args: { address: node.url }, line });
    if (node.type === 'definition') {
      cuts.push({ from, to, by: `[${node.label ?? node.identifier}]: entity:none` });
      return;
    }
    dropped.push(node.url);
    const begin = node.children[0]?.position?.start.offset ?? to;
    const end = node.children.at(-1)?.position?.end.offset ?? to;
    cuts.push({ from, to: begin, by: '' }, { from: end, to, by: '' });
  });
  return notices.length === 0 ? null : { markdown: cut(markdown, cuts), dropped, notices };
}

function cut(
  markdown: string,
  cuts: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): string {
  let [written, at] = ['', 0];
  for (const { from, to, by } of cuts.toSorted((one, other) => one.from - other.from)) {
    written += markdown.slice(at, from) + by;
    at = to;
  }
  return (written + markdown.slice(at)).trim();
}

function placeOf({ position }: Link | Image | Definition): [from: number, to: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
