import type { OutsideBlock } from '#intake/document.ts';

/** A line of the head of a mail: what it is about, or whom it concerns. */
export interface MailLine {
  readonly kind: 'subject' | 'address';
  readonly label: string;
  readonly words: string;
}

const LINE =
  /^((?:subject|betreff|objet|الموضوع|موضوع|נושא)\s*[:：])\s*(\S.*)$|^((?:from|to|cc|bcc|reply-to|von|an|de|à|من|إلى|از|به|מאת|אל)\s*[:：])\s*(\S.*)$/iu;

/**
 * The head of a mail that was copied with it, by block: at least two of its lines stand at the very
 * beginning, one of them with an address or the subject.
 */
export function readMailHead(blocks: readonly OutsideBlock[]): ReadonlyMap<OutsideBlock, MailLine> {
  const found = new Map<OutsideBlock, MailLine>();
  for (const block of blocks.slice(0, 8)) {
    const match = block.plain.includes('\n') ? null : LINE.exec(block.plain);
    if (!match) continue;
    const [, subject, about = '', address = '', who = ''] = match;
    const hasSubject = [...found.values()].some(({ kind }) => kind === 'subject');
    if (subject !== undefined && hasSubject) break;
    if (subject === undefined) found.set(block, { kind: 'address', label: address, words: who });
    else found.set(block, { kind: 'subject', label: subject, words: about });
  }
  const lines = [...found.values()];
  const isMail =
    lines.length >= 2 && lines.some(({ kind, words }) => kind === 'subject' || words.includes('@'));
  return isMail ? found : new Map();
}
