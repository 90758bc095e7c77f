import { join, relative, sep } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { memoryOf } from '#compile/memory.ts';
import { isError, type Problem } from '#model/problem.ts';
import { problemsToReport } from '#model/report.ts';
import type { LoadedArchive } from '#pipeline.ts';
import type { Permanence } from '#register/permanence.ts';
import { failedPage } from './failed-page.ts';
import { prepareBundle } from './bundled-pages.ts';
import { compileArchive } from './compile-archive.ts';
import { completeSite, indexArchive, type SiteParts, writeOtherFiles } from './complete-site.ts';
import { ConcordanceWriter } from './concordance.ts';
import { type Release, takeLock } from './lock.ts';
import { madeFilesWhileEditing, type MadeFrom } from './made-files.ts';
import { picturesWhileEditing } from './pictures.ts';
import { changedFiles, type FileStates, fileStates } from './file-states.ts';
import { type KeptPages, keptPages, softwareOf } from './kept-pages.ts';
import { sparing } from './prerender.ts';
import { type Progress, QUIET } from './progress.ts';
import { putAtHand } from './archive-at-hand.ts';
import { type ArchiveRecords, recordsOf } from './records.ts';
import { startRendering } from './rendering.ts';
import { forgetSealed, nothingSealed } from '#register/sealed-texts.ts';
import { hasSamePages } from './same-pages.ts';
import { expectShortLives } from './short-lives.ts';
import { tracedArchive, type TracedArchive } from './traced-archive.ts';
import {
  checkOutput,
  discard,
  recover,
  type Staging,
  stagingFor,
  swap,
  writeManifest,
} from './staging.ts';
import type { ViteDevServer } from 'vite';
import { fileMakerFingerprint, PROJECT, type Workplace } from './workplace.ts';

export interface DiptychOptions {
  readonly work: Workplace;
  /** The base path; by default the path of the archive’s `url`. */
  readonly base?: string | undefined;
  readonly progress: Progress;
  /** Takes the report of a build or check; by default it goes to standard error. */
  readonly report?: (text: string) => void;
  /** Hears what was built, when it is in its place. */
  readonly onBuilt?: (built: BuiltArchive) => void;
  /** Hears where the archive is served while it is being edited. */
  readonly onServing?: (url: string) => void;
}

/** An archive that was built. */
export interface BuiltArchive {
  readonly catalogue: Catalogue;
  readonly permanence: Permanence;
  /** The base path of the site, with `/` at both ends. */
  readonly base: string;
}

const NOT_PUBLISHED = 'The archive has errors and was not published.';

/** The archive has errors and is not published; they have been reported. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/**
 * Joins the archive to Astro: compiles it before anything else, puts its records at hand for
 * pages, builds into a folder of its own, indexes the texts, and swaps as the last step.
 */
export function diptych(options: DiptychOptions): AstroIntegration {
  const { work } = options;
  const memory = memoryOf(filesOnDisk(work.content));
  const sealed = nothingSealed();
  let pages: KeptPages | undefined;
  let build: RunningBuild | undefined;
  let edited: LoadedArchive | undefined;
  let left: FileStates | undefined;
  let base = '/';
  const madeFrom = (): MadeFrom | undefined =>
    edited?.catalogue ? { ...edited, catalogue: edited.catalogue, base } : undefined;
  return {
    name: 'diptych',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        if (command === 'preview') return;
        const isBuild = command === 'build';
        if (isBuild) expectShortLives();
        const staging = isBuild ? stagingFor(outOf(config), work.build) : undefined;
        if (staging) checkOutput(staging, { content: work.content, project: PROJECT });
        const locks = lockAll(work, staging, command);
        if (staging) recover(staging);
        const cleanUp = staging && discardAtExit(staging, () => pages?.stop());

        if (command === 'dev') left = fileStates(work.content);
        const sorted = isBuild ? join(work.own, 'concordance') : undefined;
        const writer = sorted === undefined ? undefined : new ConcordanceWriter(sorted);
        const loaded = await compileArchive(work, memory, options.progress, {
          sealed,
          concordance: writer,
        });
        report(options, loaded.problems);
        if (!loaded.catalogue || (isBuild && loaded.problems.some(isError))) {
          throw new ArchiveError(NOT_PUBLISHED);
        }
        const { catalogue } = loaded;
        const shown = isBuild ? [] : loaded.problems;
        const places = {
          compiled: work.compiled,
          ...(sorted !== undefined && { concordance: sorted }),
          ...(writer && { passages: writer.hashes() }),
        };
        const records = recordsOf(loaded, catalogue, places, shown);
        const archive = tracedArchive(records);
        putAtHand(archive);
        edited = loaded;
        updateConfig(configFor(catalogue, work, staging, options, config));
        if (!isBuild) updateConfig({ vite: { plugins: [madeFilesWhileEditing(madeFrom)] } });
        if (staging && cleanUp) {
          const indexing = indexArchive(catalogue, work, options.progress);
          build = { staging, archive, records, loaded, catalogue, locks, cleanUp, indexing };
        }
      },
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:start': ({ address }) => {
        options.onServing?.(`http://localhost:${String(address.port)}${base}`);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!build) return;
        const { staging, archive, records, catalogue } = build;
        const { out, build: folder } = staging;
        const places = { out, build: folder, notes: join(work.own, 'pages.json') };
        const bundle = join(folder, '.prerender');
        const site = { build: folder, base, origin: new URL(catalogue.archive.url).origin };
        const software = () => ({
          pages: softwareOf(bundle),
          files: `${fileMakerFingerprint()} ${base}`,
        });
        const kept = () => (pages = keptPages(places, software(), archive));
        const help = () => startRendering({ bundle, records, site });
        const { progress } = options;
        const parts = build;
        setPrerenderer((usual) =>
          sparing(usual, {
            ...{ archive, site, kept, help, progress },
            prepare: () => prepareBundle(bundle),
            writeOtherFiles: (some) => writeOtherFiles(parts, work, base, some),
            failed: (path, why) => {
              report(options, [failedPage(catalogue, path, why)]);
              return new ArchiveError(NOT_PUBLISHED);
            },
          }),
        );
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(work.content);
        const changed = new Set<string>();
        const recompile = oneAtATime(async () => {
          // Many an editor empties a file before it writes it.
          await rest(20);
          for (const path of changed) {
            memory.forget(path);
            forgetSealed(sealed, path);
          }
          changed.clear();
          const before = edited;
          const loaded = await compileArchive(work, memory, QUIET, { sealed, before });
          report(options, loaded.problems);
          // Without a record of the archive, the pages stay what they were, and say what is wrong.
          const shown = loaded.catalogue ? loaded : before;
          if (!shown?.catalogue) return;
          edited = shown;
          const places = { compiled: work.compiled };
          putAtHand(tracedArchive(recordsOf(shown, shown.catalogue, places, loaded.problems)));
          showAnew(server, !before || !hasSamePages(before, shown));
        });
        const notice = (path: string): void => {
          changed.add(path);
          recompile();
        };
        server.watcher.on('all', (event, path) => {
          if (path !== work.content && !path.startsWith(work.content + sep)) return;
          // Version control takes the whole folder away and puts it back: nobody would watch the new one.
          if (event === 'unlinkDir' && path === work.content) server.watcher.add(work.content);
          notice(relative(work.content, path).replaceAll(sep, '/'));
        });
        // Nobody watched while the archive was compiled, which may have taken a minute.
        if (left) changedFiles(left, fileStates(work.content)).forEach(notice);
        left = undefined;
      },
      'astro:build:done': async () => {
        if (!build) return;
        if (!pages) throw new Error('Astro has made no pages.');
        const { staging, loaded, catalogue, locks, cleanUp } = build;
        await pages.settled();
        await completeSite(build, work, base);
        writeManifest(staging);
        swap(staging);
        pages.remember();
        process.off('exit', cleanUp);
        for (const release of locks) release();
        options.onBuilt?.({ catalogue, permanence: loaded.permanence, base });
      },
    },
  };
}

interface RunningBuild extends SiteParts {
  readonly staging: Staging;
  readonly archive: TracedArchive;
  readonly records: ArchiveRecords;
  readonly locks: readonly Release[];
  readonly cleanUp: () => void;
}

/** Has the pages that are open made anew, and the addresses gathered anew where some have come or gone. */
function showAnew({ environments }: ViteDevServer, gather: boolean): void {
  for (const [name, { hot }] of Object.entries(environments)) {
    if (name === 'client') hot.send({ type: 'full-reload', path: '*' });
    else if (gather) hot.send('astro:content-changed', {});
  }
}

function report(options: DiptychOptions, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const write = options.report ?? ((text: string) => void process.stderr.write(`${text}\n`));
  write(problemsToReport(problems));
}

/** Where the output goes: Astro takes `dist` from its root, people take it from the project. */
function outOf({ outDir, root }: AstroConfig): string {
  const usual = new URL('dist/', root);
  return outDir.href === usual.href ? join(PROJECT, 'dist') : fileURLToPath(outDir);
}

/** One command of a kind at a time on an archive, one build at a time into a folder. */
function lockAll(work: Workplace, staging: Staging | undefined, command: string): Release[] {
  if (command === 'sync') return [];
  const doing = command === 'build' ? 'building' : 'serving';
  const locks = [takeLock(join(work.own, 'lock'), `${doing} the archive ${work.content}`)];
  if (staging) locks.push(takeLock(staging.lock, `building into ${staging.out}`));
  return locks;
}

/** A build that fails leaves nothing half-written behind; one that is killed, the next one sweeps. */
function discardAtExit(staging: Staging, stop: () => void): () => void {
  const cleanUp = (): void => {
    stop();
    discard(staging);
  };
  process.on('exit', cleanUp);
  return cleanUp;
}

function configFor(
  { archive }: Catalogue,
  work: Workplace,
  staging: Staging | undefined,
  options: DiptychOptions,
  config: AstroConfig,
): Parameters<
  Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]['updateConfig']
>[0] {
  const address = new URL(archive.url);
  const base = options.base ?? (config.base === '/' ? address.pathname : config.base);
  const pages = join(work.content, 'pages');
  return {
    site: address.origin,
    base: base.replace(/\/*$/, '/'),
    ...(staging && { outDir: folderUrl(staging.build) }),
    cacheDir: folderUrl(join(work.own, 'astro')),
    vite: {
      cacheDir: join(work.own, 'vite'),
      plugins: [picturesWhileEditing(work.content)],
      define: {
        'import.meta.env.DIPTYCH_BASE': JSON.stringify(base.replace(/\/*$/, '/')),
        'import.meta.env.DIPTYCH_EDITING': JSON.stringify(staging === undefined),
        'import.meta.env.DIPTYCH_CONTENT': JSON.stringify(work.content),
        'import.meta.env.DIPTYCH_PAGES': JSON.stringify(folderUrl(pages).href),
      },
      server: { fs: { allow: [PROJECT, work.content] } },
    },
  };
}

function folderUrl(path: string): URL {
  return pathToFileURL(`${path}/`);
}

/** Runs a task now, and once more if it was asked for meanwhile. */
function oneAtATime(task: () => Promise<void>): () => void {
  let running = Promise.resolve();
  let waiting = 0;
  return () => {
    if (waiting > 0) return;
    waiting += 1;
    running = running
      .then(async () => {
        waiting -= 1;
        await task();
      })
      .catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
      });
  };
}
