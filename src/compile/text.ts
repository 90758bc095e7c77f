import type {
  CompiledBody,
  Direction,
  HouseLink,
  Paragraph,
  PictureLink,
} from '#model/compiled.ts';
import type { ParagraphId, TextId } from '#model/ids.ts';
import { isLanguageTag } from '#model/language.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { type TextRecord, textSchema } from '#model/schema/text.ts';
import { bidiControlsIn } from '#text/bidi.ts';
import { directionOf } from '#text/direction.ts';
import { unbalancedQuotes } from '#text/quotes.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { splitFrontMatter } from './front-matter.ts';
import { collectLinks } from './links.ts';
import { blockToHtml, blockToPlain, markdownToHtml, parseMarkdown } from './markdown.ts';
import { readRecord } from './record.ts';
import { referencesOfText } from './references.ts';
import { suppliedRule, translatorRule } from './rules.ts';

/** Everything that one file of a text comes to, by itself. Lines are lines of the file, from 1. */
export interface CompiledText {
  readonly record: TextRecord;
  readonly lang: string;
  readonly dir: Direction;
  readonly ids: readonly ParagraphId[];
  readonly unnumbered: number;
  /** What its record and its body refer to. */
  readonly links: readonly HouseLink[];
  readonly pictures: readonly PictureLink[];
  /** Where its record says `role` and `of`: problems between texts are named there. */
  readonly lines: { readonly role: number; readonly of: number; readonly source: number };
  readonly body: CompiledBody;
}

/**
 * Compiles a text from its file’s words. Null, with problems, if its record cannot be used; the
 * problems of the body are found all the same.
 *
 * @param id begins the ids of its notes, and names its language where the record does not
 */
export function compileText(
  id: TextId,
  source: string,
): { text: CompiledText | null; problems: LocalProblem[] } {
  const { parts, problems: split } = splitFrontMatter(source);
  if (!parts) return { text: null, problems: split };

  const hasRecord = parts.yamlLine > 1;
  const rules = [translatorRule, suppliedRule];
  const read = readRecord(parts.yaml, parts.yamlLine, textSchema, rules);
  const { record, lineOf } = read;
  const problems = hasRecord ? [...read.problems] : [problemAt(1, 'no-front-matter', {})];
  problems.push(...invisibleControls(source));
  const lang = record?.lang ?? /^[^-]*/.exec(id)?.[0] ?? id;
  if (record && !isLanguageTag(lang)) {
    const where = ' as `lang`, or begin the file name with it';
    problems.push(problemAt(1, 'bad-language', { value: lang, where }));
  }

  const body = compileBody(parts.body, id);
  const inFile = ({ line, ...rest }: LocalProblem): LocalProblem => ({
    ...rest,
    line: line + parts.bodyLine - 1,
  });
  problems.push(...body.problems.map(inFile));
  if (!record || !isLanguageTag(lang)) return { text: null, problems };

  const shift = <Item extends { line: number }>(item: Item): Item => ({
    ...item,
    line: item.line + parts.bodyLine - 1,
  });
  for (const key of ['title', 'lede'] as const) {
    const marks = unbalancedQuotes(record[key] ?? '');
    if (marks.length > 0) {
      problems.push(problemAt(lineOf([key]), 'unbalanced-quotes', { marks: marks.join(' ') }));
    }
  }
  return {
    text: {
      record,
      lang,
      dir: directionOf(lang),
      ids: body.paragraphs.flatMap(({ ids }) => ids),
      unnumbered: body.paragraphs.filter(({ ids }) => ids.length === 0).length,
      links: [...referencesOfText(record, lineOf), ...body.links.map(shift)],
      pictures: body.pictures.map(shift),
      lines: { role: lineOf(['role']), of: lineOf(['of']), source: lineOf(['source', 'file']) },
      body: { paragraphs: body.paragraphs.map(shift), notes: body.notes },
    },
    problems,
  };
}

function compileBody(source: string, id: TextId) {
  const tree = parseMarkdown(source);
  const { links, pictures, problems: linkProblems } = collectLinks(tree);
  const { blocks, problems: blockProblems } = takeBlocks(tree);
  const html = markdownToHtml(tree, id);
  if (html.blocks.length !== blocks.length) {
    throw new Error(
      `${String(blocks.length)} blocks of Markdown became ${String(html.blocks.length)} of HTML in ${id}`,
    );
  }

  let ordinal = 0;
  let secondStory = false;
  const paragraphs = blocks.map((block, index): Paragraph => {
    const element = html.blocks[index];
    const marks = block.marker?.marks ?? [];
    secondStory ||= marks.includes('second-story');
    const isCounted = COUNTED.has(block.kind) && !secondStory && !marks.includes('caption');
    if (isCounted) ordinal += 1;
    return {
      ids: block.marker?.ids ?? [],
      kind: block.kind,
      marks,
      secondStory,
      ordinal: isCounted ? ordinal : null,
      line: block.line,
      html: element ? blockToHtml(element) : '',
      plain: element ? blockToPlain(element) : '',
    };
  });
  return {
    paragraphs,
    notes: html.notes,
    links,
    pictures,
    problems: [
      ...linkProblems,
      ...blockProblems,
      ...idProblems(blocks),
      ...paragraphs.flatMap(quoteProblems),
    ],
  };
}

/** What has an ordinal; headings, code and pictures have none. */
const COUNTED: ReadonlySet<string> = new Set(['paragraph', 'list', 'quote', 'table']);

function idProblems(blocks: readonly Block[]): LocalProblem[] {
  if (blocks.length === 0) return [problemAt(1, 'no-paragraphs', {})];
  const problems: LocalProblem[] = [];
  const firstLines = new Map<ParagraphId, number>();
  for (const { marker, line } of blocks) {
    for (const id of marker?.ids ?? []) {
      const first = firstLines.get(id);
      if (first === undefined) firstLines.set(id, line);
      else problems.push(problemAt(line, 'id-twice', { id, first: String(first) }));
    }
  }
  const unnumbered = blocks.filter(({ marker }) => (marker?.ids ?? []).length === 0);
  const [first] = unnumbered;
  if (first) {
    problems.push(problemAt(first.line, 'unnumbered', { count: String(unnumbered.length) }));
  }
  return problems;
}

function quoteProblems({ plain, line, kind }: Paragraph): LocalProblem[] {
  const marks = kind === 'code' ? [] : unbalancedQuotes(plain);
  return marks.length === 0
    ? []
    : [problemAt(line, 'unbalanced-quotes', { marks: marks.join(' ') })];
}

function invisibleControls(source: string): LocalProblem[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      bidiControlsIn(line).map((name) => problemAt(index + 1, 'bidi-control', { name })),
    );
}
