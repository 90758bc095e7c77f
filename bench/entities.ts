import { type Chance, chanceOf, zipf } from './chance.ts';

/** An entity of the corpus, with the forms by which its texts name it. */
export interface CorpusEntity {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'place';
  /** Full names; the first is the preferred one, scholarly in Latin script. */
  readonly names: {
    readonly en: readonly [string, ...string[]];
    readonly ar: readonly [string, ...string[]];
  };
  /** The surname, which counts only beside a full name; persons only. */
  readonly short?: { readonly en: string; readonly ar: string };
}

/** The entities of a corpus, and how often each of them is named. */
export interface CorpusEntities {
  readonly all: readonly CorpusEntity[];
  /** An entity, the first ones far more often than the last ones. */
  readonly draw: (chance: Chance) => CorpusEntity;
  /** A publisher among them. */
  readonly drawPublisher: (chance: Chance) => CorpusEntity;
}

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
/** After so many, family names get a syllable more, so that there are enough of them. */
const SHORT_FAMILIES = 1_000;

/** So many entities with six forms each; of two corpora the larger has those of the smaller. */
export function corpusEntities(size: number): CorpusEntities {
  const all = makeEntities(Math.max(size, PUBLISHERS));
  const drawRank = zipf(all.length);
  const at = (rank: number): CorpusEntity => {
    const entity = all[rank];
    if (!entity) throw new RangeError('A rank was drawn that no entity has.');
    return entity;
  };
  return {
    all,
    draw: (chance) => at(drawRank(chance)),
    drawPublisher: (chance) => at(chance.below(PUBLISHERS)),
  };
}

/** The entities of a corpus of which nothing else is said: 200, whatever its size. */
export const ENTITIES: CorpusEntities = corpusEntities(200);

function makeEntities(size: number): CorpusEntity[] {
  const chance = chanceOf('entities');
  const taken = new Set<string>();
  const entities: CorpusEntity[] = [];
  while (entities.length < size) {
    const given = makeName(chance, 2);
    const family = makeName(chance, entities.length < SHORT_FAMILIES ? 3 : 4);
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
          en: [
            `Dār ${surname.scholarly}`,
            `Dar ${surname.plain}`,
            `Dar ${surname.press}`,
            `House of ${surname.plain}`,
          ],
          ar: [`دار ${surname.arabic}`, `مؤسسة دار ${surname.arabic}`],
        },
      };
    case 'place':
      return {
        id,
        kind,
        names: {
          en: [
            `${capital(family.scholarly)}ya`,
            `${capital(family.plain)}ya`,
            `Madīnat ${capital(family.scholarly)}ya`,
            `Madinat ${capital(family.plain)}ya`,
          ],
          ar: [`${family.arabic}ية`, `مدينة ${family.arabic}ية`],
        },
      };
  }
}

/** With its first letter as a capital; signs for ayn and hamza have none. */
export function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
