import type { Leak } from '../secure/leak-guard.ts';
import { leakGuardText } from '../text/leak-guard.ts';

const shown = 20;

/** What is said of a build that would have published what is not for everyone: file, place and field, no value. */
export function formatLeaks(leaks: readonly Leak[]): string {
  const lines = leaks.map(({ file, at, field }) => leakGuardText.line(file, at, field));
  return leakGuardText.found(lines.slice(0, shown), Math.max(0, lines.length - shown));
}
