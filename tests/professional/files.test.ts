import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { readRegion } from '../../src/files/load-region.ts';
import type { ProfessionalDataset } from '../../src/model/dataset.ts';
import { decodeFacts, factsOfView } from '../../src/professional/facts.ts';
import { type ProfessionalRole, professionalFiles } from '../../src/professional/files.ts';
import type { FirstResults } from '../../src/professional/first.ts';
import { openRecords } from '../../src/professional/records.ts';
import { professionalSearchData } from '../../src/professional/search-data.ts';
import { answererOf } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/index.ts';
import { type DetailsFile, decodePayload, type ListFile } from '../../src/search/payload.ts';
import { emptyState } from '../../src/search/state.ts';
import { filesOf, generatedRegion } from '../dataset/generated-region.ts';
import { regionOf } from '../dataset/region.ts';

const demo = readRegion(join(import.meta.dirname, '../../data')).value!.professionalDataset;

/** As a browser has them once they are decrypted. */
function opened(dataset: ProfessionalDataset) {
  const files = new Map(professionalFiles(dataset).map(({ role, json }) => [role, json]));
  const read = (role: ProfessionalRole) => JSON.parse(files.get(role)!);
  return { first: read('first'), list: read('list'), details: read('details'), records: read('records') };
}

function expectSame(dataset: ProfessionalDataset) {
  const { first: shown, list, details, records } = opened(dataset);
  expect(openRecords(records).all()).toEqual(dataset.facilities);
  const first = Number(dataset.asOf?.slice(0, 4) ?? 2026);
  const data = professionalSearchData(dataset, japaneseHolidays(first - 1, first + 9));
  expect(decodePayload({ list, details })).toEqual(data);
  expect(decodeFacts(details.facts)).toEqual(factsOfView(dataset));
  expect(shown).toEqual(asShown(list, details));
}

/** What the list says once it can be asked: the first results are those, but for the age of an old answer. */
function asShown(list: ListFile, details: DetailsFile): FirstResults {
  const answerer = answererOf(buildIndex(decodePayload({ list, details })));
  const { items, count } = answerer.ask({ state: emptyState, shown: 20, selected: [], moment: null });
  const ageless = items.map((item, place) => ({
    ...item,
    id: String(place),
    services: item.services.map(service => ({
      ...service,
      answers: service.answers.map(({ age, ...answer }) => answer),
    })),
  }));
  return { v: 1, count, items: ageless };
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
