import { currentDataset } from '../../dataset/current.ts';
import { facilitiesToCsv } from '../../export/csv.ts';

export function GET(): Response {
  return new Response(facilitiesToCsv(currentDataset()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}
