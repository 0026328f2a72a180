import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayHours, type HoursSet, weekdays } from '../../src/model/facility.ts';
import type {
  OldAnswers,
  SearchData,
  SearchFacility,
  SearchService,
  SearchServiceArea,
  SearchWords,
} from '../../src/search/data.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { optionKey } from '../../src/search/index.ts';
import { byOptionAndMonth } from '../../src/search/old-answers-code.ts';
import { decodeList, decodePayload, encodePayload, type SearchPayload } from '../../src/search/payload.ts';
import { packed, publishedSearch } from '../../src/search/published.ts';
import { unpackJson } from '../../src/search/unpack.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';
import { syntheticDataset } from './synthetic.ts';

const overTheWire = (data: SearchData): SearchData =>
  decodePayload(JSON.parse(JSON.stringify(encodePayload(data))) as SearchPayload);

const words: SearchWords = searchDataOf(sampleDataset()).words;
const name = fc.string({ minLength: 1, unit: 'grapheme' });
const degrees = (limit: number) => fc.integer({ min: 1, max: limit * 1e5 }).map(n => n / 1e5);
const answers = fc
  .subarray(
    words.capabilities.flatMap(({ id }) =>
      (['performs', 'accepts'] as const).map(relation => ({ id, relation })),
    ),
  )
  .chain(asked =>
    fc.tuple(
      ...asked.map(({ id, relation }) =>
        fc
          .constantFrom('yes' as const, 'conditional' as const, 'planned' as const, 'no' as const)
          .map(value => ({
            capability: id,
            relation,
            value,
          })),
      ),
    ),
  );
const area: fc.Arbitrary<SearchServiceArea> = fc
  .record({
    everywhere: fc.boolean(),
    areas: fc.array(name, { maxLength: 3 }),
    towns: fc.array(name, { maxLength: 2 }),
    radiusKm: fc.option(fc.constantFrom(0, 5, 7.5)),
    hasRemark: fc.boolean(),
    named: fc.array(name, { maxLength: 2 }),
  })
  .map(each => (each.hasRemark ? each : { ...each, named: [] }));
const time = fc.record({ h: fc.integer({ min: 0, max: 30 }), m: fc.constantFrom(0, 0, 30, 45) });
const clock = time.map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const day: fc.Arbitrary<DayHours> = fc.oneof(
  fc.constantFrom<DayHours>({ state: 'closed' }, { state: 'unknown' }),
  fc.record({
    state: fc.constant('open' as const),
    spans: fc.array(fc.record({ start: clock, end: clock }), { maxLength: 2 }),
  }),
);
const hours: fc.Arbitrary<HoursSet> = fc.record({
  purpose: fc.constantFrom('outpatient' as const, 'visit' as const, 'desk' as const, 'reception' as const),
  speciality: fc.option(name),
  days: fc
    .tuple(day, day, day, day, day, day, day, day)
    .map(days => Object.fromEntries(weekdays.map((each, i) => [each, days[i]])) as HoursSet['days']),
  closedNth: fc.array(
    fc.record({
      day: fc.constantFrom(...weekdays),
      weeks: fc.subarray([1, 2, 3, 4, 5]),
    }),
    { maxLength: 2 },
  ),
  exceptions: fc.option(name),
  text: fc.option(name),
  breaksStated: fc.boolean(),
});
const service: fc.Arbitrary<SearchService> = fc.record({
  type: fc.constantFrom('clinic', 'hospital', '__proto__'),
  name: fc.option(name),
  phone: fc.option(name),
  hours: fc.array(hours, { maxLength: 3 }),
  specialities: fc.array(name, { maxLength: 3 }),
  answers,
  serviceArea: fc.option(area),
  transferArea: fc.option(area),
  acceptance: fc.option(name),
  insurance: fc.array(name, { maxLength: 2 }),
  careLevels: fc.array(name, { maxLength: 2 }),
  languages: fc.array(name, { maxLength: 2 }),
  ict: fc.array(name, { maxLength: 2 }),
  confirmed: fc.option(name),
});
const facility: fc.Arbitrary<SearchFacility> = fc.record({
  id: name,
  name,
  kana: fc.option(name),
  address: name,
  postalCode: fc.option(name),
  remarks: fc.option(name),
  position: fc.option(fc.record({ lat: degrees(90), lng: degrees(180) })),
  areas: fc.array(name, { maxLength: 3 }),
  confirmed: fc.option(name),
  published: fc.option(name),
  custom: fc.constant([]),
  services: fc.array(service, { minLength: 1, maxLength: 3 }),
});

test('decoding what was encoded gives the same data, through JSON', () => {
  fc.assert(
    fc.property(fc.array(facility, { maxLength: 60 }), facilities => {
      const data = { words, facilities, oldAnswers: [] };
      expect(overTheWire(data)).toEqual(data);
    }),
    { seed: 1, numRuns: 200 },
  );
});

/** Every answer that was offered has grown old on one of few days, or not. */
const withOldAnswers = fc
  .tuple(fc.array(facility, { maxLength: 30 }), fc.infiniteStream(fc.integer({ min: 0, max: 6 })))
  .map(([facilities, dice]): SearchData => {
    const labels = new Map(words.capabilities.map(each => [each.id, each]));
    const days = ['', '2024-03', '2024-03', '2025-11'];
    const found = new Map<string, OldAnswers>();
    facilities
      .flatMap(each => each.services)
      .forEach((each, n) => {
        const offered = each.answers.filter(({ value }) => value === 'yes' || value === 'conditional');
        const usual = dice.next().value;
        for (const key of new Set(
          offered.map(({ capability, relation }) => optionKey(labels.get(capability)!, relation)),
        )) {
          const at = dice.next().value === 0 ? dice.next().value : usual;
          const on = days[at];
          if (on === undefined) continue;
          const entry = found.get(`${key} ${at}`) ?? [key, on, `${at}の回答`, []];
          found.set(`${key} ${at}`, entry);
          entry[3].push(n);
        }
      });
    return { words, facilities, oldAnswers: [...found.values()].sort(byOptionAndMonth) };
  });

test('old answers come back, of whom they are, of when and what is said of them', () => {
  fc.assert(
    fc.property(withOldAnswers, data => {
      expect(overTheWire(data)).toEqual(data);
    }),
    { seed: 2, numRuns: 100 },
  );
});

test('a region of 300 comes back whole, with answers that are dense and sparse', () => {
  const data = searchDataOf(syntheticDataset(300));
  expect(overTheWire(data)).toEqual(data);
});

test('unanswered stays absent, and the four answers stay apart', () => {
  const data = overTheWire(searchDataOf(sampleDataset()));
  const hana = data.facilities.find(({ id }) => id === 'st-hana')!;
  expect(
    hana.services[0]!.answers.map(({ capability, value }) => `${capability} ${value}`),
  ).toMatchInlineSnapshot(`
    [
      "available-24h yes",
      "proc-gastrostomy conditional",
      "proc-ventilator no",
      "proc-oxygen planned",
      "proc-nebulizer yes",
      "terminal-care yes",
    ]
  `);
  expect(hana.services[1]!.answers).toEqual([]);
});

test('another version is refused, not misread', () => {
  const payload = encodePayload({ words, facilities: [], oldAnswers: [] });
  const old = (file: object) => ({ ...file, v: 1 }) as never;
  expect(() => decodePayload({ ...payload, list: old(payload.list) })).toThrow('version');
  expect(() => decodePayload({ ...payload, details: old(payload.details) })).toThrow('version');
});

test('the first file lists by itself: who, of which type, where; the rest is empty, not wrong', () => {
  const data = searchDataOf(syntheticDataset(50));
  const list = decodeList(JSON.parse(JSON.stringify(encodePayload(data).list)));
  const known = (facilities: readonly SearchFacility[]) =>
    facilities.map(({ id, name, areas, position, confirmed, services }) => ({
      ...{ id, name, areas, position, confirmed },
      services: services.map(each => [each.type, each.name]),
    }));
  expect(known(list.facilities)).toEqual(known(data.facilities));
  expect(list.words).toEqual(data.words);
  expect(list.facilities.every(({ kana, address }) => kana === null && address === '')).toBe(true);
});

test('files of different builds are not mixed', () => {
  const [few, more] = [10, 11].map(count => encodePayload(searchDataOf(syntheticDataset(count))));
  expect(() => decodePayload({ list: few!.list, details: more!.details })).toThrow('different builds');
});

test('a name tells the content: it stays for the same and changes with one cell, of that file alone', async () => {
  const dataset = sampleDataset();
  const [before, again] = [await publishedSearch(dataset), await publishedSearch(sampleDataset())];
  expect(again.list.name).toBe(before.list.name);
  expect(again.details.name).toBe(before.details.name);
  const [first, ...others] = dataset.facilities;
  const moved = { ...first!, address: { ...first!.address, building: '別館' } };
  const after = await publishedSearch(sampleDataset({ facilities: [moved, ...others] }));
  expect(after.list.name).toBe(before.list.name);
  expect(after.details.name).not.toBe(before.details.name);
});

test('packed bytes are the same each time, and unpack to the text as the plain file does', async () => {
  const { details } = await publishedSearch(sampleDataset());
  const bytes = packed(details);
  expect(packed({ ...details })).toEqual(bytes);
  const content = JSON.parse(details.text);
  expect(await unpackJson(bytes.buffer)).toEqual(content);
  expect(await unpackJson(new TextEncoder().encode(details.text).buffer)).toEqual(content);
});
