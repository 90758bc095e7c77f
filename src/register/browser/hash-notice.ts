import { checkCharacter, isParagraphId } from '#model/ids.ts';
import { nearest } from '#model/nearest.ts';

/** The words of the notice, with `{id}` for what the address names. */
interface Words {
  readonly nothing: string;
  readonly noParagraph: string;
  readonly mistyped: string;
  readonly nearest: string;
}

const notice = document.querySelector<HTMLElement>('#hash-notice');

/**
 * Follows a paragraph to where it went, and says where an address names a place that this page does
 * not have: nothing that is cited is swallowed.
 */
function answer(): void {
  const id = hashOf(location);
  const target = id === '' ? null : document.getElementById(id);
  const to = target?.dataset.movedTo ?? (target ? undefined : forward());
  if (to !== undefined) {
    location.replace(withQuery(to));
    return;
  }
  if (!notice) return;
  notice.replaceChildren();
  if (id === '' || target) return;
  const words = readWords(notice.dataset.words ?? '{}');
  const isId = isParagraphId(id);
  const message = !isId
    ? words.nothing
    : checkCharacter(id) === id.charAt(4)
      ? words.noParagraph
      : words.mistyped;
  notice.append(sentence(message, id));
  const near = nearest(id, placesOn(document));
  if (near === undefined) return;
  const link = document.createElement('a');
  link.href = `#${near}`;
  link.append(sentence(words.nearest, near));
  notice.append(' ', link);
}

/** Where the whole page went; what the address named on it is looked for there. */
function forward(): string | undefined {
  const to = document.querySelector<HTMLElement>('[data-forward]')?.dataset.forward;
  return to === undefined || to.includes('#') ? to : to + location.hash;
}

/** A page of citations names a paragraph in its query. */
function withQuery(to: string): string {
  const [page = '', ...hash] = to.split('#');
  return [page + location.search, ...hash].join('#');
}

/** The ids that an address can name: paragraphs, `title` and `lede`. */
function placesOn(page: Document): string[] {
  return [...page.querySelectorAll('main [id]')]
    .map(({ id }) => id)
    .filter((id) => isParagraphId(id) || id === 'title' || id === 'lede');
}

/** Words with an id in them that keeps its own direction. */
function sentence(words: string, id: string): DocumentFragment {
  const [before = '', after = ''] = words.split('{id}');
  const code = document.createElement('bdi');
  code.dir = 'ltr';
  code.textContent = id;
  const whole = document.createDocumentFragment();
  whole.append(before, code, after);
  return whole;
}

function hashOf({ hash }: Location): string {
  // What browsers that highlight passages put behind the id is not part of it.
  const [written = ''] = hash.slice(1).split(':~:');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function readWords(json: string): Words {
  const value: unknown = JSON.parse(json);
  const given = new Map(
    typeof value === 'object' && value !== null ? Object.entries<unknown>({ ...value }) : [],
  );
  const word = (key: keyof Words): string => {
    const found = given.get(key);
    return typeof found === 'string' ? found : '';
  };
  return {
    nothing: word('nothing'),
    noParagraph: word('noParagraph'),
    mistyped: word('mistyped'),
    nearest: word('nearest'),
  };
}

answer();
window.addEventListener('hashchange', answer);
