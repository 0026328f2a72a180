import { articleCodes } from './codes/articles.ts';
import { datasetCodes } from './codes/dataset.ts';
import { geoCodes } from './codes/geo.ts';
import { hoursCodes } from './codes/hours.ts';
import { ingestCodes } from './codes/ingest.ts';
import { secureCodes } from './codes/secure.ts';
import { siteCodes } from './codes/site.ts';
import { valueCodes } from './codes/values.ts';
import type { CodeDefinition } from './define.ts';

const all = {
  ...ingestCodes,
  ...siteCodes,
  ...datasetCodes,
  ...valueCodes,
  ...hoursCodes,
  ...geoCodes,
  ...articleCodes,
  ...secureCodes,
};

export type IssueCode = keyof typeof all;

/** Every code that can ever be reported. Codes are permanent: other programs and the guides refer to them. */
export const catalogue: Readonly<Record<IssueCode, CodeDefinition>> = all;
