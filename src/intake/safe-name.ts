const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MOST_BYTES = 100;

/**
 * A name that every file system takes, as near as can be to one from outside: without folders,
 * without signs that a system forbids, at most 100 bytes long.
 */
export function safeName(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"|?*]+/gu, '-')
    .replaceAll(/^[\s.-]+|[\s.]+$/g, '');
  const named = bare === '' ? 'document' : RESERVED.test(bare) ? `file-${bare}` : bare;
  return shorten(named);
}

/** The beginning that fits, with the ending of the name kept. */
function shorten(name: string): string {
  const bytes = (words: string): number => new TextEncoder().encode(words).length;
  if (bytes(name) <= MOST_BYTES) return name;
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,10})$/.exec(name) ?? [];
  let stem = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    if (bytes(stem + letter + ending) > MOST_BYTES) break;
    stem += letter;
  }
  return stem + ending;
}
