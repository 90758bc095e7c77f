/** A paragraph of a text as the page of citations knows it. */
export interface CitedParagraph {
  readonly id: string;
  /** Its number within the text; null where it is not counted. */
  readonly ordinal: number | null;
}

/** Reads the paragraphs that a page wrote down: `k3f9c:4 m2p4c:`. */
export function readParagraphs(written: string): CitedParagraph[] {
  return written
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [id = '', ordinal = ''] = part.split(':');
      return { id, ordinal: ordinal === '' ? null : Number(ordinal) };
    });
}

/** The paragraph that the address of a page of citations asks for, and the text: `?p=k3f9c#text-en`. */
export function askedFor({ search, hash }: { readonly search: string; readonly hash: string }): {
  readonly section: string;
  readonly paragraph: string | null;
} {
  return { section: hash.slice(1), paragraph: new URLSearchParams(search).get('p') };
}

/** The address at which a paragraph of a text is cited. */
export function citeHref(citePage: string, text: string, paragraph: string): string {
  return `${citePage}?p=${paragraph}#text-${text}`;
}
