import { folderLoader } from './from-folder.ts';

/* In a folder: gives the search page a loader that needs no server. */
window.diptychLoader = folderLoader;
