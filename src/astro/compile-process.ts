import { compileArticle } from '#compile/article.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { nameList } from '#compile/name-list.ts';
import type { Compiling } from './compiling.ts';
import { help } from './helper.ts';
import { cacheOf } from './workplace.ts';

/* A process beside a build that compiles some of its articles. */

help<Compiling>(({ work, entities }) => {
  const files = filesOnDisk(work.content);
  const cache = cacheOf(work);
  const names = nameList(entities, cache);
  return (folders) =>
    Promise.all(folders.map((folder) => compileArticle(folder, files, cache, names)));
});
