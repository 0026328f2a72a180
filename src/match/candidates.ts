import type { Traits } from './traits.ts';

/** In a group of records with one value in common, each is compared with so many of its neighbours. */
const window = 40;

/**
 * Calls with each pair that shares a number, a telephone, an address or a house's name; without any of them the
 * points cannot reach what proposes. A group that is larger than the window (a chain's name, a call centre's number)
 * is put in order of address and name, and each is compared with the records next to it (the sorted neighbourhood of
 * Hernández and Stolfo, 1995): the work grows with the number of records, not with its square. A pair may come twice.
 */
export function eachCandidate(all: readonly Traits[], visit: (a: Traits, b: Traits) => void): void {
  for (const members of groups(all).values()) {
    if (members.length === 1) continue;
    const ordered = members.length > window ? inOrder(members) : members;
    for (const [index, a] of ordered.entries()) {
      const end = Math.min(ordered.length, index + window);
      for (let next = index + 1; next < end; next += 1) visit(a, ordered[next] as Traits);
    }
  }
}

function groups(all: readonly Traits[]): Map<string, Traits[]> {
  const found = new Map<string, Traits[]>();
  for (const one of all) {
    for (const value of valuesOf(one)) {
      const group = found.get(value);
      if (group) group.push(one);
      else found.set(value, [one]);
    }
  }
  return found;
}

function valuesOf({ names, addresses, phones, numbers }: Traits): Set<string> {
  const blocks = addresses.filter(({ key }) => /\d/.test(key));
  return new Set([
    ...[...numbers].map(number => `number ${number}`),
    ...[...phones].map(phone => `phone ${phone}`),
    ...blocks.map(({ key }) => `address ${key}`),
    ...names.map(({ house }) => `name ${house}`),
  ]);
}

function inOrder(members: readonly Traits[]): Traits[] {
  const sortable = members.map(one => ({
    one,
    text: [one.addresses[0]?.municipality, one.addresses[0]?.key, one.names[0]?.key, one.record.id].join(
      '\t',
    ),
  }));
  return sortable.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ one }) => one);
}
