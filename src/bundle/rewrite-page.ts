import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { ToFolder } from './address.ts';

/** Attributes that hold an address: those of HTML, and those that our own scripts read. */
const ADDRESSES: ReadonlySet<string> = new Set([
  ...['href', 'src', 'action', 'formaction', 'poster', 'cite', 'xlink:href'],
  ...['data-base', 'data-home', 'data-cite', 'data-forward', 'data-moved-to'],
]);

/** Elements in which no tags are looked for (WHATWG HTML, 13.2.6.4). */
type TextMode = (typeof TokenizerMode)['SCRIPT_DATA' | 'RCDATA' | 'RAWTEXT'];
const TEXT_MODES: ReadonlyMap<string, TextMode> = new Map<string, TextMode>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
]);

/** A piece of a page that other words take the place of. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A page without a server, and what it had with one. */
export interface RewrittenPage {
  readonly html: string;
  /** As the page names them, before `toFolder`. */
  readonly modules: readonly string[];
}

/**
 * Makes a page of a site one of a folder: its addresses lead to files, and its modules, which
 * browsers refuse there, become classic scripts that run as late. All else stays byte by byte.
 *
 * @param loader the address of a script that runs before those of the page of a search
 */
export function rewritePage(html: string, toFolder: ToFolder, loader: string): RewrittenPage {
  const changes: Change[] = [];
  const modules: string[] = [];
  const noticed: { firstModule?: number; isSearch: boolean } = { isSearch: false };
  const onStartTag = (tag: Token.TagToken): void => {
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
    if (tag.tagName === 'link' && attributes.get('rel') === 'modulepreload') {
      changes.push(changeAt(tag.location, ''));
      return;
    }
    const isModule = tag.tagName === 'script' && attributes.get('type') === 'module';
    if (attributes.has('data-home')) noticed.isSearch = true;
    if (isModule) {
      noticed.firstModule ??= changeAt(tag.location, '').start;
      modules.push(attributes.get('src') ?? '');
      changes.push(changeAt(tag.location?.attrs?.type, 'defer'));
    }
    for (const [name, value] of attributes) {
      const written =
        name === 'srcset'
          ? sourceSet(value, toFolder)
          : ADDRESSES.has(name) || (name === 'data' && tag.tagName === 'object')
            ? toFolder(value)
            : value;
      if (written === value) continue;
      changes.push(changeAt(tag.location?.attrs?.[name], `${name}="${escaped(written)}"`));
    }
  };
  readTags(html, onStartTag);
  const { firstModule, isSearch } = noticed;
  if (isSearch && firstModule !== undefined) {
    const words = `<script defer src="${escaped(toFolder(loader))}"></script>`;
    changes.push({ start: firstModule, end: firstModule, words });
  }
  return { html: changed(html, changes), modules };
}

function readTags(html: string, onStartTag: (tag: Token.TagToken) => void): void {
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const mode = TEXT_MODES.get(tag.tagName);
        if (mode !== undefined && !tag.selfClosing) tokenizer.state = mode;
        onStartTag(tag);
      },
      ...{ onEndTag: nothing, onCharacter: nothing, onNullCharacter: nothing, onEof: nothing },
      ...{ onWhitespaceCharacter: nothing, onComment: nothing, onDoctype: nothing },
    },
  );
  tokenizer.write(html, true);
}

function changeAt(location: Token.Location | null | undefined, words: string): Change {
  if (!location) throw new Error('The place of a tag is not known.');
  return { start: location.startOffset, end: location.endOffset, words };
}

function changed(html: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, words } of changes.toSorted((a, b) => a.start - b.start)) {
    parts.push(html.slice(at, start), words);
    at = end;
  }
  return parts.join('') + html.slice(at);
}

/** Pictures to choose from: addresses, each with its size, between commas. */
function sourceSet(value: string, toFolder: ToFolder): string {
  return value.replaceAll(
    /(^|,)(\s*)(\S+?)(?=\s|,\s|,?$)/g,
    (_, before: string, space: string, address: string) => before + space + toFolder(address),
  );
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
