import { foldedWords } from '#text/fold.ts';

/** What an entity may be, as far as its name tells. */
export type GuessedKind = 'place' | 'person' | 'organisation';

/** Words that say in the names of bodies and of places what they are; folded. */
const TELLING: ReadonlyMap<string, GuessedKind> = new Map([
  ...words('organisation', [
    ...['agency', 'army', 'assembly', 'association', 'bank', 'brigade', 'brigades', 'bureau'],
    ...['church', 'club', 'coalition', 'college', 'commission', 'committee', 'company', 'congress'],
    ...['corps', 'corporation', 'council', 'court', 'department', 'federation', 'force', 'forces'],
    ...['foundation', 'front', 'government', 'group', 'institute', 'league', 'library', 'ministry'],
    ...['mission', 'movement', 'museum', 'office', 'organisation', 'organization', 'parliament'],
    ...['party', 'press', 'resistance', 'school', 'society', 'union', 'university'],
    ...['armee', 'banque', 'comite', 'conseil', 'ecole', 'ministere', 'mouvement', 'parti'],
    ...['societe', 'universite'],
  ]),
  ...words('place', [
    ...[
      'bay',
      'camp',
      'cape',
      'city',
      'desert',
      'district',
      'gulf',
      'harbour',
      'heights',
      'island',
    ],
    ...['islands', 'lake', 'mount', 'mountain', 'mountains', 'oasis', 'peninsula', 'plain', 'port'],
    ...['province', 'river', 'sea', 'square', 'strait', 'street', 'strip', 'valley', 'village'],
  ]),
]);

/**
 * What an entity may be by its name alone: by a word that says so; else two or three words are a
 * person, and others an organisation.
 */
export function kindOfName(name: string): GuessedKind {
  const [told] = foldedWords(name).flatMap((word) => TELLING.get(word) ?? []);
  const count = name.split(' ').length;
  return told ?? (count > 1 && count < 4 ? 'person' : 'organisation');
}

function words(kind: GuessedKind, some: readonly string[]): (readonly [string, GuessedKind])[] {
  return some.map((word) => [word, kind] as const);
}
