import { type ArticleMentions, isArticleMentions } from '#compile/mentions.ts';
import { isTextEntry } from '#compile/article.ts';
import { readCompiled } from '#compile/cache.ts';
import type { ArticleSummary, CompiledBody, NoteSummary, TextSummary } from '#model/compiled.ts';

/** Reads the compiled body of a text. Throws where the cache has lost it: then the build is stale. */
export async function readBody(
  compiled: string,
  text: Pick<TextSummary, 'file' | 'body'>,
): Promise<CompiledBody> {
  const entry = await read(compiled, text.body);
  if (isTextEntry(entry) && entry.text) return entry.text.body;
  throw new Error(
    `The compiled text of ${text.file} is gone from the cache. Run the command again.`,
  );
}

/** Reads the HTML of a note. */
export async function readNote(compiled: string, note: NoteSummary): Promise<string> {
  const entry = await read(compiled, note.body);
  if (
    typeof entry === 'object' &&
    entry !== null &&
    'html' in entry &&
    typeof entry.html === 'string'
  ) {
    return entry.html;
  }
  throw new Error(
    `The compiled note of ${note.file} is gone from the cache. Run the command again.`,
  );
}

/** Reads where the texts of an article name entities. */
export async function readMentions(
  compiled: string,
  article: ArticleSummary,
): Promise<ArticleMentions> {
  const entry = await read(compiled, article.mentions);
  if (isArticleMentions(entry)) return entry;
  throw new Error(
    `The mentions in ${article.folder} are gone from the cache. Run the command again.`,
  );
}

/**
 * Reads the line of JSON that says where an article names an entity.
 *
 * @param mentions the key of the article’s mentions
 */
export async function readPassageLine(
  compiled: string,
  mentions: string,
  entity: string,
): Promise<string> {
  const entry = await read(compiled, mentions);
  const passage = isArticleMentions(entry) ? entry.concordance[entity] : undefined;
  if (passage) return passage.line;
  throw new Error(`The mentions of ${entity} are gone from the cache. Run the command again.`);
}

/**
 * Reads what stands in the cache under a key. The pages of one article are made one after another
 * and need the same, so a little of what was read last is kept; its key answers for its content.
 */
function read(compiled: string, key: string): Promise<unknown> {
  return Promise.try(() => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const entry = readCompiled(compiled, key);
    if (entry === undefined) return undefined;
    recent.set(key, entry);
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return entry;
  });
}

const recent = new Map<string, unknown>();
const REMEMBERED = 24;
