/** Which services are open at the time asked for, each by the clock asked for. Worked out once a minute. */
import type { Moment } from '../calendar/moment.ts';
import {
  closingTime,
  type NextOpening,
  type Now,
  nextOpening,
  nowAt,
  type OpenState,
  openState,
} from '../calendar/open.ts';
import { usualState } from '../calendar/usual.ts';
import type { HoursSet } from '../model/facility.ts';
import { addBit, type Bits, emptyBits } from './bits.ts';
import { comesToPeople } from './coverage.ts';
import type { SearchIndex } from './index.ts';
import type { Clock, OpenAsked } from './state.ts';

export interface OpenSets {
  open: Bits;
  /** Nothing stated, or not readable. */
  unknown: Bits;
}

/** As a result says it. */
export type OpenLine =
  | { state: 'open'; until: Moment | null }
  | { state: 'closed'; next: NextOpening | null }
  | { state: 'unknown' };

const known = new WeakMap<SearchIndex, Map<string, OpenSets>>();
const maxKnown = 12;

/**
 * `specialities`: hours of a 診療科 count where it is among them, or where none is asked for. Without a moment, nobody
 * can say what is open now.
 */
export function openSets(
  index: SearchIndex,
  { when, clock }: OpenAsked,
  specialities: readonly string[],
  moment: Moment | null,
): OpenSets {
  const made = known.get(index) ?? new Map<string, OpenSets>();
  known.set(index, made);
  const key = JSON.stringify([when, clock, specialities, when === 'now' && moment]);
  const found = made.get(key);
  if (found) return found;
  if (made.size >= maxKnown) made.clear();
  const stateOf = stateReader(index, when, moment);
  const sets = makeSets(index, clock, hours => stateOf(setsOf(hours, clock, specialities)));
  made.set(key, sets);
  return sets;
}

type StateReader = (sets: readonly HoursSet[]) => OpenState['state'];

function stateReader({ data }: SearchIndex, when: OpenAsked['when'], moment: Moment | null): StateReader {
  if (when !== 'now') return sets => usualState(sets, when.day, when.minutes)?.state ?? 'unknown';
  if (!moment) return () => 'unknown';
  const now = nowAt(moment, data.words.holidays);
  return sets => openState(sets, now)?.state ?? 'unknown';
}

function makeSets(
  index: SearchIndex,
  clock: Clock,
  stateOf: (hours: readonly HoursSet[]) => OpenState['state'],
): OpenSets {
  const { services, hours, hoursOf } = index;
  const states = hours.map(stateOf);
  const sets: OpenSets = { open: emptyBits(services.length), unknown: emptyBits(services.length) };
  services.forEach((service, n) => {
    const state = states[hoursOf[n]!]!;
    if (state === 'open') addBit(sets.open, n);
    // Who comes to nobody has no hours of visits that could be unknown.
    if (state === 'unknown' && (clock === 'outpatient' || comesToPeople(index, service)))
      addBit(sets.unknown, n);
  });
  return sets;
}

const knownLines = new WeakMap<SearchIndex, { key: string; lines: Map<number, OpenLine | null> }>();

/** The state of one service now, with what comes next; null when it states no hours of that clock. */
export function openLine(
  index: SearchIndex,
  service: number,
  clock: Clock,
  specialities: readonly string[],
  moment: Moment,
): OpenLine | null {
  const key = JSON.stringify([clock, specialities, moment]);
  let known = knownLines.get(index);
  if (known?.key !== key) known = { key, lines: new Map() };
  knownLines.set(index, known);
  const kind = index.hoursOf[service]!;
  const line = known.lines.get(kind);
  if (line !== undefined) return line;
  const made = lineOf(
    setsOf(index.hours[kind]!, clock, specialities),
    nowAt(moment, index.data.words.holidays),
  );
  known.lines.set(kind, made);
  return made;
}

function lineOf(sets: readonly HoursSet[], now: Now): OpenLine | null {
  const state = openState(sets, now);
  if (!state) return null;
  if (state.state === 'open') return { state: 'open', until: closingTime(sets, now) };
  return state.state === 'closed' ? { state: 'closed', next: nextOpening(sets, now) } : { state: 'unknown' };
}

const purposes: Record<Clock, readonly HoursSet['purpose'][]> = {
  outpatient: ['outpatient', 'desk', 'reception'],
  visit: ['visit'],
};

/** Does it state hours of the clock? Then a result says what they are now. */
export function keepsHours(hours: readonly HoursSet[], clock: Clock): boolean {
  return hours.some(({ purpose }) => purposes[clock].includes(purpose));
}

/** The sets of the first purpose that the service gives hours of. */
function setsOf(
  hours: readonly HoursSet[],
  clock: Clock,
  specialities: readonly string[],
): readonly HoursSet[] {
  const sets = purposes[clock]
    .map(purpose => hours.filter(set => set.purpose === purpose))
    .find(found => found.length > 0);
  const ofChosen = sets?.filter(({ speciality }) => speciality !== null && specialities.includes(speciality));
  return ofChosen && ofChosen.length > 0 ? ofChosen : (sets ?? []);
}
