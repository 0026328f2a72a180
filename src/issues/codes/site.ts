import { defineCodes } from '../define.ts';

export const siteCodes = defineCodes({});
