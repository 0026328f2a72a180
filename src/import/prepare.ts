/** From files and wishes to a plan, or to the reason why there is none. */
import type { Region, RegionFolder } from '../dataset/load.ts';
import type { Format } from '../formats/format.ts';
import type { Table } from '../ingest/table.ts';
import { formatIssue, type Issue } from '../issues/issue.ts';
import type { Source } from '../model/site.ts';
import { importText as text } from '../text/import.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { LayerFilters } from './filter.ts';
import { fileOfLayer, type ImportedLayer, layersOf, nameOfLayer } from './layers.ts';
import { type ImportPlan, kindOf, planImport } from './plan.ts';
import { type GivenFile, type TakenFiles, takeFiles } from './take-files.ts';
import { unknownAreas } from './wishes.ts';

export interface Wanted {
  files: readonly GivenFile[];
  only?: Source['only'] | undefined;
  codes: ReadonlySet<string> | null;
  /** Name of the layer, where the officer gives one. */
  as?: string | undefined;
  asOf?: string | undefined;
}

export type Prepared =
  | { kind: 'ready'; plan: ImportPlan; issues: readonly Issue[]; notFound: readonly string[] }
  /** `isWrongUse`: the command was not given what it needs; else the files are to blame. */
  | { kind: 'refused'; isWrongUse: boolean; sentences: string[]; issues: readonly Issue[] };

export function prepareImport(
  folder: RegionFolder,
  region: Region,
  wanted: Wanted,
  onProgress: (file: string, rows: number) => void = () => {},
): Prepared {
  const { columns: regionColumns, areas, dataset } = region;
  const [badArea] = unknownAreas(wanted.only, areas);
  if (badArea !== undefined) return wrongUse(text.badArea(badArea));
  const { vocabulary } = region.publicDataset;
  const { as, asOf, codes } = wanted;
  const filters = new LayerFilters({ only: wanted.only, codes }, dataset.site, areas);
  const filterOf = (format: Format, part: string, table: Table) =>
    filters.of(fileOfLayer(nameOfLayer({ format, part }, table, as)), format);
  const context = { vocabulary, lookup: lookupOf(vocabulary), regionColumns, filterOf, onProgress };
  const taken = takeFiles(wanted.files, context, region);
  if (filters.isUnclear) return wrongUse(text.noRegionPlaces);
  const { layers, clashes } = layersOf(taken.tables, as);
  if (clashes[0]) return wrongUse(text.clash(clashes[0].file));
  const own = ownListAmong(layers, region);
  if (own !== null) return wrongUse(text.ownList(own));
  const { issues } = taken;
  const sentences = [...unknownFiles(taken), ...(layers.length === 0 ? [emptyReason(taken)] : [])];
  if (sentences.length > 0) return { kind: 'refused', isWrongUse: false, sentences, issues };
  const only = wanted.only ?? (codes ? [] : undefined);
  const plan = planImport({ folder, site: dataset.site, layers, only, asOf });
  return { kind: 'ready', plan, issues, notFound: filters.notFound() };
}

function wrongUse(sentence: string): Prepared {
  return { kind: 'refused', isWrongUse: true, sentences: [sentence], issues: [] };
}

/** A survey of the region's own under the name of an official list must not be lost. */
function ownListAmong(layers: readonly ImportedLayer[], { dataset, layerFiles }: Region): string | null {
  const files = new Set(layerFiles.values());
  const isOwn = ({ name, format }: ImportedLayer): boolean => {
    const file = fileOfLayer(name);
    const source = dataset.site.sources?.find(one => one.file === file);
    return kindOf(format) === 'official' && files.has(file) && source?.kind !== 'official';
  };
  const own = layers.find(isOwn);
  return own ? fileOfLayer(own.name) : null;
}

/** What is wrong with each file of which no table is a known list. */
function unknownFiles({ tables, unknown }: TakenFiles): string[] {
  const fileOf = (path: string) => path.split('/')[0];
  const known = new Set(tables.map(({ file }) => fileOf(file)));
  return unknown
    .filter(({ table }) => !known.has(fileOf(table.file)))
    .map(({ table, reason }) => {
      const why = reason.reason ? formatIssue(reason.reason) : '';
      return `${text.unknownList(table.file)}${why}`;
    });
}

function emptyReason({ tables }: TakenFiles): string {
  const supplement = tables.find(({ format }) => format.supplementKey);
  return supplement ? text.needsOffices(supplement.file) : text.nothingTaken;
}
