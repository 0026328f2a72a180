import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { SearchData } from '../../src/search/data.ts';
import type { Query } from './page/search.ts';

/** The golden rows of the demo region that say who must be found (tests/search/golden): recall is held against them. */
export function goldenQueries({ facilities }: SearchData): Query[] {
  const folder = join(import.meta.dirname, '..', 'search', 'golden');
  const files = readdirSync(folder).filter(file => file.endsWith('.csv'));
  const rows = files.flatMap(
    file =>
      Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data,
  );
  return rows
    .filter(row => row['地域'] === 'demo' && row['必ず出る'])
    .map(row => {
      const named = new Set(row['必ず出る']!.split(';'));
      const must = facilities.filter(({ id, name }) => named.has(name) || named.has(id)).map(({ id }) => id);
      return { text: row['検索']!, must };
    });
}
