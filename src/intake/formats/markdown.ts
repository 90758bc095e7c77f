import type { Image, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { splitFrontMatter } from '#compile/front-matter.ts';
import { kindOf } from '#compile/blocks.ts';
import { blockToPlain, markdownToHtml, parseMarkdown } from '#compile/markdown.ts';
import { cutMarker, onlyMarker } from '#compile/marker.ts';
import { keepAsWords, keepOwnMarker, markerNotices } from '#intake/words-like-markers.ts';
import { readWords } from '#intake/decode-outside.ts';
import type {
  Format,
  OutsideBlock,
  OutsideDocument,
  OutsideFile,
  OutsidePicture,
  UnreadableDocument,
} from '#intake/document.ts';
import type { Notice } from '#intake/notices.ts';
import { ownRoleIn, readOutsideRecord } from '#intake/outside-record.ts';
import { textToDocument } from './text.ts';
import { pictureName } from '#intake/picture-name.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** Parsing takes two hundred times the memory of what is parsed. */
const MOST_MARKDOWN = 8 * 1024 * 1024;

/** Markdown of other programs (Jekyll, Hugo, Obsidian, a note): kept byte for byte. */
export const markdown: Format = {
  name: 'Markdown',
  fits: (_, fileName) => /\.(?:md|mkd|mdown|markdown|qmd|rmd)$/i.test(fileName),
  async *read(file) {
    const { text, bytes, problems } = await readWords(file, MOST_MARKDOWN);
    yield text === null
      ? { name: file.name, problems }
      : await markdownToDocument(text, file, bytes);
  },
};

/** Reads Markdown; what stands in its record becomes facts, or `dropped` where none fits. */
export async function markdownToDocument(
  text: string,
  file: Pick<OutsideFile, 'name' | 'beside'>,
  bytes: Uint8Array,
): Promise<OutsideDocument | UnreadableDocument> {
  const { name } = file;
  const refuse = (...problems: LocalProblem[]): UnreadableDocument => ({ name, problems });
  const { parts } = splitFrontMatter(text);
  // A rule may be the first line of a text: a record that does not end is none.
  const { yaml, body } = parts ?? { yaml: '', body: text };
  const role = ownRoleIn(yaml);
  if (role !== undefined) return refuse(problemAt(1, 'import-own-text', { name, role }));
  const toml = (parts?.yamlLine ?? null) === null ? tomlIn(text) : null;
  const record = readOutsideRecord(toml?.record ?? yaml, toml ? 'TOML' : 'YAML');
  const source = toml?.body ?? body;
  if (isTangled(source)) {
    // As plain text, every sign of it is a sign and nothing is lost.
    const plain = textToDocument(source, { name, bytes });
    const notices: readonly Notice[] = [{ code: 'markdown-as-text', args: {} }];
    return {
      ...plain,
      facts: record.facts,
      hasTitleApart: saysTitle(record),
      dropped: [...record.dropped, ...plain.dropped],
      notices,
    };
  }
  const { tree, problems } = parseMarkdown(source);
  if (!tree) return refuse(...problems);
  const { pictures, renamed, notices } = await picturesOf(tree, file);
  const blocks = blocksOf(tree, source, renamed);
  return {
    name,
    blocks: markTitle(blocks),
    facts: record.facts,
    hasTitleApart: saysTitle(record),
    dropped: [...record.dropped, ...[...renamed.values()].flatMap(({ dropped }) => dropped)],
    pictures,
    notices: [...record.notices, ...notices, ...markerNotices(blocks)],
    source: { name, bytes },
    addresses: [],
  };
}

function saysTitle({ facts }: Pick<OutsideDocument, 'facts'>): boolean {
  return facts.some(({ key }) => key === 'title');
}

/** Whether a paragraph has more links and emphasis than a parser gets through in reasonable time. */
function isTangled(source: string): boolean {
  return source
    .split(/\n[ \t]*\n/)
    .some((group) => (group.match(/[[*_`<]/g)?.length ?? 0) > 10_000);
}

/** A record between two lines `+++`, as Hugo writes it. Lines stay lines of the file. */
function tomlIn(text: string): { record: string; body: string } | null {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '+++') return null;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  if (end < 0) return null;
  const body = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  return { record: lines.slice(1, end).join('\n'), body };
}

/** How a picture is written anew: by the name of the file beside the text, or as its words. */
interface Renamed {
  readonly markdown: string;
  readonly dropped: readonly string[];
}

function blocksOf(
  tree: Root,
  source: string,
  renamed: ReadonlyMap<Image, Renamed>,
): OutsideBlock[] {
  const html = markdownToHtml(structuredClone(tree), '_').blocks;
  const blocks: OutsideBlock[] = [];
  let shown = 0;
  for (const node of tree.children) {
    const written = wordsOf(node, source, renamed);
    const line = node.position?.start.line ?? 1;
    const kind = kindOf(node);
    if (kind === undefined) {
      const markdown = node.type === 'footnoteDefinition' ? keepAsWords(written) : written;
      blocks.push({ kind: otherKind(node), markdown, plain: '', line });
      continue;
    }
    const element = html[shown];
    shown += 1;
    const words = element ? blockToPlain(element) : '';
    const last = blocks.at(-1);
    if (last && kind === 'paragraph' && onlyMarker(words) !== undefined) {
      const both = `${last.markdown}\n\n${written}`;
      const own = keepOwnMarker(both);
      if (own.hasMarker && own.markdown === both) {
        blocks[blocks.length - 1] = { ...last, markdown: both };
        continue;
      }
    }
    const { markdown, hasMarker } = keepOwnMarker(written);
    const plain = hasMarker ? (cutMarker(words)?.words ?? words) : words;
    const level = node.type === 'heading' ? { level: node.depth } : {};
    blocks.push({ kind, markdown, plain, line, ...level });
  }
  return blocks;
}

/** Raw HTML has no id either and shows no words, so it stands where definitions do. */
function otherKind(node: RootContent): 'rule' | 'note' | 'definition' {
  if (node.type === 'thematicBreak') return 'rule';
  return node.type === 'footnoteDefinition' ? 'note' : 'definition';
}

/** A block as it is written, with its pictures by their names in the archive. */
function wordsOf(node: RootContent, source: string, renamed: ReadonlyMap<Image, Renamed>): string {
  const from = node.position?.start.offset ?? 0;
  let markdown = '';
  let at = from;
  visit(node, 'image', (image) => {
    const anew = renamed.get(image);
    const { start, end } = image.position ?? {};
    if (!anew || start?.offset === undefined || end?.offset === undefined) return;
    markdown += source.slice(at, start.offset) + anew.markdown;
    at = end.offset;
  });
  return (markdown + source.slice(at, node.position?.end.offset ?? from)).trimEnd();
}

/** The first heading is the title, if it is of the first level and the only one. */
function markTitle(blocks: readonly OutsideBlock[]): OutsideBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const title = blocks[first];
  const isTitle =
    title?.level === 1 &&
    blocks.slice(0, first).every(({ kind }) => kind === 'rule' || kind === 'picture');
  return blocks.map((block, index) =>
    isTitle && index === first ? { ...block, is: 'title' as const } : block,
  );
}

async function picturesOf(
  tree: Root,
  file: Pick<OutsideFile, 'beside'>,
): Promise<{ pictures: OutsidePicture[]; renamed: Map<Image, Renamed>; notices: Notice[] }> {
  const images: Image[] = [];
  visit(tree, 'image', (image) => {
    images.push(image);
  });
  const pictures = new Map<string, OutsidePicture>();
  const renamed = new Map<Image, Renamed>();
  const notices: Notice[] = [];
  for (const image of images) {
    const { url, alt } = image;
    const line = image.position?.start.line ?? 1;
    const title = image.title ? ` "${image.title.replaceAll('"', '\\"')}"` : '';
    const words = (alt ?? '').replaceAll(/[[\]\\]/g, '\\$&');
    const isRemote = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
    const bytes = isRemote ? null : await file.beside(pathOf(url));
    if (bytes) {
      const name = pictureName(url, bytes, pictures);
      pictures.set(name, { name, bytes });
      if (name !== url)
        renamed.set(image, { markdown: `![${words}](${name}${title})`, dropped: [] });
      continue;
    }
    // The archive shows no picture of another host, and none that is not there.
    notices.push({ code: isRemote ? 'picture-remote' : 'picture-missing', args: { url }, line });
    const isWeb = /^https?:/i.test(url);
    const markdown = isWeb ? `[${words || url}](${url}${title})` : words;
    renamed.set(image, { markdown, dropped: isWeb ? [] : [url] });
  }
  return { pictures: [...pictures.values()], renamed, notices };
}

function pathOf(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
