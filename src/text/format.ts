import type { Confirmation } from '../model/facility.ts';

/** `2026-05-01` → 2026年5月1日, `2026-05` → 2026年5月, `2026` → 2026年. Anything else is shown as it is. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (!parts) return day;
  const [, year, month, date] = parts;
  return `${year}年${month ? `${Number(month)}月` : ''}${date ? `${Number(date)}日` : ''}`;
}

/** 2026年5月. Lists need no day. */
export function formatMonth(day: string): string {
  return formatDay(day.slice(0, 7));
}

/** 2026年5月1日に確認（電話・みほん市） */
export function formatConfirmation(confirmed: Confirmation, precision: 'day' | 'month' = 'day'): string {
  const on = precision === 'day' ? formatDay(confirmed.on) : formatMonth(confirmed.on);
  const how = [confirmed.method, confirmed.by].filter(Boolean).join('・');
  return how === '' ? `${on}に確認` : `${on}に確認（${how}）`;
}

/** 1,234 */
export function formatCount(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 1234567 → 〒123-4567 */
export function formatPostalCode(digits: string): string {
  return `〒${digits.slice(0, 3)}-${digits.slice(3)}`;
}
