import type { Element } from 'hast';
import type { Fact, OutsideBlock } from '#intake/document.ts';
import { readMarkedByline } from '#intake/rules/marked-byline.ts';
import { attribute, classesOf } from './element.ts';
import { wordsIn } from './lines.ts';

/** Classes of a name within a byline. */
const NAME = /^(?:fn|p-name|(?:post-|entry-|article-)?author(?:-?name)?)$/i;

/** What the printed byline and date of a page say about it, as they are written. */
export function shownFacts(is: ReadonlyMap<Element, OutsideBlock['is']>): Fact[] {
  return [...is].flatMap(([element, part]): Fact[] => {
    const times = timesIn(element);
    if (part === 'date') {
      const words = wordsIn(element);
      return [
        ...times.map((value): Fact => ({ key: 'published', value, from: 'the time element' })),
        { key: 'published', value: words, from: 'the date line' },
      ];
    }
    if (part !== 'byline') return [];
    const names = namesIn(element);
    const inTime = times.map((value): Fact => ({
      key: 'published',
      value,
      from: 'the time element',
    }));
    const written = names.length > 0 ? names : [wordsIn(element)];
    return [
      ...written
        .flatMap((line) => readMarkedByline(line).names)
        .map((value): Fact => ({ key: 'author', value, from: 'the byline' })),
      ...inTime,
    ];
  });
}

function timesIn(element: Element): string[] {
  return elementsIn(element)
    .filter(({ tagName }) => tagName === 'time')
    .map((time) => attribute(time, 'dateTime').trim())
    .filter((value) => value !== '');
}

/** The names that a byline marks as such. */
function namesIn(element: Element): string[] {
  const marked = elementsIn(element).filter(
    (inner) =>
      attribute(inner, 'rel').split(/\s+/).includes('author') ||
      (inner !== element && classesOf(inner).some((name) => NAME.test(name))) ||
      attribute(inner, 'itemProp') === 'author' ||
      attribute(inner, 'itemProp') === 'name',
  );
  // Of names within names the innermost: the others hold words beside it.
  const innermost = marked.filter(
    (outer) => !marked.some((inner) => inner !== outer && elementsIn(outer).includes(inner)),
  );
  return [...new Set(innermost.map(wordsIn))].filter((name) => name !== '');
}

function elementsIn(element: Element): Element[] {
  return [
    element,
    ...element.children.flatMap((child) => (child.type === 'element' ? elementsIn(child) : [])),
  ];
}
