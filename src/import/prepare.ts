/** From files and wishes to a plan, or to the reason why there is none. */
import { proposeColumns } from '../columns/propose.ts';
import { formatProposals } from '../columns/propose-yaml.ts';
import { loadOutlines } from '../dataset/areas.ts';
import type { Region, RegionFolder } from '../dataset/load.ts';
import type { Format } from '../formats/format.ts';
import { templateFormat } from '../formats/template.ts';
import type { Table } from '../ingest/table.ts';
import { formatIssue, type Issue } from '../issues/issue.ts';
import type { Source } from '../model/site.ts';
import { importText as text } from '../text/import.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { LayerFilters } from './filter.ts';
import { fileOfLayer, type ImportedLayer, layersOf, nameOfLayer } from './layers.ts';
import { type ImportPlan, kindOf, planImport } from './plan.ts';
import { type GivenFile, type TakenFiles, takeFiles, type UnknownTable } from './take-files.ts';
import type { TakenTable } from './take-table.ts';
import { polygonsOf, unknownAreas } from './wishes.ts';

export interface Wanted {
  files: readonly GivenFile[];
  only?: Source['only'] | undefined;
  codes: ReadonlySet<string> | null;
  /** Name of the layer, where the officer gives one. */
  as?: string | undefined;
  asOf?: string | undefined;
}

export type Prepared =
  | {
      kind: 'ready';
      plan: ImportPlan;
      issues: readonly Issue[];
      /** Tables without a row of the region, of lists that have no other. */
      unused: readonly TakenTable[];
      notFound: readonly string[];
    }
  /** `isWrongUse`: the command was not given what it needs; else the files are to blame. */
  | {
      kind: 'refused';
      isWrongUse: boolean;
      sentences: string[];
      issues: readonly Issue[];
      /** What the columns of unknown lists may mean, as the text of a `columns.yaml`. */
      proposal: string | null;
    };

export function prepareImport(
  folder: RegionFolder,
  region: Region,
  wanted: Wanted,
  onProgress: (file: string, rows: number) => void = () => {},
): Prepared {
  const { columns: regionColumns, areas, dataset } = region;
  const [badArea] = unknownAreas(wanted.only, areas);
  if (badArea !== undefined) return wrongUse(text.badArea(badArea));
  const before = (dataset.site.sources ?? []).map(({ only }) => only);
  const outlines = loadOutlines(folder, [wanted.only, ...before]);
  const [badPolygon] = polygonsOf(wanted.only).filter(path => !outlines.value.has(path));
  if (badPolygon !== undefined) return { ...wrongUse(text.badPolygon(badPolygon)), issues: outlines.issues };
  const { vocabulary } = region.publicDataset;
  const { as, asOf, codes } = wanted;
  const filters = new LayerFilters({ only: wanted.only, codes }, dataset.site, areas, outlines.value);
  const filterOf = (format: Format, part: string, table: Table) =>
    filters.of(fileOfLayer(nameOfLayer({ format, part }, table, as)), format);
  const ownNameOf = (table: Table) => `${nameOfLayer({ format: templateFormat, part: '' }, table, as)}.csv`;
  const lookup = lookupOf(vocabulary);
  const context = { vocabulary, lookup, regionColumns, filterOf, ownNameOf, onProgress };
  const taken = takeFiles(wanted.files, context, region);
  if (filters.isUnclear) return wrongUse(text.noRegionPlaces);
  const { layers, clashes, unused } = layersOf(taken.tables, as);
  if (clashes[0]) return wrongUse(text.clash(clashes[0].file));
  const own = ownListAmong(layers, region);
  if (own !== null) return wrongUse(text.ownList(own));
  const { issues } = taken;
  const unknown = unknownTables(taken);
  if (unknown.length > 0) {
    const sentences = unknown.map(sentenceOf);
    const proposal = proposalFor(unknown, region, ownNameOf);
    return { kind: 'refused', isWrongUse: false, sentences, issues, proposal };
  }
  if (layers.length === 0) {
    const sentences = [emptyReason(taken)];
    return { kind: 'refused', isWrongUse: false, sentences, issues, proposal: null };
  }
  const only = wanted.only ?? (codes ? [] : undefined);
  const plan = planImport({ folder, site: dataset.site, layers, only, asOf });
  return { kind: 'ready', plan, issues, unused, notFound: filters.notFound() };
}

function wrongUse(sentence: string): Extract<Prepared, { kind: 'refused' }> {
  return { kind: 'refused', isWrongUse: true, sentences: [sentence], issues: [], proposal: null };
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

/** Tables of files of which no table is a known list. */
function unknownTables({ tables, unknown }: TakenFiles): UnknownTable[] {
  const fileOf = (path: string) => path.split('/')[0];
  const known = new Set(tables.map(({ file }) => fileOf(file)));
  return unknown.filter(({ table }) => !known.has(fileOf(table.file)));
}

function sentenceOf({ table, reason }: UnknownTable): string {
  const why = reason.reason ? formatIssue(reason.reason) : '';
  return `${text.unknownList(table.file)}${why}`;
}

/** Null when nothing can be said of any of them. */
function proposalFor(
  unknown: readonly UnknownTable[],
  { areas, publicDataset: { vocabulary } }: Region,
  ownNameOf: (table: Table) => string,
): string | null {
  const places = new Set(areas.flatMap(({ id, name }) => [id, name]));
  const proposals = unknown.flatMap(({ table }) => {
    const { rows, lettered } = table;
    const named: Table = { file: ownNameOf(table), lettered, rows };
    return proposeColumns(named, { vocabulary, isArea: word => places.has(word) }) ?? [];
  });
  return proposals.length === 0 ? null : formatProposals(proposals);
}

function emptyReason({ tables }: TakenFiles): string {
  const supplement = tables.find(({ format }) => format.supplementKey);
  return supplement ? text.needsOffices(supplement.file) : text.nothingTaken;
}
