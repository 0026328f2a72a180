import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

/** What a cheap static host sends, by file ending. `.gz` is a file of its own, never a Content-Encoding. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
  '.wasm': 'application/wasm',
};

export interface Served {
  /** `http://localhost:4321/base/` */
  url: string;
  close: () => Promise<void>;
}

/**
 * A static file server as plain as the cheapest host: files, `index.html` of a folder, a redirect to the
 * trailing slash, the site's `404.html`. No compression, no clean URLs, nothing outside the base path:
 * what works here works on any host.
 */
export function createSiteServer(folder: string, base = '/'): Server {
  const root = resolve(folder);
  const prefix = normalizeBase(base);
  return createServer((request, response) => {
    answer(root, prefix, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
}

/** Serves the folder on this machine only, on `port` or the next free one (0: any). */
export async function serveSite(
  folder: string,
  options: { base?: string; port?: number } = {},
): Promise<Served> {
  const base = options.base ?? '/';
  const server = createSiteServer(folder, base);
  const port = await listen(server, options.port ?? 4321);
  return {
    url: `http://localhost:${port}${normalizeBase(base)}`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  root: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendText(response, 405, 'Method Not Allowed', { Allow: 'GET, HEAD' });
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  if (`${path}/` === base) return redirect(response, base, query);
  const inside = path.startsWith(base) ? decode(path.slice(base.length)) : null;
  if (inside === null) return sendText(response, 404, `Not Found (the site is under ${base})`);
  const file = resolve(root, `.${sep}${inside}`);
  if (file !== root && !file.startsWith(root + sep)) return sendText(response, 404, 'Not Found');
  const found = await kindOf(file);
  const wantsFolder = inside === '' || inside.endsWith('/');
  if (found === 'folder' && !wantsFolder) return redirect(response, `${path}/`, query);
  if (found === 'file' && !wantsFolder) return sendFile(request, response, 200, file);
  const index = join(file, 'index.html');
  if (found === 'folder' && (await kindOf(index)) === 'file') return sendFile(request, response, 200, index);
  const notFound = join(root, '404.html');
  if ((await kindOf(notFound)) === 'file') return sendFile(request, response, 404, notFound);
  sendText(response, 404, 'Not Found');
}

async function sendFile(request: IncomingMessage, response: ServerResponse, status: number, file: string) {
  const { size } = await stat(file);
  response.writeHead(status, {
    'Content-Type': mimeTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return void response.end();
  const stream = createReadStream(file);
  stream.on('error', error => response.destroy(error));
  stream.pipe(response);
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}

function redirect(response: ServerResponse, to: string, query: string | undefined) {
  // One leading slash only: `//host/` would be another site.
  const location = to.replace(/^\/+/, '/') + (query === undefined ? '' : `?${query}`);
  sendText(response, 301, 'Moved', { Location: location });
}

/** `null` for what is no path (a broken escape, a NUL). */
function decode(path: string): string | null {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
}

/** `x`, `/x`, `/x/` → `/x/`. */
function normalizeBase(base: string): string {
  const name = base.replace(/^\/+|\/+$/g, '');
  return name === '' ? '/' : `/${name}/`;
}

async function listen(server: Server, wanted: number): Promise<number> {
  const last = wanted === 0 ? 0 : wanted + 99;
  for (let port = wanted; port <= last; port++) {
    if (port !== 0 && (await isAnswered(port))) continue;
    if (await tryPort(server, port)) {
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    }
  }
  throw new Error(`${wanted}～${last} のポートはすべて使われています。`);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? done(false) : fail(error);
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      done(true);
    });
  });
}

/** Another program may hold only the IPv6 side of the port; a browser asks that one first for `localhost`. */
function isAnswered(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect({ port, host: 'localhost', autoSelectFamily: true });
    const end = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(500, () => end(false));
  });
}
