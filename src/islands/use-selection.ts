import { useEffect, useState } from 'react';
import { resultLinkId } from './ResultList.tsx';
import type { Found } from './use-found.ts';

interface Selection {
  /** Shown below the map. */
  selected: readonly string[];
  select: (ids: readonly string[]) => void;
}

/**
 * What a pin leads to: beside the list, the result in it (shown first, should it be further down); where the map
 * stands alone, or several share a spot, cards below the map.
 */
export function useSelection(
  found: Found | null,
  wide: boolean,
  showAtLeast: (count: number) => void,
): Selection {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (target === null) return;
    document.getElementById(resultLinkId(target))?.focus();
    setTarget(null);
  }, [target]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, and nothing of it is chosen.
  useEffect(() => setSelected([]), [found]);

  const select = (ids: readonly string[]) => {
    const [only] = ids;
    if (!wide || ids.length !== 1 || only === undefined || !found) return setSelected(ids);
    setSelected([]);
    showAtLeast(found.placeOf(only) + 1);
    setTarget(only);
  };
  return { selected, select };
}
