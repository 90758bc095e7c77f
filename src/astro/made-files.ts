import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { allAddresses, DUMP, RECORD_FORMATS, recordAddress } from '#catalogue/addresses.ts';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { absoluteIn, type Whereabouts } from '#exchange/citation-of.ts';
import { dumpRecords } from '#exchange/dump.ts';
import { momentOf, momentOfEpoch, newestMoment } from '#exchange/moment.ts';
import { textToFile } from '#exchange/record-file.ts';
import { toRobots, toSitemap } from '#exchange/sitemap.ts';
import type { Permanence } from '#register/permanence.ts';
import { feedFiles } from './feeds.ts';
import type { KeptPages } from './kept-pages.ts';
import { rests } from './rests.ts';
import type { Question } from './traced-archive.ts';

/** A file for machines that is made of records alone: the cheapest way to make many. */
export interface MadeFile {
  /** Its address without the base path. */
  readonly address: string;
  readonly type: string;
  readonly make: () => string;
  /** All that its content depends on beside the software and the base path, where that is little. */
  readonly questions?: readonly Question[];
}

/** One that is too large to be made as a whole: its parts, one after the other. */
export interface LongFile extends Pick<MadeFile, 'address' | 'type'> {
  readonly parts: () => Iterable<string>;
}

export interface MadeFrom {
  readonly catalogue: Catalogue;
  readonly appearances: ReadonlyMap<string, readonly Appearance[]>;
  readonly permanence: Pick<Permanence, 'editions'>;
  /** The base path, with `/` at both ends. */
  readonly base: string;
  /** `SOURCE_DATE_EPOCH`, where it is given. */
  readonly epoch?: string | undefined;
}

/** Every file that machines are given beside the pages; none is made before it is asked for. */
export function* madeFiles({
  catalogue,
  appearances,
  permanence,
  base,
  epoch,
}: MadeFrom): Generator<MadeFile | LongFile> {
  const { archive, articles, entities } = catalogue;
  const newest = permanence.editions.at(-1);
  const edition = newest && { number: newest.number, date: newest.date };
  const where: Whereabouts = {
    archive,
    entities: new Map<string, EntitySummary>(entities.map((entity) => [entity.id, entity])),
    absolute: absoluteIn(archive.url, base),
    ...(edition && { edition }),
  };
  for (const article of articles) {
    for (const text of article.texts) {
      for (const format of RECORD_FORMATS) {
        yield {
          address: recordAddress(article.id, text.id, format),
          type: format.type,
          make: () => textToFile(article, text, format, where),
          questions: [`articles/${article.id}`, 'archive/archive', 'entities'],
        };
      }
    }
  }
  const moment = momentOfEpoch(epoch) ?? momentOf(edition?.date) ?? newestMoment(articles);
  yield* feedFiles({ catalogue, appearances, where, moment });
  yield {
    address: DUMP,
    type: 'application/jsonl',
    parts: () => dumpRecords(articles, entities, where, moment),
  };
  yield { address: '/robots.txt', type: 'text/plain', make: () => toRobots(where.absolute) };
  for (const { address, content } of toSitemap(indexedPages(catalogue), where.absolute)) {
    yield { address, type: 'application/xml', make: () => content };
  }
}

/** The pages that search engines are told of, in order. */
function indexedPages(catalogue: Catalogue): string[] {
  const articles = catalogue.articles.filter(({ record }) => record.index !== false);
  return [...allAddresses({ ...catalogue, articles }, catalogue.archive.languages)]
    .filter(({ isIndexed }) => isIndexed)
    .map(({ address }) => address)
    .sort();
}

/**
 * Writes all of them into a build.
 *
 * @param write writes a file that is not long, by its path below the build
 */
export async function writeMadeFiles(
  from: MadeFrom,
  build: string,
  write: KeptPages['write'],
): Promise<void> {
  const rest = rests();
  for (const file of madeFiles(from)) {
    if ('make' in file) write(file.address.slice(1), file.make, file.questions);
    else writeParts(join(build, file.address), file.parts());
    await rest();
  }
}

function writeParts(path: string, parts: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Serves them while the archive is being edited, made of the records as they are then. */
export function madeFilesWhileEditing(from: () => MadeFrom | undefined): Plugin {
  return {
    name: 'diptych-made-files',
    apply: 'serve',
    configureServer: ({ middlewares, config }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const address = `/${pathname.slice(pathname.startsWith(config.base) ? config.base.length : 1)}`;
        const file = /\.[a-z]+$/.test(address) ? fileAt(from(), address) : undefined;
        if (!file) {
          next();
          return;
        }
        response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` });
        response.end('make' in file ? file.make() : [...file.parts()].join(''));
      });
    },
  };
}

function fileAt(from: MadeFrom | undefined, address: string): MadeFile | LongFile | undefined {
  return from && madeFiles(from).find((file) => file.address === address);
}
