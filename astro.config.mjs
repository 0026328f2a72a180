// @ts-check
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { islandScriptHashes, islandStyleHashes } from './src/components/csp.ts';
import { siteTitle } from './src/components/site-index.ts';
import { currentDataset, setCurrentDataset } from './src/dataset/current.ts';
import { setCurrentPictures } from './src/export/current-pictures.ts';
import { lettering } from './src/export/lettering.ts';
import { sitePictures } from './src/export/site-pictures.ts';
import { readPictureFont } from './src/files/picture-font.ts';

const env = process.env;
// Vite takes these for its own constants when the shell happens to have them: links would lose their base path.
for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete env[name];
const folder = env.SHIGEN_DATA ?? './data';

/** Reads the region and hands its public dataset to the pages. */
async function loadDataset() {
  if (env.SHIGEN_SAMPLE) {
    const { manyFacilities, sampleDataset } = await import('./tests/fixtures/sample-dataset.ts');
    const count = Number(env.SHIGEN_SAMPLE);
    return setCurrentDataset(sampleDataset(count > 1 ? { facilities: manyFacilities(count) } : {}));
  }
  const { loadPublicRegion } = await import('./src/files/load-region.ts');
  setCurrentDataset(await loadPublicRegion(folder));
}

/** Draws the icon and the preview picture from the region's name and areas. */
async function makePictures() {
  const dataset = currentDataset();
  setCurrentPictures(sitePictures(dataset, siteTitle(dataset.site), lettering(await readPictureFont())));
}

/** True when the command that calls Astro has loaded the region in this process already. */
function isLoaded() {
  try {
    return Boolean(currentDataset());
  } catch {
    return false;
  }
}

/**
 * Reloads the region when a file of its folder is saved. Pages keep what they were made of per dataset,
 * so a new dataset and fresh page modules are all it takes.
 * @returns {import('vite').Plugin}
 */
function watchRegion() {
  return {
    name: 'shigen-map:watch-region',
    apply: 'serve',
    configureServer(server) {
      const root = resolve(folder);
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const reload = async () => {
        try {
          await loadDataset();
          await makePictures();
        } catch (error) {
          server.config.logger.error(String(error), { error: error instanceof Error ? error : null });
          return;
        }
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      };
      server.watcher.add(root);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(root + sep)) return;
        clearTimeout(timer);
        timer = setTimeout(reload, 200);
      });
    },
  };
}

/** @param {Iterable<RegExpMatchArray>} elements what was found between the tags is the first group */
function hashesOf(elements) {
  const hashes = Array.from(elements, ([, text = '']) => createHash('sha256').update(text).digest('base64'));
  return [...new Set(hashes)].map(hash => `'sha256-${hash}'`).join(' ');
}

/**
 * Puts the hashes of the inline scripts and styles of a page with islands into its policy.
 * @param {URL} file
 */
async function completePolicy(file) {
  const html = await readFile(file, 'utf8').catch(() => null);
  if (html === null) return;
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g);
  const complete = html
    .replace(islandScriptHashes, () => hashesOf(scripts))
    .replace(islandStyleHashes, () => hashesOf(styles));
  await writeFile(file, complete);
}

/** @returns {import('astro').AstroIntegration} */
function shigenMap() {
  return {
    name: 'shigen-map',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectRoute }) => {
        if (command !== 'build' && command !== 'dev') return;
        if (command === 'dev' || !isLoaded()) await loadDataset();
        await makePictures();
        if (command === 'dev')
          injectRoute({ pattern: '/dev', entrypoint: './src/components/gallery/gallery.astro' });
        const { publishing } = currentDataset().site;
        updateConfig({
          site: env.SHIGEN_SITE ?? publishing.site,
          base: env.SHIGEN_BASE ?? publishing.base,
          vite: { plugins: [watchRegion()] },
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        const withIslands = pages.filter(page => page.pathname.startsWith('search'));
        for (const page of withIslands) await completePolicy(new URL(`${page.pathname}index.html`, dir));
      },
    },
  };
}

export default defineConfig({
  base: env.SHIGEN_BASE ?? '/',
  outDir: env.SHIGEN_OUT ?? './dist',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [react(), shigenMap()],
});
