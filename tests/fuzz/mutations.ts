/** Small changes of the kind that mail, Excel, copy and paste and bad luck make to a spreadsheet. */

export type Random = () => number;

/** mulberry32: the same seed gives the same run on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);
export const oneOf = <T>(random: Random, values: readonly T[]): T =>
  values[below(random, values.length)] as T;

const nasty: readonly string[] = [
  '',
  ' ',
  '　',
  '"',
  '""',
  "'=1+1",
  '=HYPERLINK("https://example.jp","x")',
  '【削除】',
  '\u0000',
  '\uFFFD',
  '\uFEFF',
  '\u202E',
  '\u200D',
  '👨‍👩‍👧‍👦',
  '葛󠄀城',
  '𠮷野家',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '</script>',
  '1.23E+12',
  '1e999',
  '-0',
  'NaN',
  '45000',
  '0.375',
  '令和99年99月99日',
  '9:00-',
  '25:61-99:99',
  '13:30-12:00',
  '月火水木黄',
  '第9・第0土曜',
  '半径999999999km',
  'javascript:alert(1)',
  'https：//',
  'a'.repeat(5000),
  '（'.repeat(300),
  '第1・'.repeat(200),
  '月～金 9:00-12:00 '.repeat(60),
  '0254-00-0001 / '.repeat(40),
  '1-'.repeat(500),
  'ア'.repeat(2000),
  '西町、'.repeat(300),
  'ID',
  '名称',
  '種別',
  '合計',
  '※',
  '専門職のみ',
  '廃止',
];

type Grid = string[][];
type GridChange = (grid: Grid, random: Random) => void;

const anyRow = (grid: Grid, random: Random): number => below(random, grid.length);

/** Changes of the cells, before the table is written. */
const gridChanges: readonly GridChange[] = [
  (grid, random) => {
    const row = grid[anyRow(grid, random)] ?? [];
    if (row.length > 0) row[below(random, row.length)] = oneOf(random, nasty);
  },
  (grid, random) => {
    const column = below(random, grid[0]?.length ?? 1);
    const text = oneOf(random, nasty);
    for (const row of grid.slice(1)) row[column] = text;
  },
  (grid, random) => {
    const [a, b] = [grid[anyRow(grid, random)] ?? [], grid[anyRow(grid, random)] ?? []];
    const [i, j] = [below(random, a.length || 1), below(random, b.length || 1)];
    [a[i], b[j]] = [b[j] ?? '', a[i] ?? ''];
  },
  (grid, random) => void grid.splice(anyRow(grid, random), 1),
  (grid, random) => void grid.splice(anyRow(grid, random), 0, [...(grid[anyRow(grid, random)] ?? [])]),
  (grid, random) => void grid.splice(anyRow(grid, random), 0, []),
  (grid, random) => void grid.unshift([oneOf(random, nasty)], []),
  (grid, random) => {
    const row = grid[anyRow(grid, random)] ?? [];
    row.length = below(random, row.length + 1);
  },
  (grid, random) => void grid[anyRow(grid, random)]?.push(oneOf(random, nasty), oneOf(random, nasty)),
  (grid, random) => void grid[0]?.sort(() => random() - 0.5),
  (grid, random) => {
    const header = grid[0] ?? [];
    const from = below(random, header.length || 1);
    header[from] = oneOf(random, [...nasty, ...header]);
  },
  grid => void grid.reverse(),
];

export function mutateGrid(original: Grid, random: Random): Grid {
  const grid = original.map(row => [...row]);
  for (let left = 1 + below(random, 5); left > 0 && grid.length > 0; left -= 1)
    oneOf(random, gridChanges)(grid, random);
  return grid.map(row => Array.from(row, cell => cell ?? ''));
}

/** Writes the cells as a spreadsheet program, or a careless script, would. */
export function writeGrid(grid: Grid, random: Random): Uint8Array {
  const delimiter = oneOf(random, [',', ',', ',', '\t', ';']);
  const end = oneOf(random, ['\r\n', '\r\n', '\n', '\r']);
  const careless = random() < 0.15;
  const cell = (text: string): string =>
    !careless && (text.includes(delimiter) || /["\r\n]/.test(text))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const text = grid.map(row => row.map(cell).join(delimiter)).join(end);
  return encode(text, oneOf(random, ['utf8', 'utf8', 'bom', 'utf16le', 'utf16be', 'latin', 'mixed']));
}

function encode(text: string, encoding: string): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  const units = [...`\uFEFF${text}`].flatMap(character =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  switch (encoding) {
    case 'bom':
      return Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]);
    case 'utf16le':
      return Uint8Array.from(units.flatMap(unit => [unit & 255, unit >> 8]));
    case 'utf16be':
      return Uint8Array.from(units.flatMap(unit => [unit >> 8, unit & 255]));
    case 'latin':
      return Uint8Array.from(units.slice(1).map(unit => unit & 255));
    case 'mixed':
      // みほん in CP932 behind UTF-8.
      return Uint8Array.from([
        ...utf8,
        0x0a,
        0x82,
        0xdd,
        0x82,
        0xd9,
        0x82,
        0xf1,
        0x2c,
        0x96,
        0xf2,
        0x8b,
        0xc7,
        0x0a,
      ]);
    default:
      return utf8;
  }
}

/** Damage to the bytes of a file: flipped, lost, cut, repeated. */
export function mutateBytes(original: Uint8Array, random: Random): Uint8Array {
  const bytes = [...original];
  for (let left = below(random, 4); left > 0 && bytes.length > 0; left -= 1) {
    const at = below(random, bytes.length);
    const kind = below(random, 5);
    if (kind === 0) bytes[at] = below(random, 256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    else if (kind === 2) bytes.splice(at, 1 + below(random, 8));
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + below(random, 40)));
    else if (random() < 0.3) bytes.length = at;
  }
  return Uint8Array.from(bytes);
}
