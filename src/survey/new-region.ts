/** The files a new region begins with. */
import { stringify } from 'yaml';
import { csvText } from '../dataset/csv-text.ts';
import { contactColumns, listHeaders, vacancyColumns } from '../dataset/professional-lists.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { ignoringSecrets } from '../secure/keys-change.ts';
import { newRegionText as text } from '../text/new-region.ts';
import { templateSheets, wholeTemplate } from './template.ts';
import { templateWorkbook } from './workbook.ts';

export interface NewRegion {
  name: string;
  municipalities: readonly string[];
  contact: { name: string; phone: string; email: string };
  /** What a row that says nothing of itself may be: 公開, or 専門職のみ until somebody opens it. */
  listing: 'public' | 'professional';
  /** The address the site will have; null when it is not known yet. */
  site: string | null;
  /** GeoJSON of 国土数値情報 N03; null when there is none. */
  boundaries: string | null;
  /** `owner/name` of the engine, for the workflow. */
  engine: string;
}

/** Path → contents, all that `check` and `build` then read without an error. */
export async function newRegion(
  region: NewRegion,
  vocabulary: Vocabulary,
): Promise<Map<string, string | Uint8Array>> {
  const sheets = templateSheets(vocabulary);
  const headers = wholeTemplate(vocabulary).map(({ header }) => header);
  const files = new Map<string, string | Uint8Array>([
    ['site.yaml', siteYaml(region)],
    [text.listFile, await templateWorkbook(sheets)],
    [text.csvFile, csvText(headers, [])],
    ['columns.yaml', text.columnsYaml],
    ['same.csv', csvText(['判定', '記録A', '記録B', 'メモ'], [])],
    ['suppress.csv', csvText(['記録', '名称', '住所', 'メモ'], [])],
    ['contacts.csv', csvText(listHeaders(contactColumns), [])],
    ['vacancy.csv', csvText(listHeaders(vacancyColumns), [])],
    [text.guideFile, text.guide(region.name)],
    ['.github/workflows/publish.yml', text.workflow(region.engine)],
    ['.gitignore', ignoringSecrets(text.gitignore)],
  ]);
  if (region.boundaries !== null)
    files.set(text.boundaryFile, boundariesOf(region.boundaries, region.municipalities));
  return files;
}

/** Typed words stand in the file as YAML writes them: a colon or a quotation mark breaks nothing. */
function siteYaml({ name, municipalities, contact, listing, site, boundaries }: NewRegion): string {
  const value = (words: string) => stringify(words, { lineWidth: 0 }).trimEnd();
  const line = (key: string, words: string, example: string) =>
    words === '' ? `  # ${key}: ${example}` : `  ${key}: ${value(words)}`;
  const list = municipalities.length > 0 ? municipalities.map(value).join(', ') : '';
  return text.siteYaml({
    name: value(name),
    municipalities: `[${list}]`,
    contact:
      contact.name === ''
        ? text.contactLater
        : [
            'contact:',
            `  name: ${value(contact.name)}`,
            line('phone', contact.phone, '0254-00-0000'),
            line('email', contact.email, 'renkei@example.jp'),
          ].join('\n'),
    listFile: value(text.listFile),
    listing,
    publishing: site === null ? text.publishingLater : `publishing:\n  site: ${value(site)}\n  base: /`,
    areas: boundaries === null ? text.areasLater : text.areas(text.boundaryFile),
  });
}

interface BoundaryFeature {
  properties?: Record<string, unknown> | null;
}

/**
 * The features of the region's municipalities (N03_007 is the code without its check digit, N03_004 the name), one to
 * a line. Throws on text that is no GeoJSON, and when no municipality is in it.
 */
function boundariesOf(geojson: string, municipalities: readonly string[]): string {
  const { features } = JSON.parse(geojson.replace(/^\uFEFF/, '')) as { features?: BoundaryFeature[] };
  const isOurs = ({ properties }: BoundaryFeature) =>
    municipalities.some(
      each => each === properties?.N03_004 || (each.length >= 5 && each.slice(0, 5) === properties?.N03_007),
    );
  const ours = (features ?? []).filter(isOurs);
  if (ours.length === 0) throw new RangeError('No municipality of the region is in the boundaries');
  return `{"type":"FeatureCollection","features":[\n${ours.map(each => JSON.stringify(each)).join(',\n')}\n]}\n`;
}
