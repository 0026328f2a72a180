import { Children, type ReactNode, useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/** Parts that come one to a frame, the first at once, so that no frame takes long on a slow phone. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [come, setCome] = useState(1);
  const isWhole = come >= parts.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that has come.
  useEffect(() => (isWhole ? undefined : afterFrame(() => setCome(n => n + 1))), [come, isWhole]);
  return parts.slice(0, come);
}
