import { catalogue, type IssueCode } from './catalogue.ts';

/** How loudly the officer hears of it. `repaired` and `missing` are never a reason to fail. */
export type Severity = 'error' | 'warning' | 'missing' | 'repaired' | 'info';

/** Where a problem is, in the words the spreadsheet shows: row counts from 1, column is a letter. */
export interface Place {
  file: string;
  sheet?: string;
  row?: number;
  column?: string;
  header?: string;
}

/** One problem, repair or gap in the region's data. Data problems are values; exceptions are for bugs and I/O. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  at: Place;
  /** What was found, as typed; empty when the problem is that nothing is there. */
  value: string;
  /** Facts the sentence needs (the repaired value, the nearest header, a count …). */
  detail: Readonly<Record<string, string>>;
  /** The value or what is said of it is not for everyone: reports mask it unless they are asked not to. */
  sealed?: true;
}

/** What every reading step returns: the value it could make, and all it had to say about the input. */
export interface Read<T> {
  value: T;
  issues: Issue[];
}

/** Makes an issue; the severity comes from the catalogue, so one code always sounds the same. */
export function issue(code: IssueCode, at: Place, value = '', detail: Record<string, string> = {}): Issue {
  return { code, severity: catalogue[code].severity, at, value, detail };
}

/** The Japanese sentence for people: what is wrong, how to fix it, an example. Without the place and the value. */
export function formatSentence(found: Issue): string {
  return catalogue[found.code].sentence(found.detail, found.value);
}

/** `訪問看護.xlsx「一覧」12行目 F列「電話番号」`. Parts that are not known are left out. */
export function formatPlace(at: Place): string {
  const sheet = at.sheet ? `「${at.sheet}」` : '';
  const row = at.row ? ` ${at.row}行目` : '';
  const letter = at.column ? `${at.column}列` : '';
  const header = at.header ? `「${at.header}」` : '';
  const column = letter || header ? ` ${letter}${header}` : '';
  return `${at.file}${sheet}${row}${column}`;
}

/** The whole sentence: place, what was found in quotes, and the fix. Long values are cut at 40 characters. */
export function formatIssue(found: Issue): string {
  const quoted = found.value === '' ? '' : `「${quote(found.value)}」`;
  return `${formatPlace(found.at)}：${quoted}${formatSentence(found)}`;
}

function quote(value: string): string {
  const flat = value.replace(/\s+/g, ' ');
  const characters = [...flat];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : flat;
}

/** What a reader of one cell found, before anyone knows where the cell stands. */
export interface Finding {
  code: IssueCode;
  detail?: Record<string, string>;
}

/** One cell read: `null` means "nothing usable", and `findings` says why when that is not simply an empty cell. */
export interface CellRead<T> {
  value: T | null;
  findings: Finding[];
}
