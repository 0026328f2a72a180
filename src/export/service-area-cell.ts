import type { Area } from '../model/dataset.ts';
import type { ServiceArea } from '../model/facility.ts';

/** `西町;東町;北町の一部;半径10km` or 全域. An area whose name another one shares is written by its id. */
export function serviceAreaCell(area: ServiceArea | null, areas: readonly Area[]): string {
  if (!area) return '';
  const names = area.areas.map(id => {
    const name = areas.find(each => each.id === id)?.name;
    return name !== undefined && areas.filter(each => each.name === name).length === 1 ? name : id;
  });
  return [
    ...(area.everywhere ? ['全域'] : []),
    ...names,
    ...area.towns,
    ...(area.radiusKm === null ? [] : [`半径${area.radiusKm}km`]),
  ].join(';');
}
