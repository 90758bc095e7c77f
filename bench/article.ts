import { checkCharacter, PARAGRAPH_ID_LETTERS } from '#model/ids.ts';
import { type Chance, chanceOf } from './chance.ts';
import { capital, type CorpusEntities, type CorpusEntity, ENTITIES } from './entities.ts';
import { ARABIC, drawWord, ENGLISH, type Vocabulary } from './vocabulary.ts';

/** Paragraphs of each text; they render each other one by one. */
const PARAGRAPHS = 10;
/** Words of a paragraph: Arabic needs fewer. Together about 830 words an article. */
const WORDS = { en: 45, ar: 38 } as const;
/** How often a paragraph names an entity, and how often the first to do so links it. */
const [NAMES, LINKS] = [0.7, 0.3];

/** An article of the corpus: its id, and its files by name. */
export interface CorpusArticle {
  readonly id: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The article of a number from 0; the same however many there are.
 *
 * @param entities whom its texts name
 */
export function makeArticle(number: number, entities: CorpusEntities = ENTITIES): CorpusArticle {
  const chance = chanceOf('article', number);
  const year = 1900 + chance.below(120);
  const month = String(1 + chance.below(12)).padStart(2, '0');
  const day = String(1 + chance.below(28)).padStart(2, '0');
  const published = `${String(year)}-${month}-${day}`;
  const original = chance.happens(0.8) ? ARABIC : ENGLISH;
  const translation = original === ARABIC ? ENGLISH : ARABIC;
  const ids = mintIds(chance);
  const named = ids.map(() => (chance.happens(NAMES) ? entities.draw(chance) : undefined));
  const links = chance.happens(LINKS);
  const body = (vocabulary: Vocabulary): string =>
    ids
      .map((id, index) => {
        const again = named.indexOf(named[index]) < index;
        const words = makeParagraph(vocabulary, chance, named[index], again, links && !again);
        return `${words} {#${id}}\n`;
      })
      .join('\n');
  const lede = chance.happens(0.5);
  const head = (vocabulary: Vocabulary): string => {
    const title = `title: "${sentence(vocabulary, chance, 7).replace(/\.$/, '')}"\n`;
    return lede ? `${title}lede: "${sentence(vocabulary, chance, 16)}"\n` : title;
  };
  const publisher = entities.drawPublisher(chance).id;
  const rights = `rights: { status: InC, holder: ${publisher} }\n`;
  const from = `publisher: ${publisher}\npublished: ${published}\n${rights}`;
  const translator = chance.happens(0.5) ? '["Bāḥith, Hiba"]' : 'unknown';
  const by = `translator: ${translator}\n`;
  return {
    id: `${String(year)}/${drawWord(ENGLISH, chance)}-${String(number)}`,
    files: new Map([
      ['index.md', indexFile(chance, entities)],
      [
        `${original.lang}.md`,
        `---\nrole: original\n${head(original)}${from}---\n\n${body(original)}`,
      ],
      [
        `${translation.lang}.md`,
        `---\nrole: translation\n${head(translation)}${by}---\n\n${body(translation)}`,
      ],
    ]),
  };
}

const KINDS = ['news', 'statement', 'letter', 'report', 'interview'] as const;

function indexFile(chance: Chance, entities: CorpusEntities): string {
  const speaker = chance.happens(0.3) ? `speaker: [${entities.draw(chance).id}]\n` : '';
  const subjects = `subjects: [${drawWord(ENGLISH, chance)}s, ${drawWord(ENGLISH, chance)}s]\n`;
  return `---\nkind: ${chance.pick(KINDS)}\ncollection: Bench\n${subjects}${speaker}---\n`;
}

function mintIds(chance: Chance): string[] {
  const ids = new Set<string>();
  while (ids.size < PARAGRAPHS) {
    const letter = (): string =>
      PARAGRAPH_ID_LETTERS.charAt(chance.below(PARAGRAPH_ID_LETTERS.length));
    const stem = letter() + letter() + letter() + letter();
    ids.add(stem + checkCharacter(stem));
  }
  return [...ids];
}

function makeParagraph(
  vocabulary: Vocabulary,
  chance: Chance,
  entity: CorpusEntity | undefined,
  again: boolean,
  linked: boolean,
): string {
  const total = WORDS[vocabulary.lang];
  const first = 12 + chance.below(8);
  const lengths = [first, total - 2 * first > 6 ? first : 0, total];
  const sentences: string[] = [];
  let left = total;
  for (const length of lengths) {
    const some = Math.min(length, left);
    left -= some;
    if (some === 0) continue;
    const name =
      entity && sentences.length === 0
        ? form(entity, vocabulary, chance, again, linked)
        : undefined;
    sentences.push(sentence(vocabulary, chance, some, name));
  }
  return sentences.join(' ');
}

/** One of the forms of a name as a text uses it: a surname later on, proclitics in Arabic. */
function form(
  { id, names, short }: CorpusEntity,
  { lang }: Vocabulary,
  chance: Chance,
  again: boolean,
  linked: boolean,
): string {
  const name =
    again && short && chance.happens(0.6) ? short[lang] : chance.pick<string>(names[lang]);
  const whole = lang === 'en' ? name : proclitic(name, chance);
  return linked ? `[${whole}](entity:${id})` : whole;
}

function proclitic(name: string, chance: Chance): string {
  const before = chance.pick(['', '', '', 'و', 'ب', 'ل']);
  return before === 'ل' && name.startsWith('ال') ? `لل${name.slice(2)}` : before + name;
}

function sentence(vocabulary: Vocabulary, chance: Chance, length: number, name?: string): string {
  const words = Array.from({ length }, () => drawWord(vocabulary, chance));
  if (name !== undefined) words[1 + chance.below(length - 1)] = name;
  if (length > 10) words[5] = `${words[5] ?? ''}${vocabulary.comma}`;
  return `${capital(words.join(' '))}.`;
}

/** A text or `index.md` with the same words in an archive that lists no entity. */
export function withoutEntities(words: string, { all }: CorpusEntities): string {
  const nameOf = (id: string): string =>
    JSON.stringify(all.find((one) => one.id === id)?.names.en[0]);
  return words
    .replace(/^speaker: .*\n/m, '')
    .replace(/^publisher: (.*)$/m, (_, id: string) => `publisher: ${nameOf(id)}`)
    .replace(/holder: ([a-z-]+) /, (_, id: string) => `holder: ${nameOf(id)} `)
    .replaceAll(/\[([^\]]+)\]\(entity:[a-z-]+\)/g, '$1');
}
