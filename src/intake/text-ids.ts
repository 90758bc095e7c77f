import { isTextId, RESERVED_TEXT_IDS, type TextId } from '#model/ids.ts';
import type { TextRecord } from '#model/schema/text.ts';
import { slugOf } from './slug.ts';

/** A text that needs an id. */
interface Unnamed {
  readonly lang: string;
  readonly role: TextRecord['role'];
  /** The name of the file that it comes from. */
  readonly from: string;
}

const NEARNESS: readonly TextRecord['role'][] = ['original', 'translation', 'version'];

/**
 * Ids for the texts of an article, in their order: the language alone for the one nearest to the
 * original, for others with what the name of their file says beyond language and role.
 *
 * @param taken ids that the article has already
 */
export function textIds(texts: readonly Unnamed[], taken: ReadonlySet<string>): TextId[] {
  const used = new Set([...taken, ...RESERVED_TEXT_IDS]);
  const ids = new Map<number, TextId>();
  const order = texts.map((_, index) => index);
  order.sort((a, b) => nearness(texts[a]) - nearness(texts[b]) || a - b);
  for (const index of order) {
    const text = texts[index];
    if (!text) continue;
    const tag = text.lang.toLowerCase();
    const own = ownWords(text.from);
    const candidates = [tag, ...(own === '' ? [] : [`${tag}-${own}`])];
    const id =
      candidates.find((one) => isTextId(one) && !used.has(one)) ??
      counted(candidates.at(-1) ?? tag, used);
    used.add(id);
    if (isTextId(id)) ids.set(index, id);
  }
  return [...ids].sort(([a], [b]) => a - b).map(([, id]) => id);
}

function counted(stem: string, used: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    const id = `${stem}-${String(count)}`;
    if (!used.has(id)) return id;
  }
}

function nearness(text: Unnamed | undefined): number {
  return NEARNESS.indexOf(text?.role ?? 'version');
}

/** Words of file names that say of which language or role a text is, or nothing at all. */
const SAY_NOTHING = new Set(
  `english arabic french german spanish hebrew persian farsi urdu turkish russian greek
  en ar fr de es he fa ur tr ru el eng ara arb inglizi arabi
  original translation translated translator version text txt article doc document file import copy final draft new untitled
  with and the of a in only both blog post page web pasted`.split(/\s+/),
);

/** What a file’s name says of a text beyond its language and role; empty where it says nothing. */
export function ownWords(fileName: string): string {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const words = slugOf(stem)
    .split('-')
    .filter((word) => word !== '' && !SAY_NOTHING.has(word) && !/^\d{1,2}$/.test(word));
  return words.slice(0, 6).join('-').slice(0, 60).replace(/-+$/, '');
}
