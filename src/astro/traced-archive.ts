import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { ArchiveAtHand } from './archive-at-hand.ts';
import type { ArchiveRecords, RecordKind, Records } from './records.ts';

/** What was asked of an archive: a kind (`articles`) or one record (`articles/1868/a-letter`). */
export type Question = string;

/** An archive at hand that knows who has asked what, and whether the answer is still the same. */
export interface TracedArchive extends ArchiveAtHand {
  /** Does some work, and tells what it has asked, each question once. */
  readonly trace: <Result>(
    work: () => Promise<Result>,
  ) => Promise<{ readonly result: Result; readonly questions: ReadonlySet<Question> }>;
  /** Tells the answer to a question from every other answer: a hash. */
  readonly digest: (question: Question) => string;
}

/** What was asked so far, by kind: records by their ids, and all of them by `ALL`. Pages ask the same again and again. */
type Asked = Map<RecordKind, Set<string | typeof ALL>>;
const ALL = Symbol('all');
const asking = new AsyncLocalStorage<Asked>();

function noteAsked(kind: RecordKind, what: string | typeof ALL): void {
  const asked = asking.getStore();
  if (!asked) return;
  const known = asked.get(kind);
  if (known) known.add(what);
  else asked.set(kind, new Set([what]));
}

function questionsIn(asked: Asked): Set<Question> {
  const questions = new Set<Question>();
  for (const [kind, some] of asked) {
    for (const what of some) questions.add(what === ALL ? kind : `${kind}/${what}`);
  }
  return questions;
}

/** Puts an archive’s records at hand. What the work asks is known however deep in it the question is. */
export function tracedArchive(records: ArchiveRecords): TracedArchive {
  const lists = new Map<RecordKind, readonly Records[RecordKind][]>();
  const digests = new Map<Question, string>();
  const digestOf = (question: Question): string => {
    const [, kind = '', id] = /^([^/]*)(?:\/(.*))?$/s.exec(question) ?? [];
    if (!isKind(kind, records)) return '';
    const answers: ReadonlyMap<string, Records[RecordKind]> = records[kind];
    if (id !== undefined) {
      const answer = answers.get(id);
      return answer === undefined ? '' : hash(JSON.stringify(answer));
    }
    return hash(Array.from(answers.keys(), (one) => digest(`${kind}/${one}`)).join(' '));
  };
  const digest = (question: Question): string => {
    let known = digests.get(question);
    if (known === undefined) digests.set(question, (known = digestOf(question)));
    return known;
  };
  function all<Kind extends RecordKind>(kind: Kind): readonly Records[Kind][];
  function all(kind: RecordKind): readonly Records[RecordKind][] {
    noteAsked(kind, ALL);
    let list = lists.get(kind);
    if (!list) lists.set(kind, (list = [...records[kind].values()]));
    return list;
  }
  return {
    all,
    one: (kind, id) => {
      noteAsked(kind, id);
      return records[kind].get(id);
    },
    trace: async (work) => {
      const asked: Asked = new Map();
      const result = await asking.run(asked, work);
      return { result, questions: questionsIn(asked) };
    },
    digest,
  };
}

function isKind(kind: string, records: ArchiveRecords): kind is RecordKind {
  return Object.hasOwn(records, kind);
}

function hash(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}
