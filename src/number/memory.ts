import { type LanguagePair, pairTexts } from '#align/align-texts.ts';
import type { CompileCache } from '#compile/cache.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import type { TextFiles, TextInFile } from './read-texts.ts';

/** Remembers, by what their files hold, which articles have no errors and nothing left to number. */
export interface Memory {
  /** The languages of the texts that are aligned in such an article; undefined where it may be no such one. */
  readonly pairsOfNumbered: (
    folder: ArticleFolder,
    contents: TextFiles,
  ) => Promise<readonly LanguagePair[] | undefined>;
  readonly remember: (
    folder: ArticleFolder,
    contents: TextFiles,
    texts: readonly TextInFile[],
  ) => Promise<void>;
}

/** Remembers nothing. */
export const NO_MEMORY: Memory = {
  pairsOfNumbered: () => Promise.resolve(undefined),
  remember: () => Promise.resolve(),
};

/** A memory in a cache; `keys` are those of the articles that it was asked about. */
export function memoryIn(cache: CompileCache): Memory & { readonly keys: ReadonlySet<string> } {
  const keys = new Set<string>();
  const keyOf = (folder: ArticleFolder, contents: TextFiles): string => {
    const key = cache.key('numbered', folder.id, ...[...contents].flat());
    keys.add(key);
    return key;
  };
  return {
    keys,
    pairsOfNumbered: async (folder, contents) => {
      const pairs = await cache.get(keyOf(folder, contents));
      return Array.isArray(pairs) && pairs.every(isLanguagePair) ? pairs : undefined;
    },
    remember: async (folder, contents, texts) => {
      const pairs = pairTexts(texts).map(({ left, right }): LanguagePair => ({
        left: { lang: left.lang },
        right: { lang: right.lang },
      }));
      await cache.put(keyOf(folder, contents), pairs);
    },
  };
}

function isLanguagePair(value: unknown): value is LanguagePair {
  return typeof value === 'object' && value !== null && 'left' in value && 'right' in value;
}
