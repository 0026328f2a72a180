import { type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { applyClosedDays, type HoursFinding } from '../normalize/hours.ts';
import { ownNote } from '../normalize/hours-read.ts';
import { dates, namedDays, season } from '../normalize/remark-words.ts';
import { readHoursRemark } from '../normalize/remarks.ts';
import { foldTimeText } from '../normalize/time.ts';
import { formatWeekdays } from '../normalize/week-words.ts';
import { joinNth } from '../normalize/weekday.ts';

/**
 * Joins the hours that several rows give of one service, strongest row first. One purpose of one 診療科 is one
 * statement, never patched together from two sources — but for 医療情報ネット, which tells the closed days of the
 * office in one file and the times of its 診療科 in another: those belong together, whatever other layers say. A day
 * that is open but without times in a 診療科 stays unknown for it. When all 診療科 keep the same hours, they are the
 * hours of the office; all are those the row names for any purpose, and at least `specialities` (診療科目): a 受付 of
 * 内科 alone is not the hospital's. A row that gives both by itself is one statement, and stays as it is.
 */
export function joinHours(
  given: readonly (readonly HoursSet[])[],
  tell: (finding: HoursFinding) => void,
  specialities = 0,
): HoursSet[] {
  const alone = given.filter(sets => sets.every(set => set.speciality === null)).flat();
  const closedDays = alone.find(set => isOfOffice(set) && isDaysOnly(set)) ?? null;
  const merged = new Map<string, HoursSet>();
  for (const sets of given) {
    for (const set of settleSpecialities(sets, { closedDays, tell, specialities })) {
      const name = `${set.purpose} ${set.speciality ?? ''}`;
      if (!merged.has(name)) merged.set(name, set);
    }
  }
  const sets = [...merged.values()];
  const hasSpecialities = sets.some(set => set.purpose === 'outpatient' && set.speciality !== null);
  const isLeftover = (set: HoursSet): boolean => hasSpecialities && isOfOffice(set) && set === closedDays;
  const office = sets.find(isOfOffice);
  const admitted = office && admit(office, sets);
  const closed = sets.map(set => {
    if (!admitted || set === office) return admitted ?? set;
    return set.purpose === 'outpatient' || set.purpose === 'reception' ? closeWith(admitted, set) : set;
  });
  return inOrder(closed.filter(set => set !== admitted || !office || !isLeftover(office)));
}

/**
 * What closes the whole office closes its 診療科 and its 受付, as far as they are silent: a day of which they neither
 * state times nor say anything in words, weeks of the month, and 休業日 where they have none of their own.
 */
function closeWith(office: HoursSet, set: HoursSet): HoursSet {
  const told = wordsAboutDays(set.text);
  const isSilent = (day: Weekday): boolean => set.days[day].state === 'unknown' && !told.has(day);
  const days = { ...set.days };
  for (const day of weekdays)
    if (office.days[day].state === 'closed' && isSilent(day)) days[day] = { state: 'closed' };
  const own = set.closedNth.map(nth => nth.day);
  const closedNth = joinNth([...set.closedNth, ...office.closedNth.filter(({ day }) => !own.includes(day))]);
  return {
    ...{ ...set, days },
    exceptions: set.exceptions ?? (dated.test(foldTimeText(set.text ?? '')) ? null : office.exceptions),
    closedNth: closedNth.filter(({ day }) => days[day].state !== 'closed'),
  };
}

const dated = new RegExp(`${dates}|${season}`, 'i');

/** Days that the words of a set may be about: all of them where days are spoken of and none is named. */
function wordsAboutDays(text: string | null): ReadonlySet<Weekday> {
  if (text === null) return new Set();
  const { unreadDays, mayOpenMore, neverCloses } = readHoursRemark(text);
  return new Set(unreadDays || mayOpenMore || neverCloses ? weekdays : namedDays(foldTimeText(text)));
}

/** A day the office is said to be closed and a 診療科 has times, in two sources: the office's day is not known. */
function admit(office: HoursSet, sets: readonly HoursSet[]): HoursSet {
  const bySpeciality = sets.filter(set => set.purpose === 'outpatient' && set.speciality !== null);
  const contradicted = weekdays.filter(
    day => office.days[day].state === 'closed' && bySpeciality.some(set => spansOn(set, day) > 0),
  );
  if (contradicted.length === 0) return office;
  const days = { ...office.days };
  for (const day of contradicted) days[day] = { state: 'unknown' };
  const note = `${ownNote}${formatWeekdays(contradicted)}は、診療科によって診療しています。`;
  return { ...office, days, text: [office.text, note].filter(Boolean).join('\n') };
}

function spansOn(set: HoursSet, day: Weekday): number {
  const hours = set.days[day];
  return hours.state === 'open' ? hours.spans.length : 0;
}

const purposes: readonly HoursSet['purpose'][] = [
  ...(['outpatient', 'reception', 'visit', 'desk', 'emergency', 'caremanager'] as const),
];

/** By purpose, the whole office's before those of a 診療科; else as the sources have them. */
function inOrder(sets: readonly HoursSet[]): HoursSet[] {
  const rank = (set: HoursSet): number =>
    purposes.indexOf(set.purpose) * 2 + (set.speciality === null ? 0 : 1);
  return sets.toSorted((a, b) => rank(a) - rank(b));
}

function isOfOffice(set: HoursSet): boolean {
  return set.purpose === 'outpatient' && set.speciality === null;
}

/** It says which days are open and never when: not a set whose times a remark made unknown. */
function isDaysOnly(set: HoursSet): boolean {
  return !hasTimes(set) && weekdays.some(day => set.days[day].state === 'open');
}

function hasTimes(set: HoursSet): boolean {
  return weekdays.some(day => spansOn(set, day) > 0);
}

interface Settling {
  closedDays: HoursSet | null;
  tell: (finding: HoursFinding) => void;
  specialities: number;
}

/** Lays the office's closed days over the 診療科 of one row, and makes equal 診療科 one. */
function settleSpecialities(
  sets: readonly HoursSet[],
  { closedDays, tell, specialities }: Settling,
): HoursSet[] {
  const settled = sets.map(set => {
    if (set.speciality === null || !closedDays) return set;
    const laid = applyClosedDays(closedDays, set);
    laid.findings.forEach(tell);
    return laid.value ?? set;
  });
  const purposes = new Set(settled.map(set => set.purpose));
  const named = new Set(settled.flatMap(set => set.speciality ?? []));
  const all = Math.max(named.size, specialities);
  return [...purposes].flatMap(purpose => {
    const ofPurpose = settled.filter(set => set.purpose === purpose);
    return ofPurpose.length < all ? ofPurpose : collapse(ofPurpose);
  });
}

/** One set for all, when all say the same (a single 診療科 speaks for its office); else as they are. */
function collapse(sets: readonly HoursSet[]): HoursSet[] {
  const first = sets[0];
  if (!first || sets.some(set => set.speciality === null)) return [...sets];
  const content = ({ days, closedNth, exceptions, text }: HoursSet) =>
    JSON.stringify([days, closedNth, exceptions, text]);
  return sets.every(set => content(set) === content(first)) ? [{ ...first, speciality: null }] : [...sets];
}
