import type { TextSummary } from '#model/compiled.ts';
import type { TextId } from '#model/ids.ts';
import { didYouMean, type Problem, problem } from '#model/problem.ts';
import { ROLES } from '#model/schema/text.ts';

/** Where a text's record says what it is and what it renders. */
interface Lines {
  readonly role: number;
  readonly of: number;
}

/**
 * Brings the texts into the article’s order and finds out which renders which. A text that has
 * errors of its own may be the original that seems to be missing, so then nothing is said of it.
 *
 * @param all the ids of the article’s texts, also of those that could not be used
 */
export function joinTexts(
  texts: readonly TextSummary[],
  lines: ReadonlyMap<TextId, Lines>,
  all: readonly TextId[],
): { texts: TextSummary[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = ({ id, file }: TextSummary, key: keyof Lines) => ({
    file,
    line: lines.get(id)?.[key] ?? 1,
  });
  const [original, ...others] = texts.filter(({ record }) => record.role === 'original');
  for (const other of original ? others : []) {
    const args = { first: original?.id ?? '', second: other.id };
    problems.push(problem(at(other, 'role'), 'two-originals', args));
  }

  const renders = new Map<TextId, TextId>();
  for (const text of texts) {
    const { role, of } = text.record;
    if (of === text.id) problems.push(problem(at(text, 'of'), 'of-itself', { of }));
    else if (of !== undefined && texts.some(({ id }) => id === of)) renders.set(text.id, of);
    else if (of !== undefined && !all.includes(of)) {
      const known = all.filter((id) => id !== text.id);
      const otherwise = `The texts of this article are ${known.join(', ') || 'none but this'}.`;
      const hint = didYouMean(of, known, otherwise);
      problems.push(problem(at(text, 'of'), 'translation-of-nothing', { of, hint }));
    } else if (of === undefined && original && role !== 'original') {
      renders.set(text.id, original.id);
    } else if (of === undefined && role === 'translation' && texts.length === all.length) {
      problems.push(problem(at(text, 'role'), 'missing-original', {}));
    }
  }
  for (const text of texts) {
    const { of } = text.record;
    if (of === undefined || !leadsBack(text.id, renders)) continue;
    problems.push(problem(at(text, 'of'), 'of-itself', { of }));
  }
  const place = ({ record, id }: TextSummary): string =>
    `${String(ROLES.indexOf(record.role))} ${id}`;
  return {
    texts: [...texts]
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
      .map((text) => {
        const rendered = renders.get(text.id);
        return rendered === undefined ? text : { ...text, renders: rendered };
      }),
    problems,
  };
}

function leadsBack(start: TextId, renders: ReadonlyMap<TextId, TextId>): boolean {
  const seen = new Set<TextId>();
  for (let id = renders.get(start); id !== undefined && !seen.has(id); id = renders.get(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}
