import { defineCodes } from '../define.ts';

export const ingestCodes = defineCodes({});
