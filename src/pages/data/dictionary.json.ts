import { currentDataset } from '../../dataset/current.ts';
import { dictionaryToJson } from '../../export/dictionary.ts';

export function GET(): Response {
  return Response.json(dictionaryToJson(currentDataset()));
}
