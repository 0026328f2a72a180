import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the bundler's run leaves what: `pages/` is the code of the pages, the rest is for the browser. */
export const pageCode = { folder: 'pages', entry: /^prerender-entry\..*mjs$/ };

export interface PageCode {
  /** The module that renders pages. */
  entry: string;
  /** What a browser loads, to be moved into the site; its folder goes with it. */
  assets: readonly string[];
  folder: string;
}

/**
 * Bundles the pages in a process of its own: the bundler and its native memory end with it, before the first page is
 * rendered. `site` and `base` are all that the code of the pages knows of a region.
 */
export async function bundlePages(
  root: string,
  folder: string,
  { site, base }: { site: string | undefined; base: string },
): Promise<PageCode> {
  rmSync(folder, { recursive: true, force: true });
  const { SHIGEN_SITE: _, ...env } = process.env;
  await run(join(import.meta.dirname, 'bundle.ts'), root, {
    ...env,
    ...(site ? { SHIGEN_SITE: site } : {}),
    ...{ SHIGEN_BASE: base, SHIGEN_OUT: folder, SHIGEN_BUNDLE_ONLY: '1' },
  });
  const entry = readdirSync(join(folder, pageCode.folder)).find(name => pageCode.entry.test(name));
  if (!entry) throw new Error('The bundler left no code of the pages.');
  const assets = readdirSync(folder).filter(name => name !== pageCode.folder);
  return { entry: join(folder, pageCode.folder, entry), assets, folder };
}

/** Its words go where ours go. */
function run(program: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => (code === 0 ? done() : fail(new Error('The pages could not be bundled.'))));
  });
}
