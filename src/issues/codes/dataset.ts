import { defineCodes } from '../define.ts';

export const datasetCodes = defineCodes({});
