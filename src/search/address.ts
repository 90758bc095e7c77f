import { digitsToAscii } from '#text/fold.ts';
import { type Order, ORDERS } from './order.ts';
import type { Narrowing } from './narrow.ts';
import { type Filter, FILTERS } from './table.ts';

/** A search, as its address tells it. */
export interface SearchState extends Narrowing {
  readonly query: string;
  readonly order: Order;
}

const NONE: Readonly<Record<Filter, readonly string[]>> = {
  language: [],
  kind: [],
  collection: [],
  publisher: [],
  entity: [],
};

/** Reads the part of an address behind `?`. What it does not know it leaves out. */
export function stateOf(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = { ...NONE };
  for (const filter of FILTERS) {
    const values = parameters.getAll(filter).filter(Boolean);
    chosen[filter] = [...new Set(values)].sort();
  }
  return {
    query: parameters.get('q') ?? '',
    chosen,
    from: yearOf(parameters.get('from')),
    to: yearOf(parameters.get('to')),
    order: ORDERS.find((order) => order === parameters.get('order')) ?? 'relevance',
  };
}

/** The part of its address behind `?`, `?` included; empty for no search. The same search has the same address. */
export function addressOf({ query, chosen, from, to, order }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query);
  for (const filter of FILTERS) {
    for (const value of [...chosen[filter]].sort()) parameters.append(filter, value);
  }
  if (from !== undefined) parameters.set('from', String(from));
  if (to !== undefined) parameters.set('to', String(to));
  if (order !== 'relevance') parameters.set('order', order);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** Whether anything is asked for beside words. */
export function isNarrowed({ chosen, from, to, order }: SearchState): boolean {
  const isChosen = FILTERS.some((filter) => chosen[filter].length > 0);
  return isChosen || from !== undefined || to !== undefined || order !== 'relevance';
}

/** A year as a reader types it, of any digits; undefined where it is none. */
export function yearOf(typed: string | null): number | undefined {
  const digits = digitsToAscii(typed ?? '').trim();
  return /^-?\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}
