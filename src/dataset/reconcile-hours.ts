import { type HoursSet, weekdays } from '../model/facility.ts';
import { applyClosedDays, type HoursFinding } from '../normalize/hours.ts';

/**
 * 医療情報ネット tells closed days in one file and times by 診療科 in another. Brings them together; a day that is
 * open but without times in a 診療科 stays unknown for it. When all 診療科 keep the same hours, they are the hours
 * of the office. Hours of the office that have times of their own stand as they are.
 */
export function reconcileHours(sets: readonly HoursSet[], tell: (finding: HoursFinding) => void): HoursSet[] {
  const bySpeciality = sets.filter(set => set.speciality !== null);
  const office = sets.find(set => set.purpose === 'outpatient' && set.speciality === null);
  if (bySpeciality.length === 0 || (office && hasTimes(office))) return [...sets];
  const settled = bySpeciality.map(set => {
    if (!office) return set;
    const laid = applyClosedDays(office, set);
    laid.findings.forEach(tell);
    return laid.value ?? set;
  });
  const others = sets.filter(set => set.speciality === null && set !== office);
  const outpatient = settled.filter(set => set.purpose === 'outpatient');
  const reception = settled.filter(set => set.purpose !== 'outpatient');
  const hours = collapse(outpatient) ?? [...(office ? [office] : []), ...outpatient];
  return [...hours, ...others, ...(collapse(reception) ?? reception)];
}

function hasTimes(set: HoursSet): boolean {
  return weekdays.some(day => {
    const hours = set.days[day];
    return hours.state === 'open' && hours.spans.length > 0;
  });
}

/** One set for all, when all say the same (a single 診療科 speaks for its office); null when they differ. */
function collapse(sets: readonly HoursSet[]): HoursSet[] | null {
  const first = sets[0];
  if (!first) return null;
  const content = ({ days, closedNth, exceptions, text }: HoursSet) => JSON.stringify([days, closedNth, exceptions, text]);
  return sets.every(set => content(set) === content(first)) ? [{ ...first, speciality: null }] : null;
}
