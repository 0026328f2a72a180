import { checkPositions } from '../geo/positions.ts';
import type { Issue } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import { addressKey } from '../normalize/address.ts';
import type { Joined, JoinedRecord } from './layers.ts';
import type { Layers } from './read-layers.ts';
import { placeOfRow } from './record.ts';

/**
 * Positions that cannot be true are taken out before layers are joined, so that they cannot beat a true one. Those
 * that may be public are judged among themselves (one point shared by many addresses), then the others among all.
 */
export function withTruePositions(
  joined: Joined,
  layers: Layers,
  areas: readonly Area[],
  issues: Issue[],
): JoinedRecord[] {
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
