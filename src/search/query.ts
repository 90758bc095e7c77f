import { typedNameKeys } from '#text/name-key.ts';
import type { AliasEntity, Certainty } from './aliases.ts';

/** What is left of a query that nobody typed: more would only take time. */
const MOST_LETTERS = 400;
const MOST_WORDS = 24;

/** Part of a query: words, or what stood between quotation marks. */
export interface Segment {
  readonly isPhrase: boolean;
  readonly words: readonly string[];
}

/** A quotation mark opens at the beginning of a word and closes at the end of one. */
const QUOTED =
  /(?<=^|\s)(?:"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|”([^“”]+)“)(?=$|[\s.,;:!?؟،؛])/gu;
/** Direction marks and controls, and other characters that show nothing, except joiners. */
const UNSEEN =
  /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFC\uFFFD]/gu;

/**
 * Divides a query at its quotation marks and spaces. Marks that do not pair stand for nothing; words
 * without a letter or digit are left out. Never fails, whatever was typed.
 */
export function segmentsOf(query: string): Segment[] {
  const clean = query.slice(0, MOST_LETTERS).replaceAll(UNSEEN, ' ').normalize('NFC');
  const segments: Segment[] = [];
  let end = 0;
  for (const match of clean.matchAll(QUOTED)) {
    segments.push(segment(clean.slice(end, match.index), false));
    segments.push(segment(match.slice(1).join(''), true));
    end = match.index + match[0].length;
  }
  segments.push(segment(clean.slice(end), false));
  let left = MOST_WORDS;
  return segments.flatMap(({ isPhrase, words }) => {
    const kept = words.slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [{ isPhrase, words: kept }];
  });
}

function segment(words: string, isPhrase: boolean): Segment {
  return {
    isPhrase,
    words: words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)),
  };
}

/** A shorter key may be the beginning of anything, or a word such as “us”. */
const SHORTEST_KEY = 3;
const ABBREVIATION = /^(?:(?:\p{L}\.){2,}\p{L}?|\p{Lu}{2,})$/u;

/**
 * The keys by which the alias table may know typed words. Those of one or two letters only where the
 * words are written as an abbreviation, with stops or in capitals: `U.S.`, `u.s.` and `US`.
 */
export function keysOfTyped(typed: string): string[] {
  const keys = typedNameKeys(typed);
  return ABBREVIATION.test(typed) ? keys : keys.filter((key) => key.length >= SHORTEST_KEY);
}

/** What a query asks for; a text answers it if it answers all units. */
export type Unit =
  | { readonly kind: 'word'; readonly typed: string }
  | { readonly kind: 'phrase'; readonly typed: string }
  | { readonly kind: 'name'; readonly typed: string; readonly named: readonly Named[] };

/** An entity that a part of a query names. */
export interface Named {
  readonly entity: AliasEntity;
  readonly certainty: Certainty;
}
