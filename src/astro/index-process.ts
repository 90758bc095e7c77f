import type { Progress } from './progress.ts';
import type { IndexingMessage, IndexingOrder } from './indexing.ts';
import { indexTexts } from './index-texts.ts';
import { expectShortLives } from './short-lives.ts';
import { folderCache } from '#search/build/folder-cache.ts';

/*
 * The process beside a build that makes its search index: it gets one order and tells how far it is.
 * It ends when it is told to, or when the build does.
 */

expectShortLives();

function tell(message: IndexingMessage): void {
  process.send?.(message);
}

const progress: Progress = {
  phase: (name, unit) => {
    tell({ is: 'begin', name, unit });
    return {
      advance: (done, total) => {
        tell({ is: 'advance', name, done, total });
      },
      end: () => {
        tell({ is: 'end', name });
      },
    };
  },
};

process.once('message', ({ texts, compiled, cache, indexer, folder }: IndexingOrder) => {
  indexTexts({ texts, compiled, cache: folderCache(cache), indexer, progress }, folder)
    .then((indexed) => {
      tell({ is: 'done', indexed });
    })
    .catch((error: unknown) => {
      tell({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
    });
});
process.once('disconnect', () => {
  process.exit();
});
