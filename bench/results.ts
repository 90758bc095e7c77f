import type { BuildFigures, Figures } from './measure-build.ts';
import type { DevFigures } from './measure-dev.ts';
import type { Size } from './size.ts';

/** The machine on which was measured; nothing that tells whose it is. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly node: string;
  /** How many processes wanted a processor before the bench began (one-minute average). */
  readonly load: number;
}

/** Everything that one run of the bench has measured. */
export interface Results {
  readonly articles: number;
  /** How many entities were asked for; absent where nobody asked. */
  readonly entities?: number;
  readonly date: string;
  readonly machine: Machine;
  readonly corpus: Size;
  /** By what was built: `cold`, `warm`, `one edit`, and `UNLISTED` where entities were asked for. */
  readonly builds: ReadonlyMap<string, BuildFigures>;
  /** What each phase leaves behind. */
  readonly written: ReadonlyMap<string, Size>;
  readonly dev: DevFigures;
}

/** The build of the same words before any entity is listed. */
export const UNLISTED = 'cold, no entities';

/** One run as a section of `RESULTS.md`. */
export function resultsToMarkdown(results: Results): string {
  const { date, machine, corpus, builds, written, dev } = results;
  const { system, processor, cores, memory, node, load } = machine;
  return [
    headingOf(results),
    '',
    `${date}; ${system}, ${processor}, ${String(cores)} cores, ${bytes(memory)} of memory, Node ${node}; load before it began ${load.toFixed(1)}. The corpus: ${sizeInWords(corpus)}.`,
    '',
    '| build | phase | wall | CPU | peak memory |',
    '| --- | --- | ---: | ---: | ---: |',
    ...[...builds].flatMap(([build, { whole, phases }]) => [
      ...[...phases].map(([phase, figures]) => row(build, phase, figures)),
      row(build, '**whole**', whole),
    ]),
    ...growth(builds),
    '',
    '| written by | files | bytes |',
    '| --- | ---: | ---: |',
    ...[...written].map(
      ([phase, size]) => `| ${phase} | ${count(size.files)} | ${bytes(size.bytes)} |`,
    ),
    '',
    `\`npm run dev\`: the first page after ${seconds(dev.start)}; an edit shows after ${[
      ...dev.edits,
    ]
      .sort((a, b) => a - b)
      .map(seconds)
      .join(', ')}; peak memory ${dev.memory === null ? UNKNOWN : bytes(dev.memory)}.`,
    '',
  ].join('\n');
}

/** What the entities cost: the processor time of the whole with them and without. */
function growth(builds: Results['builds']): string[] {
  const [before, after] = [UNLISTED, 'cold'].map((name) => builds.get(name)?.whole.cpu);
  if (before === undefined || before === null || after === undefined || after === null) return [];
  const percent = (100 * (after / before - 1)).toFixed(1);
  return ['', `With the entities the whole takes ${percent} % more CPU than without.`];
}

/** `RESULTS.md` with a section put in, in place of the former one of the same heading. */
export function withSection(former: string, section: string): string {
  const [head = '', ...sections] = former.split(/^(?=## )/m);
  const heading = (one: string): string => /^.*/.exec(one)?.[0] ?? '';
  const others = sections.filter((one) => heading(one) !== heading(section));
  const sorted = [...others, section]
    .map((one) => one.trim())
    .sort((a, b) => articlesOf(a) - articlesOf(b) || (heading(a) < heading(b) ? -1 : 1));
  return `${[head.trim(), ...sorted].join('\n\n')}\n`;
}

/** What the page says above its figures. */
export const HEAD = `# Results of the bench

\`npm run bench\` writes this page (\`-- --articles N --entities M\`). It makes a corpus of N articles in English and Arabic, the same every time, and builds it: *cold* (nothing cached), *warm* (nothing changed) and after *one edit* of a text. *CPU* is user and system time of all processes together; *peak memory* the most that any single process held (resident set, looked at four times a second; of the whole the kernel’s own mark). *whole* holds what lies between the phases too: starting, bundling, moving the site to its place; not the removal of the former site, which a process of its own does afterwards. With \`--entities M\` the texts name M entities of six forms each (else 200), and the same words are built before that without any: *cold, no entities*. An edit in \`npm run dev\` is timed from saving the file until its page, asked every 20 ms, shows it.
`;

const UNKNOWN = 'not told by this system';

function headingOf({ articles, entities }: Pick<Results, 'articles' | 'entities'>): string {
  const named = entities === undefined ? '' : `, ${count(entities)} entities`;
  return `## ${count(articles)} article${articles === 1 ? '' : 's'}${named}`;
}

function articlesOf(section: string): number {
  return Number(/^## ([\d,]+)/.exec(section)?.[1]?.replaceAll(',', '') ?? 0);
}

function row(build: string, phase: string, { wall, cpu, memory }: Figures): string {
  const cells = [
    build,
    phase,
    seconds(wall),
    cpu === null ? UNKNOWN : seconds(cpu),
    memory === null ? UNKNOWN : bytes(memory),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sizeInWords({ files, bytes: size }: Size): string {
  return `${count(files)} files, ${bytes(size)}`;
}

function seconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

function bytes(value: number): string {
  return value < 1e9 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e9).toFixed(2)} GB`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
