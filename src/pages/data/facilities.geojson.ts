import { currentDataset } from '../../dataset/current.ts';
import { facilitiesToGeoJson } from '../../export/geojson.ts';
import { jsonInPieces } from '../../export/json-pieces.ts';

export function GET(): Response {
  const { features, ...about } = facilitiesToGeoJson(currentDataset());
  return new Response(jsonInPieces(about, 'features', features), {
    headers: { 'content-type': 'application/geo+json' },
  });
}
