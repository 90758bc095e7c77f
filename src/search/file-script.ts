/*
 * Files as classic scripts: `file://` forbids `fetch` and modules, and allows these. The script of a
 * file is one call that gives the file’s content by its path. Programs are given as they are, bytes
 * in base64, and so is JSON, which is deflated first (RFC 1951): a table of ten thousand articles is
 * a quarter of its size then.
 */

/** The function of the page that the script of a file calls. */
export const FILE_CALL = 'diptychFile';

/** Where the script of a file stands: beside it. */
export function scriptOf(file: string): string {
  return `${file}.js`;
}

/** The script that gives a file. @param file its path below the base */
export function fileScript(file: string, content: string): string {
  return `${FILE_CALL}(${literal(file)},${literal(content)})\n`;
}

/** In single quotes, because JSON is full of the others. */
function literal(words: string): string {
  const escaped = words
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
  return `'${escaped}'`;
}
