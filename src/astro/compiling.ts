import type { FreshArticle } from '#compile/article.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { type Helper, startHelper } from './helper.ts';
import type { Workplace } from './workplace.ts';

/** To compile articles of an archive. */
export interface Compiling {
  readonly about: { readonly work: Workplace; readonly entities: readonly EntitySummary[] };
  readonly item: ArticleFolder;
  readonly result: FreshArticle;
}

/** Starts a process that compiles articles of an archive as this one does. */
export function startCompiling(about: Compiling['about']): Helper<Compiling> {
  return startHelper<Compiling>('compile-process.ts', about);
}
