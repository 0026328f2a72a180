import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';

/** A day on which one source says closed and another gives times. */
export interface HoursConflict {
  speciality: string | null;
  day: Weekday;
}

/**
 * 医療情報ネット tells open days in one file and times by 診療科 in another. Brings them together:
 * a day the office is closed is closed for its 診療科; times on a closed day contradict, so that day is unknown
 * and told; a day that is open but without times in a 診療科 stays unknown for it. When all 診療科 keep the same
 * hours, they are the hours of the office.
 */
export function reconcileHours(sets: readonly HoursSet[], tell: (conflict: HoursConflict) => void): HoursSet[] {
  const general = sets.find(set => set.purpose === 'outpatient' && set.speciality === null);
  const bySpeciality = sets.filter(set => set.speciality !== null);
  if (bySpeciality.length === 0) return [...sets];
  if (general && hasTimes(general)) return [...sets];
  const settled = general ? bySpeciality.map(set => settle(set, general, tell)) : bySpeciality;
  const others = sets.filter(set => set.speciality === null && set !== general);
  const outpatient = settled.filter(set => set.purpose === 'outpatient');
  const reception = settled.filter(set => set.purpose !== 'outpatient');
  const office = collapse(outpatient) ?? [...(general ? [general] : []), ...outpatient];
  return [...office, ...others, ...(collapse(reception) ?? reception)];
}

function hasTimes(set: HoursSet): boolean {
  return weekdays.some(day => spansOf(set.days[day]).length > 0);
}

function spansOf(day: DayHours) {
  return day.state === 'open' ? day.spans : [];
}

function settle(set: HoursSet, general: HoursSet, tell: (conflict: HoursConflict) => void): HoursSet {
  const days = { ...set.days };
  let conflict = false;
  for (const day of weekdays) {
    if (general.days[day].state !== 'closed') continue;
    const contradicts = spansOf(days[day]).length > 0;
    if (contradicts) tell({ speciality: set.speciality, day });
    conflict ||= contradicts;
    days[day] = { state: contradicts ? 'unknown' : 'closed' };
  }
  const note = conflict ? '休診日と診療時間の届出が合わない日があります' : null;
  return {
    ...set,
    days,
    closedNth: general.closedNth,
    exceptions: set.exceptions ?? general.exceptions,
    text: [set.text, note].filter(Boolean).join('\n') || null,
  };
}

/** One set for all, when all say the same; null when they differ. A single 診療科 speaks for its office. */
function collapse(sets: readonly HoursSet[]): HoursSet[] | null {
  const first = sets[0];
  if (!first) return null;
  const content = ({ days, closedNth, exceptions, text }: HoursSet) => JSON.stringify([days, closedNth, exceptions, text]);
  return sets.every(set => content(set) === content(first)) ? [{ ...first, speciality: null }] : null;
}
