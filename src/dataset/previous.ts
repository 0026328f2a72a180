/** What was published before (`previous:`), and what may be said of it now. */
import { compareLists, type Words } from '../diff/compare.ts';
import { type PublishedData, parsePublished } from '../diff/published.ts';
import { decodeText } from '../ingest/decode.ts';
import { issue, type Read } from '../issues/issue.ts';
import type { ClosedRecord, DatasetChanges, FieldChange } from '../model/changes.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { normaliseId } from '../normalize/id.ts';
import { gojuonKey } from '../normalize/kana.ts';
import { nameKey } from '../normalize/keys.ts';
import type { Joined } from './layers.ts';
import type { Layers } from './read-layers.ts';
import type { RecordRow } from './record.ts';
import type { Suppression } from './region-lists.ts';
import type { RejectedRow } from './sealing.ts';

/** The folder of an earlier output, its `data/` folder, or the file itself. Null, and told, when it is not there. */
export function readPrevious(
  path: string,
  folder: { read(path: string): Uint8Array | null },
): Read<PublishedData | null> {
  const at = { file: 'site.yaml', header: 'previous' };
  const bare = path.replace(/\/+$/, '');
  const tried = [bare, `${bare}/data/facilities.json`, `${bare}/facilities.json`];
  const file = tried.find(name => folder.read(name) !== null);
  const bytes = file === undefined ? null : folder.read(file);
  if (file === undefined || !bytes) return { value: null, issues: [issue('previous-not-found', at, path)] };
  const value = parsePublished(decodeText(file, bytes).value);
  return { value, issues: value ? [] : [issue('previous-unreadable', at, path)] };
}

export interface Whereabouts {
  joined: Joined;
  layers: Layers;
  suppressions: readonly Suppression[];
  rejected: readonly RejectedRow[];
}

export interface PublicChanges {
  changes: DatasetChanges;
  closed: ClosedRecord[];
}

/**
 * The changes as everyone may read them. Of a record that is held back (`suppress.csv`, 掲載区分, 非公開, no consent) or
 * whose row could not be read nothing is said. An old value is not repeated, since it may have been withdrawn: only
 * the name, and what state an answer was in.
 */
export function publicChanges(
  previous: PublishedData,
  dataset: PublicDataset,
  where: Whereabouts,
): PublicChanges {
  const words: Words = { vocabulary: dataset.vocabulary, areas: dataset.areas };
  const { asOf, facilities } = dataset;
  const isSilent = silenceTest(where);
  const changes = compareLists(previous, { asOf, facilities }, words);
  const listed = new Set(facilities.flatMap(({ id, aliases }) => [id, ...aliases]));
  const gone = new Set(changes.removed.map(({ id }) => id));
  const closing = previous.facilities
    .filter(({ id }) => gone.has(id))
    .map(facility => closedRecord(facility, previous.asOf));
  const closed = [...closing, ...previous.closed.filter(({ id }) => !gone.has(id))].filter(
    record => !listed.has(record.id) && !isSilent(record),
  );
  const told = new Set(closed.map(({ id }) => id));
  return {
    changes: {
      ...changes,
      changed: changes.changed.map(record => ({ ...record, fields: record.fields.map(withoutOldValue) })),
      removed: changes.removed.filter(({ id }) => told.has(id)),
    },
    closed: inOrder(closed),
  };
}

function withoutOldValue(change: FieldChange): FieldChange {
  if (change.label === '名称' || change.before === null) return change;
  const state = /^(?:○ 対応あり|△ 要相談|予定|× 対応なし)/.exec(change.before)?.[0];
  return { ...change, before: state ?? null };
}

function closedRecord(
  { id, aliases, name, kana, address, services }: PublicFacility,
  asOf: string | null,
): ClosedRecord {
  const numbers = services.flatMap(service => service.numbers.map(({ value }) => value));
  return {
    id,
    name,
    kana,
    numbers: [...new Set([...numbers, ...aliases])],
    address: address.text,
    lastSeen: asOf,
  };
}

/** Whether nothing may be said of a record that is not in the list. When in doubt, nothing is. */
function silenceTest({
  joined,
  layers,
  suppressions,
  rejected,
}: Whereabouts): (record: ClosedRecord) => boolean {
  const isOpenRow = (row: RecordRow): boolean =>
    !row.withheld && layers.layers.get(row.layer)?.listing === 'public' && !/非公開/.test(row.gone ?? '');
  const isClosing = new Set(
    joined.records
      .filter(({ held, listing, rows }) => held === 'gone' && listing === 'public' && rows.every(isOpenRow))
      .flatMap(({ rows }) => rows),
  );
  const hidden = [...layers.rows, ...joined.rejected].filter(row => !isClosing.has(row));
  const isShown = new Set(
    joined.records
      .filter(
        ({ held, listing, rows }) =>
          !held && listing === 'public' && rows.some(row => !row.supplement && isOpenRow(row)),
      )
      .flatMap(({ rows }) => rows),
  );
  const tokens = new Set([
    ...hidden.filter(row => !isShown.has(row)).flatMap(tokensOfRow),
    ...joined.records
      .filter(({ rows }) => !rows.some(row => isClosing.has(row)))
      .flatMap(({ id, aliases }) => [id, ...aliases]),
    ...rejected.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => [normaliseId(value), `名:${nameKey(value)}`]),
    ),
  ]);
  return record => {
    const { id, name, numbers, address } = record;
    const row = {
      facility: { name, address: { text: address } },
      services: [{ numbers: numbers.map(value => ({ value })) }],
    } as unknown as RecordRow;
    return (
      suppressions.some(line => line.hits(id, numbers.map(normaliseId), [row])) ||
      [id, ...numbers.map(normaliseId), `名:${nameKey(name)}`].some(token => tokens.has(token))
    );
  };
}

function tokensOfRow(row: RecordRow): string[] {
  const numbers = row.keys.flatMap(({ kind, value }) =>
    kind === '名称住所' ? [] : [normaliseId(value.split('/')[0] as string)],
  );
  return [...numbers, ...(row.formerIds ?? []), `名:${nameKey(row.facility.name ?? '')}`];
}

function inOrder(records: readonly ClosedRecord[]): ClosedRecord[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const key = ({ kana, name }: ClosedRecord): string => gojuonKey(kana ?? name);
  return records.toSorted((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}
