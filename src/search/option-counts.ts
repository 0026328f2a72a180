/**
 * How many facilities each option of a facet gives, all options in one pass over the services: a region has hundreds
 * of areas, each with few services.
 */
import { type Bits, eachBit } from './bits.ts';
import type { SearchIndex } from './index.ts';

/** Service → the options it belongs to, by number. */
interface OptionTable {
  numbers: ReadonlyMap<string, number>;
  /** Where the options of each service begin, and the end. */
  starts: Uint32Array;
  options: Uint32Array;
}

const tables = new WeakMap<ReadonlyMap<string, Bits>, OptionTable>();

/**
 * Facilities with a service among `services` that belongs to the option; of them only those that have none among
 * `without`, where it is given.
 */
export function countOptions(
  index: Pick<SearchIndex, 'facilityOf' | 'firstService'>,
  sets: ReadonlyMap<string, Bits>,
  services: Bits,
  without: Bits | null = null,
): (option: string) => number {
  const { facilityOf, firstService } = index;
  const { numbers, starts, options } = tableOf(sets, facilityOf.length);
  const counts = new Uint32Array(numbers.size);
  /** The last facility counted for each option, from 1. */
  const counted = new Uint32Array(numbers.size);
  const left = without && facilitiesWith(without, facilityOf, firstService.length - 1);
  eachBit(services, n => {
    const facility = facilityOf[n]!;
    if (left?.[facility]) return;
    for (let i = starts[n]!; i < starts[n + 1]!; i++) {
      const option = options[i]!;
      if (counted[option] === facility + 1) continue;
      counted[option] = facility + 1;
      counts[option]! += 1;
    }
  });
  return option => counts[numbers.get(option)!] ?? 0;
}

function facilitiesWith(services: Bits, facilityOf: Uint32Array, size: number): Uint8Array {
  const facilities = new Uint8Array(size);
  eachBit(services, n => {
    facilities[facilityOf[n]!] = 1;
  });
  return facilities;
}

function tableOf(sets: ReadonlyMap<string, Bits>, size: number): OptionTable {
  const table = tables.get(sets) ?? makeTable(sets, size);
  tables.set(sets, table);
  return table;
}

function makeTable(sets: ReadonlyMap<string, Bits>, size: number): OptionTable {
  const starts = new Uint32Array(size + 1);
  for (const bits of sets.values()) eachBit(bits, n => (starts[n + 1]! += 1));
  for (let n = 0; n < size; n++) starts[n + 1]! += starts[n]!;
  const next = starts.slice();
  const options = new Uint32Array(starts[size]!);
  [...sets.values()].forEach((bits, option) => {
    eachBit(bits, n => {
      options[next[n]!] = option;
      next[n]! += 1;
    });
  });
  return { numbers: new Map([...sets.keys()].map((id, i) => [id, i])), starts, options };
}
