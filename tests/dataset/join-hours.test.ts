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

  it('what closes the whole office closes a 診療科 that is silent about it', () => {
    const office = {
      ...set(null, { mon: morning, tue: morning, sat: closed, sun: closed, holiday: closed }),
      ...{ exceptions: '12月29日～1月3日', closedNth: [{ day: 'tue' as const, weeks: [2] }] },
    };
    const surgery = { ...set('外科', { mon: morning }), text: '土曜は第1のみ診療' };
    const [, internal, outer] = joinHours([[office, set('内科', { mon: morning }), surgery]], () => {});
    expect(internal).toMatchObject({
      days: { mon: morning, tue: { state: 'unknown' }, sat: closed, sun: closed, holiday: closed },
      ...{ exceptions: '12月29日～1月3日', closedNth: [{ day: 'tue', weeks: [2] }] },
    });
    // Its own words speak of Saturday: what they mean is not for us to say.
    expect(outer?.days).toMatchObject({ sat: { state: 'unknown' }, sun: closed });
  });

  it('a 診療科 that speaks of the turn of the year keeps its own', () => {
    const office = { ...set(null, { mon: morning, sun: closed }), exceptions: '年末年始' };
    const child = { ...set('小児科', { mon: morning }), text: '年末年始も診療' };
    const surgery = set('外科', { mon: morning, sun: { state: 'unknown' } });
    const [, first, second] = joinHours([[office, surgery, child]], () => {});
    expect([first?.exceptions, second?.exceptions]).toEqual(['年末年始', null]);
  });

  it('the night desk is not closed by the office', () => {
    const night: HoursSet = { ...set(null, {}), purpose: 'emergency' };
    expect(joinHours([[set(null, { sun: closed }), night]], () => {}).at(-1)?.days.sun.state).toBe('unknown');
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
