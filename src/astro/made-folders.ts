import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes the folders of files below a folder, each once. */
export function folderMaker(root: string): (file: string) => void {
  const made = new Set<string>();
  return (file) => {
    const folder = dirname(file);
    if (made.has(folder)) return;
    made.add(folder);
    mkdirSync(join(root, folder), { recursive: true });
  };
}
