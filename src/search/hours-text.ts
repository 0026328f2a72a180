import { type HoursSet, weekdays } from '../model/facility.ts';
import { isToldOfWeek, weekParts } from '../normalize/format-hours.ts';
import { onceFor } from './remember.ts';

const purposes: readonly HoursSet['purpose'][] = ['outpatient', 'desk', 'visit', 'reception'];

/**
 * The week in one line of the hours most people ask for, written as on the page of the facility. Null when nothing
 * about the days is known. Unknown days are said, never left out as if closed; so are a lunch break that the source
 * cannot show and a reception that keeps other hours.
 */
export const hoursLine = onceFor((sets: readonly HoursSet[]): string | null => {
  const readable = sets.filter(isToldOfWeek);
  const set = purposes
    .map(purpose => readable.find(each => each.purpose === purpose && each.speciality === null))
    .find(Boolean);
  if (!set) return readable.some(each => each.purpose === 'outpatient') ? '時間は診療科ごと' : null;
  return (
    weekParts(set).join('／') +
    (set.breaksStated ? '' : '（昼休みなどは要確認）') +
    receptionNote(set, readable)
  );
});

function receptionNote(shown: HoursSet, readable: readonly HoursSet[]): string {
  const differs = readable.some(
    set =>
      set.purpose === 'reception' &&
      set !== shown &&
      weekdays.some(day => JSON.stringify(set.days[day]) !== JSON.stringify(shown.days[day])),
  );
  return differs ? '（受付は別の時間）' : '';
}
