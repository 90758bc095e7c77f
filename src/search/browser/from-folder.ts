import { scriptOf } from '#search/file-script.ts';
import { SEARCH_FOLDER, WORKER_PROGRAM } from '#search/folders.ts';
import { FileScripts } from './file-scripts.ts';
import { Kept } from './kept.ts';
import type { Loader } from './loader.ts';
import { PagefindWorker } from './pagefind-worker.ts';
import type { Site } from './site.ts';

/** What the worker asks of the page: a file of its bundle, to be sent by the port that comes along. */
interface Wanted {
  readonly wanted: string;
}

/** What the page sends: the file in base64; null where there is none. */
type Given = string | null;

/** Reads the files of a site that lies in a folder, without a server. */
export function folderLoader(site: Site): Loader {
  const scripts = new FileScripts((path) => site.file(scriptOf(path)));
  const programs = new Kept(scripts.read);
  const giveFiles = (worker: Worker): void => {
    worker.addEventListener('message', ({ data, ports }: MessageEvent<object>) => {
      if (isWanted(data)) void give(data.wanted, ports[0]);
    });
  };
  const give = async (file: string, port: MessagePort | undefined): Promise<void> => {
    // Pagefind’s own `fetch` would fail where there is no file: ours is told so.
    const content: Given = await scripts.read(SEARCH_FOLDER + file).catch(() => null);
    port?.postMessage(content);
  };
  return {
    json: async (path) => inflated(await scripts.read(path)),
    bundle: async (language) => {
      const program = await programs.get(WORKER_PROGRAM);
      const parts = `(${askPageForFiles.toString()})();\n${program}`;
      return PagefindWorker.start(parts, `${language}/`, giveFiles);
    },
  };
}

function isWanted(message: object): message is Wanted {
  return 'wanted' in message;
}

async function inflated(content: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const value: unknown = await new Response(stream).json();
  return value;
}

/**
 * Runs in the worker, before Pagefind’s program: `fetch` asks the page, and unpacks faster than the
 * program does. It is sent there as its own source, so it names nothing outside itself.
 */
function askPageForFiles(): void {
  self.fetch = async (input) => {
    // Pagefind asks by address, with a time behind it.
    const [wanted] = typeof input === 'string' ? input.split('?') : [];
    const { port1, port2 } = new MessageChannel();
    self.postMessage({ wanted }, { transfer: [port2] });
    const content = await new Promise<Given>((give) => {
      port1.onmessage = ({ data }: MessageEvent<Given>) => {
        give(data);
      };
    });
    if (content === null) return new Response(null, { status: 404 });
    const signs = atob(content);
    const bytes = new Uint8Array(signs.length);
    for (let place = 0; place < signs.length; place += 1) bytes[place] = signs.charCodeAt(place);
    const { body } = new Response(bytes);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return new Response(isPacked ? body?.pipeThrough(new DecompressionStream('gzip')) : body);
  };
}
