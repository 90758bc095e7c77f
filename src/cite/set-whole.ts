import { directionOf } from '#text/direction.ts';
import type { Citation } from './citation.ts';
import type { CslNode, CslPackage, Engine } from './csl-package.ts';
import { adaptStyle } from './adapt-style.ts';
import { finisherIn } from './finish.ts';
import { isolate } from './isolate.ts';
import { localeIn } from './locale.ts';
import { ANCHOR, type Formatter, ORDINAL } from './set-citation.ts';
import type { DateHabits } from './shape.ts';
import type { ChangeCase } from './stencil.ts';
import type { Style } from './styles.ts';
import type { CslItem } from './to-csl.ts';
import { citationToItem } from './to-item.ts';

/** A style with its source: a file of the archive’s own, or none where the package has it. */
export interface StyleSource {
  readonly style: Style;
  readonly source?: CslNode;
}

/** Sets citations by the processor, each anew. */
export interface WholeFormatter {
  readonly set: Formatter;
  /** Changes the case of words as the processor would in a source. */
  readonly changeCaseIn: (citation: Citation) => ChangeCase;
  readonly habits: DateHabits;
}

/**
 * Makes what sets every citation by the processor: one engine for each style, made once and reused
 * (an engine takes up to half a second to make).
 *
 * @throws RangeError where the package has no such style
 */
export function wholeFormatterIn(
  language: string,
  styles: readonly StyleSource[],
  csl: CslPackage,
): WholeFormatter {
  const { tag, locale } = localeIn(language, csl);
  const finish = finisherIn(language, locale);
  let current: CslItem | undefined;
  const sources = styles.map(({ style, source: own }): readonly [Style, CslNode] => {
    const source = own ?? csl.style(style.id);
    if (source === undefined) throw new RangeError(`There is no citation style ${style.id}.`);
    return [style, adaptStyle(source, language)];
  });
  const engines = sources.map(([style, source]): readonly [Style, Engine] => {
    const system = {
      retrieveItem: (id: string): CslItem => {
        if (current?.id === id) return current;
        throw new RangeError(`No source ${id} is being cited.`);
      },
      retrieveLocale: (): CslNode => locale,
    };
    return [style, new csl.Engine(system, source, tag, true)];
  });
  let count = 0;
  const set: Formatter = (citation) => {
    const toSet = citationToItem(citation, language);
    // Styles tell numbers from other locators, so a number stands for the number.
    const locator = numberNotIn(JSON.stringify(citation));
    // An address ends in signs that would change sides in a line that runs to the left.
    const URL = isolate(`${toSet.item.URL}${ANCHOR}`, directionOf(language));
    // An engine remembers what it set under an id, and a source may have been edited since.
    count += 1;
    const id = `source-${String(count)}`;
    current = { ...toSet.item, id, URL };
    return engines.map(([style, engine]) => {
      engine.updateItems([id]);
      const bibliography = engine.makeBibliography();
      const entry = bibliography === false ? '' : bibliography[1].join(' ');
      return {
        style,
        entry: finish(entry, toSet),
        inText: finish(cite(engine, id), toSet),
        inTextOfParagraph: finish(cite(engine, id, locator).replaceAll(locator, ORDINAL), toSet),
      };
    });
  };
  return {
    set,
    changeCaseIn:
      ({ lang }) =>
      (words, letterCase, style) => {
        const [, engine] = engines[style] ?? [];
        return engine ? csl.changeCase(engine, words, letterCase, lang) : words;
      },
    habits: {
      showsOnlyYearOfOriginal: sources.every(([, source]) =>
        showsOnlyYear(source, 'original-date'),
      ),
      // A style may bring a locale of its own.
      setsFirstDayApart: [locale, ...sources.map(([, source]) => source)].some(setsFirstDayApart),
    },
  };
}

/** Whether ordinals are kept for the first day of a month (CSL 1.0.2, “Locale options”). */
function setsFirstDayApart({ attrs, children }: CslNode): boolean {
  return (
    attrs['limit-day-ordinals-to-day-1'] === 'true' ||
    children.some((child) => typeof child !== 'string' && setsFirstDayApart(child))
  );
}

/** Whether all dates of a variable in a style are years. */
function showsOnlyYear(node: CslNode, variable: string): boolean {
  const { name, attrs, children } = node;
  const nodes = children.filter((child) => typeof child !== 'string');
  if (name !== 'date' || !attrs.variable?.split(/\s+/).includes(variable)) {
    return nodes.every((child) => showsOnlyYear(child, variable));
  }
  return attrs.form === undefined
    ? nodes.every((part) => part.attrs.name === 'year')
    : attrs['date-parts'] === 'year';
}

function cite(engine: Engine, id: string, locator?: string): string {
  const item = locator === undefined ? { id } : { id, locator, label: 'paragraph' as const };
  return engine.makeCitationCluster([item]);
}

function numberNotIn(words: string): string {
  let number = 98_741;
  while (words.includes(String(number))) number += 1;
  return String(number);
}
