import { currentDataset } from '../../dataset/current.ts';
import { facilitiesToJson } from '../../export/json.ts';
import { jsonInPieces } from '../../export/json-pieces.ts';

export function GET(): Response {
  const { facilities, ...about } = facilitiesToJson(currentDataset());
  return new Response(jsonInPieces(about, 'facilities', facilities), {
    headers: { 'content-type': 'application/json' },
  });
}
