/**
 * Old answers as the payload holds them. Most of a service's answers were given on one day, so that each service has
 * the date that most of them have, and others are told apart one by one.
 */
import { addBit, type Bits, eachBit, emptyBits } from './bits.ts';
import type { OldAnswers, SearchCapability, SearchService } from './data.ts';
import { fromGaps, type Gaps, toGaps } from './gaps.ts';
import { optionKey } from './index.ts';

export interface OldAnswersCode {
  /** In the order in which they are first met; 0 below stands for an answer that is not old, n for `dates[n - 1]`. */
  dates: [on: string, said: string][];
  /** Of each service; empty where nothing is old. */
  usual: number[];
  /** Answers that are not as usual: places among all that were offered, option by option, service by service. */
  other: [date: number, Gaps][];
}

/** By option, then month, then words. */
export function byOptionAndMonth(a: OldAnswers, b: OldAnswers): number {
  for (const part of [0, 1, 2] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}

/** Old answers must be ○ or △ of that option, of a service at most one for each option, `byOptionAndMonth`. */
export function encodeOldAnswers(
  oldAnswers: readonly OldAnswers[],
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
): OldAnswersCode {
  if (oldAnswers.length === 0) return { dates: [], usual: [], other: [] };
  const dates: OldAnswersCode['dates'] = [];
  const numbers = new Map<string, number>();
  const dateOf = new Map<string, Map<number, number>>();
  for (const [option, on, said, who] of oldAnswers) {
    const key = `${on} ${said}`;
    const date = numbers.get(key) ?? dates.push([on, said]);
    numbers.set(key, date);
    const known = dateOf.get(option) ?? new Map<number, number>();
    dateOf.set(option, known);
    for (const n of who) known.set(n, date);
  }
  const found: { n: number; date: number }[] = [];
  for (const [option, offered] of offersOf(services, capabilities))
    eachBit(offered, n => found.push({ n, date: dateOf.get(option)?.get(n) ?? 0 }));
  const usual = usualDates(found, services.length, dates.length);
  const other = Map.groupBy(
    found.keys().filter(place => found[place]!.date !== usual[found[place]!.n]),
    place => found[place]!.date,
  );
  return { dates, usual, other: [...other].map(([date, places]) => [date, toGaps(places)]) };
}

/** What most of a service's answers have; of two, the one that is met first. */
function usualDates(found: readonly { n: number; date: number }[], size: number, dates: number): number[] {
  const counts = new Uint32Array(size * (dates + 1));
  for (const { n, date } of found) counts[n * (dates + 1) + date]! += 1;
  return Array.from({ length: size }, (_, n) => {
    const own = counts.subarray(n * (dates + 1), (n + 1) * (dates + 1));
    return own.indexOf(Math.max(...own));
  });
}

export function decodeOldAnswers(
  { dates, usual, other }: OldAnswersCode,
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
): OldAnswers[] {
  if (dates.length === 0) return [];
  const unusual = unusualDates(other);
  const found: OldAnswers[] = [];
  let place = 0;
  for (const [option, offered] of offersOf(services, capabilities)) {
    const groups = dates.map(([on, said]): OldAnswers => [option, on, said, []]);
    eachBit(offered, n => {
      const said = unusual[place++] ?? 0;
      const date = said > 0 ? said - 1 : usual[n]!;
      if (date > 0) groups[date - 1]![3].push(n);
    });
    found.push(...groups.filter(([, , , who]) => who.length > 0));
  }
  return found.sort(byOptionAndMonth);
}

/** Place → date + 1; 0, or past the end, where it is as usual. */
function unusualDates(other: OldAnswersCode['other']): Uint32Array {
  const found = other.map(([date, gaps]) => [date + 1, fromGaps(gaps)] as const);
  const dates = new Uint32Array(Math.max(-1, ...found.map(([, places]) => places.at(-1)!)) + 1);
  for (const [date, places] of found) for (const place of places) dates[place] = date;
  return dates;
}

/** Who said ○ or △, by option, in the order of the capabilities. */
function offersOf(
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
): Map<string, Bits> {
  const offers = new Map<string, Bits>();
  const optionOf = new Map<string, { performs: Bits; accepts: Bits }>();
  for (const capability of capabilities) {
    const bits = (relation: 'performs' | 'accepts') => {
      const key = optionKey(capability, relation);
      const known = offers.get(key) ?? emptyBits(services.length);
      offers.set(key, known);
      return known;
    };
    optionOf.set(capability.id, { performs: bits('performs'), accepts: bits('accepts') });
  }
  services.forEach(({ answers }, n) => {
    for (const { capability, relation, value } of answers)
      if (value === 'yes' || value === 'conditional') addBit(optionOf.get(capability)![relation], n);
  });
  return offers;
}
