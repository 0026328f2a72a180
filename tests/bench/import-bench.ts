import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measure } from './measure.ts';

// Nationwide lists into a small region, as an officer does twice a year. Times drift with the machine; that the second
// run writes the same bytes, and the memory, do not.

const root = join(import.meta.dirname, '..', '..');
const published = join(root, '..', 'shared', 'realdata');

interface Task {
  name: string;
  site: string;
  files: string[];
  wanted: string[];
  /** What the command may take: megabytes of the whole process tree, seconds. */
  limit: { megabytes?: number; wall?: number };
}

const below = (folder: string): string[] =>
  readdirSync(join(published, folder))
    .sort()
    .map(name => join(published, folder, name));

/** `home`: a folder to write into. */
export async function benchImport(home: string): Promise<string[][]> {
  if (!existsSync(published)) throw new Error(`the published files are not at ${published}`);
  const tasks: Task[] = [
    {
      name: 'hospitals and their 246,480 rows of hours, one prefecture',
      ...{ site: 'name: みほん\n', files: below('mhlw-iryo'), wanted: ['--prefecture', '福岡県'] },
      limit: { megabytes: 500 },
    },
    {
      name: 'ten care files, one city',
      ...{ site: 'name: みほん\nmunicipalities: [飯塚市]\n', files: below('mhlw-kaigo'), wanted: [] },
      limit: { wall: 5 },
    },
  ];
  const rows = [['MB read', 'import', 'wall s', 'CPU s', 'peak MB', 'limit', 'same again']];
  for (const task of tasks) rows.push(await benchTask(task, join(home, 'region')));
  return rows;
}

async function benchTask({ name, site, files, wanted, limit }: Task, region: string): Promise<string[]> {
  const runs: { run: Measured; written: string }[] = [];
  for (let time = 0; time < 2; time += 1) {
    rmSync(region, { recursive: true, force: true });
    mkdirSync(region);
    writeFileSync(join(region, 'site.yaml'), site);
    const main = join(root, 'src/cli/main.ts');
    const args = [main, 'import', '--data', region, ...wanted, ...files];
    const run = await measure(process.execPath, args, root);
    if (run.code !== 0) throw new Error(`exit code ${run.code}\n${run.output}`);
    runs.push({ run, written: hashOf(region) });
  }
  const [first, second] = runs as [(typeof runs)[0], (typeof runs)[0]];
  const best = first.run.wall < second.run.wall ? first.run : second.run;
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  return [
    ...[(bytes / 1e6).toFixed(1), name, best.wall.toFixed(2), best.cpu.toFixed(2)],
    ...[
      (best.peak / 1e6).toFixed(0),
      limitText(best, limit),
      first.written === second.written ? 'yes' : 'NO',
    ],
  ];
}

function limitText({ peak, wall }: Measured, limit: Task['limit']): string {
  const { megabytes = Number.POSITIVE_INFINITY, wall: seconds = Number.POSITIVE_INFINITY } = limit;
  const held = peak <= megabytes * 1e6 && wall <= seconds;
  return `${limit.megabytes ? `${megabytes} MB` : `${seconds} s`}: ${held ? 'held' : 'BROKEN'}`;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile());
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
