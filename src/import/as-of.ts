import type { TableRow } from '../ingest/table.ts';
import { readDate } from '../normalize/date.ts';

/**
 * The 時点 a file says of itself: `[令和8年4月1日 現在]` above its header, else the date in its name
 * (`…_20251201.csv`, `jigyosho_110_all_20260630120000.csv`, `sfkopendata_202509_11.zip`). Null when it says none.
 */
export function findAsOf(file: string, titles: readonly TableRow[]): string | null {
  for (const cell of titles.flatMap(({ cells }) => cells)) {
    const [, words] =
      /((?:令和|平成|20\d\d|R\d)[^\]】）)]*?日)\s*(?:現在|時点|更新|作成)/.exec(cell.normalize('NFKC')) ?? [];
    const date = words && readDate(words).value;
    if (date) return date;
  }
  return (
    file
      .split('/')
      .reverse()
      .map(dateInName)
      .find(date => date !== null) ?? null
  );
}

function dateInName(name: string): string | null {
  for (const [, digits = ''] of name.matchAll(/(?<!\d)(20\d{4}(?:\d{2})?)(?:\d{6})?(?!\d)/g)) {
    const text = digits.length === 8 ? digits : `${digits.slice(0, 4)}-${digits.slice(4)}`;
    const { value } = readDate(text);
    if (value) return value;
  }
  return null;
}
