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
  return html.replaceAll(
    HOUSE_LINK,
    (_, entity?: string, article?: string, paragraph?: string, picture?: string) => {
      if (article !== undefined) return `<a href="${to.article(article, paragraph)}"`;
      if (entity === undefined) return `<img src="${to.picture(picture ?? '')}"`;
      const attributes = to.entity(entity);
      return attributes === undefined ? '<a' : `<a ${attributes}`;
    },
  );
}

const HOUSE_LINK =
  /<a href="entity:([^"#]*)"|<a href="article:([^"#]*)(?:#([^"]*))?"|<img src="([^"]*)"/g;
