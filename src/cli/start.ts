import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveSite } from './serve.ts';

// `npm start`: builds the demo region (or `npm start -- --data <folder>`) and serves it.
const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'data') },
    port: { type: 'string', default: '4321' },
  },
});

const out = join(root, 'dist');
const code = await build(resolve(values.data), out);
if (code !== 0) {
  console.error('サイトを作れませんでした。上の表示を確かめてください。');
  process.exit(code);
}
const site = await serveSite(out, { port: Number(values.port) });
console.log(`\n${site.url} で表示しています（止めるには Ctrl+C）。`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void site.close().then(() => process.exit(0));
  });
}

function build(data: string, folder: string): Promise<number> {
  const main = join(import.meta.dirname, 'main.ts');
  const args = [main, 'build', '--data', data, '--out', folder, '--base', '/'];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', exit => done(exit ?? 1));
  });
}
