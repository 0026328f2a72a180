import { type Issue, issue } from '../issues/issue.ts';
import type { Facility } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { placeOfRow } from './layers.ts';
import type { RecordRow } from './record.ts';

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
    found.push(...heldRefusals(facility, at, vocabulary));
    if (facility.id.startsWith('x-'))
      found.push(issue('id-not-permanent', at, facility.name, { id: facility.id }));
    return found;
  });
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
