import { LEDE, TITLE } from '#model/ids.ts';
import { type Problem, problem } from '#model/problem.ts';
import { rememberedOf } from '#text/remembered.ts';
import type { Edition } from './edition.ts';
import { lastRevision, type TextHistory } from './history.ts';
import { REGISTER_FILE, type Register } from './register.ts';

/** What was sealed, as editions, histories and the register tell it. */
export interface Promised {
  readonly register: Register;
  readonly editions: readonly Edition[];
  /** What stood in the newest edition, with its SHA-256. */
  readonly state: ReadonlyMap<string, string | undefined>;
}

const REGISTER = { file: REGISTER_FILE, line: 1 } as const;

/** Addresses that an edition has and the register has lost: `seal` takes none out of it. */
export function lostAddresses({ register, editions }: Promised): Problem[] {
  if (register.size === 0 && editions.length > 0) {
    return [problem(REGISTER, 'register-missing', {})];
  }
  const problems = new Map<string, Problem>();
  for (const { number, changes } of editions) {
    for (const { address } of changes) {
      if (register.has(address) || problems.has(address)) continue;
      const args = { address, edition: String(number) };
      problems.set(address, problem(REGISTER, 'permalink-unregistered', args));
    }
  }
  return [...problems.values()];
}

/**
 * Makes what names the paragraphs that a history has and the register has lost. What stood in the
 * text as it was last sealed is registered at its address; what was taken out before, or was sealed
 * elsewhere before the text moved, is registered of some text.
 */
export function lostParagraphs({
  register,
  state,
}: Promised): (address: string, history: TextHistory) => Problem[] {
  let anywhere: ReadonlySet<string> | undefined;
  const idsAnywhere = (): ReadonlySet<string> =>
    (anywhere ??= new Set([...register.values()].flatMap(({ ids }): readonly string[] => ids)));
  return (address, history) => {
    const entry = register.get(address);
    // A whole address that is lost is named once.
    if (!entry && state.has(address)) return [];
    const last = lastRevision(history)?.sha256;
    const isSealedHere = entry !== undefined && last !== undefined && state.get(address) === last;
    const here = new Set<string>(entry?.ids);
    return [...history.paragraphs].flatMap(([id, wordings]) => {
      if (id === TITLE || id === LEDE) return [];
      const stands = wordings.at(-1)?.words !== null;
      if ((isSealedHere && stands ? here : idsAnywhere()).has(id)) return [];
      const { revision = 1 } = wordings[0] ?? {};
      const edition = history.revisions[revision - 1]?.edition ?? 1;
      const args = { address: `${address}#${id}`, edition: String(edition) };
      return [problem({ ...REGISTER, line: entry?.line ?? 1 }, 'permalink-unregistered', args)];
    });
  };
}

/** Revisions of a history that are not what the edition says that they name. */
export function forgedRevisions({
  editions,
}: Promised): (file: string, history: TextHistory) => Problem[] {
  const byNumber = new Map(editions.map((one) => [one.number, one]));
  return (file, { revisions }) =>
    revisions.flatMap(({ revision, edition, date, sha256 }) => {
      const said = byNumber.get(edition);
      // An edition that is lost is named by itself.
      if (!said || (said.date === date && digestsIn(said).has(sha256))) return [];
      const args = { revision: String(revision), edition: String(edition) };
      return [problem({ file, line: revision }, 'revision-changed', args)];
    });
}

/** The SHA-256 of all that an edition says is new or changed. */
const digestsIn = rememberedOf(
  ({ changes }: Edition) => new Set(changes.map(({ sha256 }) => sha256)),
);
