import { getCollection } from 'astro:content';
import type { EditionEntry } from './records.ts';

/** All editions, the newest first. */
export async function allEditions(): Promise<EditionEntry[]> {
  const entries = await getCollection('editions');
  return entries.map(({ data }) => data).sort((a, b) => b.number - a.number);
}
