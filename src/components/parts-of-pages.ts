/** HTML of what is the same on many pages of a build, by what it is. */
export const partsOfPages = new Map<string, string>();
