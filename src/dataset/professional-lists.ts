import { readTables } from '../ingest/read.ts';
import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import type { IssueCode } from '../issues/catalogue.ts';
import { type CellRead, type Issue, issue, type Place, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { FileAccount } from '../model/dataset.ts';
import type { ContactRule, Vacancy } from '../model/facility.ts';
import { ruleFor } from '../normalize/contact-rule.ts';
import { readDate } from '../normalize/date.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import { readPhone } from '../normalize/phone.ts';
import { namedDays } from '../normalize/remark-words.ts';
import { foldTimeText } from '../normalize/time.ts';
import { readEmail } from '../normalize/url.ts';
import type { RegionFolder } from './load.ts';
import { findListHeader } from './region-lists.ts';

/** The two lists that only professionals see. Every value of them is sealed. */
export const professionalLists = ['contacts.csv', 'vacancy.csv'] as const;

/** A line that says something of a record, before it is known which. */
export interface ListedLine<T> {
  at: Place;
  /** Id or official number, and service, as typed, with their places. */
  record: { typed: string; at: Place };
  service: { typed: string; at: Place };
  value: T;
  /** As it was typed, for the list of what is not used. */
  cells: { header: string; value: string }[];
}

export interface ProfessionalLines {
  windows: ListedLine<ContactRule>[];
  vacancies: ListedLine<Vacancy>[];
  /** Rows read of each table; what became of each is settled when the lines are joined. */
  accounts: FileAccount[];
}

/** Columns by their names; the first is the one we give. */
const shared = {
  record: [
    ...['事業所番号またはID', '事業所番号又はID', '事業所番号・ID', '事業所番号', 'ID', '記録'],
    ...['医療機関コード', '地域ID'],
  ],
  service: ['サービス', 'サービスの種類', 'サービス種類', 'サービス種別', '種別', 'サービスの名称'],
  remark: ['備考', '注意', '特記事項'],
} as const;

export const contactColumns = {
  ...shared,
  purpose: ['目的', '用件', '連絡の目的', '窓口の目的'],
  department: ['部署', '担当部署', '部署名', '窓口', '窓口名'],
  channel: ['方法', '連絡方法', '連絡の方法', '手段'],
  number: ['番号', '連絡先', '電話番号', 'FAX番号', '電話・FAX番号'],
  time: ['曜日・時間', '曜日と時間', '曜日時間', '時間', '対応時間', '受付時間', '連絡できる時間'],
  send: ['送るもの', '送付するもの', '送付物', '必要書類', '必要なもの'],
  form: ['様式', '書式', '様式名'],
  localRule: ['地域のルール', '地域ルール', 'ルール', '申し合わせ'],
  person: ['担当者', '担当', '担当者名'],
  revisedOn: ['改訂日', '改定日', '更新日', '確認日'],
  revision: ['改訂の内容', '改訂内容', '改定の内容', '変更点', '変更の内容'],
} as const;

export const vacancyColumns = {
  ...shared,
  when: ['曜日', '曜日・時間帯', '曜日・時間', '日', '枠'],
  count: ['空き数', '空き', '空き枠', '空き状況', '人数', '空床数'],
  asOf: ['時点', '日付', '確認日', '更新日', '基準日'],
} as const;

/** The headers of an empty list, each by the name we give; 名称 helps whoever fills it in. */
export function listHeaders(columns: Columns): string[] {
  const names = Object.values(columns).map(([first = '']) => first);
  const [record = '', service = '', remark = '', ...own] = names;
  return [record, '名称', service, ...own, remark];
}

/** Headers that help the officer and say nothing to us. */
const free = ['名称', '事業所名', '事業所', '名前', 'メモ', '番号（行）', 'No'];

/** Reads `contacts.csv` and `vacancy.csv`, where the region has them. */
export function readProfessionalLists(folder: RegionFolder): Read<ProfessionalLines> {
  const issues: Issue[] = [];
  const accounts: FileAccount[] = [];
  const read = <T>(file: string, columns: Columns, toValue: (line: Line) => T): ListedLine<T>[] => {
    const bytes = folder.read(file);
    if (!bytes) return [];
    return [...readTables(file, bytes, found => issues.push(found))].flatMap(table => {
      const lines = linesOf(table, columns, issues);
      accounts.push(accountOf(table, lines));
      return (lines ?? []).map(line => ({ ...line.common, value: toValue(line) }));
    });
  };
  const windows = read('contacts.csv', contactColumns, toRule);
  const vacancies = read('vacancy.csv', vacancyColumns, toVacancy);
  return { value: { windows, vacancies, accounts }, issues };
}

/** Without a header every row is rejected. */
function accountOf({ file, sheet, rows }: Table, lines: readonly Line[] | null): FileAccount {
  const read = lines?.length ?? [...rows].filter(isFilled).length;
  const fates = { published: 0, merged: 0, heldBack: 0, outside: 0, skipped: 0 };
  return { file, ...(sheet && { sheet }), read, ...fates, rejected: lines ? 0 : read };
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some(cell => cell.trim() !== '');
}

type Columns = Readonly<Record<string, readonly string[]>>;

interface Line {
  common: Omit<ListedLine<unknown>, 'value'>;
  text(column: string): string | null;
  /** Null, and told, when the cell cannot be read. */
  take<V>(column: string, read: (text: string) => CellRead<V>): V | null;
  tell(column: string, code: IssueCode): void;
}

function linesOf(table: Table, columns: Columns, issues: Issue[]): Line[] | null {
  const wanted = Object.entries(columns).filter(([name]) => ['record', 'purpose', 'count'].includes(name));
  const header = findListHeader(
    table,
    wanted.map(([, names]) => names),
  );
  if (!header) {
    const names = wanted.map(([, [first]]) => first).join('、');
    issues.push(issue('list-header-missing', placeOf(table, 1), names));
    return null;
  }
  const places = columnPlaces(header, columns);
  tellUnknown(table, header, columns, places, issues);
  return [...table.rows].flatMap(row =>
    row.row > header.row && isFilled(row) ? [lineOf({ table, header, places, issues }, row)] : [],
  );
}

/** Column → its place. Of two headers of one meaning the name that stands first in our list counts. */
function columnPlaces(header: TableRow, columns: Columns): Map<string, number> {
  const folded = header.cells.map(foldHeader);
  return new Map(
    Object.entries(columns).flatMap(([column, names]) => {
      const place = names.map(name => folded.indexOf(foldHeader(name))).find(index => index >= 0);
      return place === undefined ? [] : [[column, place]];
    }),
  );
}

function tellUnknown(
  table: Table,
  header: TableRow,
  columns: Columns,
  places: ReadonlyMap<string, number>,
  issues: Issue[],
): void {
  const used = new Set(places.values());
  const known = new Set(free.map(foldHeader));
  const names = Object.values(columns).flat();
  header.cells.forEach((cell, index) => {
    if (cell.trim() === '' || used.has(index) || known.has(foldHeader(cell))) return;
    const close = nearest(cell, names);
    const at = placeOf(table, header.row, index, cell);
    issues.push(issue('list-column-unknown', at, cell, close ? { nearest: close } : {}));
  });
}

interface Reading {
  table: Table;
  header: TableRow;
  places: ReadonlyMap<string, number>;
  issues: Issue[];
}

function lineOf({ table, header, places, issues }: Reading, row: TableRow): Line {
  const text = (column: string): string =>
    unescapeFormula((row.cells[places.get(column) ?? -1] ?? '').trim());
  const at = (column: string): Place => {
    const index = places.get(column);
    return placeOf(table, row.row, index, index === undefined ? undefined : header.cells[index]);
  };
  const cells = header.cells.flatMap((name, index) => {
    const value = row.cells[index]?.trim() ?? '';
    return value === '' ? [] : [{ header: name, value }];
  });
  return {
    common: {
      ...{ at: placeOf(table, row.row), cells },
      record: { typed: text('record'), at: at('record') },
      service: { typed: text('service'), at: at('service') },
    },
    text: column => text(column) || null,
    take(column, read) {
      const typed = text(column);
      if (typed === '') return null;
      const { value, findings } = read(typed);
      for (const { code, detail } of findings) issues.push(issue(code, at(column), typed, detail));
      return value;
    },
    tell(column, code) {
      issues.push(issue(code, at(column), text(column)));
    },
  };
}

function toRule(line: Line): ContactRule {
  const { text } = line;
  if (text('purpose') === null) line.tell('purpose', 'contact-purpose-empty');
  const rule = ruleFor(text('purpose') ?? '連絡', {
    ...{ department: text('department'), channel: text('channel'), number: readNumber(line) },
    ...{ time: text('time'), send: text('send'), form: text('form'), localRule: text('localRule') },
    ...{ person: text('person'), revisedOn: line.take('revisedOn', readDate) },
    ...{ revision: text('revision'), remark: text('remark') },
  });
  if (rule.time !== null && rule.hours === null) line.tell('time', 'contact-time-unreadable');
  return rule;
}

/** A number as it is dialled, or an address of mail. */
function readNumber(line: Line): string | null {
  if (line.text('number')?.includes('@')) return line.take('number', readEmail);
  const phones = line.take('number', readPhone);
  return (
    phones?.map(({ text, extension }) => (extension ? `${text}（内線${extension}）` : text)).join(' / ') ??
    null
  );
}

const saysNone = /^(?:なし|無し?|ありません|満床|満員|満室|空きなし|×|✕)$/;
const saysOther = /^(?:○|◯|〇|△|あり|有り?|空きあり|応相談|要相談|相談|要問い?合わ?せ|不明|.*待ち.*)$/;

/** `2枠` and `２` are as good as `2`. */
function readVacancyCount(text: string): CellRead<number> {
  const { value, findings } = readCount(text);
  return { value, findings: findings.filter(({ code }) => code !== 'number-repaired') };
}

function toVacancy(line: Line): Vacancy {
  const typed = line.text('count') ?? '';
  const plain = typed.normalize('NFKC').trim();
  const isWord = saysNone.test(plain) || saysOther.test(plain) || plain === '';
  const count = isWord ? null : line.take('count', readVacancyCount);
  if (plain === '') line.tell('count', 'vacancy-count-empty');
  const asOf = line.take('asOf', readDate);
  if (line.text('asOf') === null) line.tell('asOf', 'vacancy-date-missing');
  const when = line.text('when');
  return {
    when,
    days: when === null ? [] : namedDays(foldTimeText(when)),
    count: saysNone.test(plain) ? 0 : count,
    text: typed,
    ...{ asOf, remark: line.text('remark') },
  };
}
