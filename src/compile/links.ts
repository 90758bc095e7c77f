import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { HouseLink, PictureLink } from '#model/compiled.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { LINK_SCHEMES } from './markdown.ts';

/** Where the links and pictures of a body lead. */
export interface Links {
  readonly links: readonly HouseLink[];
  readonly pictures: readonly PictureLink[];
}

/**
 * Collects the links of the house and the pictures of a body, and names the links that will be
 * dropped. Lines count from 1 in the body. Picture addresses are set to their bare file names.
 */
export function collectLinks(tree: Root): Links & { problems: LocalProblem[] } {
  const links: HouseLink[] = [];
  const pictures: PictureLink[] = [];
  const problems: LocalProblem[] = [];
  const ofPictures = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void ofPictures.add(identifier));

  visit(tree, (node) => {
    const line = 'position' in node ? (node.position?.start.line ?? 1) : 1;
    if (node.type === 'html') {
      problems.push(problemAt(line, 'raw-html', { html: shorten(node.value) }));
    }
    if (node.type === 'link' || (node.type === 'definition' && !ofPictures.has(node.identifier))) {
      const link = houseLink(node.url, line);
      if (link) links.push(link);
      else if (!isAllowed(node.url))
        problems.push(problemAt(line, 'unsafe-link', { url: shorten(node.url) }));
    }
    if (node.type === 'image' || (node.type === 'definition' && ofPictures.has(node.identifier))) {
      const name = node.url.replace(/^\.\//, '');
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name)) {
        problems.push(problemAt(line, 'remote-picture', { url: shorten(node.url) }));
      } else if (/[/\\]/.test(name)) {
        problems.push(problemAt(line, 'path-leaves-archive', { path: node.url }));
      } else {
        node.url = name;
        pictures.push({ name: decode(name), line });
      }
    }
  });
  return { links, pictures, problems };
}

/** A link of the house, or undefined for a link to elsewhere and for `entity:none`. */
function houseLink(url: string, line: number): HouseLink | undefined {
  const [, to, id = '', paragraph] = /^(entity|article):([^#]*)(?:#(.*))?$/.exec(url) ?? [];
  if (to === 'entity' && id !== 'none') return { to, id: decode(id), line };
  if (to !== 'article') return undefined;
  return paragraph === undefined
    ? { to, id: decode(id), line }
    : { to, id: decode(id), paragraph, line };
}

function isAllowed(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  return url.startsWith('#') || (scheme !== undefined && LINK_SCHEMES.includes(scheme));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function shorten(value: string): string {
  const oneLine = value.replaceAll(/\s+/g, ' ').trim();
  return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine;
}
