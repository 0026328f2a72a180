import { useEffect, useState } from 'react';
import { resultLinkId } from './ResultList.tsx';

const none: readonly string[] = [];

interface Selection {
  /** Shown below the map. */
  selected: readonly string[];
  /** With the first one's place in the list. */
  select: (ids: readonly string[], first: number) => void;
}

/**
 * What a pin leads to: beside the list, the result in it (shown first, should it be further down); where the map
 * stands alone, or several share a spot, cards below the map. `list` tells one list from another.
 */
export function useSelection(list: string, wide: boolean, showTo: (place: number) => void): Selection {
  const [selected, setSelected] = useState(none);
  const [target, setTarget] = useState<string | null>(null);

  // After every rendering: the result may come only with a later answer.
  useEffect(() => {
    const link = target === null ? null : document.getElementById(resultLinkId(target));
    if (!link) return;
    link.focus();
    setTarget(null);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, and nothing of it is chosen.
  useEffect(() => {
    setSelected(none);
    setTarget(null);
  }, [list]);

  const select = (ids: readonly string[], first: number) => {
    const [only] = ids;
    if (!wide || ids.length !== 1 || only === undefined) return setSelected(ids);
    setSelected(none);
    showTo(first);
    setTarget(only);
  };
  return { selected, select };
}
