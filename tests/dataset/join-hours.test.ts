import { describe, expect, it } from 'vitest';
import { joinHours } from '../../src/dataset/join-hours.ts';
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../../src/model/facility.ts';
import { hoursFromDayCells } from '../../src/normalize/hours.ts';

const closed: DayHours = { state: 'closed' };
const morning: DayHours = { state: 'open', spans: [{ start: '09:00', end: '12:00' }] };
const withoutTimes: DayHours = { state: 'open', spans: [] };

function set(speciality: string | null, given: Partial<Record<Weekday, DayHours>>): HoursSet {
  const days = Object.fromEntries(weekdays.map(day => [day, given[day] ?? { state: 'unknown' }]));
  return {
    ...{ purpose: 'outpatient', speciality, days: days as Record<Weekday, DayHours> },
    ...{ closedNth: [], exceptions: null, text: null, breaksStated: true },
  };
}

describe('hours of an office and of its 診療科', () => {
  it('closed days of one file are laid over the 診療科 of another', () => {
    const [only] = joinHours(
      [[set('内科', { mon: morning })], [set(null, { mon: withoutTimes, sun: closed })]],
      () => {},
    );
    expect(only).toMatchObject({ speciality: null, days: { mon: morning, sun: closed } });
  });

  it('a day that one source closes and a 診療科 of another keeps is not known for the office', () => {
    const city = set(null, { mon: morning, sat: closed, sun: closed });
    const ministry = [
      set('内科', { mon: morning, sun: closed }),
      set('精神科', { mon: morning, sat: morning }),
    ];
    const [office, ...others] = joinHours([[city], ministry], () => {});
    expect(office?.days.sat).toEqual({ state: 'unknown' });
    expect(office?.days.sun).toEqual(closed);
    expect(office?.text).toMatchInlineSnapshot(`"元のデータ：土は、診療科によって診療しています。"`);
    expect(others.map(other => other.days.sat.state)).toEqual(['unknown', 'open']);
  });

  it('what is said of one 診療科 of several is not the hours of the office', () => {
    const office = set(null, { mon: morning });
    const reception: HoursSet = { ...set('内科', { mon: morning }), purpose: 'reception' };
    const row = [
      office,
      set('内科', { mon: morning }),
      set('眼科', { mon: morning, tue: morning }),
      reception,
    ];
    expect(joinHours([row], () => {}).at(-1)).toMatchObject({ purpose: 'reception', speciality: '内科' });
    expect(joinHours([[reception]], () => {}, 2)[0]?.speciality).toBe('内科');
    expect(joinHours([[reception]], () => {}, 1)[0]?.speciality).toBeNull();
  });

  it('the note about it changes nothing when it is read again', () => {
    const text = '元のデータ：土は、診療科によって診療しています。';
    const cells = { mon: '9:00-12:00', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '休', holiday: '' };
    const read = hoursFromDayCells({ ...cells, remark: text, purpose: 'outpatient' });
    expect(read.value).toMatchObject({
      text,
      days: { mon: morning, sat: { state: 'unknown' }, sun: closed },
    });
  });
});
