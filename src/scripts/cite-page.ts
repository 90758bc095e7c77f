import { copy, toCopied } from './clipboard.ts';
import { askedFor, type CitedParagraph, readParagraphs } from './paragraph-choice.ts';

/** The words that the page gives to its script. */
interface Words {
  readonly paragraph: string;
  readonly none: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

/** How long a button says that something was copied, in milliseconds. */
const MOMENT = 2000;

const page = document.querySelector<HTMLElement>('.cite-page');
const words: unknown = JSON.parse(page?.dataset.words ?? 'null');
if (page && isWords(words)) {
  for (const section of page.querySelectorAll<HTMLElement>('.cited')) prepare(section, words);
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'copied' in value;
}

/** Lets a reader choose a paragraph of a text, and copy. */
function prepare(section: HTMLElement, said: Words): void {
  const select = section.querySelector('select');
  const chooser = section.querySelector<HTMLElement>('.cited-what');
  const status = section.querySelector<HTMLElement>('[role=status]');
  if (!select || !chooser || !status) return;
  const paragraphs = readParagraphs(section.dataset.paragraphs ?? '');
  for (const { id, ordinal } of paragraphs) {
    const name = ordinal === null ? `¶ ${id}` : said.paragraph.replace('{n}', String(ordinal));
    if (ordinal !== null) select.add(new Option(name, id));
  }
  chooser.hidden = paragraphs.length === 0;
  const show = showerIn(section);
  const choose = (id: string): void => {
    const paragraph = paragraphs.find((one) => one.id === id);
    status.hidden = id === '' || paragraph !== undefined;
    status.textContent = status.hidden ? '' : said.none.replace('{id}', id);
    select.value = paragraph?.id ?? '';
    if (select.selectedIndex < 0) {
      if (paragraph) select.add(new Option(`#${paragraph.id}`, paragraph.id));
      select.value = paragraph?.id ?? '';
    }
    show(paragraph);
  };
  const follow = (): void => {
    const { section: asked, paragraph } = askedFor(location);
    const isAsked = asked === section.id || (asked === '' && paragraph !== null);
    if (isAsked) choose(paragraph ?? '');
  };
  select.addEventListener('change', () => {
    const query = select.value === '' ? location.pathname : `?p=${select.value}`;
    history.replaceState(null, '', `${query}#${section.id}`);
    choose(select.value);
  });
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  follow();
  for (const citation of section.querySelectorAll<HTMLElement>('.citation')) {
    letCopy(citation, said, status);
  }
}

/** What shows the citations of a paragraph, or of the whole text where none is given. */
function showerIn(section: HTMLElement): (paragraph: CitedParagraph | undefined) => void {
  const places = [...section.querySelectorAll<HTMLElement>('.set-citation dd')].map((place) => ({
    citation: place.querySelector<HTMLElement>('.citation'),
    whole: [...(place.querySelector('.citation')?.cloneNode(true).childNodes ?? [])],
    template: place.querySelector('template'),
  }));
  return (paragraph) => {
    const isCounted = paragraph !== undefined && paragraph.ordinal !== null;
    for (const { citation, whole, template } of places) {
      if (!citation) continue;
      const nodes =
        isCounted && template ? [...template.content.cloneNode(true).childNodes] : whole;
      citation.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
      for (const place of citation.querySelectorAll('.at-ordinal')) {
        place.textContent = String(paragraph?.ordinal ?? '');
      }
      for (const place of citation.querySelectorAll('.at-anchor')) {
        place.textContent = paragraph ? `#${paragraph.id}` : '';
      }
    }
  };
}

/** Puts a button behind a citation: without a script there would be none that does something. */
function letCopy(citation: HTMLElement, said: Words, status: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = said.copy;
  citation.parentElement?.append(button);
  button.addEventListener('click', () => {
    copy(toCopied(citation)).then(
      () => {
        button.textContent = said.copied;
        setTimeout(() => (button.textContent = said.copy), MOMENT);
      },
      () => {
        status.hidden = false;
        status.textContent = said.failed;
        getSelection()?.selectAllChildren(citation);
      },
    );
  });
}
