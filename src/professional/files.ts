/** The files that are sealed: the whole professional view, each file complete in itself. */
import { japaneseHolidays } from '../calendar/japan.ts';
import type { ProfessionalDataset } from '../model/dataset.ts';
import { areaShapes } from '../search/areas.ts';
import { encodePayload } from '../search/payload.ts';
import { encodeFacts, factsOfView } from './facts.ts';
import { firstResults } from './first.ts';
import { encodeRecords } from './records.ts';
import { professionalSearchData } from './search-data.ts';

export type ProfessionalRole = 'first' | 'list' | 'details' | 'areas' | 'records';

export interface ProfessionalFile {
  role: ProfessionalRole;
  json: string;
}

/** Known years after the data's, as in the public search. */
const holidayYears = 9;

/**
 * `first` is what is read before all else: the first results as they are shown. `list` and `details` are those of the
 * public search with more in them, `areas` its outlines (left out where the region has none), `records` every record as
 * it is. The same dataset gives the same text.
 */
export function professionalFiles(dataset: ProfessionalDataset): ProfessionalFile[] {
  const first = Number(dataset.asOf?.slice(0, 4) ?? 2026);
  const data = professionalSearchData(dataset, japaneseHolidays(first - 1, first + holidayYears));
  const { list, details } = encodePayload(data);
  const whole = new Map(data.words.pieces);
  const shapes = areaShapes(dataset.areas.map(({ id, polygon }) => ({ id: whole.get(id) ?? id, polygon })));
  const contents: [ProfessionalRole, unknown][] = [
    ['first', firstResults(data)],
    ['list', list],
    ['details', { ...details, facts: encodeFacts(factsOfView(dataset)) }],
    ...(Object.keys(shapes).length > 0 ? [['areas', shapes] as [ProfessionalRole, unknown]] : []),
    ['records', encodeRecords(dataset)],
  ];
  return contents.map(([role, content]) => ({ role, json: JSON.stringify(content) }));
}
