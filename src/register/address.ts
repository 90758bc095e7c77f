import type { Survey } from '#compile/survey.ts';

/** What an address names, by what stands there; `paragraph` where it names one on a page. */
export interface Named {
  /** `/articles/letter/`: with `/` at both ends, without a paragraph. */
  readonly address: string;
  readonly paragraph?: string;
}

/** An address as people type it: with or without `/` at its ends, perhaps with a paragraph. */
export function readAddress(written: string): Named {
  const [path = '', paragraph] = written.trim().split('#');
  const address = `/${path.replaceAll(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/');
  return { address, ...(paragraph !== undefined && paragraph !== '' && { paragraph }) };
}

/** What stands at an address. */
export type Found =
  | { readonly kind: 'article'; readonly article: string; readonly texts: readonly string[] }
  | { readonly kind: 'text'; readonly article: string; readonly text: string }
  | { readonly kind: 'entity'; readonly entity: string }
  | { readonly kind: 'page'; readonly slug: string; readonly files: readonly string[] };

/** What stands at an address, by the names of files alone; undefined for nothing. */
export function findAddress(address: string, found: Survey): Found | undefined {
  const [, first = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(address) ?? [];
  const id = rest.replace(/\/$/, '');
  if (first === 'articles') {
    const own = found.articles.find((folder) => folder.id === id);
    if (own) return { kind: 'article', article: id, texts: own.texts };
    const [, article = '', text = ''] = /^(.+)\/([^/]+)$/.exec(id) ?? [];
    const above = found.articles.find((folder) => folder.id === article);
    return above?.texts.some((one) => one === text) ? { kind: 'text', article, text } : undefined;
  }
  if (first === 'entities') {
    return found.entities.some((one) => one === id) ? { kind: 'entity', entity: id } : undefined;
  }
  const files = found.pages.filter(({ slug }) => slug === first).map(({ file }) => file);
  return files.length > 0 && rest === '' ? { kind: 'page', slug: first, files } : undefined;
}
