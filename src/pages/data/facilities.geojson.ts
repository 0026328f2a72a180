import { currentDataset } from '../../dataset/current.ts';
import { facilitiesToGeoJson } from '../../export/geojson.ts';

export function GET(): Response {
  return new Response(JSON.stringify(facilitiesToGeoJson(currentDataset())), {
    headers: { 'content-type': 'application/geo+json' },
  });
}
