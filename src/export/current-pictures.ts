import type { SitePictures } from './site-pictures.ts';

const slot = Symbol.for('shigen-map.current-pictures');
type Holder = { [slot]?: SitePictures };

/** Hands the pictures of this build to the pages, as `dataset/current.ts` hands the dataset. */
export function setCurrentPictures(pictures: SitePictures): void {
  (globalThis as Holder)[slot] = pictures;
}

export function currentPictures(): SitePictures {
  const pictures = (globalThis as Holder)[slot];
  if (!pictures) throw new Error('No pictures were made: pages are rendered only by a build or dev server.');
  return pictures;
}
