import type { JoinedRecord } from '../../src/dataset/layers.ts';
import { readAddress } from '../../src/normalize/address.ts';
import { readPhone } from '../../src/normalize/phone.ts';

/** What a record of a test says; what is not given is not stated. */
export interface Stated {
  id: string;
  layer: string;
  name?: string;
  type?: string;
  address?: string;
  phone?: string;
  officeNumber?: string;
  position?: { lat: number; lng: number };
  aliases?: string[];
}

/** A record of one row. */
export function recordOf(stated: Stated): JoinedRecord {
  const address = stated.address ? readAddress({ text: stated.address }).value : null;
  const phones = stated.phone ? readPhone(stated.phone).value : null;
  return {
    id: stated.id,
    aliases: stated.aliases ?? [],
    listing: 'public',
    held: null,
    rows: [
      {
        at: { file: `${stated.layer}.csv`, row: 2 },
        ...{ rows: 1, layer: stated.layer, keys: [], supplement: false, gone: null, listing: null },
        ...{ withheld: false, confirmed: null, custom: [], erased: [] },
        facility: {
          ...(stated.name !== undefined && { name: stated.name }),
          ...(address && { address }),
          ...(stated.position && { position: stated.position }),
        },
        services: [
          {
            type: stated.type ?? 'clinic',
            numbers: stated.officeNumber ? [{ kind: '事業所番号', value: stated.officeNumber }] : [],
            fields: phones ? { phones } : {},
            capabilities: [],
          },
        ],
        professional: { fields: {}, custom: [], capabilities: [] },
      },
    ],
  };
}
