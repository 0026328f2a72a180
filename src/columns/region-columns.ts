import { z } from 'zod';
import type { Relation } from '../model/vocabulary.ts';
import type { ListedPurpose } from '../normalize/hours-list.ts';
import { type FieldKey, fieldHeaders } from './fields.ts';

const fieldKeys = Object.keys(fieldHeaders) as [FieldKey, ...FieldKey[]];

/** What the region says of one column. Everything is optional: without a meaning the header keeps its own. */
export interface ColumnRule {
  /** Fields by our key (`phone`) or by a header we know (`電話番号`); `機能` = the cell names capabilities. */
  fields?: readonly string[];
  /** A capability: the cell holds ○ △ 予定 ×. */
  capability?: string;
  /** 実施 or 受け入れ of all its answers, or by type; without it the type decides. */
  relation?: Relation | Readonly<Record<string, Relation>>;
  /** A new field of the region's own. Without an audience it is professional. */
  label?: string;
  audience?: 'public' | 'professional';
  filter?: boolean;
  /** Words of the cell → words we understand. `空欄` is an empty cell, `それ以外` any other word. */
  values?: Readonly<Record<string, string>>;
  /** What stands between several answers in one cell. Empty = the usual signs. */
  split?: readonly string[];
  /** What to put between this column's text and that of the columns before it which have the same meaning. */
  join?: string;
  /** The column is one option: where it is marked, the field holds this word. `*` = what the header's `*` stands for. */
  mark?: string;
  /** Of weekday fields: the hours are those of 外来 (default), 受付, 訪問, 窓口 or 時間外. */
  purpose?: ListedPurpose;
  /** What it means that a capability is named in the cell (○ by default). */
  answer?: string;
}

export type RegionColumn = 'ignore' | ColumnRule;

/** What `columns.yaml` says for all files, or for one. */
export interface ColumnSection {
  /** Header, `電話番号 (2)`, `C列` or `対応_*` → meaning. */
  columns: Readonly<Record<string, RegionColumn>>;
  /** Header of a field or capability → what every row says. */
  constants: Readonly<Record<string, string>>;
  /** Rows of the sheet that make up the header, from 1; none = the table has no header. Absent = looked for. */
  headerRows?: readonly number[];
}

/** `columns.yaml`. */
export interface RegionColumns extends ColumnSection {
  /** By the file's name, or file/sheet. */
  files: Readonly<Record<string, ColumnSection>>;
}

const relations = {
  performs: 'performs',
  accepts: 'accepts',
  実施: 'performs',
  受け入れ: 'accepts',
} as const;
const audiences = {
  public: 'public',
  professional: 'professional',
  だれでも: 'public',
  専門職: 'professional',
} as const;
const purposes = {
  外来: 'outpatient',
  受付: 'reception',
  訪問: 'visit',
  窓口: 'desk',
  時間外: 'emergency',
} as const satisfies Record<string, ListedPurpose>;
const answers = { はい: true, いいえ: false } as const;

/** One of the words, as what it means. */
function wordOf<const T extends Readonly<Record<string, unknown>>>(words: T) {
  const keys = Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
  return z.enum(keys).transform((word): T[keyof T & string] => words[word as keyof T & string]);
}

const text = z.string();
const relation = wordOf(relations);
const oneOrMany = z
  .union([text, z.array(text)])
  .transform(value => (typeof value === 'string' ? [value] : value));

/** Each key in English and in Japanese. */
const ruleKeys = {
  field: oneOrMany,
  capability: text,
  relation: z.union([relation, z.record(text, relation)]),
  label: text,
  audience: wordOf(audiences),
  filter: z.union([z.boolean(), wordOf(answers)]),
  values: z.record(text, text),
  split: oneOrMany,
  join: text,
  mark: text,
  answer: text,
  purpose: wordOf(purposes),
} as const;

const japanese = {
  field: '項目',
  capability: '機能',
  relation: '関係',
  label: '名前',
  audience: '公開',
  filter: '絞り込み',
  values: '値',
  split: '区切り',
  join: 'つなぐ',
  mark: '印',
  answer: '答え',
  purpose: '目的',
} as const satisfies Record<keyof typeof ruleKeys, string>;

type RuleKey = keyof typeof ruleKeys;
const keyNames = Object.keys(ruleKeys) as RuleKey[];

const ruleShape = Object.fromEntries(
  keyNames.flatMap(key => [key, japanese[key]].map(name => [name, ruleKeys[key].optional()])),
) as Record<string, z.ZodOptional<(typeof ruleKeys)[RuleKey]>>;

const meaningKeys: readonly RuleKey[] = ['field', 'capability', 'label'];

const ruleSchema = z
  .strictObject({ ...ruleShape, type: z.enum(['text']).optional() })
  .superRefine((rule, context) => {
    const typed = rule as Readonly<Record<string, unknown>>;
    const given = (key: RuleKey) => [key, japanese[key]].filter(name => name in typed);
    const meanings = meaningKeys.flatMap(given);
    const isNew = given('label').length > 0;
    const isAnswer = given('capability').length > 0 || [typed.field, typed.項目].flat().includes('機能');
    const misplaced = [
      ...(given('field').length > 0 ? [] : given('purpose')),
      ...(isNew ? [...given('relation'), ...given('answer')] : given('filter')),
      ...(isNew || isAnswer ? [] : given('audience')),
    ];
    if (meanings.length < 2 && misplaced.length === 0) return;
    const keys = meanings.length > 1 ? meanings : [...meanings, ...misplaced];
    const detail = { keys: keys.join('\n') };
    context.addIssue({ code: 'custom', params: { issue: 'config-keys-mixed', detail } });
  })
  .transform((typed): ColumnRule => {
    const rule: Record<string, unknown> = {};
    for (const key of keyNames) {
      const value =
        (typed as Record<string, unknown>)[key] ?? (typed as Record<string, unknown>)[japanese[key]];
      if (value !== undefined) rule[key === 'field' ? 'fields' : key] = value;
    }
    return rule;
  });

/** Text alone is a field or a capability: `でんわ: 電話番号`. */
export const regionColumnSchema = z.union([
  text.transform(
    (word): RegionColumn => (word === 'ignore' || word === '使わない' ? 'ignore' : { fields: [word] }),
  ),
  ruleSchema,
]);

const rowNumbers = z.union([
  z.literal('なし').transform((): number[] => []),
  z
    .number()
    .int()
    .positive()
    .transform(row => [row]),
  z.array(z.number().int().positive()),
]);

const sectionShape = {
  全部の行: z.record(text, text).optional(),
  見出しの行: rowNumbers.optional(),
};

/** A file that nothing is said of yet has an empty section. */
const sectionSchema = z
  .object(sectionShape)
  .catchall(regionColumnSchema)
  .nullable()
  .transform(typed => sectionOf(typed ?? {}));

export const regionColumnsSchema = z
  .object({
    ...sectionShape,
    ファイルごと: z.record(text, sectionSchema).optional(),
    files: z.record(text, sectionSchema).optional(),
  })
  .catchall(regionColumnSchema)
  .transform(
    ({ ファイルごと, files, ...typed }): RegionColumns => ({
      ...sectionOf(typed),
      files: { ...files, ...ファイルごと },
    }),
  );

function sectionOf(typed: Readonly<Record<string, unknown>>): ColumnSection {
  const { 全部の行: constants, 見出しの行: headerRows, ...columns } = typed;
  return {
    columns: columns as ColumnSection['columns'],
    constants: (constants ?? {}) as ColumnSection['constants'],
    ...(headerRows === undefined ? {} : { headerRows: headerRows as number[] }),
  };
}

export const noRegionColumns: RegionColumns = { columns: {}, constants: {}, files: {} };

/** What the values of a new field are kept under: its header, or its label where several columns make it. */
export function customKey(header: string, { label, mark, join }: ColumnRule): string {
  return label !== undefined && (mark !== undefined || join !== undefined) ? label : header;
}

/** All sections: for all files first. */
export function sectionsOf(columns: RegionColumns): ColumnSection[] {
  return [columns, ...Object.values(columns.files)];
}

const fieldGroups: Readonly<Record<string, readonly FieldKey[]>> = {
  平日: ['mon', 'tue', 'wed', 'thu', 'fri'],
  土日: ['sat', 'sun'],
  日祝: ['sun', 'holiday'],
  土日祝: ['sat', 'sun', 'holiday'],
  毎日: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'],
};

/** The field of that name: our key (`phone`), or any header we know (`電話番号`). */
export function fieldNamed(name: string, fold: (text: string) => string): FieldKey | null {
  const direct = fieldKeys.find(key => key === name);
  if (direct) return direct;
  const folded = fold(name);
  return fieldKeys.find(key => fieldHeaders[key].some(header => fold(header) === folded)) ?? null;
}

/** The fields an `項目` means: one, or several weekdays (平日). */
export function fieldsNamed(name: string, fold: (text: string) => string): readonly FieldKey[] {
  const known = fieldNamed(name, fold);
  if (known) return [known];
  return Object.entries(fieldGroups).find(([word]) => fold(word) === fold(name))?.[1] ?? [];
}
