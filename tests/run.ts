import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

/**
 * Every check and test: the code, the units, and whole sites in a real browser. On Debian as root a
 * missing browser is installed; elsewhere a Chrome or Chromium that is there is used.
 */
const steps: (() => boolean)[] = [
  () => runs('node', ['scripts/check-code.ts']),
  hasBrowser,
  () => runs('vitest', ['run', ...process.argv.slice(2)]),
];
// All of them, even if one fails: a report is worth more whole.
const passed = steps.map((step) => step());
if (passed.includes(false)) process.exitCode = 1;

function hasBrowser(): boolean {
  if (findChromium() !== undefined) return true;
  const canInstall = process.getuid?.() === 0 && runs('apt-get', ['--version'], 'ignore');
  if (!canInstall) {
    console.error(
      'No Chromium or Chrome was found. Install one, or name it in the environment variable CHROMIUM.',
    );
    return false;
  }
  console.log('> Installing Chromium for the tests');
  return (
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
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
