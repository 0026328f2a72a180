import type { CellRead, Finding } from '../issues/issue.ts';
import type { Position } from '../model/facility.ts';
import { compactAscii, isTooLong, nothing, repaired, statesNone } from './text.ts';

/** Latitudes and longitudes of Japan with its remote islands; the two ranges do not meet. */
const japan = { south: 20, north: 46, west: 122, east: 154 };

const plain = /^[+]?(-?\d{1,3}(?:\.\d+)?)$/;
const marked = /^(?:北緯|東経|[NE]:?)?(-?\d{1,3}(?:\.\d+)?)(?:度|°|º|deg)?[NE]?$/i;
const sexagesimal =
  /^(?:北緯|東経|[NE]:?)?(\d{1,3})(?:度|[°º:])(\d{1,2})(?:分|[′'’:])(?:(\d{1,2}(?:\.\d+)?)(?:秒|[″"”]|′′|''|’’)?)?[NE]?$/i;

/** Latitude in decimal degrees, −90 to 90. Not whether it lies in Japan: `readPosition` looks at both together. */
export function readLatitude(text: string): CellRead<number> {
  return readDegrees(text, 90, 'latitude-not-a-number');
}

/** Longitude in decimal degrees, −180 to 180. */
export function readLongitude(text: string): CellRead<number> {
  return readDegrees(text, 180, 'longitude-not-a-number');
}

/**
 * Latitude and longitude of one row. Degrees, minutes and seconds, degree signs and full-width digits are repaired.
 * Exchanged columns are certain in Japan and are put right with a warning. `0,0`, a missing half and places outside
 * Japan are no position. Does not know the region, nor points that geocoders fall back to.
 */
export function readPosition(latText: string, lngText: string): CellRead<Position> {
  const lat = readDegrees(latText, 180, 'latitude-not-a-number');
  const lng = readDegrees(lngText, 180, 'longitude-not-a-number');
  const findings = [...lat.findings, ...lng.findings];
  if (lat.value === null || lng.value === null) {
    const half = (lat.value === null) !== (lng.value === null) && findings.length === 0;
    return nothing(half ? [{ code: 'coordinates-half' }] : findings);
  }
  const { value: y } = lat;
  const { value: x } = lng;
  if (y === 0 && x === 0) return nothing([{ code: 'coordinates-zero' }]);
  if (inJapan(y, x)) return { value: { lat: y, lng: x }, findings };
  if (inJapan(x, y)) {
    return {
      value: { lat: x, lng: y },
      findings: [{ code: 'coordinates-swapped', detail: { to: `${x}, ${y}` } }],
    };
  }
  return nothing([{ code: 'coordinates-outside-japan', detail: { lat: String(y), lng: String(x) } }]);
}

function inJapan(lat: number, lng: number): boolean {
  return lat >= japan.south && lat <= japan.north && lng >= japan.west && lng <= japan.east;
}

function readDegrees(text: string, limit: number, notANumber: Finding['code']): CellRead<number> {
  const typed = compactAscii(text);
  if (typed === '') return nothing();
  if (statesNone(typed)) return nothing([{ code: 'stated-none' }]);
  if (isTooLong(typed)) return nothing([{ code: 'value-too-long' }]);
  const value = degreesOf(typed.replace(/[−‐–]/g, '-').replace(/[)\]、。,]+$/, ''));
  if (value === null) return nothing([{ code: notANumber }]);
  if (Math.abs(value) > limit)
    return nothing([{ code: 'degrees-out-of-range', detail: { limit: String(limit) } }]);
  return {
    value,
    findings: plain.test(text.trim()) ? [] : [repaired('coordinates-repaired', String(value))],
  };
}

function degreesOf(typed: string): number | null {
  const whole = plain.exec(typed) ?? marked.exec(typed);
  if (whole) return Number(whole[1]);
  const match = sexagesimal.exec(typed);
  if (!match) return null;
  const [, degrees, minutes, seconds = '0'] = match;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return Math.round((Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600) * 1e6) / 1e6;
}
