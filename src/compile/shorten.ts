/** Words of an archive as a problem shows them: in one line, and at most 60 characters. */
export function shorten(value: string): string {
  const oneLine = value.replaceAll(/\s+/g, ' ').trim();
  return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine;
}
