import type { PublicDataset } from '../model/dataset.ts';

const slot = Symbol.for('shigen-map.current-dataset');
type Holder = { [slot]?: PublicDataset };

/** Hands the dataset of this build to the pages. Called once, by the Astro integration, before pages render. */
export function setCurrentDataset(dataset: PublicDataset): void {
  (globalThis as Holder)[slot] = dataset;
}

/** The dataset the pages are made of. Pages are bundled apart from the loader, so it crosses by a global symbol. */
export function currentDataset(): PublicDataset {
  const dataset = (globalThis as Holder)[slot];
  if (!dataset)
    throw new Error('No dataset was loaded: pages are rendered only by a build or dev server of shigen-map.');
  return dataset;
}
