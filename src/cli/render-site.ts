import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setCurrentDataset } from '../dataset/current.ts';
import { makePictures } from '../files/make-pictures.ts';
import { writeOfflinePage } from '../files/offline-page.ts';
import { removeUnnamedCode } from '../files/unnamed-code.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { giveBack } from './memory.ts';
import { bundlePages, type PageCode } from './page-code.ts';

/** The professional page and the files its head names. */
const professionalRoutes = /^\/(?:pro\b|display\.js|favicon\.svg|apple-touch-icon\.png|social\.png)/;

/**
 * Bundles the code of the pages, then renders them into a folder. The dataset is handed over in this process.
 * `separate`: where the professional page goes, with all it loads, when the site shall hold nothing of it.
 */
export async function renderSite(
  checkout: string,
  dataset: PublicDataset,
  folder: string,
  separate: string | null,
  flags: { base?: string; site?: string },
): Promise<void> {
  const { publishing } = dataset.site;
  const site = flags.site ?? process.env.SHIGEN_SITE ?? publishing.site;
  const base = flags.base ?? process.env.SHIGEN_BASE ?? publishing.base;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // A shell's NODE_ENV would put development code on the pages and take their policy away.
  process.env.NODE_ENV = 'production';
  giveBack();
  // The code of the pages lies in the checkout, where it finds our packages.
  const code = await bundlePages(checkout, join(checkout, 'node_modules', '.shigen-map', 'bundle'), {
    site,
    base,
  });
  try {
    const here = { ...dataset, hasProfessionalEdition: dataset.hasProfessionalEdition && separate === null };
    copyAssets(code, folder, here.hasProfessionalEdition);
    setCurrentDataset(here);
    await makePictures(here);
    // Loads what Astro needs to render, after NODE_ENV is set.
    const { renderPages } = await import('./render.ts');
    await renderPages(code.entry, folder, site);
    writeOfflinePage(folder, base);
    if (separate === null) return;
    removeUnnamedCode(folder);
    copyAssets(code, separate, true);
    setCurrentDataset(dataset);
    await renderPages(code.entry, separate, site, pattern => professionalRoutes.test(pattern));
    removeUnnamedCode(separate);
    writeOfflinePage(separate, base);
  } finally {
    rmSync(code.folder, { recursive: true, force: true });
  }
}

/** Code, styles and pictures that pages name by their content; those of `pro` only where the professional page is. */
function copyAssets({ assets, folder: from }: PageCode, to: string, withProfessional: boolean): void {
  for (const name of assets.filter(asset => asset !== 'pro' || withProfessional))
    cpSync(join(from, name), join(to, name), { recursive: true });
}
