import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setCurrentDataset } from '../dataset/current.ts';
import { makePictures } from '../files/make-pictures.ts';
import { writeOfflinePage } from '../files/offline-page.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { giveBack } from './memory.ts';
import { bundlePages } from './page-code.ts';

/** Bundles the code of the pages, then renders them into a folder. The dataset is handed over in this process. */
export async function renderSite(
  checkout: string,
  dataset: PublicDataset,
  folder: string,
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
    const assets = code.assets.filter(name => name !== 'pro' || dataset.hasProfessionalEdition);
    for (const name of assets) cpSync(join(code.folder, name), join(folder, name), { recursive: true });
    setCurrentDataset(dataset);
    await makePictures(dataset);
    // Loads what Astro needs to render, after NODE_ENV is set.
    const { renderPages } = await import('./render.ts');
    await renderPages(code.entry, folder, site);
    writeOfflinePage(folder, base);
  } finally {
    rmSync(code.folder, { recursive: true, force: true });
  }
}
