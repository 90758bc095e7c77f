/** Where the bundles, the table and the aliases are, below the base. */
export const SEARCH_FOLDER = 'pagefind/';

/** Where a site in a folder has Pagefind’s program for a worker, once for all languages. */
export const WORKER_PROGRAM = `${SEARCH_FOLDER}pagefind-worker.js`;
