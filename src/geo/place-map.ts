/**
 * Small drawings of places without tiles: the areas an office comes to, and the areas around a point. Everything is
 * in units of a drawing `mapWidth` wide, north at the top.
 */
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { contains } from './areas.ts';
import type { Bounds } from './bounds.ts';
import {
  boxOf,
  clipped,
  isInside,
  joinedBox,
  middleOf,
  outlineOf,
  type Point,
  pathOf,
  type Ring,
  simplified,
  sizeOf,
  touches,
} from './outline.ts';

export const mapWidth = 240;
/** Of the names in the drawing; a Japanese letter is as wide as high. 12 px where the drawing is narrowest, on paper. */
export const labelSize = 12;
const maxHeight = 168;
/** More inner borders than these are a net in which nothing can be found. */
const mostInner = 40;
const mostNames = 12;

export interface PlaceMap {
  height: number;
  /** Borders of the widest areas, as path data. */
  outer: string;
  /** Borders of the areas within; '' where there are none or too many. */
  inner: string;
  /** What is filled; '' when nothing is. */
  served: string;
  circle: { x: number; y: number; r: number } | null;
  point: { x: number; y: number } | null;
  /** Names that found room, most important first; x and y are the middle. */
  names: { x: number; y: number; text: string }[];
  /** The line of so many kilometres. */
  scale: { km: number; length: number };
}

interface Shape {
  area: Area;
  rings: readonly Ring[];
  box: Bounds;
}

/** The outlines of a region, worked out once for all its drawings. */
export interface Outlines {
  shapes: readonly Shape[];
  byId: ReadonlyMap<string, Shape>;
  children: ReadonlyMap<string, readonly Area[]>;
}

const kinds: readonly Area['kind'][] = ['municipality', 'sphere', 'town'];

export function outlinesOf(areas: readonly Area[]): Outlines {
  const shapes = areas.flatMap((area): Shape[] => {
    const rings = outlineOf(area.polygon);
    return rings.length === 0 ? [] : [{ area, rings, box: boxOf(rings.flat()) }];
  });
  return {
    shapes,
    byId: new Map(shapes.map(shape => [shape.area.id, shape])),
    children: Map.groupBy(
      areas.filter(({ parent }) => parent !== null),
      ({ parent }) => parent!,
    ),
  };
}

export interface Served {
  /** Area ids. */
  areas: readonly string[];
  everywhere: boolean;
  radiusKm: number | null;
}

/** The areas served, in the outlines of the widest areas they lie in. Null when nothing of them can be drawn. */
export function serviceMap(served: Served, position: Position | null, outlines: Outlines): PlaceMap | null {
  const widest = ofKind(widestKind(outlines), outlines);
  const radiusKm = position && served.radiusKm;
  const ids = served.everywhere ? widest.map(({ area }) => area.id) : served.areas;
  const own = [...new Set(ids.flatMap(id => drawable(id, outlines)))];
  if (widest.length === 0 || (own.length === 0 && radiusKm === null)) return null;
  const circle = position && radiusKm !== null ? [boxAround(position, radiusKm, radiusKm)] : [];
  const near = widest.filter(
    ({ area }) =>
      own.some(shape => shape.area.id === area.id || liesIn(shape, area)) ||
      (position !== null && area.polygon !== null && contains(area.polygon, position)),
  );
  const boxes = [...near, ...own].map(({ box }) => box);
  const frame = frameOf(joinedBox([...boxes, ...circle, ...(position ? [boxAround(position, 0, 0)] : [])]));
  const named = own.length <= mostNames ? own : [];
  return drawn(frame, { own, named: [...named, ...near], position, radiusKm }, outlines);
}

/** The areas around a point, the smallest kind there is. Null where the region has none there. */
export function aroundMap(position: Position, outlines: Outlines): PlaceMap | null {
  const here = outlines.shapes.findLast(
    ({ area, box }) =>
      touches(box, boxAround(position, 0, 0)) && area.polygon !== null && contains(area.polygon, position),
  );
  if (!here) return null;
  const frame = frameOf(joinedBox([here.box, boxAround(position, 1, 0.8)]), 0.3);
  const around = ofKind(here.area.kind, outlines).filter(
    shape => shape !== here && touches(shape.box, frame.box),
  );
  const [x, y] = [position.lng, position.lat];
  const distance = ({ box }: Shape) =>
    Math.hypot((box.west + box.east) / 2 - x, (box.south + box.north) / 2 - y);
  const named = [here, ...around.sort((a, b) => distance(a) - distance(b))];
  return drawn(frame, { own: [], named, inner: [here, ...around], position, radiusKm: null }, outlines);
}

function widestKind({ shapes }: Outlines): Area['kind'] | undefined {
  return kinds.find(kind => shapes.some(({ area }) => area.kind === kind));
}

function ofKind(kind: Area['kind'] | undefined, { shapes }: Outlines): Shape[] {
  return shapes.filter(({ area }) => area.kind === kind);
}

/** The outline of an area, or those of the areas in it. */
function drawable(id: string, outlines: Outlines): Shape[] {
  const own = outlines.byId.get(id);
  if (own) return [own];
  return (outlines.children.get(id) ?? []).flatMap(child => drawable(child.id, outlines));
}

/** By its middle: of a neighbour only the edge is touched. */
function liesIn({ rings }: Shape, { polygon }: Area): boolean {
  const middle = middleOf(rings[0] ?? []);
  return middle !== null && polygon !== null && contains(polygon, { lng: middle[0], lat: middle[1] });
}

/** A degree of latitude. */
const kmPerDegree = 111.195;

function boxAround({ lat, lng }: Position, eastKm: number, northKm: number): Bounds {
  const [dx, dy] = [eastKm / kmPerDegree / Math.cos((lat * Math.PI) / 180), northKm / kmPerDegree];
  return { west: lng - dx, east: lng + dx, south: lat - dy, north: lat + dy };
}

interface Frame {
  box: Bounds;
  height: number;
  toUnits: (point: Point) => Point;
  unitsPerKm: number;
}

/** Fits a box of degrees, with room around it, into the drawing. */
function frameOf(inner: Bounds, room = 0.04): Frame {
  const shrink = Math.cos((((inner.south + inner.north) / 2) * Math.PI) / 180);
  const [wide, high] = [
    Math.max((inner.east - inner.west) * shrink, 0.005) * (1 + 2 * room),
    Math.max(inner.north - inner.south, 0.005) * (1 + 2 * room),
  ];
  const units = Math.min(mapWidth / wide, maxHeight / high);
  const height = Math.round(Math.max(high * units, 90));
  const [x, y] = [(inner.west + inner.east) / 2, (inner.south + inner.north) / 2];
  const [halfX, halfY] = [mapWidth / 2 / units / shrink, height / 2 / units];
  const box = { west: x - halfX, east: x + halfX, south: y - halfY, north: y + halfY };
  const toUnits = ([lng, lat]: Point): Point => [
    (lng - box.west) * shrink * units,
    (box.north - lat) * units,
  ];
  return { box, height, toUnits, unitsPerKm: units / kmPerDegree };
}

interface Drawn {
  own: readonly Shape[];
  named: readonly Shape[];
  inner?: readonly Shape[];
  position: Position | null;
  radiusKm: number | null;
}

function drawn(frame: Frame, { own, named, inner, position, radiusKm }: Drawn, outlines: Outlines): PlaceMap {
  const seen = outlines.shapes.filter(({ box }) => touches(box, frame.box));
  const widest = widestKind(outlines);
  const within = inner ?? innerShapes(seen, widest);
  const at = position && frame.toUnits([position.lng, position.lat]);
  const point = at && { x: Math.round(at[0]), y: Math.round(at[1]) };
  const r = radiusKm === null ? 0 : Math.round(radiusKm * frame.unitsPerKm);
  const path = (shapes: readonly Shape[]) => shapes.map(shape => pathOfShape(shape, frame)).join('');
  return {
    height: frame.height,
    outer: path(seen.filter(({ area }) => area.kind === widest)),
    inner: path(within.filter(shape => shape.area.kind !== widest && !own.includes(shape))),
    served: path(own),
    circle: point && r > 0 ? { ...point, r } : null,
    point,
    names: placed(named, frame, point, widest),
    scale: scaleOf(frame.unitsPerKm),
  };
}

/** Of the next kind below the widest that is not too many. */
function innerShapes(seen: readonly Shape[], widest: Area['kind'] | undefined): Shape[] {
  const below = kinds.slice(kinds.indexOf(widest ?? 'town') + 1);
  const shapes = below.map(kind => seen.filter(({ area }) => area.kind === kind));
  return shapes.findLast(({ length }) => length > 0 && length <= mostInner) ?? [];
}

function ringsInUnits({ rings }: Shape, { toUnits, height }: Frame): Ring[] {
  const edge = { west: -8, south: -8, east: mapWidth + 8, north: height + 8 };
  return rings.map(ring => clipped(simplified(ring.map(toUnits), 0.7), edge)).filter(ring => ring.length > 2);
}

function pathOfShape(shape: Shape, frame: Frame): string {
  return ringsInUnits(shape, frame).map(pathOf).join('');
}

/** Each name in the middle of its area, or a line below or above, where it covers no earlier one, nor the point. */
function placed(
  shapes: readonly Shape[],
  frame: Frame,
  point: PlaceMap['point'],
  widest: Area['kind'] | undefined,
): PlaceMap['names'] {
  const taken: Bounds[] = point ? [around(point.x, point.y - 4, 8, 8)] : [];
  const names: PlaceMap['names'] = [];
  for (const shape of new Set(shapes)) {
    const text = shape.area.name;
    const ring = ringsInUnits(shape, frame).sort((a, b) => sizeOf(b) - sizeOf(a))[0];
    const middle = ring && middleOf(ring);
    if (!middle || names.some(name => name.text === text)) continue;
    const half = (text.length * labelSize) / 2;
    // The name of a widest area anywhere else would look like that of the area it stands on.
    for (const down of shape.area.kind === widest && shapes.length > 1 ? [0] : [0, 1.3, -1.3]) {
      const [x, y] = [Math.round(middle[0]), Math.round(middle[1] + down * labelSize)];
      const box = around(x, y, half + 2, labelSize * 0.6);
      const isIn = x - half > 2 && x + half < mapWidth - 2 && box.south > 2 && box.north < frame.height - 2;
      if (!isIn || !isInside([x, y], ring) || taken.some(other => touches(other, box))) continue;
      taken.push(box);
      names.push({ x, y, text });
      break;
    }
  }
  return names;
}

function around(x: number, y: number, wide: number, high: number): Bounds {
  return { west: x - wide, east: x + wide, south: y - high, north: y + high };
}

/** The longest round length that is no more than a third of the drawing. */
function scaleOf(unitsPerKm: number): PlaceMap['scale'] {
  const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const km = lengths.findLast(length => length * unitsPerKm <= mapWidth / 3) ?? 0.1;
  return { km, length: Math.round(km * unitsPerKm) };
}
