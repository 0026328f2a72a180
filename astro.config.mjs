// @ts-check
import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { leafletInParts } from './src/cli/leaflet-in-parts.ts';
import { licencesModule } from './src/cli/licences.ts';
import { pageCode } from './src/cli/page-code.ts';
import { currentDataset, setCurrentDataset } from './src/dataset/current.ts';
import { makePictures } from './src/files/make-pictures.ts';
import { completePolicy } from './src/files/page-policy.ts';

const env = process.env;
// Vite takes these for its own constants when the shell happens to have them: links would lose their base path.
for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete env[name];
const folder = env.SHIGEN_DATA ?? './data';
// The build command wants the code of the pages only: it has the region, and gives site and base path.
const isBundling = env.SHIGEN_BUNDLE_ONLY === '1';

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
          await makePictures(currentDataset());
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

/**
 * Leaves the code of the pages below the output folder and renders none: `src/cli/render.ts` does that, in a process
 * that never had a bundler in its memory.
 * @param {URL} folder
 * @returns {import('astro').AstroPrerenderer}
 */
function keepPageCode(folder) {
  return {
    name: 'shigen-map:keep-page-code',
    setup: () => rename(new URL('.prerender/', folder), new URL(`${pageCode.folder}/`, folder)),
    getStaticPaths: async () => [],
    render: () => Promise.reject(new Error('No page is rendered here.')),
  };
}

/** @returns {import('astro').AstroIntegration} */
function shigenMap() {
  /** @type {URL} */
  let outDir;
  return {
    name: 'shigen-map',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectRoute }) => {
        if (isBundling || (command !== 'build' && command !== 'dev')) return;
        await loadDataset();
        await makePictures(currentDataset());
        if (command === 'dev')
          injectRoute({ pattern: '/dev', entrypoint: './src/components/gallery/gallery.astro' });
        const { publishing } = currentDataset().site;
        updateConfig({
          site: env.SHIGEN_SITE ?? publishing.site,
          base: env.SHIGEN_BASE ?? publishing.base,
          vite: { plugins: [watchRegion()] },
        });
      },
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (isBundling) setPrerenderer(keepPageCode(outDir));
      },
      'astro:build:done': async ({ dir, pages }) => {
        for (const { pathname } of pages.filter(page => /^(?:search|pro)\b/.test(page.pathname))) {
          const file = new URL(`${pathname}index.html`, dir);
          const html = await readFile(file, 'utf8').catch(() => null);
          if (html !== null) await writeFile(file, completePolicy(html));
        }
      },
    },
  };
}

export default defineConfig({
  ...(env.SHIGEN_SITE ? { site: env.SHIGEN_SITE } : {}),
  base: env.SHIGEN_BASE ?? '/',
  outDir: env.SHIGEN_OUT ?? './dist',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [react(), shigenMap()],
  vite: {
    plugins: [leafletInParts(), licencesModule()],
    // A service worker answers for a worker only below its own folder, and the professional page works offline.
    worker: {
      rolldownOptions: {
        output: {
          entryFileNames: ({ name }) => `${name === 'pro-worker' ? 'pro' : '_astro'}/[name]-[hash].js`,
        },
      },
    },
  },
});
