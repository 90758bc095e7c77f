import { describe, expect, test } from 'vitest';
import { citationToCsl } from '#cite/to-csl.ts';
import { citationToRis } from '#cite/to-ris.ts';
import { factsOf, pageOf, RECORDS, twentyRecords, type Way, wanted } from './zotero/facts.ts';
import { hasTranslators, HOW_TO_INSTALL, readByZotero } from './zotero/translators.ts';

/** The translator that Zotero has to choose. */
const TRANSLATORS: Readonly<Record<Way, string>> = {
  page: 'Embedded Metadata',
  RIS: 'RIS',
  'CSL-JSON': 'CSL JSON',
};

describe.runIf(hasTranslators())('Zotero’s own code reads each fact, and no other', async () => {
  const sources = await twentyRecords();
  const records = RECORDS.flatMap((id) => {
    const source = sources.get(id);
    if (!source) throw new Error(`There is no record ${id}.`);
    const { citation, language } = source;
    return [
      { id, way: 'page', html: pageOf(source), address: citation.url } as const,
      { id, way: 'RIS', file: citationToRis(citation, language) } as const,
      { id, way: 'CSL-JSON', file: JSON.stringify([citationToCsl(citation, language)]) } as const,
    ];
  });
  const read = readByZotero(records);

  test.each(records.map(({ id, way }, index) => ({ id, way, index })))(
    'of $id in its $way',
    ({ id, way, index }) => {
      const found = read[index];
      expect(found?.translator.trim()).toBe(TRANSLATORS[way]);
      expect(found?.items.map(factsOf)).toEqual([wanted(id, way)]);
    },
  );
});

test.runIf(!hasTranslators())('Zotero’s translators are not installed: they were not asked', () => {
  process.stderr.write(`Zotero’s translators are not installed (${HOW_TO_INSTALL}).\n`);
});
