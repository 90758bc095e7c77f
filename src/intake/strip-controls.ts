import { bidiControlsIn } from '#text/bidi.ts';
import type { Fact, OutsideBlock, OutsideDocument } from './document.ts';
import type { Notice } from './notices.ts';

const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A document without invisible direction controls, which come along when words are pasted. */
export function stripControls(document: OutsideDocument): OutsideDocument {
  let count = 0;
  const strip = (words: string): string =>
    words.replaceAll(CONTROLS, () => {
      count += 1;
      return '';
    });
  let line: number | undefined;
  const blocks = document.blocks.map((block): OutsideBlock => {
    if (bidiControlsIn(block.markdown).length === 0) return block;
    line ??= block.line;
    return {
      ...block,
      markdown: strip(block.markdown),
      plain: block.plain.replaceAll(CONTROLS, ''),
    };
  });
  const facts = document.facts.map((fact): Fact => ({ ...fact, value: strip(fact.value) }));
  const dropped = document.dropped.map(strip);
  if (count === 0) return document;
  const code = 'bidi-controls-removed';
  const notice: Notice = {
    code,
    args: { count: String(count) },
    ...(line !== undefined && { line }),
  };
  return { ...document, blocks, facts, dropped, notices: [...document.notices, notice] };
}
