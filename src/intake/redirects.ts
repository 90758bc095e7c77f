import { decode } from '#compile/decode.ts';
import { readRecord } from '#compile/record.ts';
import { redirectsRule } from '#compile/rules.ts';
import { isError, type LocalProblem } from '#model/problem.ts';
import { type Redirects, redirectsSchema } from '#model/schema/redirects.ts';
import { sameAddress } from './blog/old-address.ts';

/** A former address with the address of the archive that it leads to. */
export interface OldAddress {
  readonly from: string;
  readonly to: string;
}

/** An address that is not written down, because something else stands there. */
export interface TakenAddress extends OldAddress {
  /** Where it leads now; null where it is a page of the archive or a withdrawn one. */
  readonly leads: string | null;
}

/** `redirects.yaml` with more addresses. */
export interface RedirectsPlus {
  /** The whole file; null where what is there cannot be read, or nothing is to be added. */
  readonly words: string | null;
  readonly added: readonly OldAddress[];
  readonly taken: readonly TakenAddress[];
  /** Of the file as it is; with errors nothing is added to it. */
  readonly problems: readonly LocalProblem[];
}

/**
 * Adds former addresses to `redirects.yaml`. What is in the file stays as it is, byte for byte, the
 * new lines follow in order of their addresses. An address that is there is not written again, with or without
 * its last slash; one that leads elsewhere is left and told.
 *
 * @param file its bytes, or null where there is none
 * @param inUse addresses of the archive’s own pages, which lead nowhere else
 */
export function addRedirects(
  file: Uint8Array | null,
  addresses: readonly OldAddress[],
  inUse: ReadonlySet<string> = new Set(),
): RedirectsPlus {
  const before = file ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file) : '';
  const read = readRedirectsFile(file ?? new Uint8Array());
  const nothing = { words: null, added: [], taken: [], problems: read.problems };
  if (!read.redirects) return nothing;

  const { added, taken } = sorted(addresses, read.redirects, inUse);
  if (added.length === 0) return { ...nothing, taken };
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : lineEnd;
  const lines = added.map(({ from, to }) => `${asYaml(from)}: ${asYaml(to)}${lineEnd}`);
  const words = before + gap + lines.join('');

  const again = readRedirectsFile(new TextEncoder().encode(words));
  if (!again.redirects) return { ...nothing, problems: again.problems };
  return { words, added, taken, problems: read.problems };
}

function readRedirectsFile(bytes: Uint8Array): {
  readonly redirects: Redirects | null;
  readonly problems: readonly LocalProblem[];
} {
  const { text, problems } = decode(bytes);
  if (text === null) return { redirects: null, problems };
  const read = readRecord(text, 1, redirectsSchema, [redirectsRule]);
  const all = [...problems, ...read.problems];
  return { redirects: all.some(isError) ? null : (read.record ?? {}), problems: all };
}

function sorted(
  addresses: readonly OldAddress[],
  redirects: Redirects,
  inUse: ReadonlySet<string>,
): { added: OldAddress[]; taken: TakenAddress[] } {
  const pages = new Set(['/', ...inUse].map(sameAddress));
  const known = new Map(
    Object.entries(redirects).map(([from, redirect]) => [
      sameAddress(from),
      'to' in redirect ? redirect.to : null,
    ]),
  );
  const added: OldAddress[] = [];
  const taken: TakenAddress[] = [];
  for (const { from, to } of addresses) {
    const key = sameAddress(from);
    const leads = known.get(key);
    if (pages.has(key)) taken.push({ from, to, leads: null });
    else if (leads === undefined) {
      added.push({ from, to });
      known.set(key, to);
    } else if (leads !== to) taken.push({ from, to, leads });
  }
  added.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return { added, taken };
}

/** A value of YAML: as it is where it holds nothing but letters, digits and signs of paths. */
function asYaml(value: string): string {
  return /^\/[\p{L}\p{M}\p{N}/._~-]*$/u.test(value) ? value : JSON.stringify(value);
}
