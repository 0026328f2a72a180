import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SamePair } from '../../src/dataset/region-lists.ts';
import { eachCandidate } from '../../src/match/candidates.ts';
import { weigh } from '../../src/match/evidence.ts';
import { type Proposal, proposeSame } from '../../src/match/propose.ts';
import { traitReader } from '../../src/match/traits.ts';
import { vocabulary } from '../dataset/region.ts';
import { recordOf, type Stated } from './records.ts';

const readTraits = traitReader(vocabulary);
const named = (proposals: readonly Proposal[]) =>
  proposals.map(({ a, b, score, reasons }) => `${a.id} ${b.id} ${score} ${reasons.join('・')}`);
const decision = (verdict: SamePair['verdict'], a: string, b: string): SamePair => {
  return { at: { file: 'same.csv', row: 2 }, a, b, sides: [], verdict };
};

const names = [
  'みほん医院',
  '医療法人 みほん医院',
  'みほん医院デイケアそよ風',
  '第二みほん苑',
  'みほん苑',
  '',
];
const stated = fc.record({
  layer: fc.constantFrom('l1', 'l2', 'l3'),
  name: fc.constantFrom(...names),
  type: fc.constantFrom('clinic', 'hospital', 'day-rehab', 'tokuyo', 'day-service', 'pharmacy'),
  address: fc.constantFrom(
    '新潟県新発田市西町0-1',
    '新発田市西町０番１号',
    '新潟県新発田市西町',
    '村上市東0-2',
    '',
  ),
  phone: fc.constantFrom('0254-00-0001', '0254-00-0002', ''),
  officeNumber: fc.constantFrom('1510600001', '1570600002', '1550600003', ''),
  position: fc.option(
    fc.record({ lat: fc.constantFrom(37.95, 37.9502, 38.2), lng: fc.constantFrom(139.33, 139.331) }),
    { nil: undefined },
  ),
});
const region = fc
  .array(stated, { minLength: 2, maxLength: 12 })
  .map(all =>
    all.map(({ position, ...one }, index) => ({ id: `r-${index}`, ...one, ...(position && { position }) })),
  );

describe('proposals', () => {
  it('do not depend on the order of records', () => {
    const shuffled = region.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const [here, there] = [all, other].map(list =>
          named(proposeSame(list.map(recordOf), [], vocabulary)),
        );
        expect(there).toEqual(here);
      }),
      { numRuns: 100 },
    );
  });

  it('weigh a pair alike from both sides, between 0 and 100', () => {
    fc.assert(
      fc.property(stated, stated, ({ position, ...one }, { position: there, ...other }) => {
        const a = readTraits(recordOf({ id: 'a', ...one, ...(position && { position }) }));
        const b = readTraits(recordOf({ id: 'b', ...other, ...(there && { position: there }) }));
        const [forth, back] = [weigh(a, b, new Set()), weigh(b, a, new Set())];
        expect({ ...back, reasons: [...back.reasons].sort() }).toEqual({
          ...forth,
          reasons: [...forth.reasons].sort(),
        });
        expect(forth.score).toBeGreaterThanOrEqual(0);
        expect(forth.score).toBeLessThanOrEqual(100);
      }),
      { numRuns: 200 },
    );
  });

  it('never name a pair again that is decided, by any id of its records', () => {
    const verdicts = fc.constantFrom<SamePair['verdict']>('same', 'different');
    fc.assert(
      fc.property(region, verdicts, fc.boolean(), (all, verdict, byAlias) => {
        const records = all.map(one => recordOf({ ...one, aliases: [`old-${one.id}`] }));
        const first = proposeSame(records, [], vocabulary);
        const decided = first
          .filter((_, index) => index % 2 === 0)
          .map(({ a, b }) => decision(verdict, byAlias ? `old-${b.id}` : b.id, a.id));
        const left = first.filter((_, index) => index % 2 === 1);
        expect(named(proposeSame(records, decided, vocabulary))).toEqual(named(left));
      }),
      { numRuns: 100 },
    );
  });

  it('stand in the order of their scores', () => {
    fc.assert(
      fc.property(region, all => {
        const scores = proposeSame(all.map(recordOf), [], vocabulary).map(one => one.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 50 },
    );
  });

  it('of one list are two services of a house, or one name twice; other names of one kind are two offices', () => {
    const line = (id: string, name: string, type: string) =>
      recordOf({ id, layer: 'l1', name, type, address: '新発田市西町0-1', phone: '0254-00-0001' });
    const found = (...records: ReturnType<typeof line>[]) => proposeSame(records, [], vocabulary).length;
    const rehab = line('a', 'みほん荘 通所リハビリテーション', 'day-rehab');
    expect(found(rehab, line('b', '介護老人保健施設みほん荘', 'roken'))).toBe(1);
    expect(found(rehab, line('b', 'みほん荘 通所リハビリテーション', 'day-rehab'))).toBe(1);
    expect(found(rehab, line('b', 'みほん荘', 'day-rehab'))).toBe(0);
  });

  it('an undecided line of same.csv decides nothing', () => {
    const pair = ['a', 'b'].map(id =>
      recordOf({ id, layer: id, name: 'みほん医院', address: '新発田市西町0-1', phone: '0254-00-0001' }),
    );
    expect(proposeSame(pair, [decision('open', 'a', 'b')], vocabulary)).toHaveLength(1);
  });
});

describe('10,000 records against 10,000', () => {
  const kinds = ['医院', '薬局', 'デイサービス', '訪問看護ステーション', '苑'];
  const side = (layer: string, of: (index: number) => Partial<Stated>) =>
    Array.from({ length: 10_000 }, (_, index) =>
      recordOf({
        id: `${layer}-${index}`,
        layer,
        name: `第${index % 7}みほん${index}${kinds[index % kinds.length]}`,
        address: `新潟県新発田市西町${Math.floor(index / 4)}-${(index % 4) + 1}`,
        phone: `0254-${String(10 + (index % 80))}-${String(index).padStart(4, '0')}`,
        position: { lat: 37 + index / 10_000, lng: 139 },
        ...of(index),
      }),
    );

  it('take a few seconds of one core', () => {
    const records = [...side('l1', () => ({})), ...side('l2', () => ({}))];
    const from = process.cpuUsage();
    const proposals = proposeSame(records, [], vocabulary);
    const { user, system } = process.cpuUsage(from);
    expect(proposals).toHaveLength(10_000);
    expect((user + system) / 1e6).toBeLessThan(15);
  }, 120_000);

  it('are compared a bounded number of times each, though all have one name, address and telephone', () => {
    const one = { name: 'みほん医院', address: '新発田市西町0-1', phone: '0254-00-0001' };
    const traits = side('l1', () => one).map(readTraits);
    let visits = 0;
    eachCandidate(traits, () => {
      visits += 1;
    });
    expect(visits).toBeLessThan(traits.length * 3 * 40);
  }, 120_000);
});
