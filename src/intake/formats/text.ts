import { readWords } from '#intake/decode-outside.ts';
import type { Format, OutsideBlock, OutsideDocument } from '#intake/document.ts';
import { type Line, linesToParagraphs, type PlainParagraph } from '#intake/lines-to-paragraphs.ts';
import type { Notice } from '#intake/notices.ts';
import { markerNotices } from '#intake/words-like-markers.ts';
import { plainToMarkdown, tidy } from '#intake/plain-to-markdown.ts';
import { readByline } from '#intake/rules/byline.ts';
import { readDateline } from '#intake/rules/dateline.ts';

/** Plain text: whatever is words and nothing else. Every file fits. */
export const plainText: Format = {
  name: 'plain text',
  fits: () => true,
  async *read(file) {
    const { text, bytes, problems } = await readWords(file);
    yield text === null
      ? { name: file.name, problems }
      : textToDocument(text, { name: file.name, bytes });
  },
};

/** Reads words as a document: nothing is lost but spaces, and nothing is taken for markup. */
export function textToDocument(text: string, source: OutsideDocument['source']): OutsideDocument {
  const dropped: string[] = [];
  const blocks: OutsideBlock[] = [];
  const notices: Notice[] = [];
  for (const group of groupsIn(text)) {
    for (const paragraph of linesToParagraphs(group, isApart)) {
      if (/\p{Ll}-\p{Ll}/u.test(paragraph.lines.join('\n')) && wasDivided(group)) {
        notices.push({ code: 'divided-words', args: {}, line: paragraph.line });
      }
      blocks.push(...blocksOf(paragraph, dropped));
    }
  }
  return {
    name: source.name,
    blocks,
    facts: [],
    dropped,
    pictures: [],
    notices: [...notices, ...markerNotices(blocks)],
    source,
    addresses: [],
  };
}

/** Lines that stand together, between lines that are empty. Page and line separators break lines. */
function groupsIn(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const [index, whole] of text.split('\n').entries()) {
    for (const part of whole.split(/[\v\f\u0085\u2028\u2029]/)) {
      const words = part.replaceAll('\t', '    ').trimEnd();
      if (/[^\s\u200B\u200E\u200F\u061C]/u.test(words)) {
        const line = { words, number: index + 1 };
        if (isOrnament(words)) {
          groups.push(group, [line]);
          group = [];
        } else group.push(line);
      } else {
        groups.push(group);
        group = [];
      }
    }
  }
  groups.push(group);
  return groups.filter(({ length }) => length > 0);
}

function isApart(words: string): boolean {
  return words.length < 120 && (readByline(words) !== null || readDateline(words) !== null);
}

function blocksOf({ lines, line, isList }: PlainParagraph, dropped: string[]): OutsideBlock[] {
  const [first = ''] = lines;
  if (lines.length === 1 && isOrnament(first)) {
    if (isRule(first)) return [{ kind: 'rule', markdown: first.trim(), plain: '', line }];
    dropped.push(first.trim());
    return [{ kind: 'rule', markdown: '---', plain: '', line }];
  }
  if (isList) {
    const items = lines.map((item) => /^([-*]|\d+[.)]) +(.*)$/s.exec(item));
    const markdown = items.map(
      (item) => `${item?.[1] ?? '-'} ${plainToMarkdown([item?.[2] ?? ''])}`,
    );
    const plain = tidy(items.map((item) => item?.[2] ?? '').join('\n'));
    return [{ kind: 'list', markdown: markdown.join('\n'), plain, line }];
  }
  return [
    { kind: 'paragraph', markdown: plainToMarkdown(lines), plain: tidy(lines.join('\n')), line },
  ];
}

/** Three signs or more of a kind, and nothing else. */
function isOrnament(words: string): boolean {
  return /^([-*_=~─━—–•·.⁂#+])\s*(?:\1\s*){2,}$|^⁂$/u.test(words.trim());
}

function isRule(words: string): boolean {
  return /^([-*_])\s*(?:\1\s*){2,}$/.test(words.trim());
}

/** Whether a line ends in a hyphen and the next goes on in small letters. */
function wasDivided(lines: readonly Line[]): boolean {
  return lines.some(({ words }, index) => {
    const next = lines[index + 1];
    return /\p{Ll}-$/u.test(words) && next !== undefined && /^\s*\p{Ll}/u.test(next.words);
  });
}
