import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The one version of Pagefind whose index format the merge knows. The format is Pagefind’s own
 * affair and may change with any release, so `package.json` names the same version exactly.
 */
export const PAGEFIND_VERSION = '1.6.0';

/** Throws where the Pagefind that is installed is of another version. */
export function checkPagefind(installed = installedVersion()): void {
  if (installed === PAGEFIND_VERSION) return;
  throw new Error(
    `Pagefind ${installed} is installed, but Diptych joins indexes in the format of ${PAGEFIND_VERSION}. ` +
      'Run `npm ci`, which installs the right one.',
  );
}

/**
 * Throws where an index was written by another version of Pagefind.
 *
 * @param version as the index says
 * @param what the index, for the message
 */
export function checkIndexVersion(version: string, what: string): void {
  if (version === PAGEFIND_VERSION) return;
  throw new Error(
    `${what} was written by Pagefind ${version}, and indexes of different versions cannot be joined: ` +
      `${PAGEFIND_VERSION} is wanted. Run \`npm ci\`, and see whether PAGEFIND_BINARY_PATH names another program.`,
  );
}

function installedVersion(): string {
  const manifest = fileURLToPath(new URL('../package.json', import.meta.resolve('pagefind')));
  const value: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const isManifest = typeof value === 'object' && value !== null && 'version' in value;
  return isManifest ? String(value.version) : 'of no version';
}
