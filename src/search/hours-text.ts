import { type HoursSet, weekdays } from '../model/facility.ts';
import { compactHours } from '../normalize/format-hours.ts';

const purposes: readonly HoursSet['purpose'][] = ['outpatient', 'desk', 'visit', 'reception'];

/**
 * The week in one line of the hours most people ask for. Null when nothing about the days is known. Unknown days are
 * said, never left out as if closed.
 */
export function hoursLine(sets: readonly HoursSet[]): string | null {
  const set = purposes
    .map(purpose => sets.find(each => each.purpose === purpose && each.speciality === null))
    .find(Boolean);
  if (!set || weekdays.every(day => set.days[day].state === 'unknown')) return null;
  return compactHours(set);
}
