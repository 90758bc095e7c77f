import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
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

/** Builds an archive into a temporary folder and serves it. */
export async function siteOf(content: string, base = '/'): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-site-'));
  const out = join(folder, 'site');
  await build(content, out, base);
  return served(out, base, () => rm(folder, { recursive: true }));
}

/** Under this path the sample is built once for all tests of a run that change nothing in it. */
export const SAMPLE_BASE = '/sub/';

/** Serves the sample, which the first test of a run that asks for it builds. */
export async function sampleSite(): Promise<Site> {
  const out = join(inject('sampleFolder'), 'site');
  // A build takes its place as a whole, so what is there is whole.
  if (!existsSync(out)) await build(join(PROJECT, 'content'), out, SAMPLE_BASE);
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
