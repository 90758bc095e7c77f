/** Where links of the house and pictures lead from a page; undefined where there is no page. */
export interface Destinations {
  /** The attributes of a link to an entity’s page. */
  readonly entity: (id: string) => string | undefined;
  readonly article: (id: string, paragraph: string | undefined) => string;
  readonly picture: (name: string) => string;
}

/**
 * Settles the links of the house in a compiled body for the page that shows it.
 *
 * The patterns are safe without a parser: the HTML is our own serialiser’s, where `<` in words is
 * always escaped, attributes stand in double quotes with `"` escaped, and `href` and `src` come
 * first. They match nothing but real tags.
 */
export function settleLinks(html: string, to: Destinations): string {
  return html
    .replaceAll(/<a href="entity:([^"#]*)"/g, (_, id: string) => {
      const attributes = to.entity(id);
      return attributes === undefined ? '<a' : `<a ${attributes}`;
    })
    .replaceAll(
      /<a href="article:([^"#]*)(?:#([^"]*))?"/g,
      (_, id: string, paragraph: string | undefined) => `<a href="${to.article(id, paragraph)}"`,
    )
    .replaceAll(/<img src="([^"]*)"/g, (_, name: string) => `<img src="${to.picture(name)}"`);
}
