import type { CellRead } from '../issues/issue.ts';
import { compactAscii, nothing, repaired, statesNone } from './text.ts';

const unit = '(?:床|名|人|室|戸|台|件|枠|施設|か所|ヶ所|カ所|箇所|部屋|ベッド|世帯)?';
const prefix = '(?:定員|病床数|合計|総数|計|全)?[:]?';
const plain = new RegExp(`^${prefix}(\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.0+)?${unit}$`);
const decimal = new RegExp(`^${prefix}(\\d+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?${unit}$`);

/** A count (病床数, 定員): a whole number from 0. `12床`, `定員12名`, thousands commas and full width are repaired. */
export function readCount(text: string): CellRead<number> {
  const typed = compactAscii(text);
  if (typed === '') return nothing();
  if (statesNone(typed)) return nothing([{ code: 'stated-none' }]);
  const match = plain.exec(typed);
  if (!match) return nothing([{ code: decimal.test(typed) ? 'count-not-whole' : 'count-unreadable' }]);
  return accepted(Number((match[1] ?? '').replaceAll(',', '')), text);
}

/** A number with decimals (常勤換算 2.5) from 0; otherwise as {@link readCount}. */
export function readDecimal(text: string): CellRead<number> {
  const typed = compactAscii(text);
  if (typed === '') return nothing();
  if (statesNone(typed)) return nothing([{ code: 'stated-none' }]);
  const match = decimal.exec(typed);
  if (!match) return nothing([{ code: 'count-unreadable' }]);
  return accepted(Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? '')), text);
}

function accepted(value: number, typed: string): CellRead<number> {
  // Beyond this the number is no count of people or beds but a code or a phone in the wrong column.
  if (value > 1_000_000) return nothing([{ code: 'count-unreadable' }]);
  const plainly = /^\s*\d+(?:\.\d+)?\s*$/.test(typed);
  return { value, findings: plainly ? [] : [repaired('number-repaired', String(value))] };
}
