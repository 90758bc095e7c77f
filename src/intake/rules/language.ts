import { francAll } from 'franc';
import type { OutsideBlock } from '#intake/document.ts';
import type { Notice } from '#intake/notices.ts';
import { isLanguageTag } from '#model/language.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import { isProse } from './prose.ts';

/** What stands in a document in one language, in order. */
export interface Section {
  /** BCP 47. */
  readonly lang: string;
  readonly blocks: readonly OutsideBlock[];
}

/** What is known of a document’s languages before it is looked at. */
export interface ExpectedLanguages {
  /** As the document says of itself. */
  readonly declared: readonly string[];
  /** Those of the archive. */
  readonly usual: readonly string[];
}

/** The names of languages in franc, by script; few, because each more makes more mistakes. */
const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Latn: { eng: 'en', fra: 'fr', deu: 'de', spa: 'es', ita: 'it', tur: 'tr', por: 'pt', nld: 'nl' },
  Arab: { arb: 'ar', pes: 'fa', urd: 'ur', ckb: 'ckb' },
  Hebr: { heb: 'he', ydd: 'yi' },
  Cyrl: { rus: 'ru', ukr: 'uk', bul: 'bg', srp: 'sr' },
};
const ONLY: Readonly<Record<string, string>> = { Grek: 'el', Armn: 'hy' };
const ENOUGH = 200;
/** As much of a block shows its language, in characters; a line may have millions. */
const SAMPLE = 20_000;

interface Marked {
  readonly block: OutsideBlock;
  readonly lang: string | null;
  readonly letters: number;
}

/**
 * Divides blocks by language: by script, and within a script by the frequency of letters where
 * there are enough of them. A quotation or a single foreign line stays where it stands.
 */
export function divideByLanguage(
  blocks: readonly OutsideBlock[],
  expected: ExpectedLanguages,
): { readonly sections: readonly Section[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  for (const block of blocks) if (isMixedHeading(block)) notices.push(mixed(block));
  const marked = markLanguages(blocks, expected);
  // Pictures alone are in the language in which the document says it is.
  const otherwise = expected.declared.find(isLanguageTag) ?? 'und';
  const runs = absorb(runsOf(attachNeutral(marked, otherwise)), notices);
  const sections = new Map<string, OutsideBlock[]>();
  for (const { lang, blocks: own } of runs) {
    const section = sections.get(lang);
    if (section) section.push(...own.map(({ block }) => block));
    else
      sections.set(
        lang,
        own.map(({ block }) => block),
      );
  }
  const order = [...sections].map(([lang, own]) => ({ lang, blocks: own }));
  order.sort((a, b) => firstProse(a.blocks, blocks) - firstProse(b.blocks, blocks));
  return { sections: order, notices };
}

function firstProse(own: readonly OutsideBlock[], all: readonly OutsideBlock[]): number {
  const first = own.find(isProse) ?? own[0];
  return first === undefined ? 0 : all.indexOf(first);
}

/** The language of each block; blocks of one script share theirs unless there is much of another. */
function markLanguages(blocks: readonly OutsideBlock[], expected: ExpectedLanguages): Marked[] {
  const scripts = blocks.map(({ plain }) => scriptOf(plain.slice(0, SAMPLE)) ?? null);
  const languages = new Map<string, string>();
  for (const script of new Set(scripts)) {
    if (script === null) continue;
    const words = blocks.flatMap(({ plain }, index) => (scripts[index] === script ? [plain] : []));
    languages.set(
      script,
      languageIn(
        words
          .slice(0, 400)
          .join('\n')
          .slice(0, 5 * SAMPLE),
        script,
        expected,
      ),
    );
  }
  const marked = blocks.map((block, index): Marked => {
    const script = scripts[index] ?? null;
    const letters = lettersIn(block.plain);
    // A line in two languages heads what stands below it.
    if (script === null || isMixedHeading(block)) return { block, lang: null, letters };
    const said = block.lang !== undefined && fits(block.lang, script) ? block.lang : undefined;
    return { block, lang: said ?? languages.get(script) ?? `und-${script}`, letters };
  });
  return divideWithinScripts(marked, scripts, expected);
}

/** Long runs of one script are looked at again, each by itself: French may follow English. */
function divideWithinScripts(
  marked: readonly Marked[],
  scripts: readonly (string | null)[],
  expected: ExpectedLanguages,
): Marked[] {
  const windows = new Map<number, string>();
  for (const [index, { block, letters }] of marked.entries()) {
    const script = scripts[index];
    if (!script || letters < ENOUGH || block.lang !== undefined) continue;
    windows.set(index, languageIn(block.plain.slice(0, SAMPLE), script, expected));
  }
  // One paragraph may be taken for another language by chance; a text is not of one paragraph.
  const totals = new Map<string, number>();
  for (const [index, lang] of windows) {
    totals.set(lang, (totals.get(lang) ?? 0) + (marked[index]?.letters ?? 0));
  }
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const real = (lang: string): boolean => (totals.get(lang) ?? 0) * 5 > all;
  return marked.map((one, index) => {
    if (one.lang === null || one.block.lang !== undefined) return one;
    const own = windows.get(index);
    if (own !== undefined && real(own)) return { ...one, lang: own };
    const near = nearestWindow(index, windows, scripts, real);
    return near === undefined ? one : { ...one, lang: near };
  });
}

/** A short block is in the language of the next long one, which it heads; else of the last. */
function nearestWindow(
  index: number,
  windows: ReadonlyMap<number, string>,
  scripts: readonly (string | null)[],
  real: (lang: string) => boolean,
): string | undefined {
  for (const step of [1, -1]) {
    for (
      let at = index + step;
      at >= 0 && at < scripts.length && Math.abs(at - index) < 12;
      at += step
    ) {
      if (scripts[at] !== null && scripts[at] !== scripts[index]) break;
      const lang = windows.get(at);
      if (lang !== undefined && real(lang)) return lang;
    }
  }
  return undefined;
}

/** The language of words in one script. */
function languageIn(words: string, script: string, expected: ExpectedLanguages): string {
  const only = ONLY[script];
  if (only !== undefined) return only;
  const known = LANGUAGES[script];
  const preferred = [...expected.declared, ...expected.usual].filter((tag) => fits(tag, script));
  if (known === undefined) return preferred[0] ?? `und-${script}`;
  const byLetters = script === 'Arab' ? arabicLetters(words) : undefined;
  if (byLetters !== undefined) return withRegion(byLetters, preferred);
  if (lettersIn(words) < ENOUGH) {
    const common = byCommonWords(words);
    if (common !== undefined) return withRegion(common, preferred);
    return preferred[0] ?? Object.values(known)[0] ?? `und-${script}`;
  }
  const names = Object.keys(known);
  const scores = francAll(words, { only: names }).map(([name, score]) => {
    const lang = known[name] ?? 'und';
    const isPreferred = preferred.some((tag) => primaryLanguage(tag) === lang);
    return { lang, score: score + (isPreferred ? 0.05 : 0) };
  });
  scores.sort((a, b) => b.score - a.score);
  return withRegion(scores[0]?.lang ?? `und-${script}`, preferred);
}

/** A tag with script or region, if the document or the archive says one: `ar-IQ`. */
function withRegion(lang: string, preferred: readonly string[]): string {
  return preferred.find((tag) => !tag.startsWith('und') && primaryLanguage(tag) === lang) ?? lang;
}

/** Letters that only one of the languages in Arabic script has, though the words be few. */
function arabicLetters(words: string): string | undefined {
  const count = (pattern: RegExp): number => words.match(pattern)?.length ?? 0;
  const urdu = count(/[ٹڈڑںےۓھہ]/g);
  const kurdish = count(/[ێۆڵڕە]/g);
  const persian = count(/[پچژگیک]/g);
  const arabic = count(/[يكةىأإؤ]/g);
  if (urdu > 2 && urdu * 3 > persian) return 'ur';
  if (kurdish > 2 && kurdish > arabic) return 'ckb';
  if (persian > arabic) return 'fa';
  return arabic > 0 ? 'ar' : undefined;
}

/** Little words of which every few lines hold some. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that with on as by from it his are were at',
  fr: 'le la les des du et une est dans pour que qui sur au aux par avec ne pas ce',
  de: 'der die das und ist von den dem mit ein eine nicht auf für zu im des sich',
  es: 'el los las y que una por con del para su es se como más al lo',
  tr: 've bir bu için ile de da olan olarak çok gibi daha',
  it: 'il lo gli e che di una per con del della è non si nel',
};

function byCommonWords(words: string): string | undefined {
  const parts = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: string | undefined;
  let most = 1;
  for (const [lang, common] of Object.entries(COMMON)) {
    const set = new Set(common.split(' '));
    const count = parts.filter((part) => set.has(part)).length;
    if (count > most) [best, most] = [lang, count];
  }
  return best;
}

function fits(tag: string, script: string): boolean {
  try {
    return new Intl.Locale(tag).maximize().script === script;
  } catch {
    return false;
  }
}

/** Digits, dates and rules go with what follows them, and at the end with what stands before. */
function attachNeutral(marked: readonly Marked[], otherwise: string): Marked[] {
  const next: (string | null)[] = [];
  let coming: string | null = null;
  for (const { lang } of [...marked].reverse()) {
    coming = lang ?? coming;
    next.unshift(coming);
  }
  let last: string | null = null;
  return marked.map((one, index) => {
    // A rule, a note or a picture’s number behind a text belongs to it.
    const goesBack = one.block.kind === 'note' || one.block.kind === 'definition';
    const lang =
      one.lang ?? (goesBack ? (last ?? next[index]) : (next[index] ?? last)) ?? otherwise;
    last = lang;
    return { ...one, lang };
  });
}

interface Run {
  readonly lang: string;
  readonly blocks: readonly Marked[];
}

function runsOf(marked: readonly Marked[]): Run[] {
  const runs: { lang: string; blocks: Marked[] }[] = [];
  for (const one of marked) {
    const lang = one.lang ?? 'und';
    const last = runs.at(-1);
    if (last?.lang === lang) last.blocks.push(one);
    else runs.push({ lang, blocks: [one] });
  }
  return runs;
}

/** Runs that are no texts of their own join the text in which they stand. */
function absorb(runs: readonly Run[], notices: Notice[]): Run[] {
  const totals = new Map<string, number>();
  for (const { lang, blocks } of runs) {
    totals.set(lang, (totals.get(lang) ?? 0) + lettersOf(blocks));
  }
  const most = Math.max(...totals.values());
  const main = [...totals].find(([, count]) => count === most)?.[0] ?? 'und';
  const isText = (lang: string): boolean =>
    lang === main ||
    ((totals.get(lang) ?? 0) * 5 >= most && !isQuoted(runs, lang) && !isSingle(runs, lang, most));
  const texts = new Set([...totals.keys()].filter(isText));
  const isWoven = texts.size > 1 && areWoven(runs, texts);
  return runs.map((run, index): Run => {
    if (!texts.has(run.lang)) {
      const home = neighbourOf(runs, index, texts) ?? main;
      noteForeign(run, notices);
      return { ...run, lang: home };
    }
    if (isWoven || isOwnPlace(runs, index)) return run;
    const home = neighbourOf(runs, index, texts);
    if (home === undefined) return run;
    noteForeign(run, notices);
    return { ...run, lang: home };
  });
}

/** Whether a language only stands as quotations within another text. */
function isQuoted(runs: readonly Run[], lang: string): boolean {
  const own = runs.filter((run) => run.lang === lang);
  return own.every(({ blocks }) => blocks.every(({ block }) => block.kind === 'quote'));
}

/** Whether a language has a single line, far shorter than the text beside it. */
function isSingle(runs: readonly Run[], lang: string, most: number): boolean {
  const own = runs.filter((run) => run.lang === lang).flatMap(({ blocks }) => blocks);
  return own.filter(isStrong).length < 2 && lettersOf(own) * 2 < most;
}

/** Whether paragraphs of two languages take turns: en, ar, en, ar. */
function areWoven(runs: readonly Run[], texts: ReadonlySet<string>): boolean {
  const turns = runs.filter(({ lang }) => texts.has(lang));
  const short = turns.filter(({ blocks }) => blocks.filter(isStrong).length <= 3);
  const each = [...texts].map((lang) => turns.filter((run) => run.lang === lang).length);
  return Math.min(...each) >= 2 && turns.length >= 4 && short.length * 5 >= turns.length * 4;
}

function isStrong({ letters }: Marked): boolean {
  return letters > 0;
}

/**
 * Whether a run stands where its text is: the longest of its language, one at the very beginning
 * that heads a text to come, or one that is too long for a quotation.
 */
function isOwnPlace(runs: readonly Run[], index: number): boolean {
  const run = runs[index];
  if (!run) return true;
  const own = runs.filter(({ lang }) => lang === run.lang);
  const longest = Math.max(...own.map(({ blocks }) => lettersOf(blocks)));
  const letters = lettersOf(run.blocks);
  if (letters === longest) return true;
  const before = runs
    .slice(0, index)
    .reduce((sum, { blocks }) => sum + blocks.filter(isStrong).length, 0);
  const isHead = before <= 3 && run.blocks.filter(isStrong).length <= 3;
  return isHead || (run.blocks.length >= 3 && letters * 4 >= longest);
}

function neighbourOf(
  runs: readonly Run[],
  index: number,
  texts: ReadonlySet<string>,
): string | undefined {
  const own = runs[index]?.lang;
  const isHome = ({ lang }: Run): boolean => texts.has(lang) && lang !== own;
  return (runs.slice(0, index).findLast(isHome) ?? runs.slice(index + 1).find(isHome))?.lang;
}

function noteForeign({ lang, blocks }: Run, notices: Notice[]): void {
  const [first] = blocks;
  if (!first || lettersOf(blocks) === 0) return;
  notices.push({ code: 'foreign-words-kept', args: { lang }, line: first.block.line });
}

function lettersOf(blocks: readonly Marked[]): number {
  return blocks.reduce((sum, { letters }) => sum + letters, 0);
}

function lettersIn(words: string): number {
  return words.slice(0, SAMPLE).match(/\p{L}/gu)?.length ?? 0;
}

/** `English title | العنوان`: two headlines in one line. */
function isMixedHeading({ plain }: OutsideBlock): boolean {
  if (plain.length > 250 || !/\s[|/–—-]\s/.test(plain)) return false;
  const [before = '', ...rest] = plain.split(/\s[|/–—-]\s/);
  const [a, b] = [scriptOf(before), scriptOf(rest.join(' '))];
  return a !== undefined && b !== undefined && a !== b && rest.length === 1;
}

function mixed({ plain, line }: OutsideBlock): Notice {
  return { code: 'two-languages-in-a-line', args: { words: plain.slice(0, 80) }, line };
}
