/** The sheets a region collects its data with: which columns each kind of office is asked for. */
import { type FieldKey, fieldHeaders } from '../columns/fields.ts';
import type { Capability, FacilityType, Vocabulary } from '../model/vocabulary.ts';
import { columnTexts } from '../text/dictionary.ts';
import { templateText } from '../text/template.ts';
import { isAskedOf } from '../vocabulary/asked.ts';

export interface TemplateColumn {
  header: string;
  /** What to write, for the sheet of instructions and beside the cell. */
  meaning: string;
  example: string;
  /** Words to choose from; null when there are none. */
  choices: readonly string[] | null;
  /** Whether other words may stand there, too: an answer may be explained. */
  isFree: boolean;
  /** Who will see the value when the row is published. */
  audience: 'public' | 'professional' | 'none';
}

export interface TemplateSheet {
  name: string;
  types: readonly FacilityType[];
  columns: readonly TemplateColumn[];
  /** One row that shows how to write; its name says 記入例, so that it is read as no office. */
  example: readonly string[];
}

type Part = 'medical' | 'pharmacy' | 'visits' | 'day' | 'care' | 'residence';

/** Sheet → letters of the types it holds (the survey sheets of the capability tables) and what is asked beside the rest. */
const kinds: readonly { name: string; letters: string; parts: readonly Part[] }[] = [
  { name: '病院・診療所', letters: 'HCM', parts: ['medical', 'visits'] },
  { name: '歯科', letters: 'D', parts: ['medical', 'visits'] },
  { name: '薬局', letters: 'P', parts: ['pharmacy', 'visits'] },
  { name: '訪問看護・リハビリ', letters: 'NRT', parts: ['visits', 'care'] },
  { name: 'ケアマネ・相談窓口', letters: 'KALGQ', parts: ['visits', 'care'] },
  { name: '訪問介護', letters: 'VZ', parts: ['visits', 'care'] },
  { name: '通い・泊まり', letters: 'YSX', parts: ['day', 'care'] },
  { name: '施設・住まい', letters: 'F', parts: ['residence', 'care'] },
  { name: '障害福祉', letters: 'WJ', parts: ['day', 'visits', 'care'] },
  { name: '用具・移動・支え合い', letters: 'EUBO', parts: ['visits'] },
];

const head: readonly FieldKey[] = [
  ...(['id', 'name', 'kana', 'type', 'address', 'building', 'postalCode', 'municipality'] as const),
  ...(['latitude', 'longitude', 'phone', 'extension', 'fax', 'email', 'url', 'corporation'] as const),
];
const numbers: Readonly<Record<Part, readonly FieldKey[]>> = {
  medical: ['medicalCode', 'specialities', 'bedsGeneral', 'bedsLongTerm', 'beds', 'wards', 'staff'],
  pharmacy: ['medicalCode'],
  visits: ['serviceArea', 'serviceAreaRemark'],
  day: ['transferArea', 'transferAreaRemark', 'capacity'],
  residence: ['capacity'],
  care: ['officeNumber', 'insurance', 'careLevels', 'fees'],
};
const week: readonly FieldKey[] = [
  ...(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'nthClosed', 'exceptions'] as const),
  ...(['hoursRemark', 'hoursList', 'afterHours'] as const),
];
const tail: readonly FieldKey[] = [
  ...(['acceptance', 'ict', 'languages', 'remarks', 'caremanagerTime', 'contactRule', 'person'] as const),
  ...(['nightPhone', 'professionalRemarks', 'vacancy', 'status', 'listing', 'consent'] as const),
  ...(['confirmedOn', 'confirmedBy', 'confirmedHow'] as const),
];

/** A sheet for each kind of office; every type of the vocabulary stands in one, and every question in those it is asked of. */
export function templateSheets(vocabulary: Vocabulary): TemplateSheet[] {
  return kinds.map(({ name, letters, parts }) => {
    const types = [...vocabulary.types.values()].filter(({ letter }) => letters.includes(letter));
    const fields = [...head, ...parts.flatMap(part => numbers[part]), ...week, ...tail];
    const columns = [...new Set(fields)].map(field => fieldColumn(field, types));
    const asked = [...vocabulary.capabilities.values()].filter(capability =>
      types.some(type => isAskedOf(capability, type)),
    );
    const all = [...columns, ...asked.map(capabilityColumn)];
    return { name, types, columns: all, example: all.map(column => exampleCell(column, types)) };
  });
}

/** The same in one table, for whoever works in CSV: a column that any sheet has, in the order of the sheets. */
export function wholeTemplate(vocabulary: Vocabulary): TemplateColumn[] {
  const columns = new Map<string, TemplateColumn>();
  for (const sheet of templateSheets(vocabulary))
    for (const column of sheet.columns) if (!columns.has(column.header)) columns.set(column.header, column);
  const isAnswer = ({ choices }: TemplateColumn) => choices === answerChoices;
  const all = [...columns.values()];
  return [...all.filter(column => !isAnswer(column)), ...all.filter(isAnswer)];
}

const answerChoices = ['○', '△', '予定', '×'] as const;

const choicesOf: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  listing: ['公開', '専門職のみ', '非公開'],
  consent: ['あり', 'なし'],
  status: ['営業中', '休止', '廃止'],
  confirmedHow: ['電話', '訪問', '調査票', 'メール', 'ホームページ'],
};

/** A survey's FAX and mail are for professionals, whatever the published list says of official ones. */
const sealedInSurvey: ReadonlySet<FieldKey> = new Set(['fax', 'email']);
/** They decide what is shown, and are not shown. */
const unshown: ReadonlySet<FieldKey> = new Set(['status', 'listing', 'consent']);

function fieldColumn(field: FieldKey, types: readonly FacilityType[]): TemplateColumn {
  const { meaning, example, audience } = columnTexts[field];
  const isSealed = audience === 'professional' || sealedInSurvey.has(field);
  return {
    header: fieldHeaders[field][0],
    meaning: templateText.meanings[field] ?? meaning,
    example: templateText.examples[field] ?? example,
    choices: field === 'type' ? types.map(({ label }) => label) : (choicesOf[field] ?? null),
    isFree: field === 'confirmedHow',
    audience: unshown.has(field) ? 'none' : isSealed ? 'professional' : 'public',
  };
}

function capabilityColumn({ label }: Capability): TemplateColumn {
  return {
    header: label,
    meaning: templateText.answer,
    example: '',
    choices: answerChoices,
    isFree: true,
    audience: 'public',
  };
}

function exampleCell({ header, example }: TemplateColumn, types: readonly FacilityType[]): string {
  if (header === fieldHeaders.name[0]) return templateText.exampleName;
  if (header === fieldHeaders.type[0]) return types[0]?.label ?? '';
  return header === fieldHeaders.id[0] ? '' : example;
}
