import { directionOf } from '#text/direction.ts';

/*
 * A card beside a linked name on hover and focus: what its link’s attributes say. Without this the
 * name is a plain link; with it, nothing of the text moves.
 */

/** How long a pointer rests before a card shows, in milliseconds: reading past a name shows none. */
const REST = 250;
/** How long a card stays when the pointer leaves its link: enough to go over to the card. */
const LEAVE = 200;

const card = document.createElement('div');
card.className = 'name-card';
card.role = 'tooltip';
card.id = 'name-card';
card.hidden = true;
document.body.append(card);

let shownFor: HTMLAnchorElement | undefined;
let timer = 0;

for (const [event, rest] of [
  ['pointerover', REST],
  ['focusin', 0],
] as const) {
  document.addEventListener(event, ({ target }) => {
    const link = linkAt(target);
    // The pointer is back on the link, or on its card.
    if (isOnCard(target) || (link && link === shownFor)) clearTimeout(timer);
    else if (link) {
      wait(rest, () => {
        show(link);
      });
    }
  });
}
document.addEventListener('pointerout', ({ target }) => {
  if (isFocused(shownFor)) return;
  if (linkAt(target) || isOnCard(target)) wait(LEAVE, hide);
});
document.addEventListener('focusout', ({ target }) => {
  if (linkAt(target)) hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
document.addEventListener(
  'scroll',
  () => {
    // A link that gets the focus scrolls into sight: its card goes along.
    if (shownFor && isFocused(shownFor)) place(shownFor);
    else if (!isFocused(linkAt(document.activeElement))) hide();
  },
  { passive: true },
);

function wait(milliseconds: number, action: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(action, milliseconds);
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLAnchorElement>('a[data-names]') ?? undefined;
}

function isOnCard(target: EventTarget | null): boolean {
  return target instanceof Node && card.contains(target);
}

/** Whether a link has the focus by the keyboard: a click leaves it as well, and means to go. */
function isFocused(link: HTMLAnchorElement | undefined): boolean {
  return !!link?.matches(':focus-visible');
}

function show(link: HTMLAnchorElement): void {
  hide();
  const { names = '', about = '' } = link.dataset;
  const last = paragraph(about);
  last.className = 'quiet';
  card.replaceChildren(...names.split('\n').map(nameElement), last);
  card.hidden = false;
  link.setAttribute('aria-describedby', card.id);
  shownFor = link;
  place(link);
}

function hide(): void {
  clearTimeout(timer);
  card.hidden = true;
  shownFor?.removeAttribute('aria-describedby');
  shownFor = undefined;
}

function nameElement(line: string): HTMLElement {
  const [lang = 'und', ...words] = line.split(' ');
  const name = document.createElement('bdi');
  name.lang = lang;
  name.dir = directionOf(lang);
  name.append(words.join(' '));
  return paragraph(name);
}

function paragraph(content: Node | string): HTMLElement {
  const element = document.createElement('p');
  element.append(content);
  return element;
}

/** Below the first line of the link, above it where there is no room, and never beyond the window. */
function place(link: HTMLAnchorElement): void {
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const start = getComputedStyle(link).direction === 'rtl' ? line.right - width : line.left;
  const left = Math.max(8, Math.min(start, room - width - 8));
  const below = line.bottom + 6;
  const top = below + height > innerHeight ? line.top - height - 6 : below;
  // Properties set by a script are no inline style that the policy of the page forbids.
  card.style.setProperty('left', `${String(left)}px`);
  card.style.setProperty('top', `${String(top)}px`);
}
