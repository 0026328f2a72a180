import { currentDataset } from '../../dataset/current.ts';
import { publishedToJson } from '../../export/json.ts';
import { jsonInPieces } from '../../export/json-pieces.ts';

export function GET(): Response {
  const { facilities, ...about } = publishedToJson(currentDataset());
  return new Response(jsonInPieces(about, 'facilities', facilities), {
    headers: { 'content-type': 'application/json' },
  });
}
