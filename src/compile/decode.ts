import { type LocalProblem, problemAt } from '#model/problem.ts';
import { bidiControlsIn } from '#text/bidi.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The words of a file: UTF-8, with or without a BOM; line ends come out as `\n`, so that lines
 * count the same whatever wrote them. Null with a problem where a byte is not UTF-8. Invisible
 * direction controls are named, wherever they stand.
 */
export function decode(bytes: Uint8Array): { text: string | null; problems: LocalProblem[] } {
  try {
    const words = UTF_8.decode(bytes);
    const text = words.replaceAll(/\r\n?/g, '\n');
    return { text, problems: invisibleControls(text) };
  } catch {
    return { text: null, problems: [firstFault(bytes)] };
  }
}

/** Where decoding goes wrong first, found by halving: the longest beginning that is UTF-8. */
function firstFault(bytes: Uint8Array): LocalProblem {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginningOfUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = bytes.subarray(0, good);
  const line = before.filter((byte) => byte === LINE_FEED).length + 1;
  const words = new TextDecoder().decode(before.subarray(before.lastIndexOf(LINE_FEED) + 1));
  return problemAt(line, 'not-utf8', { before: words.slice(-20).trim() });
}

const LINE_FEED = 0x0a;

function isBeginningOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function invisibleControls(text: string): LocalProblem[] {
  if (bidiControlsIn(text).length === 0) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      bidiControlsIn(line).map((name) => problemAt(index + 1, 'bidi-control', { name })),
    );
}
