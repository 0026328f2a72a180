import type { Column } from './column.ts';
import type { FieldKey } from './fields.ts';

const professionalFields: ReadonlySet<FieldKey> = new Set([
  'caremanagerTime',
  'contactRule',
  'person',
  'nightPhone',
  'professionalRemarks',
  'vacancy',
]);

/** Public from official data, professional from a survey. */
const officialFields: ReadonlySet<FieldKey> = new Set(['fax', 'email']);

/**
 * May a value of this column be quoted to anyone? What no one has said the use of (an unknown header, none at all,
 * a second column of one meaning) counts as professional. `official` is of the whole table: where a row may say
 * otherwise (データ区分) it is false.
 */
export function isOpenColumn({ meaning }: Pick<Column, 'meaning'>, official: boolean): boolean {
  switch (meaning.kind) {
    case 'field':
      return !professionalFields.has(meaning.field) && (official || !officialFields.has(meaning.field));
    case 'part':
      return isOpenColumn({ meaning: meaning.of }, official);
    case 'capability':
    case 'answers':
    case 'custom':
      return meaning.audience === 'public';
    case 'layout':
    case 'hours':
    case 'unused':
      return true;
    default:
      return false;
  }
}
