import { columnLetter, type Table, type TableRow } from '../ingest/table.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { withoutCorporation } from '../normalize/keys.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { findHeader } from './find-header.ts';
import { headerKey } from './header-key.ts';
import { usualMeaning } from './match-headers.ts';
import { isPersonHeader } from './person-names.ts';
import { guessCapability, guessCapabilityList } from './propose-capability.ts';
import {
  type Confidence,
  type Guess,
  type ProposeContext,
  type SeenColumn,
  shareText,
} from './propose-column.ts';
import { guessField } from './propose-field.ts';
import { guessHeaderRows } from './propose-header-row.ts';
import { deskPerson, uselessHeader } from './propose-hints.ts';
import { guessHours } from './propose-hours.ts';
import { guessOptions } from './propose-options.ts';
import { settleFields } from './propose-settle.ts';
import { profileOf } from './propose-values.ts';
import type { RegionColumn } from './region-columns.ts';

export interface ProposedColumn {
  /** Place in the sheet from 0, and its letter. */
  index: number;
  letter: string;
  header: string;
  /** How `columns.yaml` names it; shared by the columns of one block of options. */
  key: string;
  /** What the entry would say. Of a column nobody is sure of it is only offered, as a comment. */
  rule: RegionColumn;
  confidence: Confidence;
  reasons: readonly string[];
  /** Without its entry a pattern of others would take the column. */
  isNeeded?: true;
}

export interface ColumnProposal {
  file: string;
  sheet?: string;
  /** Rows of the header, from 1; stated only where the usual search would not find them. */
  headerRows: readonly number[];
  isHeaderStated: boolean;
  columns: readonly ProposedColumn[];
  /** The 種別 of all rows, where no column says one; null = nobody can say. */
  type: { label: string; reason: string } | null;
  hasType: boolean;
}

/** What is known beside the list: words, and the region's areas. */
export interface ProposeInput {
  vocabulary: Vocabulary;
  isArea?: (word: string) => boolean;
}

/** Rows of values looked at. */
const sampled = 400;

/**
 * Proposes what the columns of a list mean, from its headers and its values, each with a confidence and the
 * reasons. Null when the table has no rows. Nothing is decided: the officer corrects it.
 */
export function proposeColumns(
  table: Table,
  { vocabulary, isArea = () => false }: ProposeInput,
): ColumnProposal | null {
  const context: ProposeContext = {
    ...{ vocabulary, lookup: lookupOf(vocabulary), own: [], layoutHeaders: new Map(), isArea },
  };
  const headerRows = guessHeaderRows(table.rows, context);
  if (headerRows.length === 0) return null;
  const stated = { columns: {}, constants: {}, headerRows };
  const header = findHeader(table.rows, { ...context, own: [stated] });
  if (!header) return null;
  const rows = rowsBelow(table.rows, header.header.row);
  const seen = seenColumns(header.header.cells, rows, context);
  const guesses = settleFields(seen, guessAll(seen, context));
  const usual = findHeader(table.rows, context);
  const columns = seen
    .filter(({ header, profile }) => header !== '' || profile.filled > 0)
    .map(column => proposed(column, seen, guesses.get(column.index) ?? noGuess));
  const hasType = [...guesses.values()].some(({ rule }) =>
    fills(rule, ['種別', 'サービスの種類', '医療機関の種類']),
  );
  return {
    file: table.file,
    ...(table.sheet ? { sheet: table.sheet } : {}),
    headerRows,
    isHeaderStated: headerRows.length > 1 || usual?.header.row !== headerRows[0],
    columns,
    hasType,
    type: hasType ? null : typeOfAll(table, header.titles, context),
  };
}

function rowsBelow(rows: Iterable<TableRow>, header: number): TableRow[] {
  const found: TableRow[] = [];
  for (const row of rows) {
    if (row.row > header && row.cells.filter(cell => cell.trim() !== '').length > 1) found.push(row);
    if (found.length >= sampled) break;
  }
  return found;
}

function seenColumns(
  headers: readonly string[],
  rows: readonly TableRow[],
  context: ProposeContext,
): SeenColumn[] {
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const header = (headers[index] ?? '').replace(/\s+/g, ' ').trim();
    const profile = profileOf(
      rows.map(({ cells }) => cells[index] ?? ''),
      context,
    );
    return {
      index,
      header,
      profile,
      usual: header === '' ? { kind: 'unknown' } : usualMeaning(header, context),
    };
  });
}

const noGuess: Guess = {
  rule: 'ignore',
  confidence: 'わからない',
  reasons: ['見出しからも値からも分からない'],
  score: 0,
};

/** People and blocks of columns first, then each column for itself. */
function guessAll(seen: readonly SeenColumn[], context: ProposeContext): Map<number, Guess> {
  const blocks = new Map([...guessOptions(seen, context), ...guessHours(seen)]);
  return new Map(
    seen.flatMap(column => {
      const guess = guessPerson(column) ?? blocks.get(column.index) ?? guessOne(column, context);
      return guess ? [[column.index, guess] as const] : [];
    }),
  );
}

function guessOne(column: SeenColumn, context: ProposeContext): Guess | null {
  if (column.usual.kind === 'unused') return ignored('高い', '国の一覧の列で、資源マップでは使わない', 100);
  const idGuess = guessId(column);
  if (idGuess) return idGuess;
  if (uselessHeader.test(column.header.normalize('NFKC')))
    return ignored('高い', '一覧を作る人のための列', 100);
  const guesses = [
    guessCapability(column, context),
    guessCapabilityList(column),
    guessField(column, context),
  ];
  return guesses.filter(guess => guess !== null).sort((a, b) => b.score - a.score)[0] ?? null;
}

function ignored(confidence: Confidence, reason: string, score: number): Guess {
  return { rule: 'ignore', confidence, reasons: [reason], score };
}

/** The names of people are dropped; of a desk they are for professionals. */
function guessPerson({ header, profile }: SeenColumn): Guess | null {
  const share = profile.share('person');
  const isNamed = isPersonHeader(header);
  const isSeen = profile.filled >= 3 && share >= 0.6;
  const isKana = isNamed && profile.share('kana') >= 0.6;
  if (!(isSeen || (isNamed && (profile.filled < 3 || share >= 0.3 || isKana)))) return null;
  if (isSeen && !isNamed && /地|町|エリア|区域|住所|法人|科/.test(header)) return null;
  const reasons = [
    ...(isNamed ? ['見出しが人の名前'] : []),
    ...(share > 0 ? [shareText(share, '人の名前の形')] : []),
  ];
  const confidence = isSeen && isNamed ? '高い' : 'たぶん';
  if (isNamed && deskPerson.test(header) && !isKana)
    return {
      rule: { fields: ['担当者'] },
      confidence,
      reasons: [...reasons, '専門職だけに見せる'],
      field: 'person',
      score: 140,
    };
  return { rule: 'ignore', confidence, reasons, score: 140 };
}

/** A number the list gives each office, if no two are the same. A running number changes with each export. */
function guessId({ header, profile }: SeenColumn): Guess | null {
  const isNamed = /^(ID|管理番号|記録ID|登録番号|施設(コード|ID|番号)|団体ID|事業所ID)$/i.test(
    header.normalize('NFKC'),
  );
  if (!isNamed || profile.filled === 0) return null;
  const isKey = profile.distinct >= 0.5 && [...profile.words.keys()].every(word => /^[\w-]+$/.test(word));
  if (!isKey) return ignored('たぶん', '同じ番号が何度もあり、IDには使えない', 100);
  return {
    rule: { fields: ['ID'] },
    confidence: 'たぶん',
    reasons: ['1件ごとの番号'],
    field: 'id',
    score: 100,
  };
}

function proposed(column: SeenColumn, all: readonly SeenColumn[], guess: Guess): ProposedColumn {
  const { index, header } = column;
  const { rule, confidence, reasons, isNeeded } = guess;
  const key = guess.key ?? keyOf(column, all);
  const letter = columnLetter(index);
  return { index, letter, header, key, rule, confidence, reasons, ...(isNeeded && { isNeeded }) };
}

/** `電話番号 (2)` where a header stands twice, `C列` where there is none. */
function keyOf({ index, header }: SeenColumn, all: readonly SeenColumn[]): string {
  if (header === '') return `${columnLetter(index)}列`;
  const same = all.filter(other => headerKey(other.header) === headerKey(header));
  return same.length === 1 ? header : `${header} (${same.findIndex(other => other.index === index) + 1})`;
}

function fills(rule: RegionColumn, fields: readonly string[]): boolean {
  return rule !== 'ignore' && (rule.fields ?? []).some(field => fields.includes(field));
}

/** The kind of office that the file's name, the sheet's or a title names: 薬局一覧.csv. */
function typeOfAll(
  { file, sheet }: Table,
  titles: readonly TableRow[],
  { vocabulary, lookup }: ProposeContext,
): ColumnProposal['type'] {
  const places: readonly [string, string][] = [
    ['シートの名前', sheet ?? ''],
    ['ファイルの名前', file],
    ...titles.map(({ cells }): [string, string] => ['表の題名', cells.join(' ')]),
  ];
  const words = [...vocabulary.types.values()].flatMap(({ label, short, aliases }) => [
    label,
    short ?? '',
    ...aliases,
  ]);
  const byLength = words.filter(word => word.length > 1).sort((a, b) => b.length - a.length);
  for (const [reason, text] of places) {
    const found = byLength.find(word => withoutCorporation(text).includes(word) && lookup.findType(word));
    const type = found === undefined ? null : lookup.findType(found);
    if (type) return { label: type.label, reason };
  }
  return null;
}
