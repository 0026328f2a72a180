import { resolve } from 'node:path';
import { isFolder } from '../files/region-folder.ts';
import { parseFlags } from './flags.ts';
import { serveSite } from './serve.ts';

/** `preview`: serves a finished output folder until it is stopped. */
export async function previewCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string' },
    out: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '4321' },
  });
  if (!flags) return 2;
  if (!isFolder(flags.out)) {
    process.stderr.write(`「${flags.out}」がありません。先に build を実行してください。\n`);
    return 2;
  }
  const site = await serveSite(resolve(flags.out), { port: Number(flags.port), base: flags.base });
  process.stdout.write(`${site.url} で表示しています（止めるには Ctrl+C）。\n`);
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
  });
  await site.close();
  return 0;
}
