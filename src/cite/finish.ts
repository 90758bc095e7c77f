import { directionOf } from '#text/direction.ts';
import { scriptOf } from '#text/script.ts';
import type { CslNode } from './csl-package.ts';
import { isolateNames, isolatesToHtml, joinIsolates, outsideIsolates } from './isolate.ts';
import { monthsIn } from './locale.ts';
import { ATTACHED } from './terms.ts';
import { type ItemToSet, LESS_THAN } from './to-item.ts';

/** The space between an “and” and a name of the same script: Arabic writes them as one word. */
const AND = new RegExp(String.raw`${ATTACHED} (?=\p{Script=Arabic})`, 'gu');

/** Makes what gives the typography of a language to what a style has set. */
export function finisherIn(
  language: string,
  locale: CslNode,
): (html: string, set: ItemToSet) => string {
  const months = monthsIn(locale);
  const isToLeft = directionOf(language) === 'rtl';
  return (html, { bracketedYear }) => {
    const bare = joinIsolates(isToLeft ? isolateNames(html) : html)
      .replaceAll(/<\/?div[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const dated = bracketedYear ? withBrackets(bare, bracketedYear, months) : bare;
    const upright = dated.replaceAll(/<i>(.*?)<\/i>/g, (whole, words: string) =>
      ['Arab', 'Hebr'].includes(scriptOf(words) ?? '') ? words : whole,
    );
    const joined = upright.replaceAll(AND, '').replaceAll(ATTACHED, '');
    const pointed = isToLeft ? withArabicPoints(joined) : joined;
    return isolatesToHtml(pointed).replaceAll(LESS_THAN, '&lt;');
  };
}

/** Puts the whole date in brackets, in whatever order a style has set it. */
function withBrackets(
  html: string,
  { set, year }: { readonly set: number; readonly year: number },
  months: readonly string[],
): string {
  const month = `(?:${months.join('|')})`;
  const before = String.raw`(?:\d{1,2}\.? ${month}[,،]? |${month} \d{1,2}[,،] |${month} )?`;
  const behind = String.raw`(?:[,،] ${month}(?: \d{1,2})?)?`;
  return html.replaceAll(
    new RegExp(`${before}${String(set)}${behind}`, 'gu'),
    (words) => `[${words.replace(String(set), String(year))}]`,
  );
}

/** Styles set Latin commas between parts; between parts of an Arabic line they are Arabic. */
function withArabicPoints(words: string): string {
  return outsideIsolates(words, (part) =>
    part.replaceAll(/(?<!&#?\w+)[,;](?= |$)/g, (sign) => (sign === ',' ? '،' : '؛')),
  );
}
