import { spawnSync } from 'node:child_process';

/** Formatting, lint, types: every check of the code, all of them even if one fails. */
const CHECKS = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['astro', 'sync', '--silent', '--root', '.'],
  ['astro-check'],
  ['eslint', '.'],
] as const;

for (const [command, ...args] of CHECKS) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exitCode = 1;
}
