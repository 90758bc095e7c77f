import { filesOnDisk } from '#compile/files-on-disk.ts';
import { hasHistoryPage } from '#catalogue/addresses.ts';
import type { CompiledBody, TextSummary } from '#model/compiled.ts';
import { changedParagraphs, type ParagraphChange, type TextHistory } from '#register/history.ts';
import { readTextHistory } from '#register/read.ts';
import { wordsOfText } from '#register/words.ts';

/** Reads what was sealed of a text; null where nothing was. */
export async function historyOf({ sealed }: TextSummary): Promise<TextHistory | null> {
  if (!sealed) return null;
  const files = filesOnDisk(import.meta.env.DIPTYCH_CONTENT);
  return (await readTextHistory(files, sealed.history)).history;
}

/** The paragraphs of a text whose words have changed since they were sealed, by id. */
export async function changesOf(
  text: TextSummary,
  body: CompiledBody,
): Promise<ReadonlyMap<string, ParagraphChange>> {
  const history = hasHistoryPage(text) ? await historyOf(text) : null;
  return history ? changedParagraphs(history, wordsOfText(text.record, body)) : new Map();
}
