import type { Notice } from '#intake/notices.ts';

/** How many names a notice gives; the rest is counted. */
const MOST_NAMES = 50;

/** Entries that were left out for one reason: how many, and what the first of them are called. */
interface Group {
  count: number;
  readonly names: string[];
}

/** Counts what an export holds and an archive does not get. */
export class LeftOut {
  readonly #unpublished = new Map<string, Group>();
  readonly #kinds = new Map<string, Group>();
  readonly #otherKinds = new Map<string, Group>();
  #comments = 0;
  #commentedPosts = 0;
  #entries = 0;

  /** An entry that its owner had not published. */
  unpublished(status: string, name: string): void {
    add(this.#unpublished, status, name);
    this.#entries += 1;
  }

  /** An entry that is no post: part of a menu, a template, a picture. */
  kind(kind: string): void {
    add(this.#kinds, kind, '');
    this.#entries += 1;
  }

  /** A published entry of a kind that only this blog knows. */
  otherKind(kind: string, name: string): void {
    add(this.#otherKinds, kind, name);
    this.#entries += 1;
  }

  comments(count: number): void {
    if (count === 0) return;
    this.#comments += count;
    this.#commentedPosts += 1;
  }

  /** How many entries were left out, comments not counted. */
  get entries(): number {
    return this.#entries;
  }

  /** All of it, for the editor. */
  notices(): Notice[] {
    const named = (
      code: Notice['code'],
      key: string,
      groups: ReadonlyMap<string, Group>,
    ): Notice[] =>
      [...groups].map(([name, group]) => ({
        code,
        args: { [key]: name, count: String(group.count), names: namesOf(group) },
      }));
    const counted = [...this.#kinds].map(([kind, { count }]): Notice => ({
      code: 'export-entries-left-out',
      args: { kind, count: String(count) },
    }));
    const comments: Notice = {
      code: 'export-comments-left-out',
      args: { count: String(this.#comments), posts: String(this.#commentedPosts) },
    };
    return [
      ...named('export-not-published', 'status', this.#unpublished),
      ...named('export-other-kind', 'kind', this.#otherKinds),
      ...counted,
      ...(this.#comments === 0 ? [] : [comments]),
    ];
  }
}

function add(groups: Map<string, Group>, key: string, name: string): void {
  const group = groups.get(key) ?? { count: 0, names: [] };
  group.count += 1;
  if (name !== '' && group.names.length < MOST_NAMES) group.names.push(name);
  groups.set(key, group);
}

function namesOf({ count, names }: Group): string {
  const rest = count - names.length;
  const all = rest > 0 ? [...names, `… and ${String(rest)} more`] : names;
  return all.map((name) => (name.startsWith('…') ? name : `“${name}”`)).join(', ');
}
