import type { AnswerValue } from '../model/facility.ts';
import type { Relation, Vocabulary } from '../model/vocabulary.ts';
import type { ListedPurpose } from '../normalize/hours-list.ts';
import type { VocabularyLookup } from '../vocabulary/lookup.ts';
import type { FieldKey } from './fields.ts';
import type { OwnSections } from './own-columns.ts';
import type { ColumnRule } from './region-columns.ts';

/** Whether an answer says 実施 or 受け入れ: for all offices, or by the id of their type. Null leaves it to the type. */
export type RelationOf = Relation | ReadonlyMap<string, Relation> | null;

/** The fields that say when an office is open, day by day. */
export const hoursFields = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'holiday',
  'nthClosed',
  'exceptions',
  'hoursRemark',
] as const satisfies readonly FieldKey[];
export type HoursField = (typeof hoursFields)[number];

/** What a column holds. `layout` columns are known to one official layout only (closed-day flags, time slots). */
export type Meaning =
  | { kind: 'field'; field: FieldKey }
  | { kind: 'layout'; key: string }
  | {
      kind: 'capability';
      ids: readonly string[];
      relation: RelationOf;
      ambiguous: boolean;
      audience: 'public' | 'professional';
    }
  /** The cell names capabilities (`胃ろう|痰の吸引`): each is answered with `value`. */
  | {
      kind: 'answers';
      relation: RelationOf;
      audience: 'public' | 'professional';
      value: AnswerValue;
    }
  /** A part of further hours of the office (訪問, 受付 …). */
  | { kind: 'hours'; purpose: ListedPurpose; field: HoursField }
  | { kind: 'custom'; key: string; label: string; audience: 'public' | 'professional' }
  /** Its text is part of the value of an earlier column. */
  | { kind: 'part'; of: Meaning }
  | { kind: 'unused' }
  | { kind: 'ignored' }
  | { kind: 'unknown' };

/** One source of a value that is not simply the text of a cell. */
export interface Piece {
  /** The column's place in the sheet. */
  index: number;
  header: string;
  rule: ColumnRule;
  /** The value where the cell is marked with ○. */
  word?: string;
  /** What every row says; no cell is read. */
  constant?: string;
}

export interface Column {
  /** The column's place in the sheet; −1 where no column holds it (全部の行). */
  index: number;
  header: string;
  meaning: Meaning;
  /** What the value is made of; absent where it is the cell's text. */
  pieces?: readonly Piece[];
}

export interface HeaderContext {
  vocabulary: Vocabulary;
  lookup: VocabularyLookup;
  /** What the region says of this table. */
  own: OwnSections;
  /** Folded header → meaning in the recognised layout; outranks the common table. */
  layoutHeaders: ReadonlyMap<string, Meaning>;
}
