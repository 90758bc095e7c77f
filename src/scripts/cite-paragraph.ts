import { citeHref } from './paragraph-choice.ts';

/**
 * Offers to cite the paragraph that the address names: its number is a link that names it, so a
 * citation is two clicks or two keys away, and no paragraph carries a link of its own until then.
 */
const article = document.querySelector<HTMLElement>('[data-cite]');
if (article) {
  const { cite = '', citeWord = '' } = article.dataset;
  const offer = (): void => {
    for (const link of article.querySelectorAll('.cite-this')) link.remove();
    const named = document.getElementById(location.hash.slice(1));
    if (!named || !article.contains(named)) return;
    const whole = named.classList.contains('anchor') ? named.parentElement : named;
    for (const number of whole?.querySelectorAll<HTMLAnchorElement>('a.ordinal') ?? []) {
      number.after(linkFor(number, cite, citeWord));
    }
  };
  addEventListener('hashchange', offer);
  offer();
}

function linkFor(number: HTMLAnchorElement, cite: string, word: string): HTMLAnchorElement {
  const texts = number.closest<HTMLElement>('[data-texts]')?.dataset.texts?.split(' ') ?? [];
  const cell = number.closest('.row > .cell');
  const cells = cell?.parentElement?.querySelectorAll(':scope > .cell') ?? [];
  const text = texts[cell ? [...cells].indexOf(cell) : 0] ?? '';
  const link = document.createElement('a');
  link.className = 'cite-this';
  link.href = citeHref(cite, text, number.hash.slice(1));
  link.textContent = word;
  link.lang = number.lang;
  link.dir = document.documentElement.dir;
  return link;
}
