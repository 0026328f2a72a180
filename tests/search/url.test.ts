import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../../src/model/facility.ts';
import { type Doubt, emptyState, type Fact, type SearchState } from '../../src/search/state.ts';
import { normalState, parseAddress, serialiseState } from '../../src/search/url.ts';

const fact = fc.oneof(
  fc.constantFrom<Fact>('acceptance', 'insurance', 'careLevels', 'languages', 'ict'),
  fc.string({ unit: 'grapheme' }).map((key): Fact => `custom.${key}`),
);
const name = fc.string({ unit: 'grapheme' });
const any: fc.Arbitrary<SearchState> = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 300 }),
  types: fc.array(fc.string()),
  areas: fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/)),
  specialities: fc.array(fc.string({ unit: 'grapheme' })),
  capabilities: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}(\.accepts)?$/)),
  levels: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,12}(\.accepts)?$/),
    fc.constantFrom('yes', 'ask', 'all'),
  ),
  unanswered: fc.boolean(),
  need: fc.option(fc.string()),
  scene: fc.option(fc.constantFrom('daily', 'discharge')),
  place: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('area' as const), id: fc.stringMatching(/^[a-z0-9-]{1,12}$/) }),
      fc.record({ kind: fc.constant('town' as const), name }),
      fc.record({
        kind: fc.constantFrom('point' as const, 'device' as const),
        lat: fc.double({ min: -100, max: 100 }),
        lng: fc.double({ min: -200, max: 200 }),
      }),
    ),
  ),
  reach: fc.constantFrom('come' as const, 'go' as const),
  within: fc.option(fc.integer({ min: -1, max: 200 })),
  open: fc.option(
    fc.record({
      when: fc.oneof(
        fc.constant('now' as const),
        fc.record({ day: fc.constantFrom(...weekdays), minutes: fc.integer({ min: 0, max: 1500 }) }),
      ),
      clock: fc.constantFrom('outpatient' as const, 'visit' as const),
    }),
  ),
  facts: fc.dictionary(fact, fc.array(name)),
  months: fc.option(fc.integer({ min: -1, max: 200 })),
  also: fc.array(fc.oneof(fact, fc.constantFrom<Doubt>('place', 'go', 'within', 'open'))),
  sort: fc.constantFrom('kana' as const, 'distance' as const),
  view: fc.constantFrom('list' as const, 'map' as const),
});

test('serialise, then parse: the same state', () => {
  fc.assert(
    fc.property(any, state => {
      const normal = normalState(state);
      expect(parseAddress(serialiseState(normal))).toEqual(normal);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('any address can be opened', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%E3%81', '&&==', '?q=%00%ff', '#can=%'),
  );
  fc.assert(
    fc.property(garbage, garbage, (search, hash) => {
      const state = parseAddress({ search: `?${search}`, hash: `#${hash}` });
      expect(normalState(state)).toEqual(state);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("the device's position is in no address, nor what rests on it", () => {
  const state: SearchState = {
    ...emptyState,
    types: ['clinic'],
    place: { kind: 'device', lat: 37.94832, lng: 139.32761 },
    reach: 'go',
    within: 5,
    sort: 'distance',
  };
  expect(serialiseState(normalState(state))).toEqual({ search: '?type=clinic', hash: '' });
  const { search, hash } = serialiseState(state);
  expect(search + hash).not.toMatch(/37|139/);
});

describe('the address', () => {
  const state: SearchState = {
    ...emptyState,
    text: '訪問看護 西町',
    types: ['visiting-nursing', 'clinic'],
    areas: ['159999'],
    specialities: ['内科'],
    capabilities: ['available-24h', 'proc-gastrostomy.accepts'],
    unanswered: true,
  };

  test('needs are in the fragment only, which no server sees', () => {
    const { search, hash } = serialiseState(state);
    expect(decodeURIComponent(search)).toBe(
      '?q=訪問看護+西町&type=visiting-nursing&type=clinic&area=159999&sp=内科',
    );
    expect(hash).toBe('#can=available-24h&can=proc-gastrostomy.accepts&unanswered=1');
  });

  test('how strictly a typed capability is meant goes with the text, and ends with it', () => {
    const typed = { ...emptyState, text: '胃ろう', levels: { 'proc-gastrostomy': 'yes' as const } };
    expect(serialiseState(typed).hash).toBe('#level=proc-gastrostomy%7Eyes');
    expect(normalState(typed)).toEqual(typed);
    expect(normalState({ ...typed, text: '' })).toEqual(emptyState);
  });

  test('every condition can be linked to; what tells of a person is in the fragment', () => {
    const { search, hash } = serialiseState({
      ...emptyState,
      capabilities: ['available-24h', 'proc-suction'],
      levels: { 'available-24h': 'yes', 'proc-suction': 'all' },
      need: 'hard-to-visit',
      scene: 'daily',
      place: { kind: 'point', lat: 37.94832, lng: 139.32761 },
      open: { when: { day: 'sat', minutes: 630 }, clock: 'visit' },
      facts: { insurance: ['介護保険'], 'custom.駐車場': ['あり'] },
      months: 12,
      also: ['place', 'insurance'],
      sort: 'distance',
    });
    expect(decodeURIComponent(search)).toBe('?open=sat-1030.visit&months=12&sort=distance');
    expect(decodeURIComponent(hash)).toBe(
      '#can=available-24h~yes&can=proc-suction~all&need=hard-to-visit&scene=daily&place=at:37.9483,139.3276' +
        '&insurance=介護保険&custom.駐車場=あり&also=place&also=insurance',
    );
  });

  test('nothing asked, nothing in the address', () => {
    expect(serialiseState(emptyState)).toEqual({ search: '', hash: '' });
    expect(serialiseState({ ...emptyState, text: '　 ' })).toEqual({ search: '', hash: '' });
  });

  test('values that cannot be are ignored, the rest is kept', () => {
    const opened = parseAddress({
      search: '?type=<script>&type=clinic&type=clinic&view=globe&area=',
      hash: '#can=../x&unanswered=1&place=at:99.0000,1.0000&open=now&also=open&insurance=&reach=go',
    });
    expect(opened).toEqual({ ...emptyState, types: ['clinic'] });
  });

  test('unanswered alone means nothing', () => {
    expect(parseAddress({ search: '', hash: '#unanswered=1' })).toEqual(emptyState);
  });

  test('a text of 10,000 characters is cut', () => {
    expect(parseAddress({ search: `?q=${'あ'.repeat(10_000)}`, hash: '' }).text).toHaveLength(200);
  });
});
