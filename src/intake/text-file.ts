import { stringify } from 'yaml';
import type { TextRecord } from '#model/schema/text.ts';
import type { DocumentFacts } from './apply-facts.ts';
import type { Draft, DraftBlock } from './draft.ts';
import { wordsWithoutMarkers } from './head-without-markers.ts';
import { isProse, wordCount } from './rules/prose.ts';

/** A text with all that its file will say. */
export interface TextToWrite {
  readonly id: string;
  readonly draft: Draft;
  readonly role: TextRecord['role'];
  /** Why it was given its role, where that was guessed. */
  readonly roleReason?: string;
  readonly about: Pick<DocumentFacts, 'publisher' | 'url' | 'rights'>;
  readonly source: { readonly file: string; readonly sha256: string };
}

/** The file of a text: its record in the order of the manual, then its body without ids. */
export function textToFile(text: TextToWrite): string {
  return `---\n${recordOf(text)}---\n${bodyOf(text.draft.body)}`;
}

/** The title that a text without a headline gets: its first words, and why. */
export function titleOf({ title, lede, body }: Draft): { title: string; reason?: string } {
  if (title !== undefined) return { title };
  const first =
    lede ?? (body.find(isProse) ?? body.find(({ plain }) => wordCount(plain) > 0))?.plain;
  if (first === undefined) {
    return { title: '…', reason: 'the text has no headline and no words to take one from' };
  }
  const words = wordsWithoutMarkers(first.slice(0, 500))
    .words.split('\n', 1)
    .join('')
    .trim()
    .split(/\s+/);
  const whole = words.length <= 8 && words.join(' ').length <= 90;
  const begin = words
    .slice(0, 8)
    .join(' ')
    .slice(0, 90)
    .replace(/[\s,،;؛:.\-–—“"«(]+$/u, '');
  const isFirst = first === body.find(({ plain }) => wordCount(plain) > 0)?.plain;
  const ofBody = isFirst ? 'the text' : 'its first paragraph';
  const from = lede === undefined ? ofBody : 'its summary';
  return {
    title: whole ? words.join(' ') : `${begin} …`,
    reason: `the text has no headline; these are the first words of ${from}`,
  };
}

function recordOf({ id, draft, role, roleReason, about, source }: TextToWrite): string {
  const { lang, lede, authors, translators, published, publishedAs, dropped } = draft;
  const { title, reason } = titleOf(draft);
  const isTranslation = role === 'translation';
  const supplied = [
    ...(reason === undefined ? [] : [['title', reason] as const]),
    ...(roleReason === undefined ? [] : [['role', roleReason] as const]),
  ];
  const translator =
    translators.length > 0 ? people(translators) : isTranslation ? 'unknown' : undefined;
  // A translation renders the dateline of its original: it says nothing of the translation.
  const printed = publishedAs ?? (isTranslation ? published : undefined);
  const lines: (readonly [key: string, value: string | undefined])[] = [
    ['lang', /^[^-]*/.exec(id)?.[0] === lang ? undefined : lang],
    ['role', role],
    ['title', quoted(title)],
    ['lede', lede === undefined ? undefined : quoted(lede)],
    ['author', authors.length > 0 ? people(authors) : undefined],
    ['translator', translator],
    ['publisher', about.publisher === undefined ? undefined : quoted(about.publisher)],
    ['published', isTranslation ? undefined : published],
    ['published_as', printed === undefined ? undefined : quoted(printed)],
    ['url', about.url],
    ['rights', about.rights === undefined ? undefined : `{ status: ${about.rights} }`],
    [
      'supplied',
      supplied.length === 0
        ? undefined
        : supplied.map(([key, why]) => `\n  ${key}: ${quoted(why)}`).join(''),
    ],
    ['source', `{ file: ${plainOrQuoted(source.file)}, sha256: ${source.sha256} }`],
    ['dropped', dropped.length > 0 ? list(dropped) : undefined],
  ];
  return lines
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}:${value.startsWith('\n') ? '' : ' '}${value}\n`],
    )
    .join('');
}

/** A name as catalogues write it, `Family, Given`: one comma, and few words on either side. */
const FAMILY_FIRST = /^[^\s,]+(?: [^\s,]+){0,2}, [^\s,]+(?: [^\s,]+){0,3}$/;

function people(names: readonly string[]): string {
  const written = names.map((name) =>
    FAMILY_FIRST.test(name) ? quoted(name) : `{ name: ${quoted(name)} }`,
  );
  return `[${written.join(', ')}]`;
}

/** In one line where that can be read, else one item a line. */
function list(items: readonly string[]): string {
  const line = `[${items.map(quoted).join(', ')}]`;
  return line.length <= 120 ? line : items.map((item) => `\n  - ${quoted(item)}`).join('');
}

/** A value in quotation marks, on one line however long it is. */
export function quoted(value: string): string {
  return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}

function plainOrQuoted(value: string): string {
  return /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}/._-]*$/u.test(value) ? value : quoted(value);
}

function bodyOf(blocks: readonly DraftBlock[]): string {
  return blocks.length === 0 ? '' : `${blocks.map(withMarker).join('\n\n')}\n`;
}

/** Blocks that end in something else than their own words have their marker on a line of its own. */
function withMarker({ markdown, mark, kind }: DraftBlock): string {
  if (mark === undefined) return markdown;
  const own = /(?<!\\)\{[^{}]*\}\s*$/.exec(markdown)?.[0];
  if (own !== undefined && /^\{\s*#/.test(own)) {
    return own.includes(`.${mark}`) ? markdown : markdown.replace(/\}\s*$/, ` .${mark}}`);
  }
  const isApart = kind === 'table' || kind === 'code' || kind === 'list' || kind === 'quote';
  return `${markdown}${isApart ? '\n\n' : ' '}{.${mark}}`;
}
