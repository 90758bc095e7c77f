import { stringify } from 'yaml';
import { compileText } from '#compile/text.ts';
import { isError, type LocalProblem, problemAt } from '#model/problem.ts';
import type { TextId } from '#model/ids.ts';
import { unaccounted } from './account.ts';
import { applyFacts, type DocumentFacts } from './apply-facts.ts';
import type { OutsideDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { dateNotices, noticesInRole } from './date-notices.ts';
import { draftDocument } from './draft-document.ts';
import { refusedPictures, withoutUnfitLinks } from './unfit-links.ts';
import { headWithoutMarkers } from './head-without-markers.ts';
import type { KnownArticle } from './known-archive.ts';
import type { Notice } from './notices.ts';
import { assignRoles, type Candidate, type Role } from './roles.ts';
import { safeName } from './safe-name.ts';
import { stripControls } from './strip-controls.ts';
import { type Taken, takenFrom } from './taken.ts';
import { textIds } from './text-ids.ts';
import { textToFile, titleOf } from './text-file.ts';

/** A document with its hash and the texts that the rules found in it. */
export interface ReadDocument {
  readonly document: OutsideDocument;
  readonly sha256: string;
  readonly drafts: readonly Draft[];
  readonly notices: readonly Notice[];
}

/**
 * Reads a document by the rules; with a problem where it holds no words, or would lose some.
 *
 * @param isDead whether a link within the archive leads nowhere
 */
export function readDocument(
  outside: OutsideDocument,
  sha256: string,
  usual: readonly string[],
  isDead: (address: string) => boolean = () => false,
): { read: ReadDocument | null; problems: LocalProblem[] } {
  const document = stripControls(outside);
  const refused = refusedPictures(document.pictures);
  const { drafts, notices } = draftDocument(document, usual);
  if (drafts.length === 0) {
    return { read: null, problems: [problemAt(1, 'import-empty', { name: document.name })] };
  }
  const lost = unaccounted(document, drafts);
  if (lost.length > 0) {
    const characters = lost.slice(0, 12).join(' ');
    return { read: null, problems: [problemAt(1, 'import-lost-words', { characters })] };
  }
  const fit = drafts.map((draft) => withoutUnfitLinks(draft, { isDead, pictures: refused }));
  const pictures = document.pictures.filter(({ name }) => !refused.has(name));
  return {
    read: { document: { ...document, pictures }, sha256, drafts: fit, notices },
    problems: [],
  };
}

/** A text as it is planned, for the report. */
export interface PlannedText {
  readonly id: TextId;
  readonly lang: string;
  readonly role: Role['role'];
  readonly title: string;
  readonly taken: Taken;
  readonly document: OutsideDocument;
  readonly paragraphs: number;
  readonly dropped: number;
  /** The first of what was dropped. */
  readonly droppedWords: readonly string[];
  readonly notices: readonly Notice[];
  /** What `check` will say of its file, ids aside. */
  readonly problems: readonly LocalProblem[];
}

/** An article’s new files, by their paths within its folder. */
export interface PlannedArticle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly texts: readonly PlannedText[];
  readonly notices: readonly Notice[];
}

/**
 * Plans an article, or what is added to one: roles, ids, records, sources and pictures. Null with
 * problems where the texts do not go together; nothing that is there is planned anew.
 *
 * @param original the language of the original, where the editor names it
 */
export function planArticle(
  documents: readonly ReadDocument[],
  known: KnownArticle,
  original: string | undefined,
): { plan: PlannedArticle | null; problems: readonly LocalProblem[] } {
  const candidates = documents.flatMap((one, document) =>
    one.drafts.map((draft): Candidate => ({ draft, document, hasImprint: hasImprint(one, draft) })),
  );
  const { roles, notices, problems } = assignRoles(candidates, known.texts, original);
  if (problems.length > 0) return { plan: null, problems };

  const names = new Set(known.names);
  const files = new Map<string, Uint8Array>();
  const texts: Omit<PlannedText, 'id' | 'problems'>[] = [];
  const toWrite: Omit<Parameters<typeof textToFile>[0], 'id'>[] = [];
  const abouts: DocumentFacts[] = [];
  for (const [number, { document, sha256, drafts: own, notices: general }] of documents.entries()) {
    const ownRoles = roles.filter((_, index) => candidates[index]?.document === number);
    const main = Math.max(
      0,
      ownRoles.findIndex(({ role }) => role === 'original'),
    );
    const { drafts: whole, about, notices: ofFacts } = applyFacts(own, document.facts, main);
    const drafts = whole.map(headWithoutMarkers);
    abouts.push(about);
    const source = sourceName(document.source.name, names);
    names.add(`source/${source.toLowerCase()}`);
    files.set(`source/${source}`, document.source.bytes);
    for (const { name, bytes } of document.pictures) {
      if (!names.has(name.toLowerCase())) files.set(name, bytes);
    }
    for (const [index, draft] of drafts.entries()) {
      const { role, reason } = ownRoles[index] ?? { role: 'version' };
      const roleReason = role === 'original' ? reason : undefined;
      toWrite.push({
        draft,
        role,
        about,
        source: { file: `source/${source}`, sha256 },
        ...(roleReason !== undefined && { roleReason }),
      });
      texts.push({
        lang: draft.lang,
        role,
        title: titleOf(draft).title,
        taken: takenFrom(draft, role, about.publisher),
        document,
        paragraphs: draft.body.filter(({ kind }) => !WITHOUT_IDS.has(kind)).length,
        dropped: draft.dropped.length,
        droppedWords: draft.dropped.slice(0, 3).map((words) => words.slice(0, 200)),
        notices: [
          ...(index === 0 ? [...general, ...ofFacts] : []),
          ...noticesInRole(draft.notices, role),
          ...(own[index]?.title === undefined && hasTwoScripts(draft.title ?? '')
            ? [{ code: 'two-languages-in-a-line' as const, args: { words: draft.title ?? '' } }]
            : []),
          ...(draft.title === undefined ? [{ code: 'title-supplied' as const, args: {} }] : []),
          ...dateNotices(own[index] ?? draft, draft, role, about.kind),
        ],
      });
    }
  }
  const record = articleRecord(abouts, known);
  if (record.words !== null) files.set('index.md', new TextEncoder().encode(record.words));
  if (record.lost.length > 0) {
    const first = toWrite.at(0);
    if (first) {
      const dropped = [...first.draft.dropped, ...record.lost];
      toWrite[0] = { ...first, draft: { ...first.draft, dropped } };
    }
  }
  const ids = textIds(
    texts.map(({ lang, role, document }) => ({ lang, role, from: document.name })),
    new Set(known.texts.map(({ id }) => id)),
  );
  const planned = texts.flatMap((text, index): PlannedText[] => {
    const [id, write] = [ids[index], toWrite[index]];
    if (id === undefined || !write) return [];
    const words = textToFile({ ...write, id });
    files.set(`${id}.md`, new TextEncoder().encode(words));
    if (words.length > MOST_CHECKED) {
      const args = { count: String(Math.round(words.length / 1e6)) };
      const notices = [...text.notices, { code: 'very-long' as const, args }];
      return [{ ...text, id, notices, problems: [] }];
    }
    const found = compileText(id, words).problems.filter(({ code }) => code !== 'unnumbered');
    return [{ ...text, id, problems: found }];
  });
  return { plan: { files, texts: planned, notices }, problems: [] };
}

/** Whether words are of two languages that are not written alike. */
function hasTwoScripts(words: string): boolean {
  const isLatin = /\p{Script=Latin}{3}/u.test(words);
  return isLatin && /[\p{Script=Arabic}\p{Script=Hebrew}]{3}/u.test(words);
}

/** What is longer takes minutes to check, in characters; no text that people read is as long. */
const MOST_CHECKED = 2_000_000;

const WITHOUT_IDS: ReadonlySet<string> = new Set(['rule', 'note', 'definition']);

/** Whether a text was made public by itself: only that makes it a rendering of someone’s own. */
function hasImprint({ document, drafts }: ReadDocument, draft: Draft): boolean {
  const isPrinted = draft.authors.length > 0 || draft.published !== undefined;
  const isSaid =
    drafts.length === 1 &&
    document.facts.some(
      ({ key }) => key === 'author' || key === 'publisher' || key === 'published',
    );
  return isPrinted || isSaid;
}

/** `index.md`, where the documents say what goes there and the article has none. */
function articleRecord(
  abouts: readonly DocumentFacts[],
  { hasRecord }: KnownArticle,
): { words: string | null; lost: string[] } {
  const subjects = [...new Set(abouts.flatMap((about) => about.subjects))];
  const kinds = [...new Set(abouts.flatMap(({ kind }) => kind ?? []))];
  const collections = [...new Set(abouts.flatMap(({ collection }) => collection ?? []))];
  const lines = [
    ...kinds.slice(0, 1).map((kind) => ['kind', kind] as const),
    ...collections.slice(0, 1).map((name) => ['collection', name] as const),
    ...(subjects.length > 0 ? [['subjects', subjects] as const] : []),
  ];
  const others = [
    ...kinds.slice(1).map((kind) => `kind: ${kind}`),
    ...collections.slice(1).map((name) => `collection: ${name}`),
  ];
  if (lines.length === 0) return { words: null, lost: [] };
  if (hasRecord) {
    const lost = lines.flatMap(([key, value]) => [value].flat().map((one) => `${key}: ${one}`));
    return { words: null, lost: [...lost, ...others] };
  }
  const yaml = stringify(Object.fromEntries(lines), {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return { words: `---\n${yaml}---\n`, lost: others };
}

/** A source’s name within the folder, with a number where another source has it. */
function sourceName(name: string, taken: ReadonlySet<string>): string {
  const safe = safeName(name);
  const [, stem = safe, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(safe) ?? [];
  for (let count = 1; ; count += 1) {
    const one = count === 1 ? safe : `${stem}-${String(count)}${ending}`;
    if (!taken.has(`source/${one.toLowerCase()}`)) return one;
  }
}

/** Whether a planned text has errors that an editor has to mend before anything can be built. */
export function hasErrors({ problems }: Pick<PlannedText, 'problems'>): boolean {
  return problems.some(isError);
}
