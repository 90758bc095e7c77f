import { type LocalProblem, problemAt } from '#model/problem.ts';

/**
 * The words of a file: UTF-8, with or without a BOM; line ends come out as `\n`, so that lines
 * count the same whatever wrote them. Null with a problem where a byte is not UTF-8.
 */
export function decode(bytes: Uint8Array): { text: string | null; problems: LocalProblem[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll(/\r\n?/g, '\n'), problems: [] };
  } catch {
    const { offset, line } = firstFault(bytes);
    const byte = `${String(offset + 1)} (0x${(bytes[offset] ?? 0).toString(16)})`;
    return { text: null, problems: [problemAt(line, 'not-utf8', { byte })] };
  }
}

/** Where decoding goes wrong first, found by halving: the longest beginning that is UTF-8. */
function firstFault(bytes: Uint8Array): { offset: number; line: number } {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginningOfUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const line = bytes.subarray(0, good).filter((byte) => byte === 0x0a).length + 1;
  return { offset: good, line };
}

function isBeginningOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
