import { expect, test } from 'vitest';
import { facilitiesToGeoJson } from '../../src/export/geojson.ts';
import { facilitiesToJson } from '../../src/export/json.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const dataset = sampleDataset();

test('every record is a feature; an unconfirmed position is no geometry', () => {
  const { features } = facilitiesToGeoJson(dataset);
  expect(features).toHaveLength(dataset.facilities.length);
  expect(features.find(({ id }) => id === 'dc-shiro')).toMatchObject({
    geometry: null,
    properties: {
      name: 'しろい歯科',
      positionState: 'unconfirmed',
      types: ['歯科診療所'],
      phone: '0254-00-0003',
    },
  });
  expect(features[0]!.geometry).toEqual({ type: 'Point', coordinates: [139.33, 37.95] });
});

test('facilities.json keeps the model’s names', () => {
  const file = JSON.parse(JSON.stringify(facilitiesToJson(dataset)));
  expect(file).toMatchObject({ region: 'みほん圏域', demo: true, asOf: '2026-05-01' });
  expect(file.facilities).toEqual(JSON.parse(JSON.stringify(dataset.facilities)));
});
