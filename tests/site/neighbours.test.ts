import { expect, test } from 'vitest';
import { neighbours } from '../../src/components/neighbours.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const at = (id: string, lat: number | null, type = 'clinic') => ({
  ...facility(id, id, [service(type)]),
  position: lat === null ? null : { lat, lng: 139 },
});

test('the five nearest of the same type, nearest first; none without a position', () => {
  const here = at('here', 38);
  const others = [38.09, 38.01, 37.95, 38.03, 38.02, 38.08].map((lat, i) => at(`c${i}`, lat));
  const dataset = sampleDataset({
    facilities: [here, ...others, at('nowhere', null), at('pharmacy', 38, 'pharmacy')],
  });
  expect(neighbours(here, 'clinic', dataset).map(({ facility: { id } }) => id)).toEqual([
    'c1',
    'c4',
    'c3',
    'c2',
    'c5',
  ]);
  expect(neighbours(at('nowhere', null), 'clinic', dataset)).toEqual([]);
});
