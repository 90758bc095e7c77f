/** A file that is no text, recognised by how it begins. */
export interface KnownKind {
  /** With its article: `a PDF`. */
  readonly kind: string;
  /** What the editor does about it. */
  readonly hint: string;
}

const SAVE_AS_TEXT = 'Open it and save it as plain text (UTF-8) or as a web page (HTML).';
const UNPACK = 'Unpack it, and import the files in it.';
const COPY = 'Open it, copy its words into a text file, and import that.';
const PICTURE = 'Put it beside the text that shows it; only words are imported.';

/** How files begin, as bytes in Latin-1; the first that fits counts. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, kind: string, hint: string])[] = [
  [/^PK\x03\x04[^]{0,4000}?(?:word\/)/, 'a Word document (.docx)', SAVE_AS_TEXT],
  [/^PK\x03\x04[^]{0,4000}?(?:xl\/)/, 'a spreadsheet (.xlsx)', COPY],
  [/^PK\x03\x04[^]{0,4000}?(?:ppt\/)/, 'a presentation (.pptx)', COPY],
  [/^PK\x03\x04[^]{0,80}?application\/vnd\.oasis/, 'an OpenDocument file (.odt)', SAVE_AS_TEXT],
  [/^PK\x03\x04[^]{0,80}?application\/epub/, 'an EPUB book', UNPACK],
  [/^PK(?:\x03\x04|\x05\x06)/, 'a ZIP archive', UNPACK],
  [/^%PDF-/, 'a PDF', COPY],
  [/^\{\\rtf/, 'an RTF document', SAVE_AS_TEXT],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, 'an old Word or Office document (.doc)', SAVE_AS_TEXT],
  [/^\x1F\x8B/, 'a gzip archive', UNPACK],
  [/^BZh[1-9]1AY/, 'a bzip2 archive', UNPACK],
  [/^\xFD7zXZ\x00/, 'an xz archive', UNPACK],
  [/^7z\xBC\xAF\x27\x1C/, 'a 7-Zip archive', UNPACK],
  [/^Rar!\x1A\x07/, 'a RAR archive', UNPACK],
  [/^\x89PNG\r\n/, 'a picture (PNG)', PICTURE],
  [/^\xFF\xD8\xFF/, 'a picture (JPEG)', PICTURE],
  [/^GIF8[79]a/, 'a picture (GIF)', PICTURE],
  [/^RIFF[^]{4}WEBP/, 'a picture (WebP)', PICTURE],
  [/^RIFF[^]{4}/, 'a sound or film', 'Only words are imported.'],
  [/^(?:II\*\x00|MM\x00\*)/, 'a picture (TIFF)', PICTURE],
  [/^BM[^]{4}\x00\x00\x00\x00/, 'a picture (BMP)', PICTURE],
  [/^[^]{4}ftyp(?:avif|heic|mif1)/, 'a picture (AVIF or HEIC)', PICTURE],
  [/^[^]{4}ftyp/, 'a sound or film', 'Only words are imported.'],
  [/^(?:ID3|OggS|fLaC)/, 'a sound', 'Only words are imported.'],
  [/^bplist0/, 'a Safari web archive', 'Save the page as a web page (HTML source).'],
  [/^\x7FELF|^MZ[^]{58}/, 'a program', 'Only words are imported.'],
  [/^SQLite format 3\x00/, 'a database', 'Only words are imported.'],
];

/** A page saved with its pictures in one file; its head is that of a mail. */
const MHTML = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart\/related/i;

/**
 * What a file is that is no text, or undefined where it may be one.
 *
 * @param head its first bytes, a few thousand of them
 */
export function kindOfFile(head: Uint8Array): KnownKind | undefined {
  const beginning = new TextDecoder('latin1').decode(head.subarray(0, 4096));
  for (const [pattern, kind, hint] of BEGINNINGS) {
    if (pattern.test(beginning)) return { kind, hint };
  }
  if (MHTML.test(beginning.replaceAll('\r\n', '\n'))) {
    const hint = 'Save the page as “Web page, HTML only” or “complete”.';
    return { kind: 'a web page in one file (MHTML)', hint };
  }
  return undefined;
}
