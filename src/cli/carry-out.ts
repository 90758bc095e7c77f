import type { ArchiveFiles } from '#compile/files.ts';
import { isError, type Problem, sortProblems } from '#model/problem.ts';
import { problemToLine } from '#model/report.ts';
import { type LoadedArchive, loadArchive } from '#pipeline.ts';
import type { CompileCache } from '#compile/cache.ts';
import { type Plan, withChanges } from '#register/plan.ts';
import { ChangeError, changeFiles } from './change-files.ts';

/** A plan that can be carried out. */
export type Change = Exclude<Plan, { readonly refused: string }>;

/**
 * Carries out a plan: checks the whole archive as it would be, and changes its files, all of them or
 * none. Throws `ChangeError` where the plan was refused or would bring an error that was not there
 * before.
 */
export async function carryOut(
  plan: Plan,
  before: LoadedArchive,
  content: string,
  files: ArchiveFiles,
  cache: CompileCache,
): Promise<Change> {
  if ('refused' in plan) throw new ChangeError(`${plan.refused} Nothing was changed.`);
  const { problems } = await loadArchive(withChanges(files, plan.changes), cache);
  const known = new Set(before.problems.map(asKey));
  const added = sortProblems(problems.filter((one) => isError(one) && !known.has(asKey(one))));
  if (added.length > 0) {
    const lines = added.map(problemToLine).join('\n');
    throw new ChangeError(`Nothing was changed: the archive would have these errors.\n${lines}`);
  }
  await changeFiles(content, plan.changes);
  return plan;
}

/** Lines may shift, and a file may have another name: the error is the same. */
function asKey({ code, args }: Problem): string {
  return JSON.stringify([code, args]);
}
