/** A picture that was uploaded to a blog. */
export interface Upload {
  readonly address: string;
  readonly caption: string;
  readonly alt: string;
}

/** What shortcodes speak of beyond themselves. */
export interface ShortcodeContext {
  /** An upload by its number. */
  readonly upload: (id: string) => Upload | undefined;
  /** The numbers of what was uploaded to this post. */
  readonly ofPost: readonly string[];
}

/** A post without the shortcodes that say what they are. */
export interface WithoutShortcodes {
  readonly html: string;
  /** Names of shortcodes that only the blog’s own plugins understand; they stay as they stand. */
  readonly unknown: readonly string[];
  /** Numbers of pictures that the export does not know. */
  readonly missing: readonly string[];
}

/** A tag of HTML, whose inside is nobody’s shortcode; or a shortcode, perhaps in doubled brackets. */
const PIECES = /<[^<>]*>|\[(\[?)(\/?)([A-Za-z][\w-]*)((?:[\s=/][^[\]]{0,4000})?)\](\]?)/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** Captions end at their end tag, an embedded address too. */
const PAIRED = ['caption', 'wp_caption', 'embed', 'audio', 'video', 'gallery', 'youtube'];

interface Shortcode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The first thing in it that is no attribute, such as an address. */
  readonly bare: string;
}

/**
 * Says in HTML what the shortcodes of WordPress itself say: captions, galleries, embedded addresses.
 * All others stay words, each named once.
 */
export function withoutShortcodes(source: string, context: ShortcodeContext): WithoutShortcodes {
  const ends = endsOf(source);
  const parts: string[] = [];
  const unknown = new Set<string>();
  const missing: string[] = [];
  let at = 0;
  for (const match of source.matchAll(PIECES)) {
    const [written, doubled, slash, name = '', rest = '', doubledEnd] = match;
    if (match.index < at || name === '') continue;
    const begin = match.index;
    const end = begin + written.length;
    if (doubled === '[' && doubledEnd === ']') {
      parts.push(source.slice(at, begin), written.slice(1, -1));
      at = end;
      continue;
    }
    const low = name.toLowerCase();
    if (slash === '/' || doubled === '[' || doubledEnd === ']') continue;
    const close =
      PAIRED.includes(low) && !rest.trimEnd().endsWith('/') ? ends.after(low, end) : null;
    const inner = close ? source.slice(end, close.begin) : '';
    const html = htmlOf(shortcodeOf(low, rest), inner, context, missing);
    if (html === null) {
      if (looksMeant(name, rest, ends.after(low, end) !== null)) unknown.add(name);
      continue;
    }
    parts.push(source.slice(at, begin), html);
    at = close?.end ?? end;
  }
  parts.push(source.slice(at));
  return { html: parts.join(''), unknown: [...unknown], missing };
}

/** Where shortcodes end, by name, found once for the whole post. */
function endsOf(source: string): {
  readonly after: (name: string, from: number) => { begin: number; end: number } | null;
} {
  const places = new Map<string, { begin: number; end: number }[]>();
  for (const { 0: written, 1: name = '', index } of source.matchAll(/\[\/([A-Za-z][\w-]*)\]/g)) {
    const low = name.toLowerCase();
    const list = places.get(low) ?? [];
    list.push({ begin: index, end: index + written.length });
    places.set(low, list);
  }
  for (const list of places.values()) list.reverse();
  return {
    // Those before `from` are never asked for again: the post is read once, from beginning to end.
    after: (name, from) => {
      const list = places.get(name) ?? [];
      while ((list.at(-1)?.begin ?? from) < from) list.pop();
      return list.at(-1) ?? null;
    },
  };
}

function shortcodeOf(name: string, rest: string): Shortcode {
  // Editors of old turned quotation marks into those of print.
  const plain = rest.replaceAll(/&quot;|&#8220;|&#8221;|[“”″]/g, '"');
  const attributes = new Map<string, string>();
  for (const [, key = '', ...values] of plain.matchAll(ATTRIBUTE)) {
    attributes.set(key.toLowerCase(), values.join(''));
  }
  const bare = plain.replaceAll(ATTRIBUTE, ' ').trim().replace(/^=/, '');
  return { name, attributes, bare };
}

function htmlOf(
  { name, attributes, bare }: Shortcode,
  inner: string,
  { upload, ofPost }: ShortcodeContext,
  missing: string[],
): string | null {
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return captioned(inner, attributes.get('caption') ?? '');
    case 'gallery': {
      const asked = attributes.get('ids') ?? attributes.get('include');
      const ids = asked === undefined ? ofPost : asked.split(/[\s,]+/).filter((id) => id !== '');
      const uploads = ids.map((id) => ({ id, found: upload(id) }));
      missing.push(...uploads.filter(({ found }) => !found).map(({ id }) => id));
      return uploads.map(({ found }) => (found ? figureOf(found) : '')).join('') + inner;
    }
    case 'embed':
    case 'youtube':
    case 'vimeo':
      return linkTo([inner.trim(), attributes.get('src') ?? '', bare].find(Boolean) ?? '');
    case 'audio':
    case 'video':
      return mediaLinks(attributes, inner.trim() || bare);
    default:
      return null;
  }
}

/** The picture, with the link around it if there is one, and below it the words that follow. */
function captioned(inner: string, attribute: string): string | null {
  const image = inner.search(/<img[\s/]/i);
  const end = image < 0 ? -1 : inner.indexOf('>', image) + 1;
  if (end <= 0) return null;
  const [link = ''] = /^\s*<\/a>/i.exec(inner.slice(end)) ?? [];
  const picture = inner.slice(0, end + link.length);
  const below = inner.slice(picture.length).trim() === '' ? attribute : inner.slice(picture.length);
  const caption = below.trim() === '' ? below : `<figcaption>${below}</figcaption>`;
  return `<figure>${picture}${caption}</figure>`;
}

/** An upload as a figure. */
export function figureOf({ address, caption, alt }: Upload): string {
  const below = caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`;
  return `<figure><img src="${escaped(address)}" alt="${escaped(alt)}">${below}</figure>`;
}

/** An address as a paragraph that is a link to it; null for what is no address of the web. */
export function linkTo(address: string): string | null {
  if (!/^https?:\/\/\S+$/.test(address)) return null;
  const written = address.includes('&amp;') ? address : escaped(address);
  return `<p><a href="${written}">${written}</a></p>`;
}

const MEDIA = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'mov'];

function mediaLinks(attributes: ReadonlyMap<string, string>, bare: string): string | null {
  const addresses = [...MEDIA.map((key) => attributes.get(key) ?? ''), bare];
  const links = [...new Set(addresses)].flatMap((address) => linkTo(address) ?? []);
  return links.length === 0 ? null : links.join('');
}

/** Words in brackets are a shortcode if they have attributes, an end, or a name that is no word. */
function looksMeant(name: string, rest: string, hasEnd: boolean): boolean {
  return hasEnd || /[\w-]\s*=/.test(rest) || name.includes('_') || rest.trim() === '/';
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
