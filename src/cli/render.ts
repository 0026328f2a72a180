import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { completePolicy } from '../files/page-policy.ts';
import { growYoungALittle } from './memory.ts';

type App = ConstructorParameters<typeof StaticPaths>[0];

/** What Astro's own prerenderer does with the code of the pages. */
interface PrerenderApp extends App {
  setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
  setOptions(options: {
    settings: { scripts: [] };
    logger: { options: { destination: { write(message: LogMessage): boolean } } };
  }): void;
  manifest: SSRManifest;
  routeCache: NonNullable<App['routeCache']>;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

interface LogMessage {
  level: string;
  message: string;
}

/**
 * Renders every page of the bundled code into a folder, route after route: what a route's paths hold on to ends with
 * the route. The dataset and the pictures must have been handed over in this process. `isWanted`: of the route's pattern
 * (`/f/[id]`).
 */
export async function renderPages(
  entry: string,
  folder: string,
  site: string | undefined,
  isWanted: (pattern: string) => boolean = () => true,
): Promise<void> {
  const { app }: { app: PrerenderApp } = await import(pathToFileURL(entry).href);
  prepare(app);
  const origin = site ? new URL(site).origin : 'http://localhost';
  const written = new Set<string>();
  const holdMemory = growYoungALittle();
  for (const { routeData } of app.manifest.routes.filter(one => isWanted(one.routeData.route))) {
    const paths = await new StaticPaths(onlyWith(app, routeData)).getAll();
    for (const { pathname, route } of paths) {
      const file = fileOf(pathname, route);
      // The more particular route comes first.
      if (written.has(file)) continue;
      written.add(file);
      const request = new Request(new URL(addressOf(pathname, route, app.manifest.base), origin));
      const body = await bodyOf(await app.render(request, { routeData: route }), file);
      if (body) write(join(folder, file), body);
      holdMemory();
    }
    app.routeCache.clearAll();
  }
}

/** Tells the code of the pages which style sheets each page has, and where to send words. */
function prepare(app: PrerenderApp): void {
  const pages = app.manifest.routes.map(({ routeData, styles }) => {
    const sheets = styles.map((sheet, order) => ({ depth: 0, order, sheet }));
    return [`${routeData.route}&${routeData.component}`, { styles: sheets }] as const;
  });
  const destination = {
    write: ({ level, message }: LogMessage) =>
      (level !== 'warn' && level !== 'error') || process.stderr.write(`${message}\n`),
  };
  app.setInternals({ pagesByKeys: new Map(pages) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
}

/** The app as if it had this one route. */
function onlyWith(app: PrerenderApp, routeData: RouteData): App {
  const routes = app.manifest.routes.filter(route => route.routeData === routeData);
  return {
    manifest: { ...app.manifest, routes },
    routeCache: app.routeCache,
    getComponentByRoute: route => app.getComponentByRoute!(route),
  };
}

/** A page is `index.html` in its folder, but `404.html` is what servers look for; a data file has its own name. */
function fileOf(pathname: string, { type }: RouteData): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/** As the route's pattern wants it: a page ends in a slash, a data file as its pathname does. */
function addressOf(pathname: string, { type }: RouteData, base: string): string {
  const address = `${base.replace(/\/$/, '')}/${pathname.replace(/^\//, '')}`;
  return type === 'endpoint' ? address : address.replace(/\/*$/, '/');
}

async function bodyOf(response: Response, file: string): Promise<Uint8Array | null> {
  if (response.status >= 300 && response.status < 400)
    throw new Error(`${file}: no page may lead elsewhere so.`);
  if (!response.body) return null;
  const bytes = Buffer.from(await response.arrayBuffer());
  return /^(?:search|pro)\/.*\.html$/.test(file.replaceAll('\\', '/'))
    ? Buffer.from(completePolicy(bytes.toString('utf8')))
    : bytes;
}

function write(file: string, body: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
}
