import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchData, SearchFacility, SearchService, SearchWords } from '../../src/search/data.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { decodePayload, encodePayload, type SearchPayload } from '../../src/search/payload.ts';
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
const service: fc.Arbitrary<SearchService> = fc.record({
  type: fc.constantFrom('clinic', 'hospital', '__proto__'),
  name: fc.option(name),
  phone: fc.option(name),
  hours: fc.option(name),
  specialities: fc.array(name, { maxLength: 3 }),
  answers,
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
  services: fc.array(service, { minLength: 1, maxLength: 3 }),
});

test('decoding what was encoded gives the same data, through JSON', () => {
  fc.assert(
    fc.property(fc.array(facility, { maxLength: 60 }), facilities => {
      const data = { words, facilities };
      expect(overTheWire(data)).toEqual(data);
    }),
    { seed: 1, numRuns: 200 },
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
  const payload = { ...encodePayload({ words, facilities: [] }), v: 2 } as unknown as SearchPayload;
  expect(() => decodePayload(payload)).toThrow('version');
});
