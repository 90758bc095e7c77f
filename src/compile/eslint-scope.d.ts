/** The part of eslint-scope (9.1, which ships no types) that is used here. */
declare module 'eslint-scope' {
  import type { Identifier, Program } from 'estree';

  interface ScopeManager {
    /** Null before a program was looked through. */
    readonly globalScope: {
      /** What is named and nowhere defined. */
      readonly through: readonly { readonly identifier: Identifier }[];
    } | null;
  }

  /** Each node of the tree has to have a `range`. */
  export function analyze(
    tree: Program,
    options: { readonly ecmaVersion: number; readonly sourceType: 'module' },
  ): ScopeManager;
}
