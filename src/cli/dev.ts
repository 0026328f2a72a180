import { join, resolve } from 'node:path';
import { parseFlags, requireFolder } from './flags.ts';

const checkout = join(import.meta.dirname, '..', '..');

/** `dev`: Astro's server over the region's folder; pages reload when a file of it is saved. */
export async function devCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string', default: 'data' },
    port: { type: 'string', default: '4321' },
  });
  if (!flags || !requireFolder(flags.data)) return 2;
  process.env.SHIGEN_DATA = resolve(flags.data);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.chdir(checkout);
  const { dev } = await import('astro');
  const server = await dev({
    root: checkout,
    server: { port: Number(flags.port) },
  });
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
  });
  await server.stop();
  return 0;
}
