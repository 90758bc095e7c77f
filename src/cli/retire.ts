import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { cacheOf, PROJECT, workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { survey } from '#compile/survey.ts';
import { didYouMean } from '#model/problem.ts';
import { REASONS } from '#model/schema/redirects.ts';
import { loadArchive } from '#pipeline.ts';
import { readAddress } from '#register/address.ts';
import { editionsWith } from '#register/edition.ts';
import type { Permanence } from '#register/permanence.ts';
import { stillHeldIn } from '#register/still-held.ts';
import { planRetire } from '#register/retire.ts';
import { carryOut } from './carry-out.ts';
import { finishChanges } from './change-files.ts';
import { holdCaches } from './erase-caches.ts';
import { FLAG, readOptions, UsageError } from './options.ts';
import { run } from './run.ts';
import { readDay } from './today.ts';

/**
 * Withdraws what stands at an address: a tombstone says what was there, since when it is gone and why.
 * With `--erase` the words go as well, and it is listed what still holds them.
 */
await run(async () => {
  const own = { why: 'REASON', note: 'WORDS', date: 'YYYY-MM-DD', copy: 'yes|no', erase: FLAG };
  const options = readOptions(process.argv.slice(2), ['content'], own, 'ADDRESS');
  const [address, ...more] = options.beside;
  const why = REASONS.find((reason) => reason === options.own.why);
  if (address === undefined || more.length > 0 || why === undefined) {
    const given = options.own.why ?? '';
    const reasons = `The reasons are ${REASONS.join(', ')}.`;
    const hint = given === '' ? reasons : didYouMean(given, REASONS, reasons);
    throw new UsageError(
      `Name an address and a reason: npm run retire -- /articles/letter/ --why privacy\n${hint}`,
    );
  }
  const { copy, note } = options.own;
  if (copy !== undefined && copy !== 'yes' && copy !== 'no') {
    throw new UsageError(`--copy ${copy} is not known. Write --copy yes or --copy no.`);
  }
  const erase = options.own.erase !== undefined;
  const date = readDay(options.own.date);
  const work = workplaceOf(options.content, 'retire');
  const release = takeLock(join(work.own, 'lock'), `withdrawing from ${work.content}`);
  const caches = erase ? holdCaches(work) : undefined;
  try {
    await finishChanges(work.content);
    const files = filesOnDisk(work.content);
    const cache = cacheOf(work);
    const before = await loadArchive(files, cache);
    const found = await survey(files);
    const plan = await planRetire(address, { files, found, why, date, note, copy, erase });
    const { notes, erased } = await carryOut(plan, before, work.content, files, cache);
    process.stdout.write([`${address} is gone (${why}).`, ...notes, ''].join('\n'));
    if (!erase) return;
    caches?.erase();
    const held = await stillHeldIn(filesOnDisk(work.content), erased);
    const named = readAddress(address);
    const addresses = addressesOf(named.address, before.permanence);
    const editions = editionsWith(before.permanence.editions, addresses);
    const site = join(PROJECT, 'dist');
    const lines = [
      ...held.map((file) => `${file} still holds words of it: look there yourself.`),
      ...(editions === undefined
        ? []
        : [
            `Copies, deposits and offline bundles of ${editions} still hold it, and so does version control.`,
          ]),
      ...(existsSync(join(site, named.address)) ? [`${site} still holds it: build again.`] : []),
    ];
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  } finally {
    caches?.release();
    release();
  }
});

/** An address with those from which it was moved. */
function addressesOf(address: string, { register, answer }: Permanence): ReadonlySet<string> {
  const former = [...register.keys()].filter((one) => {
    const found = answer(one);
    return found.as === 'page' && found.address === address;
  });
  return new Set([address, ...former]);
}
