/** Taken tables → the layers they become. */
import { csvText } from '../dataset/csv-text.ts';
import type { Format } from '../formats/format.ts';
import { templateFormat } from '../formats/template.ts';
import type { Table } from '../ingest/table.ts';
import { keepAsTyped } from '../normalize/formula-safe.ts';
import type { TakenTable } from './take-table.ts';

export interface ImportedLayer {
  /** `医療情報ネット 病院`: the same in every edition, so that the next import replaces it. */
  name: string;
  format: Format;
  tables: TakenTable[];
  headers: string[];
  above: string[][];
  rows: string[][];
  asOf: string | null;
}

/** Path of a layer from the region's folder. */
export function fileOfLayer(name: string): string {
  return `facilities/${name}.csv`;
}

/** The list's own name, or the file's where the layout has none; `as` is a name the officer gives. */
export function nameOfLayer(
  { format, part }: Pick<TakenTable, 'format' | 'part'>,
  { file, sheet }: Pick<Table, 'file'> & { sheet?: string | null | undefined },
  as: string | undefined,
): string {
  if (as !== undefined) return format.supplementKey ? `${as} 診療時間` : as;
  if (format.publication) return [format.publication.title, part].filter(Boolean).join(' ');
  const stem = (file.split('/').pop() ?? file).replace(/\.[a-z]+$/i, '');
  return harmless(sheet && !/^sheet\s*\d+$/i.test(sheet) ? `${stem} ${sheet}` : stem);
}

/** What no disk takes in a file's name. */
function harmless(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, '＿').replace(/^[.~]+/, '');
}

/**
 * Tables of one name are one layer, in the order of their files. Their columns are brought together by header; tables
 * whose headers repeat themselves, or that are of another layout, cannot be: they are given back as `clashes`. A table without a row of the region adds nothing, but
 * is named with its layer, or in `unused` where there is none.
 */
export function layersOf(
  tables: readonly TakenTable[],
  as: string | undefined,
): { layers: ImportedLayer[]; clashes: TakenTable[]; unused: TakenTable[] } {
  const layers = new Map<string, ImportedLayer>();
  const clashes: TakenTable[] = [];
  for (const table of tables.filter(({ rows }) => rows.length > 0)) {
    const name = nameOfLayer(table, table, as);
    const layer = layers.get(name);
    if (!layer) layers.set(name, newLayer(name, table));
    else if (canJoin(layer, table)) join(layer, table);
    else clashes.push(table);
  }
  const unused = tables.filter(table => {
    const layer = table.rows.length === 0 ? layers.get(nameOfLayer(table, table, as)) : undefined;
    layer?.tables.push(table);
    return table.rows.length === 0 && !layer;
  });
  return { layers: [...layers.values()], clashes, unused };
}

function newLayer(name: string, table: TakenTable): ImportedLayer {
  const { format, headers, above, rows, asOf } = table;
  return { name, format, tables: [table], headers: [...headers], above, rows, asOf };
}

function canJoin(layer: ImportedLayer, table: TakenTable): boolean {
  const last = layer.tables.at(-1) as TakenTable;
  if (last.format !== table.format || last.part !== table.part) return false;
  const isSame = layer.headers.join('\t') === table.headers.join('\t');
  const isPlain = (headers: readonly string[]) => new Set(headers).size === headers.length;
  if (table.format === templateFormat) return isSame;
  return isSame || (isPlain(layer.headers) && isPlain(table.headers));
}

function join(layer: ImportedLayer, table: TakenTable): void {
  layer.tables.push(table);
  layer.asOf =
    [layer.asOf, table.asOf]
      .filter(date => date !== null)
      .sort()
      .at(-1) ?? null;
  if (layer.headers.join('\t') === table.headers.join('\t')) {
    for (const row of table.rows) layer.rows.push(row);
    return;
  }
  for (const header of table.headers) if (!layer.headers.includes(header)) layer.headers.push(header);
  layer.above = [layer.headers];
  const places = table.headers.map(header => layer.headers.indexOf(header));
  for (const row of table.rows) {
    const cells = layer.headers.map(() => '');
    row.forEach((cell, index) => {
      const place = places[index];
      if (place !== undefined) cells[place] = cell;
    });
    layer.rows.push(cells);
  }
}

/** The layer's file: Excel opens it, and changes no code by saving it. */
export function layerText({ above, rows }: ImportedLayer): string {
  const [first = [], ...more] = above;
  return csvText(first, [...more, ...rows], keepAsTyped);
}
