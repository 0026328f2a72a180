import type { Position as Coordinate, Geometry } from 'geojson';
import type { Region } from '../dataset/load.ts';
import { type Bounds, boundsOf, isWithin, ringsOf } from '../geo/bounds.ts';
import type { Issue } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { wholeSentence } from './html-issues.ts';
import { html, type Markup } from './html-markup.ts';
import { foldedTable, issueLink, type Numbers, place, rowName, type Section } from './html-parts.ts';
import { reportTexts } from './html-text.ts';
import { maskedText } from './mask.ts';

const texts = reportTexts.map;
const width = 640;
const tallest = 900;
const edge = 16;
const shown = 40;

interface Spot {
  position: Position;
  issues: Issue[];
}

/** Positions that were told as doubtful, one spot a point, on a drawing of the region without tiles. */
export function mapSection(region: Region, issues: readonly Issue[], numbers: Numbers): Section | null {
  const spots = spotsOf(issues);
  if (spots.length === 0) return null;
  const { areas, facilities } = region.publicDataset;
  const outlines = outlinesOf(areas);
  const others = facilities.flatMap(({ position }) => position ?? []);
  const frame = frameOf(outlines, others, spots);
  const names = namesOf(region);
  const rows = spots.map((spot, index) => spotRow(spot, index + 1, { frame, names, numbers }));
  const headings = [reportTexts.issue.number, texts.names, texts.position, texts.reason];
  const caption = outlines.length > 0 ? texts.legend : texts.legendWithoutAreas;
  const body = html`<p class="lead">${texts.lead}</p><div class="map"><figure>${drawing(frame, outlines, others, spots)}<figcaption>${caption}</figcaption></figure><div>${foldedTable(headings, rows, { label: texts.title, shown, rest: texts.rest })}</div></div>`;
  return { id: 'positions', title: texts.title, count: spots.length, body };
}

function spotsOf(issues: readonly Issue[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const found of issues) {
    const [lat, lng] = [Number(found.detail.lat), Number(found.detail.lng)];
    if (!found.detail.lat || !found.detail.lng || !Number.isFinite(lat + lng)) continue;
    const key = `${lat} ${lng}`;
    const spot = spots.get(key) ?? { position: { lat, lng }, issues: [] };
    spot.issues.push(found);
    spots.set(key, spot);
  }
  return [...spots.values()];
}

/** The widest kind of area that has outlines: 町丁 of a whole region would only blacken the drawing. */
function outlinesOf(areas: readonly Area[]): Geometry[] {
  for (const kind of ['municipality', 'sphere', 'town'] as const) {
    const drawn = areas.flatMap(area => (area.kind === kind && area.polygon ? [area.polygon] : []));
    if (drawn.length > 0) return drawn;
  }
  return [];
}

/** A window of the earth and how it is drawn. */
interface Frame {
  bounds: Bounds;
  height: number;
  point(position: Position): [x: number, y: number];
}

/** Around the region, and around spots near to it; a spot in another part of Japan would make the region a dot. */
function frameOf(outlines: readonly Geometry[], others: readonly Position[], spots: readonly Spot[]): Frame {
  const all = spots.map(({ position }) => position);
  const region = boundsOf([...outlines, ...(outlines.length > 0 ? [] : others)]) ?? boundsOf(all)!;
  const reach = widened(region, 0.75);
  const near = all.filter(position => isWithin(position, reach));
  const bounds = widened(
    boundsOf([...outlines, ...others.filter(one => isWithin(one, reach)), ...near]) ?? region,
    0.04,
  );
  const shrink = Math.cos((((bounds.north + bounds.south) / 2) * Math.PI) / 180);
  const wide = (bounds.east - bounds.west) * shrink;
  const high = bounds.north - bounds.south;
  const scale = Math.min(width / wide, tallest / high);
  const height = Math.max(edge * 8, Math.round(high * scale));
  return {
    bounds,
    height,
    point: ({ lat, lng }) => [
      width / 2 + (lng - (bounds.west + bounds.east) / 2) * shrink * scale,
      height / 2 - (lat - (bounds.south + bounds.north) / 2) * scale,
    ],
  };
}

/** At least some hundred metres wide, so that a single point has a surrounding. */
function widened({ south, west, north, east }: Bounds, part: number): Bounds {
  const [lat, lng] = [Math.max((north - south) * part, 0.003), Math.max((east - west) * part, 0.003)];
  return { south: south - lat, west: west - lng, north: north + lat, east: east + lng };
}

function drawing(
  frame: Frame,
  outlines: readonly Geometry[],
  others: readonly Position[],
  spots: readonly Spot[],
): Markup {
  const path = outlines
    .flatMap(ringsOf)
    .map(ring => ringPath(ring, frame))
    .join('');
  const dots = others
    .filter(position => isWithin(position, frame.bounds))
    .map(position => `M${frame.point(position).map(round).join(' ')}h0`)
    .join('');
  const pins = spots.map((spot, index) => pin(spot.position, index + 1, frame));
  return html`<svg viewBox="0 0 ${width} ${frame.height}" role="img" aria-label="${texts.picture(spots.length)}"><path class="outline" d="${path}"/><path class="others" d="${dots}"/>${pins}</svg>`;
}

/** Corners nearer than a pixel to the one before are one corner. */
function ringPath(ring: readonly Coordinate[], frame: Frame): string {
  let last: [number, number] | null = null;
  const corners: string[] = [];
  for (const [lng = 0, lat = 0] of ring) {
    const [x, y] = frame.point({ lat, lng });
    if (last && Math.hypot(x - last[0], y - last[1]) < 1) continue;
    last = [x, y];
    corners.push(`${round(x)} ${round(y)}`);
  }
  return corners.length < 3 ? '' : `M${corners.join('L')}Z`;
}

function pin(position: Position, number: number, frame: Frame): Markup {
  const isInside = isWithin(position, frame.bounds);
  const [x, y] = isInside ? frame.point(position) : atTheEdge(frame.point(position), frame);
  const [left, top] = [round(x), round(y)];
  const mark = isInside
    ? html`<circle class="pin" cx="${left}" cy="${top}" r="10"/>`
    : html`<path class="pin pin--outside" d="M${left} ${round(y - 14)}L${round(x + 14)} ${top}L${left} ${round(y + 14)}L${round(x - 14)} ${top}Z"/>`;
  return html`<g>${mark}<text class="${isInside ? 'pin-number' : 'pin-number pin-number--outside'}" x="${left}" y="${round(y + 4)}">${number}</text></g>`;
}

/** Where the line from the middle to the point leaves the drawing. */
function atTheEdge([x, y]: [number, number], { height }: Frame): [number, number] {
  const [midX, midY] = [width / 2, height / 2];
  const along = Math.min(
    (midX - edge) / Math.max(Math.abs(x - midX), 1e-9),
    (midY - edge) / Math.max(Math.abs(y - midY), 1e-9),
  );
  return [midX + (x - midX) * along, midY + (y - midY) * along];
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function namesOf({ records }: Region): Map<string, string> {
  const rows = records.flatMap(record => record.rows);
  return new Map(rows.map(row => [rowName(row.at), row.facility.name ?? '']));
}

function spotRow(
  { position, issues }: Spot,
  number: number,
  { frame, names, numbers }: { frame: Frame; names: ReadonlyMap<string, string>; numbers: Numbers },
): Markup {
  const outside = isWithin(position, frame.bounds) ? '' : texts.outside;
  const told = issues.map((found, index) => {
    const link = numbers.get(found);
    return html`${index > 0 && html`<br>`}${names.get(rowName(found.at)) || maskedText}（${place({ ...found.at, column: '', header: '' }, true)}）${link !== undefined && issueLink(link)}`;
  });
  return html`<tr><th scope="row" class="narrow">${number}</th><td>${told}</td><td class="degrees">${position.lat}<br>${position.lng}${outside && html`<br>${outside}`}</td><td>${[...new Set(issues.map(wholeSentence))].map(sentence => html`<p>${sentence}</p>`)}</td></tr>`;
}
