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

const AS_IT_STANDS = new TextDecoder('utf-8', { ignoreBOM: true });

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

/** The bytes of an article’s texts, in the order of its folder. */
export type TextFiles = ReadonlyMap<TextId, Uint8Array>;

/** Reads the files of an article’s texts. */
export async function readFiles(folder: ArticleFolder, files: ArchiveFiles): Promise<TextFiles> {
  const found = new Map<TextId, Uint8Array>();
  for (const id of folder.texts) {
    found.set(id, (await files.read(fileOf(folder, id))) ?? new Uint8Array());
  }
  return found;
}

function fileOf({ folder }: ArticleFolder, id: TextId): string {
  return `${folder}/${id}.md`;
}

/** The texts of an article, read for numbering. */
export interface ReadTexts {
  /** The original first. */
  readonly texts: readonly TextInFile[];
  /** What forbids to number them: errors of records, of markers, of how texts render each other. */
  readonly problems: readonly Problem[];
}

/** Reads an article’s texts from the bytes of their files. */
export function readTexts(folder: ArticleFolder, contents: TextFiles): ReadTexts {
  const problems: Problem[] = [];
  const found = new Map<TextId, { readonly text: TextInFile; readonly lines: Head['lines'] }>();
  const summaries: TextSummary[] = [];
  for (const [id, bytes] of contents) {
    const file = fileOf(folder, id);
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
    const source = AS_IT_STANDS.decode(bytes);
    const paragraphs = toParagraphs(blocks);
    found.set(id, { text: { id, file, lang, source, paragraphs, renders: undefined }, lines });
    summaries.push({
      ...{ id, file, lang, record, article: folder.id, dir: directionOf(lang) },
      ...{ ids: [], ordinals: [], unnumbered: 0, length: 0, body: '' },
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
