import { fromXml } from 'xast-util-from-xml';
import { visit } from 'unist-util-visit';
import { inFile, type LocalProblem, type Problem, problemAt } from '#model/problem.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import type { ArticleFolder } from './survey.ts';

const ACTIVE = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'handler',
  'listener',
]);

/**
 * What makes an SVG picture unsafe to publish: scripts, event handlers, documents of other kinds
 * inside it, and references to anything but its own parts or data inside the file.
 */
export function checkSvg(source: string): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const report = (line: number, what: string): void => {
    problems.push(problemAt(line, 'unsafe-svg', { what }));
  };
  if (/<!ENTITY/i.test(source))
    return [problemAt(1, 'unsafe-svg', { what: 'entity declarations' })];
  let tree;
  try {
    tree = fromXml(source);
  } catch {
    return [problemAt(1, 'unsafe-svg', { what: 'what is not well-formed XML' })];
  }
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'instruction' && node.name === 'xml-stylesheet')
      report(line, 'a style sheet reference');
    if (
      (node.type === 'text' || node.type === 'cdata') &&
      /url\(\s*["']?(?!\s*["']?(?:#|data:image\/))|@import/i.test(node.value)
    ) {
      report(line, 'a reference to another file');
    }
    if (node.type !== 'element') return;
    const name = node.name.replace(/^.*:/, '').toLowerCase();
    if (ACTIVE.has(name)) report(line, `the element \`<${node.name}>\``);
    for (const [key, given] of Object.entries(node.attributes)) {
      const value = (given ?? '').trim();
      const attribute = key.replace(/^.*:/, '').toLowerCase();
      if (attribute.startsWith('on')) report(line, `the event handler \`${key}\``);
      const isReference = attribute === 'href' || attribute === 'src';
      if (isReference && !/^(?:#|data:image\/(?:png|jpe?g|gif|webp);)/i.test(value)) {
        report(line, `a reference to \`${value.slice(0, 60)}\``);
      }
      if (attribute === 'attributename' && /^(?:xlink:)?href$|^on/i.test(value)) {
        report(line, 'an animation of a reference');
      }
      if (/url\(\s*["']?\s*(?!["']?\s*#)/i.test(value)) report(line, 'a reference to another file');
    }
  });
  return problems;
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
