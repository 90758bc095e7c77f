import type { PageSummary } from '#model/compiled.ts';
import { inFile, type Problem, problemAt } from '#model/problem.ts';
import { pageSchema } from '#model/schema/page.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkMdx } from './mdx.ts';
import { readRecord } from './record.ts';
import type { Survey } from './survey.ts';

/** Reads the record of an editorial page; its body is MDX and is rendered by Astro. */
export async function compilePage(
  page: Survey['pages'][number],
  defaultLanguage: string,
  files: ArchiveFiles,
): Promise<{ page: PageSummary | null; problems: Problem[] }> {
  const { slug, lang, file } = page;
  const { text, problems: decoding } = decode((await files.read(file)) ?? new Uint8Array());
  const { parts, problems: split } =
    text === null ? { parts: null, problems: [] } : splitFrontMatter(text);
  if (!parts) return { page: null, problems: inFile(file, [...decoding, ...split]) };
  if (parts.yamlLine === null) {
    const problems = inFile(file, [...decoding, problemAt(1, 'no-front-matter', {})]);
    return { page: null, problems };
  }
  const { record, problems } = readRecord(parts.yaml, parts.yamlLine, pageSchema);
  return {
    page: record && { slug, lang: lang ?? defaultLanguage, file, record },
    problems: inFile(file, [
      ...decoding,
      ...problems,
      ...(await checkMdx(parts.body, file, files)),
    ]),
  };
}
