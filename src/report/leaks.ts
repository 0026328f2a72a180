import type { Leak } from '../secure/leak-guard.ts';
import { leakGuardText } from '../text/leak-guard.ts';

const shown = 20;

/**
 * What is said of a build that would have published what is not for everyone: file, place and field, no value. A line a
 * file. `originals`: of a published file the one of the region's folder that it is a copy of.
 */
export function formatLeaks(
  leaks: readonly Leak[],
  originals: ReadonlyMap<string, string> = new Map(),
): string {
  const lines = [...Map.groupBy(leaks, ({ file }) => file)].map(([file, found]) =>
    leakGuardText.line(file, originals.get(file) ?? null, found),
  );
  return leakGuardText.found(lines.slice(0, shown), Math.max(0, lines.length - shown));
}
