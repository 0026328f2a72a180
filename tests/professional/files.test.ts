import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { readRegion } from '../../src/files/load-region.ts';
import type { ProfessionalDataset } from '../../src/model/dataset.ts';
import { decodeFacts, factsOfView } from '../../src/professional/facts.ts';
import { type ProfessionalRole, professionalFiles } from '../../src/professional/files.ts';
import { openRecords } from '../../src/professional/records.ts';
import { professionalSearchData } from '../../src/professional/search-data.ts';
import { decodePayload } from '../../src/search/payload.ts';
import { filesOf, generatedRegion } from '../dataset/generated-region.ts';
import { regionOf } from '../dataset/region.ts';

const demo = readRegion(join(import.meta.dirname, '../../data')).value!.professionalDataset;

/** As a browser has them once they are decrypted. */
function opened(dataset: ProfessionalDataset) {
  const files = new Map(professionalFiles(dataset).map(({ role, json }) => [role, json]));
  const read = (role: ProfessionalRole) => JSON.parse(files.get(role)!);
  return { list: read('list'), details: read('details'), records: read('records') };
}

function expectSame(dataset: ProfessionalDataset) {
  const { list, details, records } = opened(dataset);
  expect(openRecords(records).all()).toEqual(dataset.facilities);
  const first = Number(dataset.asOf?.slice(0, 4) ?? 2026);
  const data = professionalSearchData(dataset, japaneseHolidays(first - 1, first + 9));
  expect(decodePayload({ list, details })).toEqual(data);
  expect(decodeFacts(details.facts)).toEqual(factsOfView(dataset));
}

describe('what is opened is the professional view, exactly', () => {
  it('of the demo region', () => expectSame(demo));

  it('of any region', () => {
    fc.assert(
      fc.property(generatedRegion, region => expectSame(regionOf(filesOf(region)).professionalDataset)),
      { numRuns: 60 },
    );
  });
});

it('the same dataset gives the same files', () => {
  expect(professionalFiles(demo)).toEqual(professionalFiles(demo));
});
