/**
 * What `/pro/sw.js` does: once the professional edition was opened, its page works without a connection. `offlineWorker`
 * is sent as text, so it may use nothing from outside itself.
 */

/** As far as it is used; the types of workers and of windows cannot stand in one program. */
interface WorkerEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
  respondWith: (answer: Promise<Response>) => void;
  request: Request;
  data: unknown;
}
interface WorkerScope {
  location: Location;
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void>; matchAll: (options: object) => Promise<readonly unknown[]> };
}

/** `files`: the page's own, as paths under the origin. Another `version` is another set of them. */
export function offlineWorkerText(files: readonly string[], version: string): string {
  return `(${offlineWorker})(${JSON.stringify(files)},${JSON.stringify(version)});\n`;
}

/**
 * Keeps, and answers with: the page, its scripts and styles (as one set for each version, put in place only when whole)
 * and the sealed files of the newest edition. Nothing else is touched, and nothing in clear is kept.
 */
function offlineWorker(files: readonly string[], version: string): void {
  const worker = self as unknown as WorkerScope;
  const home = new URL('./', worker.location.href);
  const prefix = `shigen-map.pro ${home.pathname} `;
  const pageCache = `${prefix}page ${version}`;
  const editionCache = `${prefix}edition`;
  const header = new URL('edition.json', home).href;

  const refresh = (path: string) => new Request(new URL(path, home), { cache: 'reload' });
  const install = async () => {
    const cache = await caches.open(pageCache);
    await cache.addAll([home.pathname, ...files].map(refresh));
    await keepEdition(await fetch(refresh(header)));
  };
  /** The sealed files first and the header last: what is kept belongs together at every moment. */
  const keepEdition = async (response: Response) => {
    if (!response.ok) return;
    const copy = response.clone();
    const { files: sealed } = (await response.json()) as { files: { name: string }[] };
    const wanted = sealed.map(({ name }) => new URL(name, home).href);
    const cache = await caches.open(editionCache);
    const known = new Set((await cache.keys()).map(({ url }) => url));
    await cache.addAll(wanted.filter(url => !known.has(url)));
    await cache.put(header, copy);
    for (const url of known) if (url !== header && !wanted.includes(url)) await cache.delete(url);
  };
  const activate = async () => {
    const names = (await caches.keys()).filter(name => name.startsWith(prefix));
    const old = names.filter(name => name !== pageCache && name !== editionCache);
    await Promise.all(old.map(name => caches.delete(name)));
    await worker.clients.claim();
  };
  const kept = async (cache: string, request: Request | string) =>
    (await caches.open(cache)).match(request, { ignoreSearch: true });
  /** New where there is a connection, else as it was kept. */
  const newest = async (request: Request, cache: string, key: string) => {
    try {
      return await fetch(request);
    } catch (error) {
      const found = await kept(cache, key);
      if (found) return found;
      throw error;
    }
  };
  const answer = async (event: WorkerEvent, url: URL): Promise<Response> => {
    const { request } = event;
    if (request.mode === 'navigate') return newest(request, pageCache, home.href);
    if (url.href === header) {
      const response = await newest(request, editionCache, header);
      event.waitUntil(keepEdition(response.clone()).catch(() => {}));
      return response;
    }
    const cache = url.pathname.endsWith('.bin') ? editionCache : pageCache;
    return (await kept(cache, request)) ?? fetch(request);
  };

  worker.addEventListener('install', event => event.waitUntil(install()));
  worker.addEventListener('activate', event => event.waitUntil(activate()));
  worker.addEventListener('message', event => {
    // Another window may still need scripts of its version.
    const takeOver = async () => {
      const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
      if (windows.length <= 1) await worker.skipWaiting();
    };
    if (event.data === 'take-over') event.waitUntil(takeOver());
  });
  worker.addEventListener('fetch', event => {
    const url = new URL(event.request.url);
    const isHome = url.pathname === home.pathname && event.request.mode === 'navigate';
    const isSealed = url.origin === home.origin && url.pathname.startsWith(home.pathname);
    const isFile = url.origin === home.origin && files.includes(url.pathname);
    if (
      event.request.method === 'GET' &&
      (isHome || (isSealed && event.request.mode !== 'navigate') || isFile)
    )
      event.respondWith(answer(event, url));
  });
}
