import { resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { compileCache } from '#compile/cache.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { absoluteIn, citationOf } from '#exchange/citation-of.ts';
import { loadArchive } from '#pipeline.ts';
import { openCslPackage } from '#cite/csl-package.ts';
import { formatterIn } from '#cite/format.ts';
import { STYLES } from '#cite/styles.ts';

const content = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? 'content');
const out = process.argv[3];
const compiled = await mkdtemp(join(tmpdir(), 'diptych-citations-'));
const { catalogue } = await loadArchive(filesOnDisk(content), compileCache(compiled, 'bench'));
await rm(compiled, { recursive: true });
if (!catalogue) throw new RangeError('no archive');
const { archive, articles, entities } = catalogue;
const where = {
  archive,
  entities: new Map(entities.map((e) => [e.id as string, e])),
  absolute: absoluteIn(archive.url, '/'),
};
const csl = await openCslPackage();
const lines: string[] = [];
let texts = 0;
for (const language of archive.languages) {
  const citations = articles.flatMap((article) =>
    article.texts.map((text) => citationOf(article, text, language, where)),
  );
  texts = citations.length;
  const format = formatterIn(language, STYLES.map((style) => ({ style })), csl);
  const before = process.cpuUsage();
  for (const citation of citations) {
    const set = format(citation);
    if (out) lines.push(JSON.stringify([citation.id, language, set.map(({ style, ...r }) => [style.id, r])]));
  }
  const { user, system } = process.cpuUsage(before);
  console.log(language, texts, 'texts', ((user + system) / texts).toFixed(0), 'µs a text');
}
if (out) writeFileSync(out, lines.join('\n'));
