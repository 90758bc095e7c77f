/** What becomes of a file of a site in the folder. */
export type Part =
  /** A page: its addresses become relative. */
  | 'page'
  /** A style sheet, likewise. */
  | 'styles'
  /** A module: one that a page names becomes a classic script; what it imports goes into it. */
  | 'module'
  /** JSON that the search reads: a script gives it, deflated. */
  | 'json'
  /** Bytes that the search reads: a script gives them. */
  | 'bytes'
  /** JSON that is copied, and given by a script as well: programs read it, and so does the search. */
  | 'data'
  /** Copied. */
  | 'copy'
  /** Of use to a server only, or never read. */
  | 'none';

/**
 * The part of each file by its path; the first rule that fits holds. Of Pagefind only the worker is
 * used, and of its fragments nothing: what a hit shows comes from `rows.json`.
 */
const RULES: readonly (readonly [pattern: RegExp, part: Part])[] = [
  [/^(?:404\.html|_redirects|robots\.txt|\.nojekyll|\.diptych-site\.json|hosting\/.*)$/, 'none'],
  [/^pagefind\/[^/]+\/(?:fragment\/.*|pagefind\.js|pagefind-worker\.js)$/, 'none'],
  [/^pagefind\/[^/]+\/(?:pagefind-entry\.json|.*\.(?:pf_\w+|pagefind))$/, 'bytes'],
  [/^pagefind\/.*\.json$/, 'json'],
  [/^articles\/.*\/rows\.json$/, 'data'],
  [/^_assets\/.*\.js$/, 'module'],
  [/^_assets\/.*\.css$/, 'styles'],
  [/\.html?$/, 'page'],
];

export function partOf(file: string): Part {
  return RULES.find(([pattern]) => pattern.test(file))?.[1] ?? 'copy';
}
