import { toString } from 'mdast-util-to-string';
import type { ParagraphToNumber, TextToNumber } from '#align/align-texts.ts';
import type { Block, MarkerPlace } from '#compile/blocks.ts';
import { readBody } from '#compile/body.ts';
import { decode } from '#compile/decode.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { splitFrontMatter } from '#compile/front-matter.ts';
import { joinTexts } from '#compile/join-texts.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import { type Head, readHead } from '#compile/text.ts';
import type { ParagraphKind, TextSummary } from '#model/compiled.ts';
import type { TextId } from '#model/ids.ts';
import { inFile, isError, type Problem, problem } from '#model/problem.ts';
import { directionOf } from '#text/direction.ts';
import { plainWords } from './plain-words.ts';

/** A paragraph with what numbering needs of it. */
export interface ParagraphInFile extends ParagraphToNumber {
  readonly kind: ParagraphKind;
  /** What its node says, letter by letter: by it a paragraph is known again. */
  readonly words: string;
  readonly line: number;
  readonly place: MarkerPlace;
}

/** A text of an article, read for numbering. */
export interface TextInFile extends TextToNumber {
  readonly file: string;
  /** Its words as they stand in the file, byte order mark and line ends included. */
  readonly source: string;
  readonly paragraphs: readonly ParagraphInFile[];
}

/**
 * Reads an article’s texts, the original first, with the problems that forbid to number them: errors
 * of records, of markers, and of how texts render each other.
 */
export async function readTexts(
  folder: ArticleFolder,
  files: ArchiveFiles,
): Promise<{ texts: readonly TextInFile[]; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const found = new Map<TextId, { readonly text: TextInFile; readonly lines: Head['lines'] }>();
  const summaries: TextSummary[] = [];
  for (const id of folder.texts) {
    const file = `${folder.folder}/${id}.md`;
    const bytes = (await files.read(file)) ?? new Uint8Array();
    const { text: words, problems: unreadable } = decode(bytes);
    const { parts, problems: open } = splitFrontMatter(words ?? '');
    problems.push(...inFile(file, [...unreadable, ...(words === null ? [] : open)]));
    if (words === null || !parts) continue;
    if (parts.yamlLine === null) {
      problems.push(problem({ file, line: 1 }, 'no-front-matter', {}));
      continue;
    }
    const { record, lang, lines, problems: ofHead } = readHead(id, parts.yaml, parts.yamlLine);
    const { blocks, problems: ofBody } = readBody(parts.body);
    problems.push(...inFile(file, [...ofHead, ...ofBody]));
    if (!record) continue;
    const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const paragraphs = toParagraphs(blocks);
    found.set(id, { text: { id, file, lang, source, paragraphs, renders: undefined }, lines });
    summaries.push({
      ...{ id, file, lang, record, article: folder.id, dir: directionOf(lang) },
      ...{ ids: [], unnumbered: 0, length: 0, body: '' },
    });
  }
  const lines = new Map([...found].map(([id, one]) => [id, one.lines]));
  const joined = joinTexts(summaries, lines, folder.texts);
  problems.push(...joined.problems);
  return {
    texts: joined.texts.flatMap(({ id, renders }) => {
      const one = found.get(id);
      return one ? [{ ...one.text, renders }] : [];
    }),
    problems: problems.filter((one) => isError(one) && one.code !== 'unnumbered'),
  };
}

function toParagraphs(blocks: readonly Block[]): ParagraphInFile[] {
  let secondStory = false;
  return blocks.map(({ kind, marker, line, place, node }) => {
    const marks = marker?.marks ?? [];
    secondStory ||= marks.includes('second-story');
    const isCaption = marks.includes('caption');
    return {
      ...{ kind, line, place, secondStory, isCaption },
      ids: marker?.ids ?? [],
      plain: plainWords(node),
      words: toString(node),
    };
  });
}
