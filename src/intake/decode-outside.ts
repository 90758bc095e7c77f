import { decode } from '#compile/decode.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import type { OutsideFile } from './document.ts';
import { kindOfFile } from './kinds-of-files.ts';

/** A text that people read is never as long; exports of blogs, which can be, are read in pieces. */
export const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The words of a file from outside: UTF-8, or UTF-16 by its BOM or its zero bytes; line ends come
 * out as `\n`. Null with a problem that names what the file is, where it is anything else.
 */
export function decodeOutside(
  bytes: Uint8Array,
  name: string,
): { text: string | null; problems: LocalProblem[] } {
  const refuse = (problem: LocalProblem): { text: null; problems: LocalProblem[] } => ({
    text: null,
    problems: [problem],
  });
  if (bytes.length > MOST_BYTES) return refuse(tooLarge(bytes.length, name));
  const known = kindOfFile(bytes.subarray(0, 4096));
  if (known) return refuse(problemAt(1, 'import-other-kind', { name, ...known }));
  const utf16 = utf16In(bytes);
  if (utf16 !== undefined) {
    const text = decodeUtf16(bytes, utf16);
    return text === null || text.includes('\0')
      ? refuse(noText(name))
      : settle(text.replaceAll(/\r\n?/g, '\n'), name);
  }
  const { text, problems } = decode(bytes);
  if (text !== null) return text.includes('\0') ? refuse(noText(name)) : settle(text, name);
  if (bytes.includes(0)) return refuse(noText(name));
  const [first] = problems;
  const hint = hintFor(bytes);
  const before = (first?.args.before ?? '').replaceAll('\uFFFD', '').trim();
  const where = before === '' ? 'at the beginning of the line' : `behind “${before}”`;
  return refuse(problemAt(first?.line ?? 1, 'import-not-unicode', { where, hint }));
}

/** The words of a file that is read whole, with its bytes; what is too long is not read at all. */
export async function readWords(
  file: Pick<OutsideFile, 'name' | 'size' | 'bytes'>,
  most = MOST_BYTES,
): Promise<{ text: string | null; bytes: Uint8Array; problems: LocalProblem[] }> {
  if (file.size > most) {
    const problems = [tooLarge(file.size, file.name, most)];
    return { text: null, bytes: new Uint8Array(), problems };
  }
  const bytes = await file.bytes();
  return { ...decodeOutside(bytes, file.name), bytes };
}

/** The beginning of a file as words, for formats to recognise it by; what is not UTF-8 shows as �. */
export function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 64 * 1024);
  return new TextDecoder(utf16In(head) ?? 'utf-8').decode(head);
}

/** The problem of a file that no text can be. */
export function tooLarge(size: number, name: string, most = MOST_BYTES): LocalProblem {
  const inMegabytes = (count: number): string => String(Math.round(count / 1024 / 1024));
  const args = { name, size: inMegabytes(size), most: inMegabytes(most) };
  return problemAt(1, 'import-too-large', args);
}

function settle(text: string, name: string): { text: string | null; problems: LocalProblem[] } {
  return /\S/.test(text)
    ? { text, problems: [] }
    : { text: null, problems: [problemAt(1, 'import-empty', { name })] };
}

function noText(name: string): LocalProblem {
  const hint = 'Only words are imported.';
  return problemAt(1, 'import-other-kind', { name, kind: 'no text: it holds zero bytes', hint });
}

type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * UTF-16 by its BOM; else by its zero bytes, which stand on one side only. In Arabic they are
 * those of spaces and stops.
 */
function utf16In(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 40;
  if (odd > enough && even * 20 < odd) return 'utf-16le';
  if (even > enough && odd * 20 < even) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Encodings that texts of our languages had before Unicode, with the letters they would give. */
const LEGACY = [
  ['windows-1256', 'Arabic', /\p{Script=Arabic}/gu],
  ['windows-1255', 'Hebrew', /\p{Script=Hebrew}/gu],
  ['windows-1251', 'Cyrillic', /\p{Script=Cyrillic}/gu],
] as const;

/** Which encoding it may be: the one in which neighbours among the high bytes are letters. */
function hintFor(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 64 * 1024);
  const runs = new TextDecoder('latin1').decode(sample).match(/[\x80-\xFF]{3,}/g) ?? [];
  const high = Uint8Array.from(runs.join(''), (letter) => letter.charCodeAt(0));
  for (const [encoding, script, letters] of LEGACY) {
    const found = new TextDecoder(encoding).decode(high).match(letters)?.length ?? 0;
    // In all three, the letters of Western words would be letters as well; but never in a row.
    if (high.length > 8 && found > high.length * 0.9) {
      return `It looks like ${script} in the encoding ${encoding}: open it with that, and save it as UTF-8.`;
    }
  }
  return 'Open it in your editor with its encoding (windows-1252, windows-1256 …), and save it as UTF-8.';
}
