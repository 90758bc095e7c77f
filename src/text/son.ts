const SPELLINGS = [
  ['bin', 'ibn', 'ben', 'ebn'],
  ['بن', 'ابن'],
] as const satisfies readonly (readonly string[])[];

/** All spellings, in its script, of a folded word that is “son of”; undefined for other words. */
export function spellingsOfSon(form: string): readonly string[] | undefined {
  return SPELLINGS.find((spellings: readonly string[]) => spellings.includes(form));
}
