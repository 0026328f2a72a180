import { tokyoMoment } from '../calendar/moment.ts';

/** `2026-11-22`, `2026-11`, `2026` or an instant in ISO 8601 → `2026年11月22日` in Japan, as far as it goes. */
export function dateText(iso: string): string {
  const date = iso.includes('T') ? tokyoMoment(Date.parse(iso)).date : iso;
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}
