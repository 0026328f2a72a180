import { dataFiles } from '../../components/data-files.ts';
import { currentDataset } from '../../dataset/current.ts';
import { dataPackage } from '../../export/data-package.ts';

export function GET(): Response {
  const dataset = currentDataset();
  return Response.json(dataPackage(dataset, dataFiles(dataset)));
}
