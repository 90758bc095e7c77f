import type { SearchState } from '#search/address.ts';
import type { Counts } from '#search/narrow.ts';
import { type Filter, FILTERS } from '#search/table.ts';
import { languageName } from '#text/language.ts';
import { make } from './elements.ts';
import type { Setting } from './setting.ts';

/** So many values of a filter are shown until the reader asks for all. */
const VALUES_SHOWN = 8;

/** A value of a filter, how many texts it would leave, and what readers call it. */
interface CountedValue {
  readonly value: string;
  readonly count: number;
  readonly label: string;
}

/** Hears which filters the reader chooses. */
export type OnChoice = (filter: Filter, value: string, isChosen: boolean) => void;

/** The filters with their counts, in a place of the page. */
export class FiltersView {
  readonly #place: HTMLElement;
  readonly #setting: Setting;
  readonly #onChoice: OnChoice;
  readonly #unfolded = new Set<Filter>();

  constructor(place: HTMLElement, setting: Setting, onChoice: OnChoice) {
    this.#place = place;
    this.#setting = setting;
    this.#onChoice = onChoice;
  }

  /** Shows what each value would leave. @param names of entities, by id */
  show(counts: Counts, state: SearchState, names: Readonly<Record<string, string>>): void {
    const focused = document.activeElement?.id ?? '';
    const groups = FILTERS.flatMap((filter) => this.#group(filter, counts, state, names) ?? []);
    this.#place.replaceChildren(...groups);
    // What was chosen by keyboard stays where the keyboard is.
    if (focused.startsWith('filter-')) document.getElementById(focused)?.focus();
  }

  #group(
    filter: Filter,
    counts: Counts,
    state: SearchState,
    names: Readonly<Record<string, string>>,
  ): HTMLElement | undefined {
    const chosen = new Set(state.chosen[filter]);
    const values = [...counts[filter]]
      .map(([value, count]) => ({ value, count, label: this.#label(filter, value, names) }))
      .sort(
        (a, b) =>
          Number(chosen.has(b.value)) - Number(chosen.has(a.value)) ||
          b.count - a.count ||
          (a.label < b.label ? -1 : 1),
      );
    // One value that all have narrows nothing.
    if (values.length === 0 || (values.length === 1 && chosen.size === 0)) return undefined;
    const isUnfolded = this.#unfolded.has(filter);
    const shown = isUnfolded ? values : values.slice(0, Math.max(VALUES_SHOWN, chosen.size));
    const group = make(
      'fieldset',
      {},
      make('legend', {}, this.#setting.words.filters[filter]),
      ...shown.map((value) => this.#choice(filter, value, chosen)),
    );
    if (shown.length < values.length) {
      const all = make('button', { type: 'button' }, this.#setting.words.allValues);
      all.addEventListener('click', () => {
        this.#unfolded.add(filter);
        this.show(counts, state, names);
      });
      group.append(all);
    }
    return group;
  }

  #choice(
    filter: Filter,
    { value, count, label }: CountedValue,
    chosen: ReadonlySet<string>,
  ): HTMLElement {
    const box = make('input', { type: 'checkbox', id: `filter-${filter}-${value}` });
    box.checked = chosen.has(value);
    box.addEventListener('change', () => {
      this.#onChoice(filter, value, box.checked);
    });
    const number = new Intl.NumberFormat(this.#setting.language).format(count);
    const counted = make('bdi', { class: 'quiet' }, number);
    return make('label', {}, box, ' ', make('bdi', {}, label), ' ', counted);
  }

  #label(filter: Filter, value: string, names: Readonly<Record<string, string>>): string {
    const { language, words } = this.#setting;
    if (filter === 'language') return languageName(value, language);
    if (filter === 'kind') return words.kinds[value] ?? value;
    return names[value] ?? value;
  }
}
