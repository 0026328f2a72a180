import { defineCodes } from '../define.ts';

export const valueCodes = defineCodes({});
