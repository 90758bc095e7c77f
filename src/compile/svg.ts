import { fromXml } from 'xast-util-from-xml';
import { SKIP, visit } from 'unist-util-visit';
import { inFile, type LocalProblem, type Problem, problemAt } from '#model/problem.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import type { ArticleFolder } from './survey.ts';

/** What a still picture is made of; `fe…` are the filters. */
const ELEMENTS = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath title
  desc metadata style lineargradient radialgradient stop clippath mask pattern marker image filter
  switch a view animate animatetransform animatemotion mpath set`.split(/\s+/),
);
/** Prefixes under which drawing programs keep notes of their own, which nothing draws. */
const NOTES_OF_PROGRAMS = new Set(['sodipodi', 'inkscape', 'rdf', 'cc', 'dc']);
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * What makes an SVG picture unsafe to publish: scripts, event handlers, documents of other kinds
 * inside it, and references to anything but its own parts or pictures inside the file.
 */
export function checkSvg(source: string): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const report = (line: number, what: string): void => {
    problems.push(problemAt(line, 'unsafe-svg', { what }));
  };
  if (/<!ENTITY/i.test(source))
    return [problemAt(1, 'unsafe-svg', { what: 'entity declarations' })];
  const [, external = ''] = /<!DOCTYPE\s+[^>[]*?(?:SYSTEM|PUBLIC)\s+([^>[]*)/i.exec(source) ?? [];
  if (external !== '' && !/^"-\/\/W3C\/\/DTD SVG [^"]*"/.test(external)) {
    report(1, 'a reference to a document type');
  }
  let tree;
  try {
    tree = fromXml(source);
  } catch {
    return [problemAt(1, 'unsafe-svg', { what: 'what is not well-formed XML' })];
  }
  const root = tree.children.find((node) => node.type === 'element');
  if (root?.name.replace(/^svg:/, '') !== 'svg') report(1, 'another kind of document');
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'instruction' && node.name === 'xml-stylesheet') {
      report(line, 'a style sheet reference');
    }
    if ((node.type === 'text' || node.type === 'cdata') && leadsOut(node.value)) {
      report(line, 'a reference to another file');
    }
    if (node.type !== 'element') return undefined;
    if (!isAllowed(node.name)) {
      report(line, `the element \`<${node.name}>\``);
      return SKIP;
    }
    for (const [key, given] of Object.entries(node.attributes)) {
      const fault = attributeFault(key, (given ?? '').trim());
      if (fault !== undefined) report(line, fault);
    }
    return undefined;
  });
  return problems;
}

function isAllowed(name: string): boolean {
  const [prefix, bare] = name.includes(':') ? name.split(':') : ['', name];
  if (prefix !== undefined && NOTES_OF_PROGRAMS.has(prefix)) return true;
  const lower = bare?.toLowerCase() ?? '';
  return (prefix === '' || prefix === 'svg') && (ELEMENTS.has(lower) || /^fe[a-z]+$/.test(lower));
}

function attributeFault(key: string, value: string): string | undefined {
  const attribute = key.replace(/^.*:/, '').toLowerCase();
  if (key === 'xmlns' || key === 'xmlns:svg') {
    return value === SVG_NAMESPACE ? undefined : 'a document of another kind';
  }
  if (key.startsWith('xmlns:')) {
    return /xhtml|MathML/i.test(value) ? 'a document of another kind' : undefined;
  }
  if (attribute.startsWith('on')) return `the event handler \`${key}\``;
  const isReference = attribute === 'href' || attribute === 'src';
  if (isReference && !/^(?:#|data:image\/(?:png|jpe?g|gif|webp);)/i.test(value)) {
    return `a reference to \`${value.slice(0, 60)}\``;
  }
  if (attribute === 'attributename' && /^(?:xlink:)?href$|^on/i.test(value)) {
    return 'an animation of a reference';
  }
  return leadsOut(value) ? 'a reference to another file' : undefined;
}

/** Whether styles or presentation attributes ask for anything but parts of the file itself. */
function leadsOut(value: string): boolean {
  const addresses = [...value.matchAll(/url\(\s*["']?\s*([^"')]*)/gi)].map(
    ([, address]) => address,
  );
  const isForeign = addresses.some((address) => !/^(?:#|data:image\/)/i.test(address ?? ''));
  const hides = /@import|image-set\s*\(|\bsrc\s*\(/i.test(value) || /\\[0-9a-z]/i.test(value);
  return isForeign || hides;
}

/** What makes the SVG pictures of an article unsafe. */
export async function svgProblems(
  { folder, pictures }: ArticleFolder,
  files: ArchiveFiles,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const name of pictures.filter((picture) => /\.svg$/i.test(picture))) {
    const file = `${folder}/${name}`;
    const { text, problems: decoding } = decode((await files.read(file)) ?? new Uint8Array());
    problems.push(...inFile(file, text === null ? decoding : checkSvg(text)));
  }
  return problems;
}
