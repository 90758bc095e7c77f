import { httpLoader } from './loader.ts';
import { startSearch } from './search-page.ts';

/* The search page of a site that a server serves. */
startSearch(httpLoader);
