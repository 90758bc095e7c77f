import { problemToLine } from '#model/report.ts';
import { languageName } from '#text/language.ts';
import type { Imported, ImportedText, Outcome } from './import-files.ts';
import { NOTICES, noticeToWords, type Notice } from './notices.ts';
import { hasErrors } from './plan-article.ts';
import { toTable } from './table.ts';
import { takenToLine } from './taken.ts';

const SIGNS = { decided: ' ', unsure: '?', look: '!' } as const;
/** Decisions of one sort in one document that are told one by one. */
const MOST_OF_A_SORT = 5;

/** What became of a document, for the editor: what was decided, what is unsure, what to look at. */
export function outcomeToReport(outcome: Outcome): string {
  return printable(outcomeToLines(outcome).join('\n'));
}

function outcomeToLines({
  path,
  name,
  became,
  format,
  article,
  texts,
  notices,
  problems,
  sameAs,
}: Outcome): string[] {
  const title = oneLine(path.endsWith(name) ? path : `${path}, ${name}`);
  if (sameAs !== undefined)
    return ['', title, `  is the same as ${sameAs}: nothing is imported twice.`];
  if (became === 'there')
    return ['', title, `  was imported before, to ${article ?? ''}: left as it is.`];
  if (became === 'failed') {
    const lines = problems.map(
      (problem) => `  ${problemToLine({ ...problem, file: oneLine(path) })}`,
    );
    return ['', title, '  was not imported.', ...lines];
  }
  const lines = ['', title, `  ${format} → articles/${article ?? ''}/`];
  for (const text of texts) lines.push(...textToLines(text));
  lines.push(...noticesToLines(notices, '  '));
  return lines;
}

function textToLines(text: ImportedText): string[] {
  const { id, lang, role, title, taken, paragraphs, dropped, notices, problems } = text;
  const facts = takenToLine(taken);
  const counts = [
    `${String(paragraphs)} paragraph${paragraphs === 1 ? '' : 's'}`,
    ...(dropped > 0 ? [`${String(dropped)} piece${dropped === 1 ? '' : 's'} dropped`] : []),
  ];
  const found = problems.map(
    (problem) => `    ! ${problemToLine({ ...problem, file: `${id}.md` })}`,
  );
  return [
    `  ${id}.md  ${role}, ${languageName(lang, 'en')}, ${counts.join(', ')}`,
    `    “${oneLine(title)}”`,
    ...(facts === undefined ? [] : [`    ${oneLine(facts)}`]),
    ...droppedToLines(text),
    ...noticesToLines(notices, '    '),
    ...shortened(found, '    '),
  ];
}

const MOST_SHOWN = 60;

function droppedToLines({ dropped, droppedWords }: ImportedText): string[] {
  if (droppedWords.length === 0) return [];
  const shown = droppedWords.map((words) => {
    const line = oneLine(words);
    return line.length <= MOST_SHOWN ? `“${line}”` : `“${line.slice(0, MOST_SHOWN - 1)}…”`;
  });
  return [`    dropped: ${shown.join(', ')}${dropped > shown.length ? ', …' : ''}`];
}

function oneLine(words: string): string {
  return words.replaceAll(/[\r\n\t]+/g, ' ');
}

/** What a terminal shows and never obeys. */
function printable(words: string): string {
  return words.replaceAll(/[^\P{Cc}\n]|[\u202A-\u202E]/gu, '\uFFFD');
}

function noticesToLines(notices: readonly Notice[], indent: string): string[] {
  const sorts = new Map<Notice['code'], Notice[]>();
  for (const notice of notices) {
    sorts.set(notice.code, [...(sorts.get(notice.code) ?? []), notice]);
  }
  const order = ['decided', 'unsure', 'look'];
  const kinds = [...sorts].sort(
    ([a], [b]) => order.indexOf(NOTICES[a].kind) - order.indexOf(NOTICES[b].kind),
  );
  return kinds.flatMap(([code, own]) =>
    shortened(
      own.map((notice) => {
        const line = notice.line === undefined ? '' : `line ${String(notice.line)}: `;
        return `${indent}${SIGNS[NOTICES[code].kind]} ${line}${noticeToWords(notice)}`;
      }),
      indent,
    ),
  );
}

function shortened(lines: readonly string[], indent: string): string[] {
  if (lines.length <= MOST_OF_A_SORT) return [...lines];
  const more = `${indent}  … and ${String(lines.length - MOST_OF_A_SORT)} more of this sort.`;
  return [...lines.slice(0, MOST_OF_A_SORT), more];
}

/** The end of the report: a table of all documents, and what is to be done next. */
export function importToReport(imported: Imported, content: string): string {
  const { outcomes, isNewArchive, redirects, notices, problems } = imported;
  const lines: string[] = [''];
  if (outcomes.length > 1) lines.push(toTable(HEAD, outcomes.map(rowOf)), '');
  lines.push(...problems.map(problemToLine));
  lines.push(...noticesToLines(notices, ''));
  const count = (became: Outcome['became']): number =>
    outcomes.filter((one) => one.became === became).length;
  const counts = [
    `${String(count('imported'))} imported`,
    ...(count('there') > 0 ? [`${String(count('there'))} there already`] : []),
    ...(count('failed') > 0 ? [`${String(count('failed'))} not imported`] : []),
  ];
  lines.push(`${counts.join(', ')}.`);
  if (redirects.length > 0) {
    const count = String(redirects.length);
    lines.push(
      redirects.length === 1
        ? 'redirects.yaml leads 1 old address to its article.'
        : `redirects.yaml leads ${count} old addresses to their articles.`,
    );
  }
  if (isNewArchive) {
    lines.push(
      `A new archive.yaml stands in ${content}: fill in title, url, publisher and licence, and add a contact.`,
    );
  }
  const texts = outcomes.flatMap((outcome) => outcome.texts);
  if (texts.some(hasErrors)) {
    lines.push('Some texts have errors, which stand above: mend them before you number.');
  }
  if (count('imported') > 0) {
    lines.push(
      'Signs: `?` may be otherwise, `!` is for you to look at.',
      `Next: look at the texts, then run npm run number ${optionFor(content)}, which gives every paragraph its id.`,
    );
  }
  return printable(lines.join('\n'));
}

/** What names the archive in a command. */
function optionFor(content: string): string {
  return `-- --content ${/\s/.test(content) ? `"${content}"` : content}`;
}

const HEAD = ['file', 'article', 'texts', 'languages', 'dropped', 'to look at'];

function rowOf({ path, name, became, article, texts, notices }: Outcome): string[] {
  const all = [...notices, ...texts.flatMap((text) => text.notices)];
  const open = all.filter(({ code }) => NOTICES[code].kind !== 'decided').length;
  const found = texts.reduce((sum, { problems }) => sum + problems.length, 0);
  const dropped = texts.reduce((sum, text) => sum + text.dropped, 0);
  return [
    path.endsWith(name) ? path : `${path}, ${name}`,
    became === 'failed' ? 'not imported' : (article ?? ''),
    became === 'there' ? 'there already' : texts.map(({ id }) => id).join(' '),
    [...new Set(texts.map(({ lang }) => lang))].join(' '),
    became === 'imported' ? String(dropped) : '',
    became === 'imported' ? String(open + found) : '',
  ];
}
