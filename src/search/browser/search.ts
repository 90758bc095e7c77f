import { folderLoader } from './from-folder.ts';
import { httpLoader } from './over-http.ts';
import { startSearch } from './search-page.ts';

/* The search page, of a site that a server serves or that lies in a folder. */
startSearch((site) => (site.isFolder ? folderLoader(site) : httpLoader(site)));
