import { httpLoader } from './over-http.ts';
import { startSearch } from './search-page.ts';

/* The search page. A site that lies in a folder gives it a loader of its own, beforehand. */
startSearch((site) => (window.diptychLoader ?? httpLoader)(site));
