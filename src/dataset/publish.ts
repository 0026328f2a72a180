import { checkPositions } from '../geo/positions.ts';
import { type Issue, issue } from '../issues/issue.ts';
import type {
  Account,
  Area,
  Dataset,
  FileAccount,
  Provenance,
  PublicDataset,
  SourceCredit,
} from '../model/dataset.ts';
import type { CustomValue, Facility, PublicFacility } from '../model/facility.ts';
import type { Site } from '../model/site.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { addressKey } from '../normalize/address.ts';
import { gojuonKey } from '../normalize/kana.ts';
import { append } from './append.ts';
import { areaLocator, impliedMunicipalities } from './areas.ts';
import { type Assembled, assemble } from './assemble.ts';
import { publicDataset, publicFacility, stripRow } from './audience.ts';
import { foundingRow, type Joined, type JoinedRecord, placeOfRow } from './layers.ts';
import type { Layers } from './read-layers.ts';
import type { RecordRow } from './record.ts';

export interface PublishInput {
  site: Site;
  vocabulary: Vocabulary;
  areas: readonly Area[];
  layers: Layers;
  joined: Joined;
  /** Keys of the region's own columns in the order of `columns.yaml`. */
  customOrder: readonly string[];
}

export interface Published {
  dataset: Pick<Dataset, 'site' | 'vocabulary' | 'areas' | 'sources' | 'facilities' | 'account'>;
  publicDataset: PublicDataset;
  issues: Issue[];
  /** Shown records with the row that founded each: what the completeness checks look at. */
  checked: { facility: Facility; row: RecordRow }[];
}

/** Assembles the records twice: all of what was read, and, from stripped rows of public layers, what is public. */
export function publish(input: PublishInput): Published {
  const issues: Issue[] = [];
  const records = withTruePositions(input, issues);
  append(issues, tellHeldBack(records, input));
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
  const locate = areaLocator(areas);
  const checked = full.flatMap(({ assembled }, index) => {
    const record = shown[index] as JoinedRecord;
    const row = foundingRow(record);
    tellConflicts(assembled, record.rows, issues);
    return [{ facility: located(assembled.facility, record.rows, locate), row }];
  });
  const publicFacilities = open.map(({ facility, rows }) => located(facility, rows, locate));
  const sources = creditsOf(input, publicFacilities);
  const asOf = input.site.asOf ?? newestDate(sources, publicFacilities);
  const shared = { site: input.site, vocabulary: input.vocabulary, areas, sources };
  const site = publicSite(input.site);
  const provenance = new Map(open.flatMap(({ provenance: given }) => [...given]));
  return {
    dataset: {
      ...shared,
      facilities: sorted(checked.map(({ facility }) => facility)),
      account: accountOf(input, records),
    },
    publicDataset: publicDataset({ ...shared, site, facilities: sorted(publicFacilities), provenance, asOf }),
    issues,
    checked,
  };
}

/** What a layer that may not be shown at all says is in no edition. */
function withoutUnlisted(record: JoinedRecord, { layers }: PublishInput): JoinedRecord[] {
  const rows = record.rows.filter(row => layers.layers.get(row.layer)?.listing !== 'none');
  return rows.some(row => !row.supplement) ? [{ ...record, rows }] : [];
}

/** Without the file names of layers that are not public. */
function publicSite({ sources, ...site }: Site): Site {
  return sources ? { ...site, sources: sources.filter(source => source.listing === 'public') } : site;
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

/** Every record and row that is not shown, and why: held back is not the same as lost. */
function tellHeldBack(records: readonly JoinedRecord[], { layers }: PublishInput): Issue[] {
  const isOpen = (row: RecordRow): boolean => layers.layers.get(row.layer)?.listing === 'public';
  const ofRecords = records.flatMap(record => {
    const row = foundingRow(record);
    const reason =
      heldReason(record) ?? (record.rows.some(isOpen) ? null : 'この表は一般に公開しない設定です');
    return reason ? [issue('record-held-back', placeOfRow(row), row.facility.name, { reason })] : [];
  });
  const withheld = layers.rows.filter(row => row.withheld);
  const reason = '掲載の同意がありません';
  return [
    ...ofRecords,
    ...withheld.map(row => issue('record-held-back', placeOfRow(row), row.facility.name, { reason })),
  ];
}

function heldReason(record: JoinedRecord): string | null {
  if (record.held === 'suppressed') return 'suppress.csv に書かれています';
  if (record.held === 'gone') return `状況が「${record.rows.find(row => row.gone)?.gone ?? ''}」です`;
  if (record.listing === 'none') return '掲載区分が「非公開」です';
  return record.listing === 'professional' ? '掲載区分が「専門職のみ」です' : null;
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

/**
 * Positions that cannot be true are taken out before layers are joined, so that they cannot beat a true one. Those
 * that may be public are judged among themselves (one point shared by many addresses), then the others among all.
 */
function withTruePositions({ joined, areas, layers }: PublishInput, issues: Issue[]): JoinedRecord[] {
  const named = joined.records.flatMap(record => {
    const isOpen = !record.held && record.listing === 'public';
    return record.rows.map((row, index) => ({
      id: `${record.id} ${index}`,
      row,
      open: isOpen && layers.layers.get(row.layer)?.listing === 'public',
    }));
  });
  const candidates = named.flatMap(({ id, row, open }) => {
    const { position, address } = row.facility;
    if (!position) return [];
    return [
      {
        id,
        open,
        at: placeOfRow(row),
        position,
        addressKey: address ? addressKey(address.text) : '',
        municipalityCode: address?.municipalityCode ?? null,
      },
    ];
  });
  const open = checkPositions(
    candidates.filter(one => one.open),
    areas,
  );
  const all = checkPositions(candidates, areas);
  const verdicts = new Map([...all.value, ...open.value]);
  const closedPlaces = new Set(candidates.filter(one => !one.open).map(one => one.at));
  issues.push(...open.issues, ...all.issues.filter(found => closedPlaces.has(found.at)));
  return joined.records.map(record => ({
    ...record,
    rows: record.rows.map((row, index) => {
      const verdict = verdicts.get(`${record.id} ${index}`);
      if (verdict === undefined || verdict === 'ok') return row;
      const { position: _false, ...facility } = row.facility;
      return { ...row, facility, doubtfulPosition: true };
    }),
  }));
}

function located<F extends PublicFacility | Facility>(
  facility: F,
  rows: readonly RecordRow[],
  locate: ReturnType<typeof areaLocator>,
): F {
  const doubtful = !facility.position && rows.some(row => row.doubtfulPosition);
  return {
    ...facility,
    areas: locate(facility),
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

/** Sources that gave something public; a layer that may not be shown is not named either. */
function creditsOf({ layers, site }: PublishInput, facilities: readonly PublicFacility[]): SourceCredit[] {
  const used = new Set(
    facilities.flatMap(facility =>
      facility.services.flatMap(service => service.sources).concat(facility.sources),
    ),
  );
  const credits = [...layers.layers.values()]
    .filter(layer => layer.listing === 'public' && used.has(layer.id))
    .map(layer => layer.credit);
  const ofAreas = site.areas.flatMap((entry, index): SourceCredit[] =>
    entry.credit
      ? [
          {
            layer: `area${index + 1}`,
            title: '区域',
            publisher: null,
            licence: null,
            url: null,
            asOf: null,
            kind: 'official',
            credit: entry.credit,
          },
        ]
      : [],
  );
  return [...credits, ...ofAreas];
}

function newestDate(sources: readonly SourceCredit[], facilities: readonly PublicFacility[]): string | null {
  const dates = [
    ...sources.map(source => source.asOf),
    ...facilities.map(facility => facility.confirmed?.on ?? null),
  ];
  return (
    dates
      .filter(date => date !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Settles the fate of every row that was read: the sums are exact by construction, and tested. */
function accountOf({ layers, joined }: PublishInput, records: readonly JoinedRecord[]): Account {
  const accounts = layers.accounts.map(({ layer, account }) => ({ layer, account: { ...account } }));
  const files = accounts.map(({ account }) => account);
  const byTable = new Map(
    accounts.map(({ layer, account }) => [`${layer} ${account.file} ${account.sheet ?? ''}`, account]),
  );
  const count = (
    row: RecordRow,
    fate: 'published' | 'merged' | 'heldBack' | 'rejected' | 'outside',
  ): void => {
    const account = byTable.get(`${row.layer} ${row.at.file} ${row.at.sheet ?? ''}`);
    if (account) account[fate] += row.rows;
  };
  const settled = new Set<string>();
  const nameOf = (row: RecordRow): string =>
    `${row.layer} ${row.at.file} ${row.at.sheet ?? ''} ${row.at.row}`;
  for (const record of records) {
    const isShown =
      !record.held &&
      record.listing === 'public' &&
      record.rows.some(row => !row.supplement && layers.layers.get(row.layer)?.listing === 'public');
    const founder = record.rows.find(
      row => !row.supplement && layers.layers.get(row.layer)?.listing === 'public',
    );
    for (const row of record.rows) {
      settled.add(nameOf(row));
      count(row, !isShown ? 'heldBack' : row === founder ? 'published' : 'merged');
    }
  }
  for (const row of joined.rejected) {
    settled.add(nameOf(row));
    count(row, 'rejected');
  }
  for (const row of layers.rows)
    if (!settled.has(nameOf(row))) count(row, row.withheld ? 'heldBack' : 'outside');
  return sumAccounts(files);
}

function sumAccounts(files: FileAccount[]): Account {
  const total = { read: 0, published: 0, merged: 0, heldBack: 0, rejected: 0, outside: 0, skipped: 0 };
  for (const file of files)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += file[key];
  return { ...total, files };
}
