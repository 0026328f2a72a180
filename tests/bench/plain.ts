import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// The limit a build is compared with: a script that has every byte in memory and only writes the files.
// `node plain.ts <built site> <new folder>` prints { wall, cpu } of the writing alone, in seconds.
const [from = '', to = ''] = process.argv.slice(2);
const files = readdirSync(from, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .map(path => ({ path: join(to, relative(from, path)), bytes: readFileSync(path) }));

const started = performance.now();
const before = process.cpuUsage();
for (const folder of new Set(files.map(({ path }) => dirname(path)))) mkdirSync(folder, { recursive: true });
for (const { path, bytes } of files) writeFileSync(path, bytes);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }));
