import { guardFolder, guardOf, watchListOf } from '../../src/files/guard-output.ts';
import { readRegion } from '../../src/files/load-region.ts';

// What the leak guard of a build costs: `guard.ts <region> <output>` prints seconds of the processor as JSON.

const [data = '', out = ''] = process.argv.slice(2);
const region = readRegion(data).value;
if (!region) throw new Error(`${data} cannot be read`);
const start = process.cpuUsage();
const list = watchListOf(region);
const leaks = guardFolder(out, guardOf(list));
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({ cpu: (user + system) / 1e6, watched: list.watched.length, leaks: leaks.length }),
);
