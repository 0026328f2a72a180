import type { CellRead, Finding } from '../issues/issue.ts';
import { compactAscii, isTooLong, nothing, repaired, statesNone } from './text.ts';

/** First day and last year of each era (元号). The year 1 is written 元 too. */
const eras: readonly { names: readonly string[]; offset: number; last: number }[] = [
  { names: ['令和', 'R', '令', '㋿'], offset: 2018, last: 99 },
  { names: ['平成', 'H', '平', '㍻'], offset: 1988, last: 31 },
  { names: ['昭和', 'S', '昭', '㍼'], offset: 1925, last: 64 },
  { names: ['大正', 'T', '大', '㍽'], offset: 1911, last: 15 },
  { names: ['明治', 'M', '明', '㍾'], offset: 1867, last: 45 },
];

const western = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const japanese =
  /^(令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾令平昭大明RHSTM])(元|\d{1,2})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/i;
// What people add to a date: the time, the weekday, 現在. It does not change the day.
const added =
  /(?:T?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?|\([月火水木金土日]\)|現在|時点|更新|確認|改定|より|から)+$/;

/**
 * A date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as much as the cell says. Western and era years, `/ . - 年月日`, eight
 * digits, any width; unknown parts as 99 (GIF DS-441). A bare five-digit number is Excel's day count. A year of two
 * digits could be 令和 or 西暦 and is not read; nor is a 年度, which lasts into the next year.
 */
export function readDate(text: string): CellRead<string> {
  const typed = compactAscii(text);
  if (typed === '') return nothing();
  if (statesNone(typed)) return nothing([{ code: 'stated-none' }]);
  if (isTooLong(typed)) return nothing([{ code: 'value-too-long' }]);
  if (/年度/.test(typed)) return nothing([{ code: 'date-fiscal-year' }]);
  const bare = typed.replace(added, '');
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) return readSerial(bare);
  const parts = westernParts(bare) ?? eraParts(bare);
  if (parts) return compose(parts);
  if (/^\d{2}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?$/.test(bare))
    return nothing([{ code: 'date-two-digit-year' }]);
  return nothing([{ code: 'date-unreadable' }]);
}

type Parts = readonly [year: number, month: number | null, day: number | null];

function westernParts(text: string): Parts | null {
  const match = western.exec(text) ?? compact.exec(text);
  return match ? [Number(match[1]), numberOrNull(match[2]), numberOrNull(match[3])] : null;
}

function eraParts(text: string): Parts | null {
  const match = japanese.exec(text);
  const name = match?.[1]?.toUpperCase() ?? '';
  const era = eras.find(({ names }) => names.includes(name));
  if (!match || !era) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  const western = year >= 1 && year <= era.last ? era.offset + year : 0;
  return [western, numberOrNull(match[3]), numberOrNull(match[4])];
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined || digits === '99' ? null : Number(digits);
}

function compose([year, month, day]: Parts): CellRead<string> {
  if (year === 9999) return nothing([{ code: 'stated-none' }]);
  const impossible: Finding[] = [{ code: 'date-impossible' }];
  if (year < 1868 || year > 2100) return nothing(impossible);
  if (month === null) return { value: String(year), findings: [] };
  if (month < 1 || month > 12) return nothing(impossible);
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return { value: yearMonth, findings: [] };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) return nothing(impossible);
  return { value: `${yearMonth}-${String(day).padStart(2, '0')}`, findings: [] };
}

// 1900 date system, whose day 60 never existed; 36526 is 2000-01-01. Other numbers are more likely something else.
function readSerial(digits: string): CellRead<string> {
  const days = Math.floor(Number(digits));
  if (days < 36526 || days > 54788) return nothing([{ code: 'date-unreadable' }]);
  const value = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  return { value, findings: [repaired('date-from-serial', value)] };
}
