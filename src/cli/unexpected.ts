import { join } from 'node:path';
import { formatUnexpected } from '../report/unexpected.ts';

const checkout = join(import.meta.dirname, '..', '..');
let isVerbose = false;

/** Takes `--verbose`, which every command has, out of the arguments. */
export function takeVerbose(args: readonly string[]): string[] {
  isVerbose = args.includes('--verbose');
  return args.filter(arg => arg !== '--verbose');
}

/** Says of an error nobody expected what may be said where others read along. */
export function tellUnexpected(error: unknown): void {
  const isWorkflow = Boolean(process.env.CI);
  process.stderr.write(`${formatUnexpected(error, { isVerbose, isWorkflow, checkout })}\n`);
}
