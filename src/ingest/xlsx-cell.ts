import { type CellObject, SSF } from '@e965/xlsx';
import type { Finding } from '../issues/issue.ts';

/** The text of one cell, and what there is to say about it. */
export interface CellText {
  text: string;
  finding?: Finding;
}

/**
 * A cell as text: text cells untouched, dates as `YYYY-MM-DD`, times as `HH:MM`, numbers as shown, formulas by the
 * value Excel stored. A number the format only rounds or groups (`35.68`, `1,234`, `1.2E+12`) comes in full,
 * because a position or a corporate number must not lose digits to a narrow column.
 */
export function cellText(cell: CellObject, date1904: boolean): CellText {
  // A stub of the library (`t: 'z'`) stands for a formula without a stored value and may carry a 0 of its own.
  if (cell.v === undefined || cell.t === 'z')
    return cell.f ? { text: '', finding: { code: 'formula-without-value' } } : { text: '' };
  if (cell.t === 'e')
    return { text: '', finding: { code: 'formula-error', detail: { shown: cell.w ?? '' } } };
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE' };
  if (cell.t !== 'n' || typeof cell.v !== 'number') return { text: String(cell.v) };
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const moment = SSF.is_date(format) ? momentText(cell.v, format, date1904) : null;
  return { text: moment ?? numberText(cell.v, cell.w) };
}

function numberText(value: number, shown: string | undefined): string {
  const plain = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  if (shown === undefined) return plain;
  const bare = shown.replace(/[,\s]/g, '');
  const onlyDigits = /^-?(0|[1-9]\d*)?(\.\d*)?(e[+-]?\d+)?$/i.test(bare) && bare !== '';
  return onlyDigits ? plain : shown.trim();
}

const secondsOfDay = 86_400;

/** A date, a time, or both, as the format says; null where the number is none (before 1900, below zero). */
function momentText(serial: number, format: string, date1904: boolean): string | null {
  const seconds = Math.round(serial * secondsOfDay);
  if (seconds < 0) return null;
  const bare = format.replace(/"[^"]*"|\\.|_./g, '').split(';')[0]!;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return clockText(seconds);
  const letters = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p/gi, 'h')
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[ydeg]/.test(letters) || !hasTime;
  if (!hasDate) return clockText(seconds % secondsOfDay);
  const day = dayText(Math.floor(seconds / secondsOfDay), date1904);
  return day && hasTime ? `${day} ${clockText(seconds % secondsOfDay)}` : day;
}

/** Day numbers as in ISO/IEC 29500-1, 18.17.4: day 1 is 1900-01-01, and a 29 February 1900 that never was is day 60. */
function dayText(day: number, date1904: boolean): string | null {
  if (!date1904 && (day < 1 || day === 60)) return null;
  const first = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(first + day * secondsOfDay * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? null
    : date.toISOString().slice(0, 10);
}

function clockText(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}
