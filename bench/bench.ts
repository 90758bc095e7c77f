import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem, type } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { format, resolveConfig } from 'prettier';
import { workplaceOf } from '#astro/workplace.ts';
import { textAddress } from '#catalogue/addresses.ts';
import { readOptions, UsageError } from '#cli/options.ts';
import { run } from '#cli/run.ts';
import type { ArticleId, TextId } from '#model/ids.ts';
import { makeArticle } from './article.ts';
import { writeCorpus } from './corpus.ts';
import { edit } from './edit.ts';
import { type CorpusEntities, corpusEntities, ENTITIES } from './entities.ts';
import { type BuildFigures, measureBuild } from './measure-build.ts';
import { measureDev } from './measure-dev.ts';
import { HEAD, type Machine, resultsToMarkdown, UNLISTED, withSection } from './results.ts';
import { sizeOf, without } from './size.ts';

/** Makes a corpus, measures builds and edits on it, and writes `RESULTS.md`. */
await run(async () => {
  const { own } = readOptions(process.argv.slice(2), [], {
    articles: 'N',
    entities: 'N',
    corpus: 'DIR',
  });
  const articles = readCount('articles', own.articles ?? '1000');
  const wanted = own.entities === undefined ? undefined : readCount('entities', own.entities);
  const entities = wanted === undefined ? ENTITIES : corpusEntities(wanted);
  const folder =
    own.corpus === undefined
      ? join(tmpdir(), 'diptych-bench', String(articles))
      : resolve(process.env.INIT_CWD ?? process.cwd(), own.corpus);
  const former = await formerRuns(folder);
  const run = join(folder, `run-${new Date().toISOString().replaceAll(':', '-')}`);
  const machine = thisMachine();

  const text = firstText(entities);
  const builds = new Map<string, BuildFigures>();
  const build = async (name: string, content: string, site: string): Promise<void> => {
    const figures = await measureBuild(content, site);
    builds.set(name, figures);
    await until(() => !existsSync(trashOf(content)));
    say(`${name}: ${figures.whole.wall.toFixed(1)} s`);
  };
  const make = async (name: string, isListed: boolean): Promise<string> => {
    const content = join(run, name);
    say(`${String(articles)} articles are made in ${content}`);
    await writeCorpus(content, articles, { entities, isListed });
    return content;
  };
  const [content, site] = [join(run, 'content'), join(run, 'site')];
  const [unlisted, siteOfUnlisted] = [join(run, 'unlisted'), join(run, 'site-of-unlisted')];
  try {
    // Whatever is made is made before anything is measured, and removed when all is measured: some
    // disks are slow to make files while they remember those that were removed a minute ago.
    await make('content', true);
    if (wanted !== undefined) {
      await make('unlisted', false);
      await build(UNLISTED, unlisted, siteOfUnlisted);
    }
    const corpus = await sizeOf(content);
    await build('cold', content, site);
    await build('warm', content, site);
    const restore = await edit(join(content, text.file), 'edited');
    await build('one edit', content, site);
    await restore();
    const index = await sizeOf(join(site, 'pagefind'));
    const written = new Map([
      ['compile (cached)', await sizeOf(workplaceOf(content, 'build').compiled)],
      ['render', without(await sizeOf(site), index)],
      ['index', index],
    ]);
    say('npm run dev is measured');
    const dev = await measureDev(content, join(content, text.file), text.path);
    const section = resultsToMarkdown({
      articles,
      ...(wanted !== undefined && { entities: wanted }),
      date: new Date().toISOString().slice(0, 10),
      machine,
      corpus,
      builds,
      written,
      dev,
    });
    process.stdout.write(`\n${section}\n`);
    await record(section);
  } finally {
    await Promise.all([content, unlisted].map(forget));
    for (const one of former) await rm(join(folder, one), { recursive: true });
  }
});

function readCount(option: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--${option} ${value} is no number of ${option}: --${option} 1000`);
}

/** The folders of earlier runs. What the bench did not write, it does not touch. */
async function formerRuns(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.every((name) => /^run-[\dTZ.-]+$/.test(name))) return names;
  throw new UsageError(
    `${folder} holds other things than runs of the bench. Name another with --corpus.`,
  );
}

/** Removes all caches of the corpus, so that a build is cold. */
async function forget(content: string): Promise<void> {
  await rm(dirname(workplaceOf(content, 'build').own), { recursive: true, force: true });
}

/** The text that is edited: the first article’s English one. */
function firstText(entities: CorpusEntities): { file: string; path: string } {
  const { id } = makeArticle(0, entities);
  return {
    file: join('articles', id, 'en.md'),
    path: textAddress(id as ArticleId, 'en' as TextId),
  };
}

/** Where builds put the former site, which a process of its own removes. */
function trashOf(content: string): string {
  return join(workplaceOf(content, 'build').own, 'trash');
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await rest(100);
}

function thisMachine(): Machine {
  return {
    system: type(),
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
  };
}

async function record(section: string): Promise<void> {
  const path = join(import.meta.dirname, 'RESULTS.md');
  const former = existsSync(path) ? await readFile(path, 'utf8') : HEAD;
  const options = { ...(await resolveConfig(path)), parser: 'markdown' };
  await writeFile(path, await format(withSection(former, section), options));
  say(`The figures are in ${path}`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
