import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { OutsideBlock } from '#intake/document.ts';

/** Elements whose words nobody sees, for the count alone. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'iframe',
  'noframes',
  'noembed',
]);
/** What is printed around the numbers of notes. */
const AROUND_LABELS = /[[\](){}.:^↑\s\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]/u;

/**
 * The characters that a reader of a page sees and that did not come out of it, and those that came
 * out and were not there: none of either. Spaces do not count, nor what is printed around the
 * numbers of notes; the numbers themselves are the labels of Markdown.
 */
export function accountOf(
  page: string,
  {
    blocks,
    dropped,
  }: { readonly blocks: readonly OutsideBlock[]; readonly dropped: readonly string[] },
): { readonly lost: string; readonly made: string } {
  const words = blocks.filter(({ kind }) => kind !== 'picture').map(({ plain }) => plain);
  // Pictures and what plays have addresses, which nobody sees.
  const lines = dropped.filter((line) => !/^!\[.*\]\(.*\)$|^<https?:.*>$/.test(line));
  const labels = blocks
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ markdown }) => [...markdown.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)])
    .map(([, label]) => label ?? '');
  const seen = countOf(wordsOf(unified().use(rehypeParse).parse(page)));
  const accounted = countOf([...words, ...lines].join(''));
  return {
    lost: beyond(beyondCount(seen, accounted), countOf(labels.join(''))),
    made: beyond(accounted, seen),
  };
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && UNSEEN.has(node.tagName)) return '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

type Count = ReadonlyMap<string, number>;

function countOf(words: string): Count {
  const count = new Map<string, number>();
  for (const sign of words.normalize('NFKC')) {
    if (!AROUND_LABELS.test(sign)) count.set(sign, (count.get(sign) ?? 0) + 1);
  }
  return count;
}

function beyondCount(one: Count, other: Count): Count {
  return new Map([...one].map(([sign, count]) => [sign, count - (other.get(sign) ?? 0)]));
}

/** What there is more of on one side than on the other. */
function beyond(one: Count, other: Count): string {
  return [...beyondCount(one, other)]
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign}×${String(count)}`)
    .join(' ');
}
