/** What a row of any list says of a record, made once per record and type. */
import type { PublicDataset } from '../model/dataset.ts';
import type { Phone, PublicFacility } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { ja } from '../text/ja.ts';
import { listTexts } from '../text/lists.ts';
import { confirmationWords, firstPhone, typesOf } from './facility-view.ts';
import { typeLabel } from './site-index.ts';

export interface ListRow {
  phone: Phone | null;
  types: FacilityType[];
  /** Its other services, where the list is of one type: ほかに：訪問リハビリ. */
  also: string | null;
  confirmed: string;
  isPositionKnown: boolean;
}

const rows = new WeakMap<PublicDataset, Map<string, ListRow>>();

export function listRow(facility: PublicFacility, type: string | undefined, dataset: PublicDataset): ListRow {
  const ofDataset = rows.get(dataset) ?? new Map<string, ListRow>();
  rows.set(dataset, ofDataset);
  const key = `${facility.id} ${type ?? ''}`;
  const known = ofDataset.get(key);
  if (known) return known;
  const made = makeRow(facility, type, dataset);
  ofDataset.set(key, made);
  return made;
}

function makeRow(facility: PublicFacility, type: string | undefined, dataset: PublicDataset): ListRow {
  const types = typesOf(facility, dataset.vocabulary);
  const own = facility.services.find(service => service.type === type);
  const others = types.filter(({ id }) => id !== type);
  return {
    phone: firstPhone(facility, type),
    types,
    also: own && others.length > 0 ? listTexts.also(others.map(typeLabel).join('、')) : null,
    confirmed: confirmationWords(own ?? facility, dataset.sources, 'month'),
    isPositionKnown: facility.positionState === 'stated',
  };
}

/** The second line under a name; empty when the page has said it above. */
export function rowNotes(row: ListRow, isUndatedSaid: boolean): string {
  return [
    ...(isUndatedSaid ? [] : [row.confirmed]),
    ...(row.isPositionKnown ? [] : [ja.list.positionUnconfirmed]),
  ].join('・');
}
