import { compileArticle } from '#compile/article.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { nameList } from '#compile/name-list.ts';
import type { CompileArticles } from '#pipeline.ts';
import type { CompilingMessage, CompilingOrder } from './compiling.ts';
import { cacheOf } from './workplace.ts';

/*
 * A process beside a build that compiles some of its articles: it hears of the archive first, then
 * of one part of the articles after another. It ends when it is told to, or when the build does.
 */

let compile: CompileArticles = () => Promise.reject(new Error('There is no archive yet.'));

process.on('message', (order: CompilingOrder) => {
  if (order.is === 'archive') compile = compilerOf(order);
  else {
    const { part, folders } = order;
    compile(folders)
      .then((compiled) => {
        tell({ is: 'done', part, compiled });
      })
      .catch((error: unknown) => {
        tell({ is: 'failed', part, why: error instanceof Error ? error.message : String(error) });
      });
  }
});
process.once('disconnect', () => {
  process.exit();
});

function compilerOf({
  work,
  entities,
}: Extract<CompilingOrder, { is: 'archive' }>): CompileArticles {
  const files = filesOnDisk(work.content);
  const cache = cacheOf(work);
  const names = nameList(entities, cache);
  return (folders) =>
    Promise.all(folders.map((folder) => compileArticle(folder, files, cache, names)));
}

function tell(message: CompilingMessage): void {
  process.send?.(message);
}
