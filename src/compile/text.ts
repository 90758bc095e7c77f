import type { CompiledBody, HouseLink, PictureLink } from '#model/compiled.ts';
import type { ParagraphId, TextId } from '#model/ids.ts';
import { isLanguageTag } from '#model/language.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { isMap, isSha256 } from '#model/schema/fields.ts';
import { type TextRecord, textSchema } from '#model/schema/text.ts';
import { compileBody, unbalanced } from './body.ts';
import { splitFrontMatter } from './front-matter.ts';
import { strayMarker } from './marker.ts';
import { readRecord } from './record.ts';
import { REFERENCES_OF_TEXT, referencesIn } from './references.ts';
import { suppliedRule, translatorRule } from './rules.ts';

/** Everything that one file of a text comes to, by itself. Lines are lines of the file, from 1. */
export interface CompiledText {
  /** Null where the record has errors; then the text cannot be shown. */
  readonly record: TextRecord | null;
  readonly lang: string;
  readonly ids: readonly ParagraphId[];
  /** For each of these ids the ordinal of its paragraph. */
  readonly ordinals: readonly (number | null)[];
  readonly unnumbered: number;
  /** What its record and its body refer to. */
  readonly links: readonly HouseLink[];
  readonly pictures: readonly PictureLink[];
  /** What its record says that it was imported from. */
  readonly source: { readonly file: string; readonly sha256: string } | null;
  /** Where its record says these: problems between texts, and of names in its head, are named there. */
  readonly lines: Readonly<Record<'role' | 'of' | 'source' | 'title' | 'lede', number>>;
  readonly body: CompiledBody;
}

/**
 * Compiles a text from its file’s words. Null where record and body cannot be told apart. Whatever
 * is wrong with the one, the other is looked through all the same.
 *
 * @param id begins the ids of its notes, and names its language where the record does not
 */
export function compileText(
  id: TextId,
  source: string,
): { text: CompiledText | null; problems: LocalProblem[] } {
  const { parts, problems: split } = splitFrontMatter(source);
  if (!parts) return { text: null, problems: split };
  const { body, links, pictures, problems: bodyProblems } = compileBody(parts.body, id);
  if (parts.yamlLine === null) {
    // What should be the record is taken for paragraphs, which `number` would number.
    const others = bodyProblems.filter(({ code }) => code !== 'unnumbered');
    return { text: null, problems: [problemAt(1, 'no-front-matter', {}), ...others] };
  }
  const { references, problems, ...head } = readHead(id, parts.yaml, parts.yamlLine);
  return {
    text: {
      ...head,
      ids: body.paragraphs.flatMap(({ ids }) => ids),
      ordinals: body.paragraphs.flatMap(({ ids, ordinal }) => ids.map(() => ordinal)),
      unnumbered: body.paragraphs.filter(({ ids }) => ids.length === 0).length,
      links: [...references, ...links],
      pictures,
      body,
    },
    problems: [...problems, ...bodyProblems],
  };
}

/** The record of a text, read, with what it refers to and what is wrong with it. */
export interface Head extends Pick<CompiledText, 'record' | 'lang' | 'source' | 'lines'> {
  readonly references: readonly HouseLink[];
  readonly problems: readonly LocalProblem[];
}

/**
 * Reads the record of a text.
 *
 * @param id names its language where the record does not
 * @param yamlLine the line of the file in which the record begins, from 1
 */
export function readHead(id: TextId, yaml: string, yamlLine: number): Head {
  const read = readRecord(yaml, yamlLine, textSchema, [translatorRule, suppliedRule]);
  const { record, lineOf } = read;
  const lang = record?.lang ?? /^[^-]*/.exec(id)?.[0] ?? id;
  const language = record === null ? [] : checkLanguage(lang);
  return {
    record: language.length > 0 ? null : record,
    lang,
    source: sourceIn(read.value),
    lines: {
      ...{ role: lineOf(['role']), of: lineOf(['of']), source: lineOf(['source', 'file']) },
      ...{ title: lineOf(['title']), lede: lineOf(['lede']) },
    },
    references: referencesIn(read.value, lineOf, REFERENCES_OF_TEXT),
    problems: [
      ...read.problems,
      ...language,
      ...(record === null ? [] : checkHead(record, lineOf)),
    ],
  };
}

/** The source as it is written, so that an error elsewhere in the record does not hide its own. */
function sourceIn({ source }: Readonly<Record<string, unknown>>): CompiledText['source'] {
  if (!isMap(source)) return null;
  const { file, sha256 } = source;
  const isWhole = typeof file === 'string' && typeof sha256 === 'string' && isSha256(sha256);
  return isWhole ? { file, sha256 } : null;
}

function checkLanguage(lang: string): LocalProblem[] {
  const where = ' as `lang`, or begin the file name with it';
  return isLanguageTag(lang) ? [] : [problemAt(1, 'bad-language', { value: lang, where })];
}

/** Title and lede are paragraphs too, but have fixed ids and so no marker. */
function checkHead(
  record: TextRecord,
  lineOf: (path: readonly PropertyKey[]) => number,
): LocalProblem[] {
  return (['title', 'lede'] as const).flatMap((key) => {
    const words = record[key] ?? '';
    const marker = strayMarker(words)?.marker;
    return [
      ...unbalanced(words, lineOf([key])),
      ...(marker === undefined
        ? []
        : [problemAt(lineOf([key]), 'marker-in-record', { marker, key })]),
    ];
  });
}
