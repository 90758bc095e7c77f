import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { articleAddress } from '#catalogue/addresses.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** Copies the pictures beside the texts into a build, byte for byte, to the addresses of their articles. */
export async function copyPictures(
  { articles }: Catalogue,
  content: string,
  build: string,
): Promise<void> {
  for (const { id, folder, pictures } of articles) {
    for (const picture of pictures) {
      const target = join(build, articleAddress(id), picture);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(content, folder, picture), target);
    }
  }
}

/** Serves the pictures at the same addresses while the archive is being edited. */
export function picturesWhileEditing(content: string): Plugin {
  const articles = join(content, 'articles') + sep;
  return {
    name: 'diptych-pictures',
    apply: 'serve',
    configureServer: ({ middlewares, config }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const [, path = ''] = pathname.split(`${config.base}articles/`);
        const type = TYPES[extname(path).toLowerCase()];
        const file = resolve(articles, decoded(path));
        if (type === undefined || !file.startsWith(articles)) {
          next();
          return;
        }
        readFile(file).then(
          (bytes) => response.writeHead(200, { 'content-type': type }).end(bytes),
          () => {
            next();
          },
        );
      });
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
