import { expect, test } from 'vitest';
import { openCslPackage } from './csl-package.ts';

const csl = openCslPackage();

test('words change their case as case and language ask, however often they did before', () => {
  const style = csl.style('apa');
  if (!style) throw new Error('The package has no style of the APA.');
  const system = {
    retrieveItem: (id: string) => {
      throw new RangeError(`No source ${id} is being cited.`);
    },
    retrieveLocale: () => csl.locale('en-US'),
  };
  const engine = new csl.Engine(system, style, 'en-US', true);
  const words = 'the illness of the poet';
  for (const language of ['en', 'tr', 'en', 'tr']) {
    const i = language === 'tr' ? 'İ' : 'I';
    const upper = csl.changeCase(engine, words, 'uppercase', language);
    expect(upper).toBe(`THE ${i}LLNESS OF THE POET`);
    const title = csl.changeCase(engine, words, 'title', language);
    expect(title).toBe(`The ${i}llness of the Poet`);
  }
});
