import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyState, type SearchState } from '../../src/search/state.ts';
import { normalState, parseAddress, serialiseState } from '../../src/search/url.ts';

const any = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 300 }),
  types: fc.array(fc.string()),
  areas: fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/)),
  specialities: fc.array(fc.string({ unit: 'grapheme' })),
  capabilities: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}(\.accepts)?$/)),
  unanswered: fc.boolean(),
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

  test('nothing asked, nothing in the address', () => {
    expect(serialiseState(emptyState)).toEqual({ search: '', hash: '' });
    expect(serialiseState({ ...emptyState, text: '　 ' })).toEqual({ search: '', hash: '' });
  });

  test('values that cannot be are ignored, the rest is kept', () => {
    const opened = parseAddress({
      search: '?type=<script>&type=clinic&type=clinic&view=globe&area=',
      hash: '#can=../x&unanswered=1',
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
