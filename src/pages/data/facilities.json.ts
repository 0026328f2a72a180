import { currentDataset } from '../../dataset/current.ts';
import { facilitiesToJson } from '../../export/json.ts';

export function GET(): Response {
  return Response.json(facilitiesToJson(currentDataset()));
}
