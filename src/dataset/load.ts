import type { z } from 'zod';
import { readArticles } from '../articles/read.ts';
import { linkTargets } from '../articles/targets.ts';
import {
  customKey,
  noRegionColumns,
  type RegionColumns,
  regionColumnsSchema,
  sectionsOf,
} from '../columns/region-columns.ts';
import { decodeText } from '../ingest/decode.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { parseYamlConfig } from '../issues/yaml.ts';
import { locateInYaml } from '../issues/yaml-locate.ts';
import { type Proposal, proposeSame } from '../match/propose.ts';
import type { Area, Dataset, ProfessionalDataset, PublicDataset } from '../model/dataset.ts';
import { type Site, siteSchema } from '../model/site.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type Keys, keysFile, readKeys } from '../secure/keys-file.ts';
import { overrideVocabulary } from '../vocabulary/load.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { append } from './append.ts';
import { loadAreas } from './areas.ts';
import { withChanges, withPages } from './audience.ts';
import { checkFacilities, checkKeptIds } from './check.ts';
import { checkConfirmationDates, checkRegionColumns, checkSite } from './check-site.ts';
import { confidentialFiles } from './confidential-files.ts';
import { checkFolderFiles } from './folder-files.ts';
import { foundingRow, type JoinedRecord, joinRows } from './layers.ts';
import { publicChanges, readPrevious } from './previous.ts';
import { readProfessionalLists } from './professional-lists.ts';
import { publish } from './publish.ts';
import { readLayers } from './read-layers.ts';
import { placeOfRow, type RecordRow } from './record.ts';
import { type KeptIds, readIds, readSame, readSuppressions } from './region-lists.ts';
import { checkSealedFiles, type OpenedFiles } from './sealed-files.ts';
import { type Sealing, sealing } from './sealing.ts';

/** The region's folder as the core sees it: names and bytes. Paths may leave the folder (`../shared/x.csv`). */
export interface RegionFolder {
  /** File paths below a folder of the region, in name order; empty when there is none. `.`: only those in the region's folder itself. */
  list(folder: string): string[];
  read(path: string): Uint8Array | null;
  /** Which sealed files answer under their clear names, and which would not open. */
  sealed?: OpenedFiles;
}

export interface Region {
  dataset: Dataset;
  publicDataset: PublicDataset;
  professionalDataset: ProfessionalDataset;
  issues: Issue[];
  proposals: Proposal[];
  records: readonly JoinedRecord[];
  /** Rows without consent: nothing of them is in any record. */
  withheld: readonly RecordRow[];
  /** What `columns.yaml` says. */
  columns: RegionColumns;
  /** Of the region's own lists; those that addresses name besides are not among them. */
  areas: readonly Area[];
  /** Layer id → path of its file from the region's folder. */
  layerFiles: ReadonlyMap<string, string>;
  /** Paths of files that hold something that is not for everyone, sealed or not. */
  confidentialFiles: readonly string[];
  /** Rows that are not published because something is wrong with them. */
  rejected: Sealing['rejected'];
  isOpenRow: Sealing['isOpenRow'];
  keptIds: KeptIds;
  /** Of the professional edition; null when the region has none. */
  keys: Keys | null;
  /** Files so faulty that what may be published is not known: nothing must be published until they are mended. */
  blocked: readonly string[];
}

/**
 * Reads a region's folder into datasets. Null only when `site.yaml` is missing or cannot be understood: then
 * nothing is known of what may be published. Everything else goes on with what is good. `today` (`YYYY-MM-DD` in
 * Japan) only serves to notice dates that lie in the future; without it they are not looked for.
 */
export function loadRegion(folder: RegionFolder, shipped: Vocabulary, today?: string): Read<Region | null> {
  const issues: Issue[] = [];
  const keep = <T>(read: Read<T>): T => {
    append(issues, read.issues);
    return read.value;
  };
  const typed = keep(readSite(folder));
  append(issues, checkFolderFiles(folder, typed));
  if (!typed) return { value: null, issues };
  append(issues, checkSealedFiles(folder, typed));
  const site = keep(checkSite(typed, today));
  const vocabulary = keep(readVocabulary(folder, shipped));
  const columns = keep(readColumns(folder));
  const regionColumns = columns ?? noRegionColumns;
  const areas = keep(loadAreas(folder, site));
  const layers = keep(
    readLayers({ folder, site, vocabulary, lookup: lookupOf(vocabulary), regionColumns, areas }),
  );
  const same = keep(readOptional(folder, 'same.csv', readSame, []));
  const suppressed = readOptional(folder, 'suppress.csv', readSuppressions, []);
  const suppressions = keep(suppressed);
  const keys = keep(readOptional<Keys | null | undefined>(folder, keysFile, readKeys, undefined));
  const isUnusable = suppressed.issues.some(found => found.severity === 'error');
  const blocked = [
    ...(columns ? [] : ['columns.yaml']),
    ...(isUnusable ? ['suppress.csv'] : []),
    ...(keys === null ? [keysFile] : []),
  ];
  const kept = keep(
    readOptional(folder, 'ids.csv', readIds, { ids: new Map(), former: new Map(), lines: [] }),
  );
  append(issues, checkRegionColumns(regionColumns, layers.headers));
  layers.rows = keep(checkConfirmationDates(layers.rows, today));
  const { withheld = [], rows = [] } = Object.groupBy(layers.rows, row =>
    row.withheld ? 'withheld' : 'rows',
  );
  const isPublic = (row: RecordRow): boolean => layers.layers.get(row.layer)?.listing === 'public';
  const joined = keep(
    joinRows({ rows, isPublic, same, suppressions, keptIds: kept.ids, formerIds: kept.former }),
  );
  const lists = keep(readProfessionalLists(folder));
  const published = publish({
    ...{ site, vocabulary, areas, layers, joined, lists },
    customOrder: sectionsOf(regionColumns).flatMap(section => customKeys(section.columns)),
    filterFields: filterFields(regionColumns, ['public']),
    professionalFields: filterFields(regionColumns, ['public', 'professional']),
  });
  append(issues, published.issues);
  const { records } = joined;
  const proposals = proposeSame(records, same, vocabulary);
  issues.push(
    ...checkFacilities(published.checked, vocabulary),
    ...checkKeptIds(kept, records),
    ...proposals.map(tellProposal),
    ...unknownTypes(site, vocabulary),
  );
  const pages = keep(readArticles(folder, linkTargets(published.publicDataset)));
  const { isOpenRow, seal, rejected: ofLayers } = sealing({ layers, joined });
  const rejected = [...ofLayers, ...published.rejected];
  const previous = site.previous === undefined ? null : keep(readPrevious(site.previous, folder));
  const changes =
    previous && publicChanges(previous, published.publicDataset, { joined, layers, suppressions, rejected });
  const publicDataset = withChanges(withPages(published.publicDataset, pages), changes);
  const told = locateConfigs(issues, folder).map(seal);
  const layerFiles = new Map([...layers.layers].map(([id, { source }]) => [id, source.file] as const));
  const dataset = { ...published.dataset, issues: told as readonly Issue[] } as unknown as Dataset;
  return {
    value: {
      ...{
        dataset,
        publicDataset,
        professionalDataset: published.professionalDataset,
        issues: told,
        proposals,
        records,
        keptIds: kept,
        rejected,
        isOpenRow,
      },
      ...{
        confidentialFiles: confidentialFiles(layers, folder, lists),
        blocked,
        keys: keys ?? null,
        layerFiles,
        areas,
        withheld,
        columns: regionColumns,
      },
    },
    issues: told,
  };
}

/** Problems of settings that were found by looking at other files get the line of what they are about. */
function locateConfigs(issues: readonly Issue[], folder: RegionFolder): readonly Issue[] {
  return ['site.yaml', 'columns.yaml'].reduce<readonly Issue[]>((found, file) => {
    const bytes = folder.read(file);
    return bytes ? locateInYaml(found, file, decodeText(file, bytes).value) : found;
  }, issues);
}

function tellProposal({ a, b, reasons }: Proposal): Issue {
  const [left, right] = [foundingRow(a), foundingRow(b)];
  const detail = { name: left.facility.name ?? a.id, reasons: reasons.join('・') };
  return issue('same-proposed', placeOfRow(right), right.facility.name ?? b.id, detail);
}

function readSite(folder: RegionFolder): Read<Site | null> {
  const bytes = folder.read('site.yaml');
  if (!bytes) return { value: null, issues: [issue('site-missing', { file: 'site.yaml' })] };
  return parseConfig('site.yaml', bytes, siteSchema);
}

function readColumns(folder: RegionFolder) {
  const bytes = folder.read('columns.yaml');
  return bytes
    ? parseConfig('columns.yaml', bytes, regionColumnsSchema)
    : { value: noRegionColumns, issues: [] };
}

/** Of columns for these audiences: what professionals see is in no public file, not even as a heading. */
function filterFields(
  columns: RegionColumns,
  audiences: readonly ('public' | 'professional')[],
): PublicDataset['filterFields'] {
  const entries = sectionsOf(columns).flatMap(section => Object.entries(section.columns));
  const fields = entries.flatMap(([name, column]) =>
    typeof column === 'object' &&
    column.label !== undefined &&
    column.filter &&
    audiences.includes(column.audience ?? 'professional')
      ? [{ key: customKey(name, column), label: column.label }]
      : [],
  );
  return [...new Map(fields.map(field => [field.key, field])).values()];
}

function customKeys(columns: RegionColumns['columns']): string[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    column === 'ignore' ? [] : [customKey(name, column)],
  );
}

function parseConfig<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): Read<T | null> {
  const text = decodeText(file, bytes);
  const read = parseYamlConfig(file, text.value, schema);
  return { value: read.value, issues: [...text.issues, ...read.issues] };
}

/** The region's own words: `vocabulary/types.yaml`, `vocabulary/synonyms.yaml` … */
function readVocabulary(folder: RegionFolder, shipped: Vocabulary): Read<Vocabulary> {
  const issues: Issue[] = [];
  const files = folder.list('vocabulary').flatMap(path => {
    const bytes = folder.read(path);
    if (!bytes) return [];
    const text = decodeText(path, bytes);
    append(issues, text.issues);
    return [{ name: path.slice('vocabulary/'.length), text: text.value }];
  });
  const read = overrideVocabulary(shipped, files);
  return { value: read.value, issues: [...issues, ...read.issues] };
}

function readOptional<T>(
  folder: RegionFolder,
  file: string,
  read: (file: string, bytes: Uint8Array) => Read<T>,
  absent: T,
): Read<T> {
  const bytes = folder.read(file);
  return bytes ? read(file, bytes) : { value: absent, issues: [] };
}

function unknownTypes(site: Site, vocabulary: Vocabulary): Issue[] {
  return (site.expectedTypes ?? []).flatMap(id => {
    if (vocabulary.types.has(id)) return [];
    const close = nearest(id, [...vocabulary.types.keys()]);
    return [
      issue(
        'site-type-unknown',
        { file: 'site.yaml', header: 'expectedTypes' },
        id,
        close ? { nearest: close } : {},
      ),
    ];
  });
}
