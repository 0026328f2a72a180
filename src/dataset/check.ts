import { type Issue, issue } from '../issues/issue.ts';
import type { Facility } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { append } from './append.ts';
import type { JoinedRecord } from './layers.ts';
import { keyText, placeOfRow, type RecordRow } from './record.ts';
import type { KeptIds } from './region-lists.ts';

/** What is missing in the joined records: told at the row that founded each, since that is where one would add it. */
export function checkFacilities(
  checked: readonly { facility: Facility; row: RecordRow }[],
  vocabulary: Vocabulary,
): Issue[] {
  return checked.flatMap(({ facility, row }) => {
    const at = placeOfRow(row);
    const found: Issue[] = [];
    if (!facility.kana) found.push(issue('missing-kana', at, facility.name));
    if (facility.positionState === 'missing') found.push(issue('missing-position', at, facility.name));
    if (facility.address.text === '') found.push(issue('missing-address', at, facility.name));
    if (facility.services.every(service => service.phones.length === 0))
      found.push(issue('missing-phone', at, facility.name));
    if (!facility.confirmed) found.push(issue('missing-confirmation', at, facility.name));
    append(found, heldRefusals(facility, at, vocabulary));
    if (facility.id.startsWith('x-'))
      found.push(issue('id-not-permanent', at, facility.name, { id: facility.id }));
    return found;
  });
}

/** A line of `ids.csv` whose record is gone or was renamed: its page is about to get another address. */
export function checkKeptIds(kept: KeptIds, records: readonly JoinedRecord[]): Issue[] {
  const keys = new Set(records.flatMap(record => record.rows.flatMap(row => row.keys.map(keyText))));
  return kept.lines
    .filter(line => !keys.has(line.key))
    .map(line => issue('ids-record-not-found', line.at, line.key));
}

/** A refusal about a group of people is not published; the officer hears of it, so that it is not lost in silence. */
function heldRefusals(facility: Facility, at: Issue['at'], vocabulary: Vocabulary): Issue[] {
  return facility.services.flatMap(service =>
    service.capabilities.flatMap(answer => {
      const capability = vocabulary.capabilities.get(answer.id);
      const held = answer.value === 'no' && capability?.aboutPeople;
      return held ? [issue('refusal-not-published', at, facility.name, { label: capability.label })] : [];
    }),
  );
}
