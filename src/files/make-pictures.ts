import { siteTitle } from '../components/site-index.ts';
import { setCurrentPictures } from '../export/current-pictures.ts';
import { lettering } from '../export/lettering.ts';
import { sitePictures } from '../export/site-pictures.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { readPictureFont } from './picture-font.ts';

/** Draws the icon and the preview picture from the region's name and areas, and hands them to the pages. */
export async function makePictures(dataset: PublicDataset): Promise<void> {
  setCurrentPictures(sitePictures(dataset, siteTitle(dataset.site), lettering(await readPictureFont())));
}
