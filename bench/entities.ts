import { type Chance, chanceOf, zipf } from './chance.ts';

/** An entity of the corpus, with the forms by which its texts name it. */
export interface CorpusEntity {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'place';
  /** Full names; the first is the preferred one, scholarly in Latin script. */
  readonly names: { readonly en: readonly [string, ...string[]]; readonly ar: readonly [string] };
  /** The surname, which counts only beside a full name; persons only. */
  readonly short?: { readonly en: string; readonly ar: string };
}

const SIZE = 200;
/** The first entities are organisations: they publish. */
const PUBLISHERS = 12;

/** Syllables in scholarly Latin, plain Latin and Arabic letters. */
const SYLLABLES = (
  'bā ba با|dī di دي|rū ru رو|sā sa سا|lī li لي|mū mu مو|nā na نا|kī ki كي|zū zu زو|fā fa فا|' +
  'ḥī hi حي|ṣā sa صا|ṭū tu طو|ʿā a عا|qā qa قا|jī ji جي|shā sha شا|wā wa وا|khū khu خو|ghā gha غا'
)
  .split('|')
  .map((one) => one.split(' '));
const KINDS = ['person', 'person', 'place', 'organisation'] as const;
const drawEntity = zipf(SIZE);

/** All entities of the corpus: 200, whatever its size. */
export const ENTITIES: readonly CorpusEntity[] = makeEntities();

/** An entity, the first ones far more often than the last ones. */
export function drawNamed(chance: Chance): CorpusEntity {
  const entity = ENTITIES[drawEntity(chance)];
  if (!entity) throw new RangeError('A rank was drawn that no entity has.');
  return entity;
}

/** A publisher among them. */
export function drawPublisher(chance: Chance): string {
  return ENTITIES[chance.below(PUBLISHERS)]?.id ?? '';
}

function makeEntities(): CorpusEntity[] {
  const chance = chanceOf('entities');
  const taken = new Set<string>();
  const entities: CorpusEntity[] = [];
  while (entities.length < SIZE) {
    const [given, family] = [makeName(chance, 2), makeName(chance, 3)];
    if (taken.has(family.plain)) continue;
    taken.add(family.plain);
    const index = entities.length;
    const kind = index < PUBLISHERS ? 'organisation' : KINDS[index % KINDS.length];
    entities.push(toEntity(kind ?? 'person', given, family));
  }
  return entities;
}

/** A name in the three ways of writing it. */
interface Spelling {
  readonly scholarly: string;
  readonly plain: string;
  readonly arabic: string;
}

function makeName(chance: Chance, length: number): Spelling {
  const syllables = Array.from({ length }, () => SYLLABLES[chance.below(SYLLABLES.length)] ?? []);
  const [scholarly, plain, arabic] = [0, 1, 2].map((column) =>
    syllables.map((syllable) => syllable[column] ?? '').join(''),
  );
  return { scholarly: scholarly ?? '', plain: plain ?? '', arabic: arabic ?? '' };
}

function toEntity(kind: CorpusEntity['kind'], given: Spelling, family: Spelling): CorpusEntity {
  const id = `${given.plain}-${family.plain}`;
  const surname = {
    scholarly: `al-${capital(family.scholarly)}nī`,
    plain: `al-${capital(family.plain)}ni`,
    press: `El ${capital(family.plain)}ni`,
    arabic: `ال${family.arabic}ني`,
  };
  switch (kind) {
    case 'person':
      return {
        id,
        kind,
        names: {
          en: [
            `${capital(given.scholarly)} ${surname.scholarly}`,
            `${capital(given.plain)} ${surname.plain}`,
            `${capital(given.plain)} ${surname.press}`,
          ],
          ar: [`${given.arabic} ${surname.arabic}`],
        },
        short: { en: surname.plain, ar: surname.arabic },
      };
    case 'organisation':
      return {
        id,
        kind,
        names: {
          en: [`Dār ${surname.scholarly}`, `Dar ${surname.plain}`, `Dar ${surname.press}`],
          ar: [`دار ${surname.arabic}`],
        },
      };
    case 'place':
      return {
        id,
        kind,
        names: {
          en: [`${capital(family.scholarly)}ya`, `${capital(family.plain)}ya`],
          ar: [`${family.arabic}ية`],
        },
      };
  }
}

/** With its first letter as a capital; signs for ayn and hamza have none. */
export function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
