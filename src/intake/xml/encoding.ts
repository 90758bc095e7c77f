/** How the bytes of an XML file become words. */
export interface XmlEncoding {
  /** As `TextDecoder` knows it. */
  readonly label: string;
  readonly stride: 1 | 2;
  readonly isBigEndian: boolean;
}

/** How many bytes of a file’s beginning tell its encoding. */
export const HEAD_OF_XML = 1024;

/**
 * The encoding of an XML file: by its byte order mark, by how its first sign is written, by its
 * declaration, else UTF-8. Null with its name where nothing here can read it.
 */
export function encodingOf(
  head: Uint8Array,
): { readonly encoding: XmlEncoding } | { readonly encoding: null; readonly name: string } {
  const [first = 0, second = 0] = head;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (isLittle || isBig) {
    const label = isBig ? 'utf-16be' : 'utf-16le';
    return { encoding: { label, stride: 2, isBigEndian: isBig } };
  }
  const beginning = new TextDecoder('latin1').decode(head);
  const declared = /^(?:ï»¿)?\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']+)["']/.exec(
    beginning,
  )?.[1];
  const name = beginning.startsWith('ï»¿') ? 'utf-8' : (declared ?? 'utf-8');
  // What is declared as UTF-16 and could be read as bytes up to here is not UTF-16.
  const label = /^(?:utf-?16|ucs-?2|unicode$)/i.test(name) ? 'utf-8' : name;
  try {
    return {
      encoding: { label: new TextDecoder(label).encoding, stride: 1, isBigEndian: false },
    };
  } catch {
    return { encoding: null, name };
  }
}
