/** XML that a strict reader can take, and what had to be done for it. */
export interface Mended {
  readonly words: string;
  /** How many characters were taken out that no XML may hold and nobody sees. */
  readonly controls: number;
  /** The entities in it that XML does not know, each once, without `&` and `;`. */
  readonly unknown: readonly string[];
  /** Whether a CDATA section ends where none is open, as when the words in one held `]]>`. */
  readonly endsTwice: boolean;
}

const FORBIDDEN = /[[\p{Cc}--[\t\n\r\u007F-\u009F]]\uFFFE\uFFFF]/gv;
/** An `&` with what it may begin, if that is not an entity of XML itself. */
const REFERENCE =
  /&(?!(?:amp|lt|gt|quot|apos);)(?:(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)?/g;

/**
 * Mends what exports are known to hold though XML forbids it: control characters, an `&` that begins
 * nothing, and entities of HTML, which come out as they are written (`&nbsp;`), for their reader to
 * understand. Lines stay where they are.
 */
export function mendXml(source: string): Mended {
  const unlined = source.replaceAll(/\r\n?/g, '\n');
  const clean = unlined.replaceAll(FORBIDDEN, '');
  const unknown = new Set<string>();
  const parts: string[] = [];
  let endsTwice = false;
  for (let at = 0; at < clean.length;) {
    const begin = indexOr(clean, '<![CDATA[', at, clean.length);
    const end = indexOr(clean, ']]>', begin, clean.length);
    const outside = clean.slice(at, begin);
    endsTwice ||= outside.includes(']]>');
    parts.push(mendReferences(outside, unknown), clean.slice(begin, end));
    at = end;
  }
  return {
    words: parts.join(''),
    controls: unlined.length - clean.length,
    unknown: [...unknown],
    endsTwice,
  };
}

function mendReferences(words: string, unknown: Set<string>): string {
  return words.replaceAll(REFERENCE, (written, name: string | undefined) => {
    if (name === undefined) return '&amp;';
    if (name.startsWith('#')) return isCharacter(name) ? written : `&amp;${name};`;
    unknown.add(name);
    return `&amp;${name};`;
  });
}

function isCharacter(reference: string): boolean {
  const isHex = /^#x/i.test(reference);
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isForbidden =
    (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfffe ||
    code === 0xffff;
  return code <= 0x10ffff && !isForbidden;
}

/** HTML that an Atom feed holds escaped: half of its signs are entities. */
const ESCAPED_HTML =
  /(<(?:content|summary)\s+type\s*=\s*(?:"html"|'html')\s*>)([^<]*&[^<]*)(?=<\/)/g;

/**
 * The same XML with escaped HTML as CDATA sections, which a reader takes ten times as fast. Lines
 * stay where they are.
 */
export function htmlAsCdata(words: string): string {
  return words.replaceAll(ESCAPED_HTML, (_, tag: string, escaped: string) => {
    const html = escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll(/&#(?:[xX]([\da-fA-F]+)|(\d+));/g, (written, hex?: string, decimal?: string) =>
        fromCode(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16), written),
      )
      .replaceAll('&amp;', '&');
    return `${tag}<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  });
}

function fromCode(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/**
 * Words whose CDATA sections end where their element ends: for exports that let `]]>` stand in a
 * text as it is. A section that begins right behind a start tag ends right before its end tag.
 */
export function mendCdata(words: string): string {
  const parts: string[] = [];
  const BEGIN = '<![CDATA[';
  let at = 0;
  for (;;) {
    const begin = words.indexOf(BEGIN, at);
    if (begin < 0) break;
    const name = /<([^\s<>/]{1,200})(?:\s[^<>]{0,1000})?>$/.exec(
      words.slice(Math.max(at, begin - 1300), begin),
    )?.[1];
    const inner = begin + BEGIN.length;
    const end =
      name === undefined ? words.indexOf(']]>', inner) : words.indexOf(`]]></${name}>`, inner);
    if (end < 0) break;
    const content = words.slice(inner, end).replaceAll(`]]]]>${BEGIN}>`, ']]>');
    parts.push(words.slice(at, inner), content.replaceAll(']]>', `]]]]>${BEGIN}>`), ']]>');
    at = end + ']]>'.length;
  }
  parts.push(words.slice(at));
  return parts.join('');
}

function indexOr(words: string, sought: string, from: number, otherwise: number): number {
  const found = words.indexOf(sought, from);
  if (found < 0) return otherwise;
  return sought === ']]>' ? found + sought.length : found;
}
