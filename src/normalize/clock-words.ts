/** Times as people read them. Apart from the readers of typed cells, which must not travel with the search page. */
import type { Span } from '../model/facility.ts';

/** `9:00`; past midnight as people say it: `翌1:00`. The end of the day stays `24:00`. */
export function formatClock(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const hours = Number(hour);
  return hours > 24 || (hours === 24 && minute !== '00') ? `翌${hours - 24}:${minute}` : `${hours}:${minute}`;
}

/** `8:30～12:00、14:00～18:00`. */
export function formatSpans(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${formatClock(start)}～${formatClock(end)}`).join('、');
}

const typedRange = /(?<!\d)(\d{1,2}:\d{2})\s*[-~〜～‐–—―－]\s*(翌?\d{1,2}:\d{2})(?!\d)/g;

/** Text for people, its time ranges written as everywhere: 平日 08:30-17:15 → 平日 8:30～17:15. */
export function formatTypedTimes(text: string): string {
  return text.replace(
    typedRange,
    (_, start: string, end: string) =>
      `${formatClock(start)}～${end.startsWith('翌') ? end : formatClock(end)}`,
  );
}
