import type { IssueCode } from '../issues/catalogue.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { readMark } from '../normalize/mark.ts';
import { splitList } from '../normalize/split-list.ts';
import { cleanCell } from '../normalize/text.ts';
import type { Meaning, Piece } from './column.ts';
import { erasure } from './erasure.ts';
import type { FieldKey } from './fields.ts';
import type { ColumnRule } from './region-columns.ts';

/** Told of a cell that could not be used. */
export type TellCell = (
  piece: Piece,
  code: IssueCode,
  value: string,
  detail?: Record<string, string>,
) => void;

/** The texts of all pieces: what the column says, answer by answer. */
export function partsOf(pieces: readonly Piece[], cells: readonly string[], tell: TellCell): string[] {
  return pieces.flatMap(piece => partsOfPiece(piece, cells, tell));
}

/** The one text that pieces make: joined as the region says, else as values of this kind are separated. */
export function textOf(
  meaning: Meaning,
  pieces: readonly Piece[],
  cells: readonly string[],
  tell: TellCell,
): string {
  const between = separatorOf(meaning);
  let text = '';
  for (const piece of pieces) {
    const parts = partsOfPiece(piece, cells, tell);
    if (parts.includes(erasure)) return erasure;
    const part = parts.join(between);
    if (part !== '') text += (text === '' ? '' : (piece.rule.join ?? between)) + part;
  }
  return text;
}

function partsOfPiece(piece: Piece, cells: readonly string[], tell: TellCell): string[] {
  const { index, rule, constant, word } = piece;
  if (constant !== undefined) return [constant];
  const cell = unescapeFormula((cells[index] ?? '').trim());
  if (cell === erasure) return [erasure];
  if (word !== undefined) return isMarked(piece, mapValue(rule, cell), tell) ? [word] : [];
  const parts = rule.split ? splitBy(cell, rule.split) : [cell];
  const mapped = (parts.length === 0 ? [''] : parts).map(part => mapValue(rule, part));
  return mapped.filter(part => part !== '');
}

/** Only a plain ○ (or 1, はい …) chooses the option; anything between yes and no is told and chooses nothing. */
function isMarked(piece: Piece, cell: string, tell: TellCell): boolean {
  if (cell === '') return false;
  const { value, findings } = readMark(cell);
  for (const { code, detail } of findings) tell(piece, code, cell, detail);
  if (value?.value === 'yes') return true;
  if (value?.value && value.value !== 'no') tell(piece, 'option-not-plain', cell, { word: piece.word ?? '' });
  return false;
}

export const emptyWord = '空欄';
export const otherWord = 'それ以外';

/** `値:` of the region: words compare after folding width; 空欄 stands for an empty cell, それ以外 for any other. */
function mapValue({ values }: ColumnRule, cell: string): string {
  if (!values) return cell;
  const wanted = valueKey(cell);
  const found = Object.keys(values).find(word =>
    wanted === '' ? word === emptyWord : valueKey(word) === wanted,
  );
  const target = found ?? (wanted === '' ? undefined : Object.keys(values).find(word => word === otherWord));
  if (target === undefined) return cell;
  const value = values[target] ?? '';
  return isNothing(value) ? '' : value;
}

/** `値: { その他: 使わない }` */
export function isNothing(word: string): boolean {
  return /^(ignore|使わない|空欄)?$/.test(word.trim());
}

function valueKey(text: string): string {
  return cleanCell(text).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

const separatorWords: Readonly<Record<string, string>> = { 改行: '\n', 空白: ' ', タブ: '\t' };

/** Without signs of the region's own, the usual ones; brackets hold together. */
function splitBy(cell: string, separators: readonly string[]): string[] {
  const text = cleanCell(cell);
  const signs = separators.map(sign => separatorWords[sign] ?? sign).filter(sign => sign !== '');
  if (signs.length === 0) return splitList(text);
  const parts = signs.reduce<string[]>((all, sign) => all.flatMap(part => part.split(sign)), [text]);
  return parts.map(part => part.trim()).filter(part => part !== '');
}

const listFields: ReadonlySet<FieldKey> = new Set([
  'type',
  'kaigoService',
  'hospitalKind',
  'specialities',
  'insurance',
  'careLevels',
  'ict',
  'languages',
  'serviceArea',
  'transferArea',
  'formerIds',
  'medicalCode',
  'naviiId',
]);

function separatorOf(meaning: Meaning): string {
  if (meaning.kind !== 'field') return '、';
  if (meaning.field === 'phone' || meaning.field === 'nightPhone') return ' / ';
  return listFields.has(meaning.field) ? ';' : '、';
}
