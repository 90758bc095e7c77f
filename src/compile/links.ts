import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { HouseLink, PictureLink } from '#model/compiled.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { holds } from './holds.ts';
import { LINK_SCHEMES } from './markdown.ts';
import { shorten } from './shorten.ts';

/** Where the links and pictures of a body lead. */
export interface Links {
  readonly links: readonly HouseLink[];
  readonly pictures: readonly PictureLink[];
}

/** Nodes that lead somewhere, or are dropped. */
const LEADING: ReadonlySet<string> = new Set([
  ...['link', 'definition', 'image', 'imageReference', 'html'],
]);

/**
 * Collects the links of the house and the pictures of a body, and names the links that will be
 * dropped. Lines count from 1 in the body. Picture addresses are set to their bare file names.
 */
export function collectLinks(tree: Root): Links & { problems: LocalProblem[] } {
  const links: HouseLink[] = [];
  const pictures: PictureLink[] = [];
  const problems: LocalProblem[] = [];
  if (!holds(tree, ({ type }) => LEADING.has(type))) return { links, pictures, problems };
  const ofPictures = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void ofPictures.add(identifier));

  visit(tree, (node) => {
    if (node.type === 'html') {
      problems.push(problemAt(lineOf(node), 'raw-html', { html: shorten(node.value) }));
    }
    const isDefinition = node.type === 'definition';
    if (node.type === 'link' || (isDefinition && !ofPictures.has(node.identifier))) {
      node.url = withLowerScheme(node.url);
      const link = houseLink(node.url, lineOf(node));
      if (link) links.push(link);
      else if (!isAllowed(node.url)) {
        problems.push(problemAt(lineOf(node), 'unsafe-link', { url: shorten(node.url) }));
      }
    }
    if (node.type === 'image' || (isDefinition && ofPictures.has(node.identifier))) {
      const problem = pictureProblem(node.url, lineOf(node));
      node.url = node.url.replace(/^\.\//, '');
      if (problem) problems.push(problem);
      else pictures.push({ name: decode(node.url), line: lineOf(node) });
    }
  });
  return { links, pictures, problems };
}

function pictureProblem(url: string, line: number): LocalProblem | undefined {
  const isOfThisMachine = /^file:|^[a-z]:[\\/]/i.test(url);
  if (!isOfThisMachine && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    return problemAt(line, 'remote-picture', { url: shorten(url) });
  }
  const leaves = isOfThisMachine || /^[/\\]/.test(url) || url.split(/[/\\]/).includes('..');
  return leaves ? problemAt(line, 'path-leaves-archive', { path: shorten(url) }) : undefined;
}

function withLowerScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
}

/**
 * A link of the house, or undefined for a link to elsewhere and for `entity:none`. A bare
 * `#paragraph` is a link to the article itself, whose id its caller knows: here it is empty.
 */
function houseLink(url: string, line: number): HouseLink | undefined {
  if (url.startsWith('#')) return { to: 'article', id: '', paragraph: url.slice(1), line };
  const [, to, id = '', paragraph] = /^(entity|article):([^#]*)(?:#(.*))?$/.exec(url) ?? [];
  if (to === 'entity') {
    const whole = paragraph === undefined ? id : `${id}#${paragraph}`;
    return whole === 'none' ? undefined : { to, id: decode(whole), line };
  }
  if (to !== 'article') return undefined;
  return paragraph === undefined
    ? { to, id: decode(id), line }
    : { to, id: decode(id), paragraph, line };
}

function isAllowed(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(url)?.[1];
  return scheme !== undefined && LINK_SCHEMES.includes(scheme);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
