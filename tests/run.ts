import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';
import { findFirefox } from './firefox.ts';

/**
 * Every check and test: the code, the units, and whole sites in real browsers. On Debian as root a
 * missing browser is installed; elsewhere those that are there are used. Without any Chromium
 * nothing can be tested; without Firefox its tests are left out, and say so.
 */
const steps: (() => boolean)[] = [
  () => runs('node', ['scripts/check-code.ts']),
  hasChromium,
  hasFirefoxIfItCan,
  () => runs('vitest', ['run', ...process.argv.slice(2)]),
];
// All of them, even if one fails: a report is worth more whole.
const passed = steps.map((step) => step());
if (passed.includes(false)) process.exitCode = 1;

function hasChromium(): boolean {
  if (findChromium() !== undefined || installs('chromium')) return true;
  console.error(
    'No Chromium or Chrome was found. Install one, or name it in the environment variable CHROMIUM.',
  );
  return false;
}

function hasFirefoxIfItCan(): boolean {
  if (findFirefox() !== undefined || installs('firefox-esr')) return true;
  console.warn(
    'Skipped: the tests in Firefox. Install it, or name it in the environment variable FIREFOX.',
  );
  return true;
}

/** Installs a package where that is possible without asking: on Debian, as root. */
function installs(name: string): boolean {
  const canInstall = process.getuid?.() === 0 && runs('apt-get', ['--version'], 'ignore');
  if (!canInstall) return false;
  console.log(`> Installing ${name} for the tests`);
  return (
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
  );
}

function runs(
  command: string,
  args: readonly string[],
  stdio: 'inherit' | 'ignore' = 'inherit',
): boolean {
  const { status } = spawnSync(command, args, {
    stdio,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
