import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { generate } from 'selfsigned';

/** One page of a mapped host. */
export interface SitePage {
  readonly body: string | Uint8Array;
  /** Default: an HTML page in UTF-8. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** Pages by address, e.g. `https://en.yna.co.kr/view/1`. */
export type SitePages = Readonly<Record<string, SitePage>>;

/** A server on this machine that answers for any host name, over https or as a proxy. */
export interface Site {
  /** Takes TLS for every mapped host (Chromium's host-resolver-rules). */
  readonly tlsPort: number;
  /** Takes CONNECT and requests in clear (Firefox's proxy). */
  readonly proxyPort: number;
  /**
   * Every address asked for so far, in order: `https://host/path`; also `connect://host:port`, `tls://host` (a host
   * without pages), `broken://`.
   */
  readonly requests: readonly string[];
  /** Adds or replaces a page. */
  put(address: string, page: SitePage): void;
  close(): Promise<void>;
}

/** A self-made certificate for the hosts; it lives as long as the server. */
async function certificateFor(hosts: readonly string[]) {
  const pems = await generate([{ name: 'commonName', value: 'Tightrope sample site' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}

/**
 * Serves pages of many hosts from this machine; everything asked for is kept in `requests`.
 *
 * @throws when a page's address is no URL.
 */
export async function serveSite(initial: SitePages): Promise<Site> {
  const pages = new Map(Object.entries(initial).map(([address, page]) => [new URL(address).href, page]));
  const hosts = [...new Set([...pages.keys()].map((address) => new URL(address).hostname))];
  const requests: string[] = [];
  const sockets = new Set<Socket>();

  const answer = (request: IncomingMessage, response: ServerResponse, scheme: string) => {
    const path = request.url ?? '/';
    const address = /^https?:/.test(path) ? path : `${scheme}://${request.headers.host}${path}`;
    requests.push(address);
    const page = pages.get(address) ?? pages.get(address.replace(/[?#].*$/, ''));
    response.writeHead(page?.status ?? (page ? 200 : 404), {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...page?.headers,
    });
    response.end(page?.body ?? '<!doctype html><title>Not found</title><p>Not found.');
  };

  const { key, cert } = await certificateFor(hosts);
  const https = createHttpsServer(
    {
      key,
      cert,
      SNICallback: (host, done) => {
        if (!hosts.includes(host)) requests.push(`tls://${host}`);
        done(null);
      },
    },
    (request, response) => answer(request, response, 'https'),
  );
  const http = createHttpServer((request, response) => answer(request, response, 'http'));
  http.on('connect', (request: IncomingMessage, socket: Socket) => {
    requests.push(`connect://${request.url}`);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    https.emit('connection', socket);
  });
  // A request in clear on the TLS port: what it wanted can't be read, that it came can be seen.
  https.on('tlsClientError', (_, socket) => requests.push(`broken://${socket.remotePort}`));
  for (const server of [http, https]) {
    server.on('clientError', (_, socket) => socket.destroy());
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    });
  }
  const listen = (server: Server) =>
    new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    );
  const [tlsPort, proxyPort] = await Promise.all([listen(https), listen(http)]);

  return {
    tlsPort,
    proxyPort,
    requests,
    put: (address, page) => void pages.set(new URL(address).href, page),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([http, https].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
