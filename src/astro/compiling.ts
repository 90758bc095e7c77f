import type { FreshArticle } from '#compile/article.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { type Helper, startHelper } from './helper.ts';
import type { Workplace } from './workplace.ts';

/** What a process that helps to compile has to know. */
export interface Compiling {
  readonly work: Workplace;
  readonly entities: readonly EntitySummary[];
}

/** Starts a process that compiles articles of an archive as this one does. */
export function startCompiling(about: Compiling): Helper<ArticleFolder, FreshArticle> {
  return startHelper('compile-process.ts', about);
}
