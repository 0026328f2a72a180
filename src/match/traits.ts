import type { JoinedRecord } from '../dataset/layers.ts';
import type { RecordRow } from '../dataset/record.ts';
import type { Address, OfficialNumber, Position } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { addressKey } from '../normalize/address.ts';
import { type NameParts, nameReader } from './names.ts';

/** What two records are compared by. */
export interface Traits {
  record: JoinedRecord;
  names: readonly NameParts[];
  addresses: readonly AddressTrait[];
  phones: ReadonlySet<string>;
  position: Position | null;
  /** 事業所番号, 医療機関コード and ナビイID. A 保険医療機関's 事業所番号 is its 医療機関コード, so kinds do not matter. */
  numbers: ReadonlySet<string>;
  /** Service type → its 事業所番号 and 医療機関コード. */
  numbersByType: ReadonlyMap<string, ReadonlySet<string>>;
  standing: Standing;
  /** Layers that found it. */
  layers: ReadonlySet<string>;
}

export interface AddressTrait {
  /** `addressKey`, in which prefecture and municipality are not. */
  key: string;
  prefecture: string | null;
  municipality: string | null;
}

/** What kind of house a record is. */
export interface Standing {
  /** Institutions that are one house each: `hospital`, `clinic`, `roken`, `iryoin`, `tokuyo`, `housing` … */
  institutions: ReadonlySet<string>;
  /** Has services that stand beside a residence under a designation of their own: day, visiting, consultation. */
  isSideOffice: boolean;
  /** A service that a medical institution gives under its own designation, or under another one. */
  rehab: 'deemed' | 'own' | null;
}

/** Makes the traits of records; the vocabulary's words are prepared once. */
export function traitReader(vocabulary: Vocabulary): (record: JoinedRecord) => Traits {
  const readName = nameReader(vocabulary);
  return record => {
    const { rows } = record;
    const services = rows.flatMap(row => row.services);
    const numbersByType = new Map<string, Set<string>>();
    for (const { type, numbers } of services) {
      const codes = numbers.filter(number => number.kind !== 'ナビイID').map(number => number.value);
      numbersByType.set(type, new Set([...(numbersByType.get(type) ?? []), ...codes]));
    }
    return {
      record,
      names: distinct(rows.flatMap(row => row.facility.name ?? [])).map(readName),
      addresses: addressesOf(rows),
      phones: new Set(services.flatMap(({ fields }) => (fields.phones ?? []).map(phone => phone.digits))),
      position: rows.find(row => row.facility.position)?.facility.position ?? null,
      numbers: new Set(services.flatMap(({ numbers }) => numbers.map(number => number.value))),
      numbersByType,
      standing: standingOf(services, vocabulary),
      layers: new Set(rows.filter(row => !row.supplement).map(row => row.layer)),
    };
  };
}

function addressesOf(rows: readonly RecordRow[]): AddressTrait[] {
  const traits = rows.flatMap(({ facility: { address } }) => (address ? addressTrait(address) : []));
  return [...new Map(traits.map(trait => [JSON.stringify(trait), trait])).values()];
}

function addressTrait({ text, municipality, prefecture }: Address): AddressTrait {
  return { key: addressKey(text, municipality), prefecture, municipality };
}

/** Services a 保険医療機関 or a 老健 counts as designated for: 介護保険法 第71条・第72条 (みなし指定). */
const deemedServices = new Set(['visiting-nursing', 'visiting-rehab', 'day-rehab', 'short-stay-medical']);

/** Third character of a 事業所番号: whose designation it is. */
const designated: Readonly<Record<string, string>> = { 1: 'hospital', 5: 'roken', B: 'iryoin' };

const housing = new Set(['yuryo', 'sakoju', 'keihi', 'yogo', 'residential-care']);

function standingOf(
  services: readonly { type: string; numbers: readonly OfficialNumber[] }[],
  { types }: Vocabulary,
): Standing {
  const institutions = new Set<string>();
  let isSideOffice = false;
  let rehab: Standing['rehab'] = null;
  for (const { type, numbers } of services) {
    const group = types.get(type)?.group;
    const office = numbers.find(number => number.kind === '事業所番号')?.value.charAt(2);
    if (type === 'hospital' || group === 'residence') institutions.add(housing.has(type) ? 'housing' : type);
    else if (group === 'medical' && types.get(type)?.mode === 'outpatient') institutions.add('clinic');
    else if (!deemedServices.has(type)) isSideOffice ||= types.get(type)?.mode !== 'stay';
    else if (office !== undefined) {
      if (designated[office]) institutions.add(designated[office]);
      if (rehab === null) rehab = office === '1' ? 'deemed' : 'own';
    }
  }
  return { institutions, isSideOffice, rehab };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
