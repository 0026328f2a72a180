/** What changed between two states of a region, for its officer: what is public, and what only professionals see. */
import type { FieldChange } from '../model/changes.ts';
import type { Facility, PublicFacility } from '../model/facility.ts';
import { compareRecords, type ListState, pairRecords, typeLabelOf, type Words } from './compare.ts';
import { compareProfessional } from './professional.ts';

/** One state: the published list and, where the region's own data is at hand, the whole one. */
export interface RegionState extends ListState {
  full: readonly Facility[] | null;
}

export interface ToldField extends FieldChange {
  /** Whether a value of it is for professionals only. */
  sealed: boolean;
}

export interface ToldRecord {
  id: string;
  name: string;
  /** 薬局・新発田市西町0-1 */
  about: string;
  /** Whether the record itself is for professionals only. */
  sealed: boolean;
  fields: ToldField[];
}

export interface RegionChanges {
  from: string | null;
  to: string | null;
  added: ToldRecord[];
  changed: ToldRecord[];
  removed: ToldRecord[];
  /** Records that read as before. */
  unchanged: number;
}

/**
 * Compares the whole data where both states have it. What the comparison of the two published lists does not say, too,
 * is sealed: so no professional value depends on a list of fields to stay unsaid.
 */
export function compareRegions(before: RegionState, after: RegionState, words: Words): RegionChanges {
  const isWhole = before.full !== null && after.full !== null;
  const sides = { old: isWhole ? before.full : null, now: isWhole ? after.full : null };
  const said = publicSayings(before, after, words);
  const tell = (record: PublicFacility, fields: readonly FieldChange[] = []): ToldRecord => ({
    id: record.id,
    name: record.name,
    about: aboutOf(record, words),
    sealed: isWhole && !said.records.has(nameOf(record)),
    fields: fields.map(field => ({
      ...field,
      sealed: isWhole && !said.fields.has(fieldKey(record.id, field)),
    })),
  });
  const { added, pairs, removed } = pairRecords<PublicFacility>(
    sides.old ?? before.facilities,
    sides.now ?? after.facilities,
  );
  const changed = pairs.flatMap(([old, now]): ToldRecord[] => {
    const fields = [
      ...compareRecords(old, now, words),
      ...(isWhole ? compareProfessional(old as Facility, now as Facility, words) : []),
    ];
    return fields.length > 0 ? [tell(now, fields)] : [];
  });
  return {
    ...{ from: before.asOf, to: after.asOf },
    added: added.map(record => tell(record)),
    changed,
    removed: removed.map(record => tell(record)),
    unchanged: pairs.length - changed.length,
  };
}

/** All that the published lists say of themselves and of their difference. */
function publicSayings(
  before: ListState,
  after: ListState,
  words: Words,
): { records: ReadonlySet<string>; fields: ReadonlySet<string> } {
  const { pairs } = pairRecords(before.facilities, after.facilities);
  const fields = pairs.flatMap(([old, now]) =>
    compareRecords(old, now, words).map(field => fieldKey(now.id, field)),
  );
  return {
    records: new Set([...before.facilities, ...after.facilities].map(nameOf)),
    fields: new Set(fields),
  };
}

function nameOf({ id, name, address }: PublicFacility): string {
  return JSON.stringify([id, name, address.text]);
}

function fieldKey(id: string, { label, before, after }: FieldChange): string {
  return JSON.stringify([id, label, before, after]);
}

function aboutOf(record: PublicFacility, words: Words): string {
  const types = [...new Set(record.services.map(service => typeLabelOf(service, words)))];
  return [...types, record.address.text].filter(text => text !== '').join('・');
}
