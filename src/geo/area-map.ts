import type { Area } from '../model/dataset.ts';
import { boundsOf, ringsOf } from './bounds.ts';

export type Spot = readonly [x: number, y: number];

/** Areas as shapes on a sheet, north up, widths true to the region's middle. */
export interface AreaMap {
  width: number;
  height: number;
  shapes: { area: Area; rings: Spot[][] }[];
}

/** The areas that have a polygon, as large as a sheet of at most this size allows; null when none has one. */
export function mapOfAreas(areas: readonly Area[], width: number, height: number): AreaMap | null {
  const drawn = areas.filter(area => area.polygon);
  const bounds = boundsOf(drawn.map(({ polygon }) => polygon));
  if (!bounds) return null;
  const { south, west, north, east } = bounds;
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * narrow, 1e-9);
  const high = Math.max(north - south, 1e-9);
  const scale = Math.min(width / wide, height / high);
  const place = ([lng = 0, lat = 0]: readonly number[]): Spot => [
    (lng - west) * narrow * scale,
    (north - lat) * scale,
  ];
  return {
    width: wide * scale,
    height: high * scale,
    shapes: drawn.map(area => ({ area, rings: ringsOf(area.polygon!).map(ring => ring.map(place)) })),
  };
}

/** The `d` of an SVG path, to whole units: points that fall on one spot are one. */
export function pathOfRings(rings: readonly (readonly Spot[])[]): string {
  return rings
    .map(ring => {
      const spots = ring.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`);
      const kept = spots.filter((spot, i) => spot !== spots[i - 1]);
      return kept.length < 3 ? '' : `M${kept.slice(0, -1).join('L')}z`;
    })
    .join('');
}

/** Where a name fits best: the middle of the largest ring, weighted by area. */
export function middleOfRings(rings: readonly (readonly Spot[])[]): Spot {
  const [best = { size: 0, middle: [0, 0] as Spot }] = rings
    .map(middleOfRing)
    .sort((a, b) => b.size - a.size);
  return best.middle;
}

function middleOfRing(ring: readonly Spot[]): { size: number; middle: Spot } {
  let [size, x, y] = [0, 0, 0];
  for (const [i, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    const part = (x0 * y1 - x1 * y0) / 2;
    size += part;
    x += (part * (x0 + x1)) / 3;
    y += (part * (y0 + y1)) / 3;
  }
  return { size: Math.abs(size), middle: size === 0 ? (ring[0] ?? [0, 0]) : [x / size, y / size] };
}
