import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running static server. */
export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site as a static host would, to this machine only.
 *
 * @param base the base path under which the site was built
 * @param port 0 for any that is free
 */
export async function serve(folder: string, base: string, port: number): Promise<Serving> {
  const files = sirv(folder, { dev: true });
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const nothing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      nothing();
      return;
    }
    request.url = url.slice(base.length - 1);
    files(request, response, nothing);
  });
  const address = await listen(server, port);
  return {
    url: `http://localhost:${String(address.port)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error('The server has no address.'));
    });
  });
}
