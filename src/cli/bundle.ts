import { join } from 'node:path';
import { preferMemory } from './memory.ts';

// Started by page-code.ts, with what it wants in the environment.
preferMemory();
const { build } = await import('astro');
await build({ root: join(import.meta.dirname, '..', '..'), logLevel: 'warn' });
