import { primaryLanguage } from '#text/language.ts';
import { type Citation, type CitedName, type CitedType, shown, type Value } from './citation.ts';
import { notesOf } from './notes.ts';

/** A type of entry, and its field for where the text stands. */
interface EntryType {
  readonly name: string;
  readonly container: string;
}

const TYPES: Readonly<Record<CitedType, EntryType>> = {
  article: { name: 'article', container: 'journaltitle' },
  report: { name: 'report', container: 'institution' },
  document: { name: 'misc', container: 'howpublished' },
};

/** The names that babel and polyglossia give to languages. */
const LANGIDS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fa: 'persian',
  fr: 'french',
  he: 'hebrew',
  it: 'italian',
  ku: 'kurmanji',
  nl: 'dutch',
  pt: 'portuguese',
  ru: 'russian',
  syr: 'syriac',
  tr: 'turkish',
  ur: 'urdu',
};

/** Dates that biblatex reads: EDTF of level 1 (manual, section 2.3.8). */
const DATE = /^(?:-?\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|\d{2}XX)[?~%]?$/;

/** EDTF’s year of which no digit is known; biber demands a date of nearly every type. */
const NO_DATE = 'XXXX';

/**
 * A citation as an entry of BibLaTeX, in UTF-8, such that biber has nothing to complain of
 * (`biber --tool --validate-datamodel`). Titles stand in double braces: their letters are not to be
 * changed.
 */
export function citationToBiblatex(citation: Citation, language: string): string {
  const { original, container, translators, issued, abstract, type, genre } = citation;
  const langid = LANGIDS[primaryLanguage(citation.lang)];
  const entry = entryTypeOf(citation);
  const isArticle = entry === TYPES.article;
  const translator = translators.kind === 'people' ? namesIn(translators.names, false) : undefined;
  const fields: (readonly [key: string, value: string | undefined])[] = [
    ['title', verbatim(shown(citation.title))],
    ['author', namesIn(citation.authors, citation.areAuthorsSupplied)],
    ...(isArticle
      ? ([['translator', translator]] as const)
      : ([
          ['editor', translator],
          ['editortype', translator && 'translator'],
        ] as const)),
    [entry.container, verbatim(shown(container))],
    ['entrysubtype', type === 'article' ? 'newspaper' : undefined],
    ['type', type === 'article' || genre === undefined ? undefined : escaped(genre)],
    ['date', (issued && dateIn(issued)) ?? NO_DATE],
    ['origtitle', original && verbatim(shown(original.title))],
    ['origdate', original?.date && dateIn(original.date)],
    ['origpublisher', original?.publisher && verbatim(shown(original.publisher))],
    ['origlanguage', original && isArticle ? LANGIDS[primaryLanguage(original.lang)] : undefined],
    ['language', langid],
    ['langid', langid],
    ['library', escaped(`${citation.archive}, ${citation.number}`)],
    ['url', citation.url],
    ['note', noteOf(citation, language)],
    ['abstract', abstract && escaped(shown(abstract))],
  ];
  const lines = fields.flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key} = {${value}},`],
  );
  return `@${entry.name}{${citation.id.replaceAll('/', ':')},\n${lines.join('\n')}\n}\n`;
}

/**
 * The datamodel gives no article or report without an author, and no report a translator; both are
 * a `misc`, whose editor may be a translator.
 */
function entryTypeOf({ type, authors, translators }: Citation): EntryType {
  const isWhole = authors.length > 0 && !(type === 'report' && translators.kind === 'people');
  return isWhole ? TYPES[type] : TYPES.document;
}

function namesIn(names: readonly CitedName[], areSupplied: boolean): string | undefined {
  if (names.length === 0) return undefined;
  return names
    .map((name) => {
      if ('whole' in name || areSupplied) {
        const whole = 'whole' in name ? name.whole : `${name.given ?? ''} ${name.family}`.trim();
        return `{${escaped(areSupplied ? `[${whole}]` : whole)}}`;
      }
      const family = `{${escaped(name.family)}}`;
      return name.given === undefined ? family : `${family}, {${escaped(name.given)}}`;
    })
    .join(' and ');
}

/** A date without the time; undefined where biblatex cannot read it: then the note tells it. */
function dateIn({ value }: Value): string | undefined {
  const parts = value.replace(/T.*$/, '').split('/');
  const isRange = parts.length === 2 && parts.every((part) => part === '' || DATE.test(part));
  return isRange || (parts.length === 1 && DATE.test(parts[0] ?? '')) ? parts.join('/') : undefined;
}

/** What no field holds; brackets have no place in a date, so the note says what was inferred. */
function noteOf(citation: Citation, language: string): string | undefined {
  const { issued } = citation;
  const isUntold = issued && (issued.isSupplied || dateIn(issued) === undefined);
  const notes = [
    ...(citation.romanisedTitle === undefined ? [] : [citation.romanisedTitle]),
    ...(isUntold ? [shown(issued)] : []),
    ...notesOf(citation, language),
  ];
  return notes.length === 0 ? undefined : escaped(notes.join('; '));
}

function verbatim(words: string): string {
  return `{${escaped(words)}}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words in which TeX sees no commands. */
function escaped(words: string): string {
  return words
    .replaceAll(/[\\{}%&#$_~^]/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
