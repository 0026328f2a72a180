/** What a row of any list says of a record, made once per record and type. */
import { isOld } from '../dataset/decay.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { Phone, PublicFacility } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { freshnessText } from '../text/freshness.ts';
import { ja } from '../text/ja.ts';
import { listTexts } from '../text/lists.ts';
import { ageOfRecord } from './age-words.ts';
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
    confirmed: confirmedWords(own ?? facility, dataset),
    isPositionKnown: facility.positionState === 'stated',
  };
}

/** 2024年1月に確認・1年以上 確認されていません, by the region's 時点. */
function confirmedWords(
  record: Pick<PublicFacility, 'confirmed' | 'sources'>,
  dataset: PublicDataset,
): string {
  const words = confirmationWords(record, dataset.sources, 'month');
  const age = ageOfRecord(record, dataset);
  const isLongAgo = age !== null && dataset.asOf !== null && isOld(age, dataset.asOf);
  return isLongAgo ? `${words}・${freshnessText.unconfirmedFor(age.months)}` : words;
}

/** The second line under a name; empty when the page has said it above. */
export function rowNotes(row: ListRow, isUndatedSaid: boolean): string {
  return [
    ...(isUndatedSaid ? [] : [row.confirmed]),
    ...(row.isPositionKnown ? [] : [ja.list.positionUnconfirmed]),
  ].join('・');
}
