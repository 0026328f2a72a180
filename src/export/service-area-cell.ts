import type { Area } from '../model/dataset.ts';
import type { ServiceArea } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { searchKey } from '../normalize/keys.ts';

/**
 * Writes `西町;東町;北町の一部;半径10km` or 全域. An area whose name another one shares, or has as its id, is
 * written by its id.
 */
export function serviceAreaWriter(
  areas: readonly Area[],
  { characterVariants: variants }: Vocabulary,
): (area: ServiceArea | null) => string {
  const fold = (text: string) => searchKey(text, { level: 'exact', variants });
  const meant = Map.groupBy(
    areas.flatMap(area => [...new Set([fold(area.id), fold(area.name)])].map(word => ({ word, area }))),
    ({ word }) => word,
  );
  const names = new Map(
    areas.map(({ id, name }) => {
      const isPlain = meant.get(fold(name))?.length === 1 && !/[;；、,，/／\n]|^(?:全域|半径)/.test(name);
      return [id, isPlain ? name : id] as const;
    }),
  );
  return area => {
    if (!area) return '';
    return [
      ...(area.everywhere ? ['全域'] : []),
      ...area.areas.map(id => names.get(id) ?? id),
      ...area.towns,
      ...(area.radiusKm === null ? [] : [`半径${area.radiusKm}km`]),
    ].join(';');
  };
}
