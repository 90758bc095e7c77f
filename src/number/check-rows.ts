import type { AnchorReader } from '#align/anchors.ts';
import { type Misfit, misfits } from '#align/misfits.ts';
import type { ArticleSummary, CompiledBody, TextSummary } from '#model/compiled.ts';
import type { Mention } from '#model/mention.ts';
import { type Problem, problem } from '#model/problem.ts';

/**
 * Warns of paragraphs that share an id although neither their lengths nor what they name bear it out:
 * a marker may have slipped.
 *
 * @param bodyOf reads the compiled body of a text
 * @param mentions which entities its paragraphs name
 */
export async function checkRows(
  { texts }: ArticleSummary,
  bodyOf: (text: TextSummary) => Promise<CompiledBody>,
  reader: AnchorReader,
  mentions: readonly Mention[] = [],
): Promise<Problem[]> {
  if (texts.length < 2) return [];
  const bodies = new Map<string, CompiledBody>();
  for (const text of texts) bodies.set(text.id, await bodyOf(text));
  const named = Map.groupBy(mentions, ({ text, paragraph }) => `${text} ${paragraph}`);
  const numbered = texts.map(({ id, lang, renders }) => ({
    ...{ id, lang, renders },
    paragraphs: (bodies.get(id)?.paragraphs ?? []).map((paragraph) => ({
      ...paragraph,
      isCaption: paragraph.marks.includes('caption'),
      entities: entitiesIn(named.get(`${id} ${paragraph.ids[0] ?? ''}`) ?? []),
    })),
  }));
  return misfits(numbered, reader).flatMap((misfit) => toProblem(misfit, texts, bodies));
}

function entitiesIn(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.map(({ entity }) => entity))];
}

function toProblem(
  { texts: { left, right }, link, factor, better }: Misfit,
  texts: readonly TextSummary[],
  bodies: ReadonlyMap<string, CompiledBody>,
): Problem[] {
  const [leftFile, rightFile] = [left, right].map(
    ({ id }) => texts.find((one) => one.id === id)?.file,
  );
  const leftParagraph = bodies.get(left.id)?.paragraphs[link.left];
  const rights = bodies.get(right.id)?.paragraphs;
  const paragraph = rights?.[link.right];
  if (leftFile === undefined || rightFile === undefined || !leftParagraph || !paragraph) return [];
  const id = paragraph.ids.find((one) => leftParagraph.ids.includes(one)) ?? '';
  const other = `${leftFile.slice(leftFile.lastIndexOf('/') + 1)}:${String(leftParagraph.line)}`;
  const reason =
    factor === undefined
      ? `line ${String(rights[better ?? 0]?.line ?? 1)} fits that one far better`
      : `it is ${factor.toFixed(1)} times as long as that one lets expect`;
  return [problem({ file: rightFile, line: paragraph.line }, 'row-misfit', { id, other, reason })];
}
