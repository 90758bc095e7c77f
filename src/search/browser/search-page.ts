import { pluralise, type Plurals } from '#interface/dictionary.ts';
import { directionOf } from '#text/direction.ts';
import { type Found, type Hit, searchIn } from './search.ts';

/** What the page tells its script: the bundles, where articles are, and the words to use. */
interface Setting {
  readonly bundles: readonly string[];
  readonly base: string;
  /** Path of the home page in the reader’s language. */
  readonly home: string;
  readonly language: string;
  readonly words: {
    readonly loading: string;
    readonly nothing: string;
    readonly failed: string;
    readonly found: Plurals;
  };
}

const AT_A_TIME = 10;
const PARAGRAPHS_SHOWN = 3;
/** How long typing rests before a search begins, in milliseconds. */
const REST = 200;

const list = element('search-results', HTMLOListElement);
const status = element('search-status', HTMLElement);
const more = element('search-more', HTMLButtonElement);
const field = element('q', HTMLInputElement);
const setting = readSetting(list.dataset.setting ?? '{}');
const search = searchIn(setting.base, setting.bundles);

let hits: readonly Hit[] = [];
let shown = 0;
/** Counts searches, so that a slow answer never replaces a later one. */
let turn = 0;

field.value = new URLSearchParams(location.search).get('q') ?? '';
field.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', addressOf(field.value));
  void answer();
});
let resting: ReturnType<typeof setTimeout> | undefined;
field.addEventListener('input', () => {
  clearTimeout(resting);
  resting = setTimeout(() => {
    history.replaceState(null, '', addressOf(field.value));
    void answer();
  }, REST);
});
addEventListener('popstate', () => {
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  void answer();
});
more.addEventListener('click', () => void showMore(turn));
void answer();

async function answer(): Promise<void> {
  turn += 1;
  const own = turn;
  const words = field.value.trim();
  if (words === '') {
    hits = [];
    list.replaceChildren();
    status.textContent = '';
    more.hidden = true;
    return;
  }
  status.textContent = setting.words.loading;
  try {
    const found = await search(words);
    if (own !== turn) return;
    hits = found;
    shown = 0;
    list.replaceChildren();
    await showMore(own);
    if (own !== turn) return;
    const { nothing, found: plurals } = setting.words;
    status.textContent =
      hits.length === 0 ? nothing : pluralise(plurals, hits.length, setting.language);
  } catch (error) {
    if (own !== turn) return;
    status.textContent = setting.words.failed;
    console.error(error);
  }
}

async function showMore(own: number): Promise<void> {
  const some = hits.slice(shown, shown + AT_A_TIME);
  const found = await Promise.all(some.map(async (hit) => ({ hit, found: await hit.load() })));
  if (own !== turn) return;
  shown += some.length;
  list.append(...found.map(({ hit, found: text }) => itemFor(hit.language, text)));
  more.hidden = shown >= hits.length;
}

function itemFor(
  language: string,
  { title, attribution, article, paragraphs }: Found,
): HTMLElement {
  const address = `${setting.home}articles/${article}/`;
  const item = document.createElement('li');
  item.lang = language;
  item.dir = directionOf(language);
  const heading = document.createElement('a');
  heading.href = address;
  const who = attribution === '' ? [] : [isolated(attribution, item.dir), ': '];
  heading.append(...who, isolated(title, item.dir));
  const hitList = document.createElement('ul');
  for (const { id, runs } of paragraphs.slice(0, PARAGRAPHS_SHOWN)) {
    const link = document.createElement('a');
    link.href = `${address}#${id}`;
    for (const { words, isFound } of runs) {
      const run = document.createElement(isFound ? 'mark' : 'span');
      run.textContent = words;
      link.append(run);
    }
    const entry = document.createElement('li');
    entry.append(link);
    hitList.append(entry);
  }
  item.append(heading, hitList);
  return item;
}

function readSetting(json: string): Setting {
  const value: unknown = JSON.parse(json);
  if (isSetting(value)) return value;
  throw new Error('The search page has no setting.');
}

/** The page’s own build wrote it; this only tells it from nothing. */
function isSetting(value: unknown): value is Setting {
  return typeof value === 'object' && value !== null && 'bundles' in value && 'words' in value;
}

function isolated(words: string, direction: string): HTMLElement {
  const bdi = document.createElement('bdi');
  bdi.dir = direction;
  bdi.textContent = words;
  return bdi;
}

function addressOf(words: string): string {
  const url = new URL(location.href);
  if (words.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', words);
  return url.href;
}

function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} #${id}.`);
}
