/**
 * A moment as a blog’s database writes it, in the blog’s own time, in the form of the archive:
 * `2012-05-03 14:20:00` is `2012-05-03T14:20:00`. Null for none (`0000-00-00 00:00:00`).
 */
export function postDate(written: string): string | null {
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(written.trim()) ?? [];
  if (day === '' || day.startsWith('0000')) return null;
  return `${day}T${time}`;
}
