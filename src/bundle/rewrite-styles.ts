import type { ToFolder } from './address.ts';

/** Makes a style sheet of a site one of a folder: what it names by `url()` leads to files. */
export function rewriteStyles(css: string, toFolder: ToFolder): string {
  return css.replaceAll(
    /\burl\(\s*(["']?)([^"')]+)\1\s*\)/g,
    (_, quote: string, address: string) => `url(${quote}${toFolder(address.trim())}${quote})`,
  );
}
