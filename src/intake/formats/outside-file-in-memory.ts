import type { OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';

/** A file of a test, in chunks of a size, with the files beside it. */
export function fileInMemory(
  content: string | Uint8Array,
  {
    name = 'export.xml',
    beside = {},
    chunk = 65_536,
  }: {
    readonly name?: string;
    readonly beside?: Readonly<Record<string, Uint8Array>>;
    readonly chunk?: number;
  } = {},
): OutsideFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    beside: (path) => Promise.resolve(Object.hasOwn(beside, path) ? (beside[path] ?? null) : null),
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += chunk) {
        yield await Promise.resolve(bytes.subarray(at, at + chunk));
      }
    },
  };
}

/** A document in a few lines, as a test looks at it. */
export function told(document: OutsideDocument | UnreadableDocument): string {
  if (!('blocks' in document)) {
    const problems = document.problems.map(
      ({ code, line, args }) => `! ${String(line)} ${code} ${JSON.stringify(args)}`,
    );
    return [`# ${document.name}`, ...problems].join('\n');
  }
  const { name, blocks, facts, dropped, pictures, notices, source, addresses } = document;
  return [
    `# ${name} (${source.name})`,
    ...facts.map(({ key, value }) => `${key}: ${value}`),
    ...addresses.map((address) => `at ${address}`),
    ...blocks.map(
      ({ kind, is, line, markdown }) =>
        `${String(line)} ${is ?? kind} | ${markdown.replaceAll('\n', '⏎')}`,
    ),
    ...dropped.map((line) => `- ${line}`),
    ...pictures.map(({ name: picture }) => `picture ${picture}`),
    ...notices.map(
      ({ code, args, line }) =>
        `? ${line === undefined ? '' : `${String(line)} `}${code} ${JSON.stringify(args)}`,
    ),
  ].join('\n');
}
