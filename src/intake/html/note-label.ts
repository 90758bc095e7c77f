import type { Element, Text } from 'hast';
import { isBlank } from './leaf.ts';
import { wordsIn } from './lines.ts';

/** Figures, a letter or two, or signs; in brackets, behind an arrow, before a stop. */
const LABEL =
  /^\s*[[({^↑⇑]*\s*(?:(?:note|fn|nb|n)[.\s]*)?(\p{N}{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,4})\s*[\])}]?[.:]?\s*$/iu;
/** The same where words may follow; without a bracket or a stop, a space has to. */
const LABEL_FIRST =
  /^\s*[[({^↑⇑]*\s*(\p{N}{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,4})(?:\s*[\])}][.:]?|[.:]|(?=\s|$))[\s\-–—]*/iu;

/** Whether words are the printed label of a note, and of the one with a label if it is given. */
export function isLabel(words: string, label?: string): boolean {
  if (words.length > 20) return false;
  const printed = LABEL.exec(words)?.[1];
  return printed !== undefined && (label === undefined || bareLabel(printed) === label);
}

/** Whether an element holds a label and nothing else, or nothing at all. */
export function hasOnlyLabel(element: Element): boolean {
  const words = wordsIn(element);
  return words === '' || isLabel(words);
}

/** The label for a note in Markdown: as it is printed where that can be and is not taken. */
export function labelOf(printed: string, taken: ReadonlySet<string>): string {
  const bare = bareLabel(LABEL.exec(printed)?.[1] ?? '');
  const wanted = /^[\p{L}\p{N}]+$/u.test(bare) ? bare : 'note';
  let label = wanted;
  for (let count = 2; taken.has(label.toLowerCase()); count += 1)
    label = `${wanted}-${String(count)}`;
  return label;
}

/** Whether words begin with the printed label of a note. */
export function beginsWithLabel(words: string, printed: string): boolean {
  const label = LABEL.exec(printed)?.[1];
  return label !== undefined && LABEL_FIRST.exec(words)?.[1] === label;
}

function bareLabel(printed: string): string {
  return printed.trim();
}

/**
 * Takes the printed label off the beginning of a note: an element that holds nothing else is put
 * to `labels`, words are cut.
 */
export function cutLabel(
  holder: Element,
  label: string,
  labels: Set<Element>,
  returns: ReadonlySet<Element>,
): void {
  const stem = label.replace(/-\d+$/, '');
  const look = (element: Element): 'go on' | 'done' => {
    for (const child of element.children) {
      if (child.type === 'text') {
        if (isBlank(child.value)) continue;
        cutText(child, stem);
        return 'done';
      }
      if (child.type !== 'element' || returns.has(child)) continue;
      if (labels.has(child)) return cutSeparator(element, child);
      const words = wordsIn(child);
      if (words === '') continue;
      if (isLabel(words, stem)) {
        labels.add(child);
        return cutSeparator(element, child);
      }
      if (look(child) === 'done') return 'done';
    }
    return 'go on';
  };
  look(holder);
}

function cutText(text: Text, label: string): void {
  const found = LABEL_FIRST.exec(text.value);
  if (found?.[1] === label && found[0].length < text.value.length) {
    text.value = text.value.slice(found[0].length);
  }
}

/** What parts a label from the words of its note: a stop or a closing bracket right behind it. */
function cutSeparator(parent: Element, label: Element): 'done' {
  const next = parent.children[parent.children.indexOf(label) + 1];
  if (next?.type === 'text') next.value = next.value.replace(/^\s*[\])}.:]+(?=\s|$)/, '');
  return 'done';
}
