import { describe, expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import type { Moment } from '../../src/calendar/moment.ts';
import { nowAt, openState } from '../../src/calendar/open.ts';
import type { PublicService } from '../../src/model/facility.ts';
import { conditionsOf } from '../../src/search/clauses.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { openLine } from '../../src/search/opening.ts';
import { decodePayload, encodePayload } from '../../src/search/payload.ts';
import { emptyState, type SearchState, toggleDoubt } from '../../src/search/state.ts';
import { facility, hours, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { syntheticDataset, withModes } from './synthetic.ts';

const weekday = '09:00-12:00 09:00-12:00 09:00-12:00 09:00-12:00 09:00-12:00';
const holidays = japaneseHolidays(2026, 2028);

function indexOf(services: Record<string, PublicService>) {
  const dataset = sampleDataset();
  const facilities = Object.entries(services).map(([id, each]) => facility(id, id, [each]));
  return buildIndex(
    searchDataOf({ ...dataset, vocabulary: withModes(dataset.vocabulary), facilities }, holidays),
  );
}

const index = indexOf({
  morning: service('clinic', { hours: [hours(`${weekday} 休 休 休`)] }),
  silent: service('clinic'),
  unread: service('clinic', { hours: [hours('? ? ? ? ? ? ? ?')] }),
  nurse: service('visiting-nursing', {
    hours: [hours(`${weekday} 休 休 休`), hours('00:00-24:00 '.repeat(8).trim(), { purpose: 'visit' })],
  }),
  nurseSilent: service('visiting-nursing', { hours: [hours(`${weekday} 休 休 休`)] }),
  desk: service('coordination-hub', { hours: [hours(`${weekday} 09:00-12:00 休 休`, { purpose: 'desk' })] }),
  kids: service('hospital', {
    specialities: ['内科', '小児科'].map(name => ({ code: null, name })),
    hours: [
      hours(`${weekday} 休 休 休`, { speciality: '内科' }),
      hours('休 休 休 休 休 09:00-12:00 休 休', { speciality: '小児科' }),
    ],
  }),
});
const at = (date: string, hour: number): Moment => ({ date, minutes: hour * 60 });
const outcome = (state: Partial<SearchState>, moment: Moment | null) => {
  const asked = { ...emptyState, ...state };
  return find(index, asked, conditionsOf(index, asked, { moment, shapes: null }));
};
const open = (state: Partial<SearchState>, moment: Moment | null) =>
  outcome(state, moment).facilities.map(n => index.data.facilities[n]!.id);
const now: Partial<SearchState> = { open: { when: 'now', clock: 'outpatient' } };
const tuesday = at('2026-11-24', 10);

describe('open now', () => {
  test('open in, closed out, not known counted apart', () => {
    expect(open(now, tuesday)).toEqual(['morning', 'nurse', 'nurseSilent', 'desk', 'kids']);
    expect(outcome(now, tuesday).aside).toEqual([{ doubt: 'open', count: 2 }]);
    expect(open(now, at('2026-11-24', 13))).toEqual([]);
  });

  test('one tap shows those that are not known', () => {
    const state = toggleDoubt({ ...emptyState, ...now }, 'open');
    expect(open(state, at('2026-11-24', 13))).toEqual(['silent', 'unread']);
  });

  test('祝日: 勤労感謝の日 2026-11-23', () => {
    expect(open(now, at('2026-11-23', 10))).toEqual([]);
  });

  test('each clock has hours of its own; who comes to nobody has none of visits', () => {
    const visits: Partial<SearchState> = { open: { when: 'now', clock: 'visit' } };
    expect(open(visits, at('2026-11-24', 3))).toEqual(['nurse']);
    // nurseSilent and the desk come to people, and do not say when.
    expect(outcome(visits, at('2026-11-24', 3)).aside).toEqual([{ doubt: 'open', count: 2 }]);
  });

  test('a usual Saturday', () => {
    const saturday: Partial<SearchState> = {
      open: { when: { day: 'sat', minutes: 600 }, clock: 'outpatient' },
    };
    expect(open(saturday, null)).toEqual(['desk', 'kids']);
    expect(open({ ...saturday, specialities: ['内科'] }, null)).toEqual([]);
    expect(open({ ...saturday, specialities: ['小児科'] }, null)).toEqual(['kids']);
  });

  test('without a time nobody is known to be open, nor closed', () => {
    expect(open(now, null)).toEqual([]);
    expect(outcome(now, null).aside[0]!.count).toBe(7);
  });

  test('the option says how many a tap gives', () => {
    expect(facetsOf(index, emptyState, conditionsOf(index, emptyState), tuesday).openNow).toEqual({
      outpatient: 5,
      visit: 1,
    });
    expect(facetsOf(index, emptyState).openNow).toEqual({ outpatient: null, visit: null });
  });

  test('what a result says', () => {
    expect(openLine(index, 0, 'outpatient', [], tuesday)).toEqual({
      state: 'open',
      until: { date: '2026-11-24', minutes: 720 },
    });
    expect(openLine(index, 0, 'outpatient', [], at('2026-11-27', 13))).toMatchObject({
      state: 'closed',
      next: { date: '2026-11-30', from: 540 },
    });
    expect(openLine(index, 1, 'outpatient', [], tuesday)).toBeNull();
    expect(openLine(index, 2, 'outpatient', [], tuesday)).toEqual({ state: 'unknown' });
  });
});

test('through the payload, every office is open, closed or unknown at the same minutes', () => {
  const dataset = syntheticDataset(120);
  const data = decodePayload(JSON.parse(JSON.stringify(encodePayload(searchDataOf(dataset, holidays)))));
  for (const [date, hour] of [
    ['2026-12-30', 10],
    ['2026-11-24', 13],
    ['2026-11-28', 10],
    ['2027-08-14', 9],
  ] as const) {
    const moment = nowAt(at(date, hour), holidays);
    dataset.facilities.forEach((before, i) => {
      before.services.forEach((each, n) => {
        expect(openState(data.facilities[i]!.services[n]!.hours, moment)).toEqual(
          openState(each.hours, moment),
        );
      });
    });
  }
});
