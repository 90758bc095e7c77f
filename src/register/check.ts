import { type Problem, problem } from '#model/problem.ts';
import type { Answerer } from './answer.ts';
import { REGISTER_FILE, type Register } from './register.ts';
import { hasAll, type Standing } from './standing.ts';
import type { Redirects } from '#model/schema/redirects.ts';

/** What is promised, what stands, and how what is lost is known. */
export interface Promises {
  readonly register: Register;
  readonly standing: Standing;
  readonly redirects: Redirects;
  /** Lines of `redirects.yaml`, by what they speak of. */
  readonly lines: ReadonlyMap<string, number>;
  readonly answer: Answerer;
}

/**
 * Every registered address, and every registered paragraph, answers: as itself, through a redirect,
 * or as a tombstone. What does not is named, each by itself.
 */
export function checkPermalinks({ register, standing, answer }: Promises): Problem[] {
  const problems: Problem[] = [];
  for (const [address, { ids, line }] of register) {
    const page = standing.get(address);
    if (page && (ids.length === 0 || hasAll(page, ids))) continue;
    const place = { file: REGISTER_FILE, line };
    if (isLost(answer, address)) {
      problems.push(problem(place, 'permalink-lost', { address }));
      continue;
    }
    for (const id of ids) {
      if (!isLost(answer, address, id)) continue;
      const args = { address: `${address}#${id}` };
      problems.push(problem(place, 'paragraph-lost', args));
    }
  }
  return problems;
}

function isLost(answer: Answerer, address: string, paragraph?: string): boolean {
  const { as } = answer(address, paragraph);
  return as === 'nothing' || as === 'loop';
}

/**
 * Redirects that turn in a circle, that lead to a paragraph which is not there, or that speak of a
 * paragraph which still is.
 */
export function checkRedirects({ standing, redirects, lines, answer }: Promises): Problem[] {
  return Object.entries(redirects).flatMap(([from, redirect]) => {
    const place = { file: 'redirects.yaml', line: lines.get(from) ?? 1 };
    const [address = '', paragraph] = from.split('#');
    const page = standing.get(address);
    if (paragraph !== undefined && page && 'has' in page) {
      if (page.isWhole && page.has(paragraph)) {
        return [problem(place, 'redirect-in-use', { address: from, other: page.file })];
      }
    }
    if (!('to' in redirect) || redirect.to === from) return [];
    const [to = '', anchor] = redirect.to.split('#');
    const { as } = answer(to, anchor);
    if (as === 'loop') return [problem(place, 'redirect-loop', { address: from })];
    // Where the page itself is missing, the check of addresses says so.
    const isAnchorLost = as === 'nothing' && anchor !== undefined && answer(to).as === 'page';
    if (!isAnchorLost) return [];
    const hint = 'Copy the id from the marker of the paragraph that is meant.';
    return [problem(place, 'redirect-to-nowhere', { to: redirect.to, hint })];
  });
}
