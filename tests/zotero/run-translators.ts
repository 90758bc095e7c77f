import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import type { Kept, Made, Reading } from './translators.ts';

/*
 * Asks Zotero’s code what it makes of pages and files. It runs in a process of its own, because that
 * code changes global objects:
 *
 *     node run-translators.ts FOLDER READINGS ITEMS
 *
 * `FOLDER` has the code installed in it; `READINGS` and `ITEMS` are files of JSON, `Reading[]` and
 * `Made<Kept>[]`.
 */

/** The part of Zotero’s code that is used here (zotero/translate, “Zotero.Translate”). */
interface Zotero {
  readonly Translate: {
    readonly Web: new () => Translation & { readonly setDocument: (page: Document) => void };
    readonly Import: new () => Translation & { readonly setString: (file: string) => void };
  };
  readonly Utilities: { readonly itemToAPIJSON: (item: unknown) => Kept[] };
}

interface Translation {
  readonly getTranslators: () => Promise<readonly { readonly label: string }[]>;
  readonly setTranslator: (translator: unknown) => void;
  readonly translate: (options: { readonly libraryID: false }) => Promise<readonly unknown[]>;
}

interface OldJsdom {
  readonly JSDOM: new (
    html: string,
    options: { readonly url: string },
  ) => { readonly window: { readonly document: Document } };
}

const [, , folder = '', from = '', to = ''] = argv;
const load = createRequire(`${folder}/package.json`);
// It says every step of its work.
console.log = () => undefined;
load('zotero-translators');
const { JSDOM } = load('jsdom') as OldJsdom;
const { Zotero } = globalThis as unknown as { readonly Zotero: Zotero };

const readings = JSON.parse(readFileSync(from, 'utf8')) as readonly Reading[];
const all: Made<Kept>[] = [];
for (const reading of readings) {
  const translation = begin(reading);
  const [best] = await translation.getTranslators();
  if (!best) {
    all.push({ translator: '', items: [] });
    continue;
  }
  translation.setTranslator(best);
  const read = await translation.translate({ libraryID: false });
  all.push({
    translator: best.label,
    items: read.flatMap((item) => Zotero.Utilities.itemToAPIJSON(item)),
  });
}
writeFileSync(to, JSON.stringify(all));

function begin(reading: Reading): Translation {
  if ('file' in reading) {
    const translation = new Zotero.Translate.Import();
    translation.setString(reading.file);
    return translation;
  }
  const translation = new Zotero.Translate.Web();
  translation.setDocument(new JSDOM(reading.html, { url: reading.address }).window.document);
  return translation;
}
