import { expect, test } from 'vitest';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { facilitiesToGeoJson } from '../../src/export/geojson.ts';
import { facilitiesToJson, formatVersion } from '../../src/export/json.ts';
import { partOf, partOfType } from '../../src/export/part.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const dataset = sampleDataset();

test('the list of a type has the services of that type only, in the published order', () => {
  const part = partOfType(dataset, 'visiting-nursing');
  expect(part.facilities.flatMap(({ services }) => services.map(({ type }) => type))).toEqual(
    part.facilities.map(() => 'visiting-nursing'),
  );
  const lines = facilitiesToCsv(part).split('\r\n');
  expect(lines).toHaveLength(part.facilities.length + 2);
  const ids = dataset.facilities.map(({ id }) => id);
  const order = part.facilities.map(({ id }) => ids.indexOf(id));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('the list of some records has them whole', () => {
  const some = dataset.facilities.slice(0, 2);
  expect(facilitiesToJson(partOf(dataset, some)).facilities).toEqual(some);
});

test('every file for programs says its format, its date, its licence and its sources', () => {
  const said = { formatVersion, region: 'みほん圏域', asOf: '2026-05-01', sources: dataset.sources };
  expect(facilitiesToJson(dataset)).toMatchObject(said);
  expect(facilitiesToGeoJson(partOfType(dataset, 'clinic'))).toMatchObject(said);
});
