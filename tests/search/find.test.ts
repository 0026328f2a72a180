import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import type { PublicDataset } from '../../src/model/dataset.ts';
import { conditionsOf, type Setting } from '../../src/search/clauses.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { type FacetOption, facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex, capabilityOf, type SearchIndex } from '../../src/search/index.ts';
import { askedBy, itemWords, toResultItem } from '../../src/search/item.ts';
import { knownState } from '../../src/search/known-state.ts';
import { relaxations, unlisted } from '../../src/search/relax.ts';
import {
  answerLevels,
  clocks,
  type Doubt,
  emptyState,
  facetNames,
  type SearchState,
  tidy,
  toggleFact,
  toggleOption,
  withLevel,
  withLevels,
} from '../../src/search/state.ts';
import { answer, facility, phone, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { syntheticDataset } from './synthetic.ts';

const indexOf = (dataset: PublicDataset) => buildIndex(searchDataOf(dataset));
const sample = indexOf(sampleDataset());
const found = (index: SearchIndex, state: Partial<SearchState>): string[] =>
  find(index, { ...emptyState, ...state }).facilities.map(n => index.data.facilities[n]!.id);
const region = buildIndex(searchDataOf(syntheticDataset(300), japaneseHolidays(2026, 2028)));
/** A Tuesday morning. */
const setting: Setting = { moment: { date: '2026-11-24', minutes: 600 }, shapes: null };
const listed = (index: SearchIndex, state: SearchState): readonly number[] =>
  find(index, state, conditionsOf(index, state, setting)).facilities;

const anyState = (index: SearchIndex): fc.Arbitrary<SearchState> =>
  fc
    .record({
      text: fc.constantFrom('', '', 'さくら', '町1', '内科', '訪問看護 さくら', '24時間', '胃ろう 24時間'),
      types: fc.subarray([...index.types.keys()], { maxLength: 3 }),
      areas: fc.subarray([...index.areas.keys()], { maxLength: 3 }),
      specialities: fc.subarray([...index.specialities.keys()], { maxLength: 2 }),
      capabilities: fc.subarray([...index.capabilities.keys()], { maxLength: 3 }),
      unanswered: fc.boolean(),
      levels: fc.dictionary(
        fc.constantFrom(...index.capabilities.keys()),
        fc.constantFrom('yes' as const, 'all' as const),
      ),
      need: rarely(fc.constantFrom(...index.data.words.needs.map(({ id }) => id))),
      scene: rarely(fc.constantFrom('daily')),
      place: rarely(
        fc.oneof(
          fc.constantFrom(...index.data.words.places).map(({ id }) => ({ kind: 'area' as const, id })),
          fc.constant({ kind: 'device' as const, lat: 37.95, lng: 139.35 }),
        ),
      ),
      reach: fc.constantFrom('come' as const, 'come' as const, 'go' as const),
      open: rarely(
        fc.record({
          when: fc.constantFrom('now' as const, { day: 'sat' as const, minutes: 600 }),
          clock: fc.constantFrom('outpatient' as const, 'visit' as const),
        }),
      ),
      facts: fc
        .tuple(
          ...[...index.facts.values()].map(({ fact, options }) =>
            rarely(fc.constantFrom(...options.keys())).map(
              chosen => [fact, chosen === null ? [] : [chosen]] as const,
            ),
          ),
        )
        .map(pairs => Object.fromEntries(pairs)),
      months: rarely(fc.constantFrom(6, 12, 24)),
      also: fc.subarray<Doubt>(['place', 'go', 'open', 'insurance', 'careLevels', 'ict']),
      sort: fc.constantFrom('kana' as const, 'distance' as const),
    })
    .map(chosen => knownState(index, tidy({ ...emptyState, ...chosen })));

function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}

describe('conditions are met within one service', () => {
  const index = indexOf(
    sampleDataset({
      facilities: [
        facility('both', 'ふたつの家', [
          service('visiting-nursing', {
            capabilities: [answer('available-24h', 'yes')],
            phones: [phone('0254-11-1111')],
          }),
          service('day-service', {
            capabilities: [answer('proc-oxygen', 'yes', null, 'accepts')],
            phones: [phone('0254-22-2222')],
          }),
        ]),
      ],
    }),
  );

  test("a station's 24時間 does not qualify its day service", () => {
    expect(found(index, { types: ['visiting-nursing'], capabilities: ['available-24h'] })).toEqual(['both']);
    expect(found(index, { types: ['day-service'], capabilities: ['available-24h'] })).toEqual([]);
  });

  test('nor two services together', () => {
    expect(found(index, { capabilities: ['available-24h', 'proc-oxygen.accepts'] })).toEqual([]);
  });

  test('nor by words', () => {
    expect(found(index, { text: '訪問看護 24時間' })).toEqual(['both']);
    expect(found(index, { text: 'デイサービス 24時間' })).toEqual([]);
    expect(found(index, { text: '22-2222', types: ['visiting-nursing'] })).toEqual([]);
  });
});

describe('answers', () => {
  test('○ and △ are shown, 予定 and × never', () => {
    expect(found(sample, { capabilities: ['proc-gastrostomy'] })).toEqual(['st-hana']);
    expect(found(sample, { capabilities: ['home-visit-care'] }).toSorted()).toEqual(['cl-aoba', 'hp-mihon']);
    for (const unanswered of [false, true]) {
      expect(found(sample, { capabilities: ['proc-oxygen'], unanswered })).not.toContain('st-hana');
      expect(found(sample, { capabilities: ['available-24h'], unanswered })).not.toContain('cl-aoba');
    }
  });

  test('how many are left out for want of an answer, of those that are asked', () => {
    const state = { ...emptyState, capabilities: ['available-24h'] };
    const shown = found(sample, state);
    const all = found(sample, { ...state, unanswered: true });
    expect(shown).toEqual(['st-hana']);
    expect(find(sample, state).leftOut).toBe(all.length - shown.length);
    expect(all).toContain('hp-mihon');
    // Care managers are not asked for it.
    expect(all).not.toContain('cm-kaze');
  });

  test('実施 and 受け入れ are different questions', () => {
    expect(found(sample, { capabilities: ['proc-gastrostomy.accepts'] })).toEqual(['ds-hidamari']);
  });

  test('where the vocabulary does not tell them apart, they are one', () => {
    expect(found(sample, { capabilities: ['public-assistance'] })).toEqual(['ds-hidamari']);
  });

  test('what the data does not know is no condition', () => {
    const state = {
      ...emptyState,
      types: ['no-such', 'clinic'],
      capabilities: ['no-such'],
      unanswered: true,
    };
    expect(knownState(sample, state)).toEqual({ ...emptyState, types: ['clinic'] });
  });
});

describe('text', () => {
  test.each([
    ['ステーション', ['st-hana']],
    ['デイ', ['ds-hidamari']],
    ['あああああ', []],
    ['02540000004', []],
    ['０２５４００００００４', []],
    ['０２５４－００－０００４', ['st-hana']],
    ['すてーしょん', ['st-hana']],
    ['ＳＴ', []],
    ['しろい', ['dc-shiro']],
    ['シロイシカ', ['dc-shiro']],
    ['02540000 04', ['st-hana']],
    ['0254-00-0004', ['st-hana']],
    ['0254000004', ['st-hana']],
    ['外科', ['hp-mihon']],
    ['西町　薬局', ['hostile', 'ph-nishi']],
    ['胃ろう', ['st-hana', 'ds-hidamari']],
    ['ケアマネジャー', ['st-hana', 'cm-kaze']],
  ])('「%s」', (text, ids) => {
    expect(found(sample, { text }).toSorted()).toEqual([...ids].toSorted());
  });

  test('variants of a character are one, in names and readings', () => {
    const dataset = syntheticDataset(300);
    const variants = {
      exact: new Map([
        ['髙', '高'],
        ['﨑', '崎'],
      ]),
      loose: new Map(),
    };
    const index = indexOf(
      sampleDataset({
        facilities: dataset.facilities,
        vocabulary: { ...dataset.vocabulary, characterVariants: variants },
      }),
    );
    expect(found(index, { text: '高橋' })).toEqual(found(index, { text: '髙橋' }));
    expect(found(index, { text: '高橋' }).length).toBeGreaterThan(5);
    expect(found(index, { text: 'たかはし' })).toHaveLength(found(index, { text: '高橋' }).length);
  });

  test('a synonym means the other word', () => {
    const base = sampleDataset();
    const index = indexOf(
      sampleDataset({ vocabulary: { ...base.vocabulary, synonyms: new Map([['歯医者', ['歯科']]]) } }),
    );
    expect(found(index, { text: '歯医者' })).toEqual(['dc-shiro']);
  });

  test('exact name, beginning, part, reading, other; then as before', () => {
    const names = ['はな', 'はな薬局', 'みはな', '花', '鼻'];
    const facilities = [
      facility('other', '西の家', [service('clinic')], {
        address: { ...facility('x', 'x', []).address, text: 'はな町1' },
      }),
      facility('reading', '花の家', [service('clinic')], { kana: 'ハナノイエ' }),
      ...names
        .slice(0, 3)
        .toReversed()
        .map(name => facility(name, name, [service('clinic')])),
    ];
    expect(found(indexOf(sampleDataset({ facilities })), { text: 'はな' })).toEqual([
      'はな',
      'はな薬局',
      'みはな',
      'reading',
      'other',
    ]);
  });

  test('filters alone never reorder', () => {
    const all = found(region, {});
    expect(all).toEqual(region.data.facilities.map(({ id }) => id));
    const some = found(region, { types: ['clinic', 'pharmacy'] });
    expect(some).toEqual(all.filter(id => some.includes(id)));
  });

  test.each<[string, string]>([
    ['brackets', '(((('],
    ['a backslash', '\\'],
    ['signs of patterns', '.*+?^$[]|'],
    ['emoji', '👨\u200D👩\u200D👧'],
    ['marks of direction', '\u202E\u200F'],
    ['a ligature', '﷽'],
    ['spaces only', '　\n\t'],
    ['names of objects', '__proto__ constructor'],
    ['a variation selector', '葛\u{E0100}'],
    ['10,000 signs', '~'.repeat(10_000)],
    ['5,000 words', 'あ '.repeat(5_000)],
  ])('%s neither throw nor hang', (_, text) => {
    expect(found(sample, { text }).length).toBeLessThanOrEqual(sample.data.facilities.length);
  });
});

describe('near words', () => {
  test.each([
    ['あおぱ内科', 'cl-aoba'],
    ['デイサーピフひだまり', 'ds-hidamari'],
    ['ヘルバーにじいろ', 'hc-nijiiro'],
  ])('「%s」 is taken for a name, and said so', (text, id) => {
    const { near, facilities } = find(sample, { ...emptyState, text });
    expect(near.map(({ typed }) => typed)).toEqual([text]);
    expect(facilities.map(n => sample.data.facilities[n]!.id)[0]).toBe(id);
  });

  test('what is near nothing finds nothing', () => {
    expect(find(sample, { ...emptyState, text: 'zzzzqqqq' })).toMatchObject({ facilities: [], near: [] });
  });
});

describe('facets', () => {
  const click = (state: SearchState, change: Partial<SearchState>) =>
    listed(region, tidy({ ...state, ...change })).length;
  const isAsAnnounced = (total: number, option: FacetOption, after: () => number) => {
    if (!option.chosen) expect(after()).toBe(option.adds === null ? option.count : total + option.adds);
  };

  test('a count is what a click yields', () => {
    fc.assert(
      fc.property(anyState(region), state => {
        const conditions = conditionsOf(region, state, setting);
        const { facilities, leftOut, aside } = find(region, state, conditions);
        const total = facilities.length;
        const facets = facetsOf(region, state, conditions, setting.moment);
        for (const facet of facetNames)
          for (const option of facets[facet])
            isAsAnnounced(total, option, () => click(state, toggleOption(state, facet, option.id)));
        for (const option of facets.needs)
          isAsAnnounced(total, option, () => click(state, { need: option.id }));
        for (const option of facets.scenes)
          isAsAnnounced(total, option, () => click(state, { scene: option.id }));
        for (const { fact, options } of facets.facts)
          for (const option of options)
            isAsAnnounced(total, option, () => click(state, toggleFact(state, fact, option.id)));
        for (const { months, count } of facets.months) expect(click(state, { months })).toBe(count);
        for (const clock of clocks)
          if (facets.openNow[clock] !== null)
            expect(click(state, { open: { when: 'now', clock } })).toBe(facets.openNow[clock]);
        for (const { id, levels } of facets.capabilities)
          for (const level of levels ? answerLevels : [])
            expect(click(state, withLevel(state, id, level))).toBe(levels![level]);
        for (const { options, levels } of facets.typedCapabilities)
          for (const level of answerLevels)
            expect(click(state, withLevels(state, options, level))).toBe(levels[level]);
        expect(click(state, { unanswered: true })).toBe(total + leftOut);
        for (const { doubt, count } of aside)
          expect(click(state, { also: [...state.also, doubt] })).toBe(total + count);
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  test('one condition more never adds results', () => {
    fc.assert(
      fc.property(anyState(region), anyState(region), (state, other) => {
        const before = new Set(listed(region, state));
        const more: Partial<SearchState>[] = [
          ...(['need', 'scene', 'place', 'open', 'months'] as const).map(key =>
            state[key] === null ? { [key]: other[key] } : {},
          ),
          ...(['types', 'areas', 'specialities'] as const).map(key =>
            state[key].length === 0 ? { [key]: other[key] } : {},
          ),
          { facts: { ...other.facts, ...state.facts } },
          {
            levels: Object.fromEntries([...region.capabilities.keys()].map(key => [key, 'yes'])),
            also: [],
            unanswered: false,
          },
        ];
        for (const condition of more)
          for (const facility of listed(region, tidy({ ...state, ...condition })))
            expect(before).toContain(facility);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('one capability more never adds results; one word more neither', () => {
    fc.assert(
      fc.property(anyState(region), fc.constantFrom(...region.capabilities.keys()), (state, capability) => {
        const before = new Set(found(region, state));
        const narrower = { ...state, capabilities: [...new Set([...state.capabilities, capability])] };
        if (
          state.capabilities.some(key => key !== capability && capabilityOf(key) === capabilityOf(capability))
        )
          return;
        const fair = state.capabilities.length === 0 ? { ...narrower, unanswered: false } : narrower;
        for (const id of [...found(region, fair), ...found(region, { ...state, text: `${state.text} 町1` })])
          expect(before).toContain(id);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('refusals and plans never count', () => {
    expect(
      facetsOf(sample, emptyState)
        .capabilities.filter(({ count }) => count > 0)
        .map(({ id, count }) => `${id} ${count}`),
    ).toMatchInlineSnapshot(`
      [
        "available-24h 1",
        "public-assistance 1",
        "home-visit-care 2",
        "doctor-opinion 1",
        "proc-gastrostomy 1",
        "proc-gastrostomy.accepts 1",
        "proc-ventilator 1",
        "proc-oxygen.accepts 1",
        "proc-nebulizer 1",
        "terminal-care 1",
      ]
    `);
  });
});

describe('nothing found', () => {
  test('says which condition to drop, and what each gives', () => {
    const state = {
      ...emptyState,
      types: ['visiting-nursing'],
      capabilities: ['available-24h', 'proc-gastrostomy'],
      areas: ['higashi'],
    };
    expect(found(sample, state)).toEqual([]);
    expect(relaxations(sample, state).map(({ drops, option, count }) => ({ drops, option, count }))).toEqual([
      { drops: 'wider', option: '159999', count: 1 },
      { drops: 'areas', option: null, count: 1 },
    ]);
  });

  test('each promise is kept', () => {
    fc.assert(
      fc.property(anyState(region), state => {
        for (const step of relaxations(region, state, setting))
          expect(listed(region, step.state)).toHaveLength(step.count);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  test('when no single step helps, everything goes', () => {
    const state = { ...emptyState, text: 'zzzzqqqq', areas: ['higashi'], capabilities: ['terminal-care'] };
    expect(relaxations(sample, state).map(({ drops }) => drops)).toEqual(['all']);
  });
});

test('a word of the vocabulary that nobody here stands for finds nothing, and is not taken for another', () => {
  expect(find(sample, { ...emptyState, text: '訪問入浴' })).toMatchObject({ facilities: [], near: [] });
});

describe('what the data does not hold', () => {
  test.each([
    ['a word', { text: '訪問入浴' }, ['訪問入浴']],
    ['a type', { types: ['home-bathing'] }, ['訪問入浴']],
    ['a capability', { capabilities: ['std-visit-nursing-24h-a'] }, ['24時間対応体制加算（イ）']],
    ['one of two words', { text: '西町 訪問入浴' }, ['訪問入浴']],
  ])('%s is said, and the whole list is not offered instead', (_, asked, labels) => {
    const state = { ...emptyState, ...asked };
    expect(unlisted(sample, state)).toEqual(labels);
    for (const step of relaxations(sample, state)) expect(step.state).not.toEqual(emptyState);
  });

  test('what it holds, and what is no word of the region, is not', () => {
    for (const text of ['', '訪問看護', 'zzzzqqqq'])
      expect(unlisted(sample, { ...emptyState, text })).toEqual([]);
    expect(unlisted(sample, { ...emptyState, types: ['home-bathing', 'clinic'] })).toEqual([]);
  });
});

test('of two words that find nothing together, each can be dropped', () => {
  const state = { ...emptyState, text: 'ステーションはな 病院' };
  expect(found(sample, state)).toEqual([]);
  expect(relaxations(sample, state).map(({ drops, option, count }) => `${drops} ${option} ${count}`)).toEqual(
    [`word ステーションはな ${found(sample, { text: '病院' }).length}`, 'word 病院 1', 'text null 12'],
  );
});

test('実施 and 受け入れ of one capability: either is enough', () => {
  const capabilities = ['proc-gastrostomy', 'proc-gastrostomy.accepts'];
  expect(found(sample, { capabilities }).toSorted()).toEqual(['ds-hidamari', 'st-hana']);
  expect(found(sample, { capabilities: [...capabilities, 'available-24h'] })).toEqual(['st-hana']);
});

test('a capability that was typed stands first on the card, with its answer', () => {
  const state = { ...emptyState, text: '胃ろう' };
  const outcome = find(sample, state);
  const asked = askedBy(state, conditionsOf(sample, state).text);
  const [facility] = outcome.facilities.filter(n => sample.data.facilities[n]!.id === 'st-hana');
  const item = toResultItem(sample, itemWords(sample.data), facility!, 1, outcome.services, asked);
  expect(item.services[0]!.answers[0]).toMatchObject({
    key: 'proc-gastrostomy',
    value: 'conditional',
    asked: true,
  });
  expect(item.services[0]!.answers.filter(answer => answer.asked)).toHaveLength(1);
});
