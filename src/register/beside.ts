import type { Fate, FormerFile, FormerPage, FormerText } from '#model/permanence.ts';
import { CITE, FEED, HISTORY, RECORD_FORMATS, ROWS } from '#catalogue/addresses.ts';
import type { Answerer } from './answer.ts';
import { isSameEnd } from './fate.ts';
import { articleAbove, type Register } from './register.ts';

/*
 * What stood beside a page that is no longer there: no register has it, and it answers because the
 * page does.
 */

const RECORDS = RECORD_FORMATS.map(({ ending }) => `.${ending}`);

/** The texts that are no longer at their addresses, by the address of the article that had them. */
export type FormerTexts = ReadonlyMap<string, readonly FormerText[]>;

export function formerTexts(pages: readonly FormerPage[]): FormerTexts {
  const texts = new Map<string, FormerText[]>();
  for (const { id: address, kind, fate } of pages) {
    const article = kind === 'text' ? articleAbove(address) : undefined;
    if (article === undefined) continue;
    const own = texts.get(article) ?? [];
    own.push({ id: address.slice(article.length, -1), fate });
    texts.set(article, own);
  }
  return texts;
}

/**
 * The pages that stood beside a former page: where the texts of an article were cited, and the
 * history of a text that was sealed. Each leads to its like beside the page’s successor, else to the
 * successor itself, and is withdrawn with the page.
 */
export function pagesBeside(
  page: FormerPage,
  texts: FormerTexts,
  register: Register,
  answer: Answerer,
): FormerPage[] {
  const { id, kind, fate } = page;
  if (!id.endsWith('/')) return [];
  if (kind === 'article') {
    const own = leadOn(page, CITE, answer);
    const elsewhere = texts.get(id)?.filter((text) => !isCitedAlong(text, fate, own.fate)) ?? [];
    return stands(own.id, answer) ? [] : [{ ...own, texts: elsewhere }];
  }
  const own = leadOn(page, HISTORY, answer);
  return kind === 'text' && register.has(id) && !stands(own.id, answer) ? [own] : [];
}

function leadOn(
  { id, kind, fate }: FormerPage,
  name: typeof CITE | typeof HISTORY,
  answer: Answerer,
): FormerPage {
  const beside = name === CITE ? 'cite' : 'history';
  return {
    id: id + name,
    kind,
    beside,
    fate: besideIn(fate, name, answer) ?? fate,
    paragraphs: [],
  };
}

/** Whether the page of citations that a former one leads to has a text, under the id that it had. */
function isCitedAlong({ id, fate }: FormerText, article: Fate, cited: Fate): boolean {
  if ('gone' in article) return 'gone' in fate && isSameEnd(fate.gone, article.gone);
  const { address } = article.moved;
  const isThere = 'moved' in cited && cited.moved.address === address + CITE;
  return isThere && 'moved' in fate && fate.moved.address === `${address}${id}/`;
}

/** The files for machines that stood beside a former page. */
export function filesBeside(page: FormerPage, answer: Answerer): FormerFile[] {
  const { id, kind, fate } = page;
  const files = { text: RECORDS, article: [ROWS], entity: [FEED], page: [], other: [] }[kind];
  // The files of a text stand beside its page and not in it.
  const stem = kind === 'text' ? id.replace(/\/$/, '') : id;
  return files.flatMap((file): FormerFile[] => {
    const to = besideIn(fate, file, answer, kind === 'text');
    return to && !stands(stem + file, answer) ? [{ id: stem + file, page, fate: to }] : [];
  });
}

/** What became of something beside a page: it went along, if it is there; or it is gone as well. */
function besideIn(fate: Fate, name: string, answer: Answerer, isFile = false): Fate | undefined {
  if ('gone' in fate) return fate;
  const { address } = fate.moved;
  const to = (isFile ? address.replace(/\/$/, '') : address) + name;
  return stands(to, answer) ? { moved: { address: to } } : undefined;
}

function stands(address: string, answer: Answerer): boolean {
  const found = answer(address);
  return found.as === 'page' && found.address === address;
}
