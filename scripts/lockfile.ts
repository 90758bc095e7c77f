import { z } from 'astro/zod';

/*
 * A registry that mirrors another may lack packages for platforms that nobody there uses. `npm
 * install` then writes a lockfile without them, and `npm ci` refuses it everywhere. The entries can
 * be told from what depends on them, so they are added: `npm ci` checks names and versions, and
 * downloads an optional package only where its `os` and `cpu` fit.
 */

const entry = z.looseObject({
  version: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
export const lockfile = z.looseObject({ packages: z.record(z.string(), entry) });
export type Lockfile = z.output<typeof lockfile>;

/** An entry for a package that the registry did not have. */
export interface PlatformEntry {
  readonly version: string;
  readonly optional: true;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** The entries that a lockfile lacks, by their paths. Throws for a dependency that names no version. */
export function missingEntries({ packages }: Lockfile): Map<string, PlatformEntry> {
  const missing = new Map<string, PlatformEntry>();
  const versionAt = (path: string): string | undefined =>
    packages[path]?.version ?? missing.get(path)?.version;
  for (const [from, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const paths = placesFor(from, name);
      const found = paths.find((path) => versionAt(path) !== undefined);
      if (found !== undefined && (versionAt(found) === version || !isExact(version))) continue;
      if (!isExact(version))
        throw new Error(`${from} needs ${name} ${version}: no version to add.`);
      const top = paths.at(-1) ?? `node_modules/${name}`;
      const nested = `${from}/node_modules/${name}`;
      missing.set(found === undefined ? top : nested, platformEntry(name, version));
    }
  }
  return missing;
}

/** The lockfile with what it lacked, its packages in npm’s order. */
export function completed(lock: Lockfile): Lockfile {
  const added = [...missingEntries(lock)].map(([path, one]) => [path, { ...one }] as const);
  const packages = { ...lock.packages, ...Object.fromEntries(added) };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Where Node looks for a package, from inside another: the nearest place first. */
function placesFor(from: string, name: string): string[] {
  const folders = [from];
  for (let path = from; path.includes('/node_modules/');) {
    path = path.slice(0, path.lastIndexOf('/node_modules/'));
    folders.push(path);
  }
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].map(
    (path) => path.replace(/^\//, ''),
  );
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);
}

const SYSTEMS: Readonly<Record<string, string>> = { windows: 'win32', wasi: '' };
const OS = /\b(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows)\b/;
const CPU = /\b(arm64|x64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32)\b/;
const LIBC: Readonly<Record<string, string>> = { gnu: 'glibc', musl: 'musl' };

/** The platform that a package is for, by its name: `@pagefind/windows-x64`, `…-linux-x64-gnu`. */
function platformEntry(name: string, version: string): PlatformEntry {
  const os = OS.exec(name)?.[1];
  const cpu = CPU.exec(name)?.[1];
  const libc = LIBC[/-(gnu|musl)$/.exec(name)?.[1] ?? ''];
  return {
    version,
    optional: true,
    ...(os !== undefined && { os: [SYSTEMS[os] ?? os] }),
    ...(cpu !== undefined && { cpu: [cpu] }),
    ...(libc !== undefined && { libc: [libc] }),
  };
}
