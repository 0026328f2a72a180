import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure, sizeOf } from './measure.ts';
import { writeRegion } from './region.ts';

// `npm run bench [-- 1000 10000]`: builds made-up regions of that many facilities and compares each with a
// plain script that writes the same bytes, in the same run. Times drift with the machine and its file
// system; the ratios are what to watch. Memory has a limit of its own.

// `npm run bench -- search [10000 100000]` measures the search instead, `search page` only its page, `import` bringing
// nationwide lists in, `pro [10000]` opening the professional edition.

/** Megabytes of the whole process tree that a build of so many facilities may take at its peak. */
const memoryLimit = { facilities: 10_000, megabytes: 700 };

const root = join(import.meta.dirname, '..', '..');
const isSearch = process.argv[2] === 'search';
const counts = process.argv.slice(isSearch ? 3 : 2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'shigen-map-bench-'));
try {
  if (isSearch) {
    const { benchPage, benchSearch } = await import('./search-bench.ts');
    if (process.argv[3] === 'page') await benchPage();
    else await benchSearch(counts.length > 0 ? counts : [10_000, 100_000]);
  } else if (process.argv[2] === 'import') {
    const { benchImport } = await import('./import-bench.ts');
    print(await benchImport(home));
  } else if (process.argv[2] === 'pro') {
    const { benchPro } = await import('./pro-bench.ts');
    const out = join(home, 'dist');
    const args = ['src/cli/main.ts', 'build', '--data', 'data', '--out', out];
    execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    await benchPro(out, [Number(process.argv[3] ?? 10_000)]);
  } else await benchBuilds(counts.length > 0 ? counts : [1000, 10_000]);
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function benchBuilds(sizes: readonly number[]): Promise<void> {
  const rows: string[][] = [];
  const limits: string[] = [];
  for (const count of sizes) {
    const measured = await benchmark(count);
    rows.push(...measured.rows);
    limits.push(...memoryHeld(count, measured.peak), measured.guard);
  }
  print([
    ['facilities', 'by', 'wall s', 'CPU s', 'peak MB', 'files', 'MB', '× wall', '× CPU', 'ms/facility'],
    ...rows,
  ]);
  for (const limit of limits) console.log(limit);
}

/** Nothing is promised of a region that is larger. */
function memoryHeld(count: number, peak: number): string[] {
  if (count > memoryLimit.facilities) return [];
  const held = peak <= memoryLimit.megabytes * 1e6 ? 'held' : 'BROKEN';
  return [
    `memory of ${count.toLocaleString('en')} facilities: ${megabytes(peak)} MB at the peak (limit ${memoryLimit.megabytes} MB: ${held})`,
  ];
}

async function benchmark(count: number): Promise<{ rows: string[][]; peak: number; guard: string }> {
  const region = join(home, `region-${count}`);
  const out = join(home, `dist-${count}`);
  writeRegion(region, count);
  console.log(`building ${count.toLocaleString('en')} facilities …`);
  const main = join(root, 'src/cli/main.ts');
  const built = await measure(process.execPath, [main, 'build', '--data', region, '--out', out], root);
  succeeded(built);
  const copy = join(home, 'copy');
  const plain = await measure(process.execPath, [join(import.meta.dirname, 'plain.ts'), out, copy], root);
  succeeded(plain);
  const writing: { wall: number; cpu: number } = JSON.parse(plain.output.split('\n')[0] ?? '{}');
  const guard = await guardCost(region, out, built.cpu);
  const { files, bytes } = sizeOf(out);
  const written = sizeOf(copy);
  if (written.files !== files || written.bytes !== bytes)
    throw new Error('the plain script wrote other bytes');
  rmSync(copy, { recursive: true });
  const size = [String(files), megabytes(bytes)];
  const times = (a: number, b: number) => (a / b).toFixed(1);
  const rows = [
    [
      ...[
        String(count),
        'shigen-map build',
        built.wall.toFixed(2),
        built.cpu.toFixed(2),
        megabytes(built.peak),
        ...size,
      ],
      ...[
        times(built.wall, writing.wall),
        times(built.cpu, writing.cpu),
        ((built.wall * 1000) / count).toFixed(2),
      ],
    ],
    [
      ...[
        String(count),
        'plain script',
        writing.wall.toFixed(2),
        writing.cpu.toFixed(2),
        megabytes(plain.peak),
        ...size,
      ],
      ...['1.0', '1.0', ((writing.wall * 1000) / count).toFixed(2)],
    ],
  ];
  return { rows, peak: built.peak, guard };
}

/** The part of the build's processor time that the leak guard takes, measured again by itself in the same run. */
async function guardCost(region: string, out: string, build: number): Promise<string> {
  const run = await measure(process.execPath, [join(import.meta.dirname, 'guard.ts'), region, out], root);
  succeeded(run);
  const { cpu, watched, leaks } = JSON.parse(run.output.split('\n')[0] ?? '{}');
  if (leaks > 0) throw new Error(`the leak guard found ${leaks} values in a region without a leak`);
  const part = ((cpu / build) * 100).toFixed(0);
  return `leak guard: ${watched.toLocaleString('en')} values, ${cpu.toFixed(2)} s, ${part} % of the build's CPU (aim: at most 15 %)`;
}

function succeeded({ code, output }: Measured): void {
  if (code === 0) return;
  throw new Error(`exit code ${code}\n${output}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** Columns as wide as their widest cell; words to the left, numbers to the right. */
function print(table: string[][]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) =>
    row.map((cell, column) =>
      column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  for (const row of table) console.log(line(row).join('  '));
}
