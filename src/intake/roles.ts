import type { TextRecord } from '#model/schema/text.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { languageName, primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import type { Draft } from './draft.ts';
import type { Notice } from './notices.ts';

/** A draft with what its document says of where it comes from. */
export interface Candidate {
  readonly draft: Draft;
  /** Its document, as a number within the article. */
  readonly document: number;
  /** Whether it has an author, a publisher or a full date of its own, printed or in the markup. */
  readonly hasImprint: boolean;
}

/** A text that the article has already. */
export interface ExistingText {
  readonly id: string;
  readonly role: TextRecord['role'];
  readonly lang: string;
  /** Whether it names who translated it. */
  readonly namesTranslator: boolean;
}

/** What a text is to the article. */
export interface Role {
  readonly role: TextRecord['role'];
  /** Why, where it was guessed. */
  readonly reason?: string;
}

interface Roles {
  /** One for each candidate, in their order. */
  readonly roles: readonly Role[];
  readonly notices: readonly Notice[];
  readonly problems: readonly LocalProblem[];
}

/** Finds the original among the texts of an article, and what the others are to it. */
export function assignRoles(
  candidates: readonly Candidate[],
  existing: readonly ExistingText[],
  language: string | undefined,
): Roles {
  const there = existing.find(({ role }) => role === 'original');
  if (there && language !== undefined) {
    const isSame = primaryLanguage(there.lang) === primaryLanguage(language);
    if (!isSame || candidates.some(({ draft }) => isIn(draft, language))) {
      const hint = `\`${there.id}.md\` is there already: leave out \`--original\`, or choose another article.`;
      const args = { first: `\`${there.id}\``, second: `one in ${nameOf(language)}`, hint };
      return { roles: [], notices: [], problems: [problemAt(1, 'import-two-originals', args)] };
    }
  }
  if (there) return withOriginal(candidates, undefined, { there });
  if (language !== undefined) return withNamed(candidates, language);
  const found = guessOriginal(candidates, existing);
  if (found === undefined) return withOriginal(candidates, undefined, {});
  const { candidate, reason } = found;
  const roles = withOriginal(candidates, candidate, { ...(reason !== undefined && { reason }) });
  const waiting = existing.filter(
    ({ role, namesTranslator }) => role === 'version' && namesTranslator,
  );
  const told = waiting.map(({ id }): Notice => ({ code: 'version-translates', args: { id } }));
  if (reason === undefined) return { ...roles, notices: [...roles.notices, ...told] };
  const args = { language: nameOf(candidate.draft.lang), reason };
  return {
    ...roles,
    notices: [...roles.notices, { code: 'original-guessed', args }, ...told],
  };
}

function withNamed(candidates: readonly Candidate[], language: string): Roles {
  const own = candidates.filter(({ draft }) => isIn(draft, language));
  const [first, second] = preferTogether(own, candidates);
  if (!first) {
    const found = [...new Set(candidates.map(({ draft }) => nameOf(draft.lang)))].join(', ');
    const problem = problemAt(1, 'import-no-original', { language: nameOf(language), found });
    return { roles: [], notices: [], problems: [problem] };
  }
  const areBothAlone =
    second !== undefined && isAlone(first, candidates) && isAlone(second, candidates);
  if (
    areBothAlone &&
    second.draft.translators.length === 0 &&
    first.draft.translators.length === 0
  ) {
    const titles = [first, second].map(({ draft }) => `“${titleOf(draft)}”`);
    const [a = '', b = ''] = titles;
    const hint = 'Import one of them first, and then the other into the same article.';
    const args = { first: a, second: b, hint };
    return { roles: [], notices: [], problems: [problemAt(1, 'import-two-originals', args)] };
  }
  return withOriginal(candidates, first, {});
}

/** The original by what the texts show, most telling first; without a reason where nothing is open. */
function guessOriginal(
  candidates: readonly Candidate[],
  existing: readonly ExistingText[],
): { candidate: Candidate; reason?: string } | undefined {
  const own = candidates.filter(({ draft }) => draft.translators.length === 0 && !saysFrom(draft));
  const [only, ...others] = candidates;
  if (only && others.length === 0) {
    if (own.length !== 1) return undefined;
    if (existing.length === 0) return { candidate: only };
    const language = primaryLanguage(only.draft.lang);
    const isOther = existing.every(({ lang }) => primaryLanguage(lang) !== language);
    // A text that was imported before what it renders was taken for a version.
    return isOther && only.draft.authors.length === 0
      ? { candidate: only, reason: 'the texts that were there are in another language' }
      : undefined;
  }
  const languages = new Set(candidates.map(({ draft }) => draft.lang));
  const told = candidates
    .map(({ draft }) => saysFrom(draft))
    .find((lang) => lang !== undefined && languages.has(lang));
  const from = candidates.find(({ draft }) => draft.lang === told);
  if (from) return { candidate: from, reason: `another text says that it is translated from it` };
  const left = new Set(own.map(({ draft }) => draft.lang));
  if (left.size === 1 && left.size < languages.size) {
    const [first] = preferTogether(own, candidates);
    return first && { candidate: first, reason: 'the other text names a translator' };
  }
  const pool = own.length > 0 ? own : candidates;
  const notLatin = pool.filter(({ draft }) => scriptOf(sampleOf(draft)) !== 'Latn');
  const [inOther] = preferTogether(notLatin, candidates);
  const latin = candidates.filter((one) => !notLatin.includes(one));
  if (inOther && latin.some(({ draft }) => isRomanised(draft))) {
    return { candidate: inOther, reason: 'the other text romanises its names' };
  }
  if (inOther && latin.length > 0) {
    return { candidate: inOther, reason: 'it is the one that is not in Latin script' };
  }
  const [first] = preferTogether(pool, candidates);
  return first && { candidate: first, reason: 'it stands first' };
}

function withOriginal(
  candidates: readonly Candidate[],
  original: Candidate | undefined,
  { reason, there }: { readonly reason?: string; readonly there?: ExistingText },
): Roles {
  const notices: Notice[] = [];
  const from = original?.draft.lang ?? there?.lang;
  const roles = candidates.map((candidate): Role => {
    if (candidate === original) {
      return { role: 'original', ...(reason !== undefined && { reason }) };
    }
    const { draft, document, hasImprint } = candidate;
    // What it renders is not at hand.
    if (from === undefined) return { role: 'version' };
    const isTogether = original?.document === document;
    const isSameLanguage = primaryLanguage(from) === primaryLanguage(draft.lang);
    const isOwn = !isTogether && hasImprint && draft.translators.length === 0;
    const role = isOwn || isSameLanguage ? 'version' : 'translation';
    if (!isTogether) {
      const args = { language: nameOf(draft.lang), role };
      notices.push({ code: 'role-decided', args });
    }
    return { role };
  });
  return { roles, notices, problems: [] };
}

/** A text that stands together with its translation is the one that was translated. */
function preferTogether(
  some: readonly Candidate[],
  all: readonly Candidate[],
): readonly Candidate[] {
  return [...some.filter((one) => !isAlone(one, all)), ...some.filter((one) => isAlone(one, all))];
}

function isAlone(one: Candidate, all: readonly Candidate[]): boolean {
  return all.every((other) => other === one || other.document !== one.document);
}

function isIn({ lang }: Draft, language: string): boolean {
  return lang === language || primaryLanguage(lang) === primaryLanguage(language);
}

/** Languages as English texts name them when they say what they were translated from. */
const SOURCES: Readonly<Record<string, string>> = {
  arabic: 'ar',
  persian: 'fa',
  farsi: 'fa',
  hebrew: 'he',
  urdu: 'ur',
  french: 'fr',
  german: 'de',
  english: 'en',
  turkish: 'tr',
  russian: 'ru',
  العربية: 'ar',
  الإنجليزية: 'en',
  الإنكليزية: 'en',
  الفرنسية: 'fr',
  العبرية: 'he',
  الفارسية: 'fa',
};

/** The language from which a text says that it was translated. */
function saysFrom(draft: Draft): string | undefined {
  const edges = [...draft.body.slice(0, 2), ...draft.body.slice(-2)].map(({ plain }) => plain);
  for (const words of [...draft.dropped, ...edges]) {
    if (words.length > 200) continue;
    const match =
      /\b(?:translat(?:ed|ion)|rendered) from (?:the )?(?:original )?(\p{L}+)|(?:ترجم\S*|نقل\S*|مترجم\S*) (?:عن|من) (?:اللغة )?(\p{L}+)/iu.exec(
        words,
      );
    const name = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
    if (Object.hasOwn(SOURCES, name)) return SOURCES[name];
  }
  return undefined;
}

/** Whether a text in Latin letters writes names as scholars romanise them. */
function isRomanised(draft: Draft): boolean {
  const letters = sampleOf(draft).match(/[ʿʾāīūḥṣḍṭẓġḫḏṯ]|(?<=[-\s])[‘ʻ]\p{Lu}/gu);
  return (letters?.length ?? 0) >= 3;
}

function sampleOf({ title, lede, body }: Draft): string {
  return [title ?? '', lede ?? '', ...body.slice(0, 20).map(({ plain }) => plain)].join('\n');
}

function titleOf({ title, body }: Draft): string {
  return (title ?? body[0]?.plain ?? '').slice(0, 60);
}

function nameOf(lang: string): string {
  return languageName(lang, 'en');
}
