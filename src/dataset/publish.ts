import { type Issue, issue } from '../issues/issue.ts';
import type { Area, Dataset, ProfessionalDataset, Provenance, PublicDataset } from '../model/dataset.ts';
import type { CustomValue, Facility, PublicFacility } from '../model/facility.ts';
import type { Site } from '../model/site.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { formatTypedTimes } from '../normalize/clock-words.ts';
import { gojuonKey } from '../normalize/kana.ts';
import { accountOf } from './account.ts';
import { append } from './append.ts';
import { areaLocator, impliedMunicipalities, withMunicipality } from './areas.ts';
import { type Assembled, assemble } from './assemble.ts';
import { professionalDataset, publicDataset, publicFacility, stripRow } from './audience.ts';
import { tellHeldBack } from './held-back.ts';
import { joinLists } from './join-lists.ts';
import { foundingRow, type Joined, type JoinedRecord } from './layers.ts';
import type { ProfessionalLines } from './professional-lists.ts';
import type { Layers } from './read-layers.ts';
import { placeOfRow, type RecordRow } from './record.ts';
import type { RejectedRow } from './sealing.ts';
import { creditsOf, newestDate } from './source-credits.ts';
import { withTruePositions } from './true-positions.ts';

export interface PublishInput {
  site: Site;
  vocabulary: Vocabulary;
  areas: readonly Area[];
  layers: Layers;
  joined: Joined;
  /** Keys of the region's own columns in the order of `columns.yaml`. */
  customOrder: readonly string[];
  filterFields: PublicDataset['filterFields'];
  /** What the region's professional lists say. */
  lists: ProfessionalLines;
  /** Also the professional ones. */
  professionalFields: PublicDataset['filterFields'];
}

export interface Published {
  dataset: Pick<Dataset, 'site' | 'vocabulary' | 'areas' | 'sources' | 'facilities' | 'account'>;
  publicDataset: PublicDataset;
  professionalDataset: ProfessionalDataset;
  issues: Issue[];
  /** Shown records with the row that founded each: what the completeness checks look at. */
  checked: { facility: Facility; row: RecordRow }[];
  /** Lines of the professional lists that belong to no record. */
  rejected: RejectedRow[];
}

/** Assembles the records twice: all of what was read, and, from stripped rows of public layers, what is public. */
export function publish(input: PublishInput): Published {
  const issues: Issue[] = [];
  const records = withTruePositions(input.joined, input.layers, input.areas, issues);
  append(issues, tellHeldBack(records, input.layers));
  const shown = records.filter(record => !record.held).flatMap(record => withoutUnlisted(record, input));
  const full = shown.map(record => assembleRecord(record, record.rows, input));
  const open = publicParts(shown, input);
  const areas = [
    ...input.areas,
    ...impliedMunicipalities(
      input.areas,
      open.map(({ facility }) => facility),
    ),
  ];
  const place = { locate: areaLocator(areas), byId: new Map(areas.map(area => [area.id, area])) };
  const checked = full.flatMap(({ assembled }, index) => {
    const record = shown[index] as JoinedRecord;
    const row = foundingRow(record);
    tellConflicts(assembled, record.rows, issues);
    return [{ facility: located(assembled.facility, record.rows, place), row }];
  });
  const publicFacilities = open.map(({ facility, rows }) => located(facility, rows, place));
  const sources = creditsOf(input.layers, input.site, publicFacilities);
  const asOf = input.site.asOf ?? newestDate(sources, publicFacilities);
  const shared = { site: input.site, vocabulary: input.vocabulary, areas, sources };
  const site = publicSite(input.site);
  const lists = joinLists(
    input.lists,
    sorted(checked.map(({ facility }) => facility)),
    records,
    input.vocabulary,
  );
  append(issues, lists.issues);
  const { facilities } = lists;
  const provenance = new Map(open.flatMap(({ provenance: given }) => [...given]));
  return {
    dataset: {
      ...shared,
      facilities,
      account: accountOf(input.layers, input.joined, records, lists.accounts),
    },
    publicDataset: publicDataset({
      ...shared,
      ...{ site, provenance, asOf, filterFields: input.filterFields },
      facilities: sorted(publicFacilities),
    }),
    professionalDataset: professionalParts(facilities, areas, full, input),
    issues,
    checked,
    rejected: lists.rejected,
  };
}

function professionalParts(
  facilities: readonly Facility[],
  areas: readonly Area[],
  full: readonly { assembled: Assembled }[],
  { site, vocabulary, layers, professionalFields }: PublishInput,
): ProfessionalDataset {
  const sources = creditsOf(layers, site, facilities, 'professional');
  const asOf = site.asOf ?? newestDate(sources, facilities);
  const { sources: _files, ...shown } = publicSite(site);
  return professionalDataset({
    ...{ site: shown, vocabulary, facilities, areas, sources, asOf },
    provenance: new Map(full.flatMap(({ assembled }) => [...assembled.provenance])),
    filterFields: professionalFields,
  });
}

/** What a layer that may not be shown at all says is in no edition. */
function withoutUnlisted(record: JoinedRecord, { layers }: PublishInput): JoinedRecord[] {
  const rows = record.rows.filter(row => layers.layers.get(row.layer)?.listing !== 'none');
  return rows.some(row => !row.supplement) ? [{ ...record, rows }] : [];
}

/** Without the file names of layers that are not public; times are written as everywhere. */
function publicSite({ sources, contact, ...rest }: Site): Site {
  const site: Site = {
    ...rest,
    emergency: rest.emergency.map(entry => withTimes(entry, 'note')),
    desks: rest.desks.map(desk => withTimes(desk, 'hours')),
    ...(contact ? { contact: withTimes(contact, 'hours') } : {}),
  };
  return sources ? { ...site, sources: sources.filter(source => source.listing === 'public') } : site;
}

function withTimes<K extends string, T extends { [P in K]?: string | undefined }>(entry: T, key: K): T {
  const text = entry[key];
  return text === undefined ? entry : { ...entry, [key]: formatTypedTimes(text) };
}

function assembleRecord(
  record: JoinedRecord,
  rows: readonly RecordRow[],
  { layers, customOrder }: PublishInput,
): { assembled: Assembled } {
  const order = { orderOf: (layer: string) => layers.layers.get(layer)?.order ?? 0 };
  const assembled = assemble(record.id, record.aliases, rows, order);
  const rank = ({ key }: CustomValue): number => customOrder.indexOf(key) + 1 || customOrder.length + 1;
  const custom = assembled.facility.custom.toSorted((a, b) => rank(a) - rank(b));
  return { assembled: { ...assembled, facility: { ...assembled.facility, custom } } };
}

interface OpenRecord {
  facility: PublicFacility;
  rows: readonly RecordRow[];
  provenance: Map<string, Provenance>;
}

/** Only rows of public layers, stripped, of records that may be shown to all. */
function publicParts(shown: readonly JoinedRecord[], input: PublishInput): OpenRecord[] {
  return shown.flatMap((record): OpenRecord[] => {
    if (record.listing !== 'public') return [];
    const rows = record.rows
      .filter(row => input.layers.layers.get(row.layer)?.listing === 'public')
      .map(stripRow);
    if (!rows.some(row => !row.supplement)) return [];
    const { assembled } = assembleRecord(record, rows, input);
    return [
      {
        facility: publicFacility(assembled.facility, input.vocabulary),
        rows,
        provenance: assembled.provenance,
      },
    ];
  });
}

function located<F extends PublicFacility | Facility>(
  facility: F,
  rows: readonly RecordRow[],
  { locate, byId }: { locate: ReturnType<typeof areaLocator>; byId: ReadonlyMap<string, Area> },
): F {
  const doubtful = !facility.position && rows.some(row => row.doubtfulPosition);
  const areas = locate(facility);
  return {
    ...facility,
    address: withMunicipality(
      facility.address,
      areas.flatMap(id => byId.get(id) ?? []),
    ),
    areas,
    positionState: doubtful ? 'unconfirmed' : facility.positionState,
  };
}

function tellConflicts(assembled: Assembled, rows: readonly RecordRow[], issues: Issue[]): void {
  const row = rows.find(one => one.supplement) ?? rows[0];
  if (!row) return;
  for (const { code, detail } of assembled.conflicts)
    issues.push(issue(code, placeOfRow(row), assembled.facility.name, detail));
}

/** 五十音 of the reading (of the name where there is none), then name, then id. */
function sorted<F extends PublicFacility | Facility>(facilities: readonly F[]): F[] {
  const keyed = facilities.map(facility => ({ facility, key: gojuonKey(facility.kana ?? facility.name) }));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort(
    (a, b) =>
      compare(a.key, b.key) ||
      compare(a.facility.name, b.facility.name) ||
      compare(a.facility.id, b.facility.id),
  );
  return keyed.map(({ facility }) => facility);
}
