import { decode } from '#compile/decode.ts';
import type { Notice } from '#intake/notices.ts';
import type { LocalProblem } from '#model/problem.ts';

/** Where browsers look for a declaration, and somewhat beyond. */
const HEAD = 4096;
const DECLARED =
  /<meta[^>]{1,400}?charset\s*=\s*["']?\s*([\w:-]{1,40})|<\?xml[^>]{1,200}?encoding=["']([\w-]{1,40})/i;

/** The words of a page, or null with what is wrong; line ends come out as `\n`. */
export function decodePage(bytes: Uint8Array): {
  readonly text: string | null;
  readonly notices: readonly Notice[];
  readonly problems: readonly LocalProblem[];
} {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return inEncoding(bytes, marked, []);
  const { text, problems } = decode(bytes);
  const declared = declaredEncoding(bytes);
  // Bytes that are UTF-8 throughout are so, whatever a page says: browsers save pages as UTF-8.
  if (text !== null && declared !== 'iso-2022-jp') return { text, notices: [], problems: [] };
  if (declared === undefined || declared === 'utf-8') return { text: null, notices: [], problems };
  return inEncoding(bytes, declared, [
    { code: 'page-in-old-encoding', args: { encoding: declared } },
  ]);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const [, inMeta, inXml] = DECLARED.exec(head) ?? [];
  try {
    return new TextDecoder(inMeta ?? inXml ?? '').encoding;
  } catch {
    return undefined;
  }
}

function inEncoding(
  bytes: Uint8Array,
  encoding: string,
  notices: readonly Notice[],
): ReturnType<typeof decodePage> {
  const text = new TextDecoder(encoding).decode(bytes).replaceAll(/\r\n?/g, '\n');
  return { text, notices, problems: [] };
}
