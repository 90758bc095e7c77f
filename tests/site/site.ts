import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { workplaceOf } from '#astro/workplace.ts';
import { type Serving, serve } from '#cli/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** What a command came to. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the commands, as npm would. */
export function command(name: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('src/cli', `${name}.ts`), ...args], {
      cwd: PROJECT,
      env: { ...process.env, INIT_CWD: PROJECT },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (some: Buffer) => (stdout += some.toString()));
    child.stderr.on('data', (some: Buffer) => (stderr += some.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

/** A site that was really built and is really served. */
export interface Site extends Serving {
  readonly out: string;
  /** Opens a page of it and says what the page complained of. */
  readonly open: (
    browser: Browser,
    path: string,
    options?: BrowserContextOptions,
  ) => Promise<OpenPage>;
}

export interface OpenPage {
  readonly page: Page;
  /** Console errors, broken requests, and requests to other hosts. */
  readonly complaints: readonly string[];
}

/**
 * Builds an archive into a temporary folder and serves it. What is built is a copy: tests run side by
 * side, and an archive can be built once at a time.
 */
export async function siteOf(content: string, base = '/'): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-site-'));
  const [copy, out] = [join(folder, 'content'), join(folder, 'site')];
  await cp(content, copy, { recursive: true });
  await build(copy, out, base);
  return served(out, base, async () => {
    await rm(dirname(workplaceOf(copy, 'build').own), { recursive: true, force: true });
    await rm(folder, { recursive: true });
  });
}

/** Under this path the sample is built once for all tests of a run that change nothing in it. */
export const SAMPLE_BASE = '/sub/';

/** Serves the sample, which the first test of a run that asks for it builds; others wait for it. */
export async function sampleSite(): Promise<Site> {
  const folder = inject('sampleFolder');
  const [begun, out] = [join(folder, 'begun'), join(folder, 'site')];
  // A build takes its place as a whole, so what is there is whole.
  while (!existsSync(out)) {
    const isFirst = await mkdir(begun).then(
      () => true,
      () => false,
    );
    if (!isFirst) await rest(100);
    else await build(join(PROJECT, 'content'), out, SAMPLE_BASE).finally(() => rmdir(begun));
  }
  return served(out, SAMPLE_BASE, () => Promise.resolve());
}

async function build(content: string, out: string, base: string): Promise<void> {
  const { status, stderr } = await command(
    'build',
    '--content',
    content,
    '--out',
    out,
    '--base',
    base,
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}

async function served(out: string, base: string, cleanUp: () => Promise<void>): Promise<Site> {
  const serving = await serve(out, base, 0);
  return {
    ...serving,
    out,
    open: (browser, path, options) => open(browser, serving.url + path, options),
    close: async () => {
      await serving.close();
      await cleanUp();
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || origin === new URL(url).origin;
    if (!isOwn) complaints.push(`asks another host: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, complaints };
}
