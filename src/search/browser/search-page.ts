import { pluralise } from '#interface/dictionary.ts';
import { addressOf, isNarrowed, type SearchState, stateOf, yearOf } from '#search/address.ts';
import { CERTAINTY } from '#search/aliases.ts';
import { narrow, type Narrowed } from '#search/narrow.ts';
import { type ArticleHit, orderHits, ORDERS } from '#search/order.ts';
import { passagesIn } from '#search/passages.ts';
import type { Filter, SearchTable } from '#search/table.ts';
import { primaryLanguage } from '#text/language.ts';
import { elementOf } from './elements.ts';
import { FiltersView } from './filters-view.ts';
import { type Findings, Finder } from './find.ts';
import { NOTHING } from './found-texts.ts';
import { useKeyboard } from './keyboard.ts';
import { Library } from './library.ts';
import type { Loader } from './loader.ts';
import { articleItem, entityItem, missingSentence } from './results-view.ts';
import { readSetting, type Setting } from './setting.ts';
import { type Site, siteAt } from './site.ts';

const AT_A_TIME = 10;
/** How long typing rests before a search begins, and loading lasts before it is said, in milliseconds. */
const REST = 180;
const PATIENCE = 500;

/** What is on the page: an answer to one state of the search. */
interface Answer {
  readonly findings: Findings;
  readonly articles: readonly ArticleHit[];
  readonly texts: number;
}

/** Runs the search page, with files from wherever the loader has them. */
export function startSearch(makeLoader: (site: Site) => Loader): void {
  const list = elementOf('search-results', HTMLOListElement);
  const setting = readSetting(list.dataset.setting);
  const site = siteAt(document.body.dataset.base ?? '/', list.dataset.home ?? '/');
  new SearchPage(list, setting, site, new Library(makeLoader(site))).start();
}

class SearchPage {
  readonly #list: HTMLOListElement;
  readonly #setting: Setting;
  readonly #site: Site;
  readonly #library: Library;
  readonly #finder: Finder;
  readonly #filters: FiltersView;
  readonly #field = elementOf('q', HTMLInputElement);
  /** Its `data-answers` tells to which words the answer is that it shows. */
  readonly #found = elementOf('search-found', HTMLElement);
  readonly #status = elementOf('search-status', HTMLElement);
  readonly #cards = elementOf('search-entities', HTMLUListElement);
  readonly #more = elementOf('search-more', HTMLButtonElement);
  readonly #panel = elementOf('search-filters', HTMLDetailsElement);
  readonly #clear = elementOf('search-clear', HTMLButtonElement);
  readonly #order = elementOf('search-order', HTMLSelectElement);
  readonly #years = {
    from: elementOf('search-from', HTMLInputElement),
    to: elementOf('search-to', HTMLInputElement),
  };
  #state: SearchState = stateOf('');
  #answer: Answer | undefined;
  #shown = 0;
  /** Counts searches, so that a slow answer never replaces a later one. */
  #turn = 0;

  constructor(list: HTMLOListElement, setting: Setting, site: Site, library: Library) {
    this.#list = list;
    this.#setting = setting;
    this.#site = site;
    this.#library = library;
    this.#finder = new Finder(library);
    this.#filters = new FiltersView(
      elementOf('search-choices', HTMLElement),
      setting,
      (filter, value, isChosen) => {
        this.#choose(filter, value, isChosen);
      },
    );
  }

  start(): void {
    for (const hidden of document.querySelectorAll<HTMLElement>('[data-with-script]')) {
      hidden.hidden = false;
    }
    useKeyboard(this.#field, this.#found);
    let resting: ReturnType<typeof setTimeout> | undefined;
    this.#field.addEventListener('input', () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        this.#change({ query: this.#field.value }, 'replace');
      }, REST);
    });
    this.#field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(resting);
      this.#change({ query: this.#field.value });
    });
    this.#order.addEventListener('change', () => {
      const order = ORDERS.find((one) => one === this.#order.value) ?? 'relevance';
      this.#change({ order });
    });
    for (const end of ['from', 'to'] as const) {
      this.#years[end].addEventListener('change', () => {
        this.#change({ [end]: yearOf(this.#years[end].value) });
      });
    }
    this.#clear.addEventListener('click', () => {
      const { query, order } = this.#state;
      this.#change({ ...stateOf(''), query, order });
    });
    this.#panel.addEventListener('toggle', () => {
      if (this.#panel.open) void this.#run();
    });
    this.#more.addEventListener('click', () => void this.#showMore(this.#turn));
    addEventListener('popstate', () => {
      this.#read();
    });
    this.#read();
  }

  /** Takes the state from the address. */
  #read(): void {
    this.#state = stateOf(location.search);
    this.#field.value = this.#state.query;
    if (isNarrowed(this.#state)) this.#panel.open = true;
    void this.#run();
  }

  #choose(filter: Filter, value: string, isChosen: boolean): void {
    const { chosen } = this.#state;
    const others = chosen[filter].filter((one) => one !== value);
    const values = isChosen ? [...others, value] : others;
    this.#change({ chosen: { ...chosen, [filter]: values } });
  }

  /** Goes to a state that differs so; the address tells it. */
  #change(changed: Partial<SearchState>, how: 'push' | 'replace' = 'push'): void {
    this.#state = { ...this.#state, ...changed };
    const href = location.pathname + addressOf(this.#state);
    if (href !== location.pathname + location.search) history[`${how}State`](null, '', href);
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const state = this.#state;
    this.#order.value = state.order;
    this.#years.from.value = String(state.from ?? '');
    this.#years.to.value = String(state.to ?? '');
    const hasWords = state.query.trim() !== '';
    if (!hasWords && !isNarrowed(state) && !this.#panel.open) {
      this.#empty();
      return;
    }
    const waiting = setTimeout(() => {
      if (turn === this.#turn) this.#say(this.#setting.words.loading);
    }, PATIENCE);
    try {
      const findings = hasWords ? await this.#find(state.query) : await this.#everything();
      if (turn !== this.#turn) return;
      await this.#show(findings, state, hasWords || isNarrowed(state), turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#empty();
      this.#say(this.#setting.words.failed);
      console.error(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  #empty(): void {
    this.#answer = undefined;
    this.#list.replaceChildren();
    this.#cards.replaceChildren();
    this.#more.hidden = true;
    this.#say('');
    this.#found.dataset.answers = '';
  }

  /** A live region is read out when it changes: so it changes once a search. */
  #say(words: string): void {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  /** Filters and order are ours: the same words are not looked up again for them. */
  #last: { readonly query: string; readonly findings: Promise<Findings> } | undefined;
  #find(query: string): Promise<Findings> {
    if (this.#last?.query === query) return this.#last.findings;
    const findings = this.#finder.find(query);
    this.#last = { query, findings };
    findings.catch(() => (this.#last = undefined));
    return findings;
  }

  async #everything(): Promise<Findings> {
    const table = await this.#library.table();
    const scores = new Map(table.rows.map((_, row) => [row, 0]));
    const hits = { ...NOTHING, scores, named: new Set<number>() };
    return { units: [], named: [], sought: [], missing: [], hits, table };
  }

  async #show(
    findings: Findings,
    state: SearchState,
    isAsked: boolean,
    turn: number,
  ): Promise<void> {
    const { hits, table } = findings;
    const { scores, named } = hits;
    const narrowed = narrow(scores.keys(), table, state);
    const ranked = narrowed.rows.map((row) => ({
      row,
      score: scores.get(row) ?? 0,
      isNamed: named.has(row),
    }));
    const own = primaryLanguage(this.#setting.language);
    const articles = isAsked ? orderHits(ranked, table, state.order, own) : [];
    const names = this.#panel.open ? await this.#library.names(this.#setting.language) : {};
    const answer = { findings, articles, texts: narrowed.rows.length };
    const items = await this.#items(answer, 0);
    if (turn !== this.#turn) return;
    this.#answer = answer;
    this.#showFilters(narrowed, state, names);
    this.#cards.replaceChildren(...this.#entityItems(findings, table));
    this.#list.replaceChildren(...items);
    this.#shown = items.length;
    this.#more.hidden = this.#shown >= articles.length;
    this.#say(isAsked ? this.#summary(answer, scores.size) : '');
    this.#found.dataset.answers = state.query.trim();
  }

  #summary({ texts, findings }: Answer, before: number): string {
    const { words, language } = this.#setting;
    if (texts > 0) return pluralise(words.found, texts, language);
    if (before > 0) return words.nothingLeft;
    return findings.missing.length > 0
      ? missingSentence(findings.missing, this.#setting)
      : words.nothing;
  }

  #showFilters(
    narrowed: Narrowed,
    state: SearchState,
    names: Readonly<Record<string, string>>,
  ): void {
    this.#filters.show(narrowed.counts, state, names);
    const [from, to] = narrowed.years ?? [];
    this.#years.from.placeholder = String(from ?? '');
    this.#years.to.placeholder = String(to ?? '');
    this.#clear.hidden = !isNarrowed({ ...state, order: 'relevance' });
  }

  #entityItems({ named }: Findings, table: SearchTable): HTMLLIElement[] {
    const { values, rows } = table.columns.entity;
    // The last word of a name may be anyone’s: no card says that it is this one.
    const sure = named.filter(({ certainty }) => certainty !== CERTAINTY.part);
    return sure.map(({ entity }) => {
      const place = values.indexOf(entity.id);
      const texts = place < 0 ? 0 : rows.filter((some) => some.includes(place)).length;
      return entityItem(entity, texts, this.#setting, this.#site);
    });
  }

  async #showMore(turn: number): Promise<void> {
    if (!this.#answer) return;
    const first = this.#shown;
    const items = await this.#items(this.#answer, first);
    if (turn !== this.#turn) return;
    this.#list.append(...items);
    this.#shown += items.length;
    this.#more.hidden = this.#shown >= this.#answer.articles.length;
    items[0]?.querySelector('a')?.focus();
  }

  #items({ findings, articles }: Answer, from: number): Promise<HTMLLIElement[]> {
    const { table, hits, units, sought } = findings;
    return Promise.all(
      articles.slice(from, from + AT_A_TIME).map(async ({ article, rows }) => {
        const file = await this.#library.rows(article);
        const texts = rows.flatMap((row) => table.rows[row]?.text ?? []);
        const places = new Map(
          rows.map((row) => [table.rows[row]?.text ?? '', new Set(hits.places(row))]),
        );
        const own = primaryLanguage(this.#setting.language);
        const passages = passagesIn(file, { units, sought, places }, own);
        return articleItem(file, passages, texts, this.#setting, this.#site);
      }),
    );
  }
}
