/**
 * Who comes to a place, by what each service states of where it comes to or fetches from. What is not stated, or said
 * only in words we do not read, is `ask`, never no.
 */

import { distanceKm } from '../geo/distance.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { placeKey } from '../normalize/place-key.ts';
import type { AreaShapes } from './areas.ts';
import { addBit, type Bits, emptyBits } from './bits.ts';
import type { SearchService, SearchServiceArea } from './data.ts';
import type { SearchIndex } from './index.ts';
import type { Place } from './state.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** `go`: one goes there, nobody comes from there. */
export type CoverState = 'covered' | 'ask' | 'outside' | 'go';

/**
 * covered by: `area`, `everywhere` 全域, `town` a name, `radius`. To ask: `partial` only a part of the place is served
 * (or may be), `remark` what the remark says, `border` on the edge of the radius, `unstated`, `ceiling` nothing is
 * stated and the office is within the 16 km of home visits.
 */
export type CoverReason =
  | 'area'
  | 'everywhere'
  | 'town'
  | 'radius'
  | 'partial'
  | 'remark'
  | 'border'
  | 'unstated'
  | 'ceiling'
  | 'far'
  | 'go';

export interface Cover {
  state: CoverState;
  why: CoverReason;
  /** It comes to the home, or fetches from there (送迎). */
  by: 'visit' | 'transfer';
}

export interface Coverage {
  covered: Bits;
  ask: Bits;
  go: Bits;
  of: (service: number) => Cover;
  /** Facility → kilometres from the place, as the crow flies; NaN where either is not known. */
  km: Float32Array;
}

/**
 * 訪問診療, 訪問歯科診療 and 訪問薬剤管理指導 are paid up to 16 km from the office, but for special reasons
 * (診療報酬の算定方法 C001 注, 在宅患者訪問薬剤管理指導料).
 */
const ceilingKm = 16;

/** Answers by which a place one goes to says that it also comes. */
const visitingCapabilities: ReadonlySet<string> = new Set([
  'home-visit-care',
  'house-call-24h',
  'emergency-visit',
  'facility-visits',
  'post-discharge-visit',
  'hospital-visiting-nursing',
  'dental-visit',
  'dental-denture-home',
  'visit-oral-hygiene',
  'visit-medication-guidance',
  'visit-rehab',
  'visit-nutrition-guidance',
  'rx-delivery',
]);

/** Positions and areas are simplified to about 10 m. */
const marginKm = 0.05;

const known = new WeakMap<SearchIndex, Map<string, Coverage | null>>();
const maxKnown = 8;

/** Null when the region has no such area. Worked out once for each place. */
export function coverageOf(index: SearchIndex, place: Place, shapes: AreaShapes | null): Coverage | null {
  const made = known.get(index) ?? new Map<string, Coverage | null>();
  known.set(index, made);
  const key = JSON.stringify([place, shapes !== null && (place.kind === 'point' || place.kind === 'device')]);
  const found = made.get(key);
  if (found !== undefined) return found;
  if (made.size >= maxKnown) made.clear();
  const where = whereaboutsOf(place, index.data.words.places, shapes);
  const coverage = where && makeCoverage(index, where);
  made.set(key, coverage);
  return coverage;
}

function makeCoverage(index: SearchIndex, where: Whereabouts): Coverage {
  const { services, facilityOf, data } = index;
  const km = Float32Array.from(data.facilities, ({ position }) =>
    position && where.circle ? distanceKm(position, where.circle.center) : Number.NaN,
  );
  const covers = services.map((service, n) => {
    const facility = facilityOf[n]!;
    return coverOf(service, modeOf(index, service), { where, km: km[facility]! });
  });
  const withState = (state: CoverState): Bits => {
    const bits = emptyBits(services.length);
    covers.forEach((cover, n) => {
      if (cover.state === state) addBit(bits, n);
    });
    return bits;
  };
  return {
    covered: withState('covered'),
    ask: withState('ask'),
    go: withState('go'),
    of: n => covers[n]!,
    km,
  };
}

function modeOf({ typeById }: SearchIndex, { type }: SearchService): FacilityType['mode'] {
  return typeById.get(type)?.mode ?? 'outpatient';
}

/** Is it a service that comes to people, or may? */
export function comesToPeople(index: SearchIndex, service: SearchService): boolean {
  const mode = modeOf(index, service);
  if (mode === 'visits' || mode === 'goods' || mode === 'consultation') return true;
  return service.serviceArea !== null || (mode === 'outpatient' && offersVisits(service));
}

interface Situation {
  where: Whereabouts;
  /** From the office to the middle of the place. */
  km: number;
}

const goThere: Cover = { state: 'go', why: 'go', by: 'visit' };

function coverOf(service: SearchService, mode: FacilityType['mode'], at: Situation): Cover {
  const { serviceArea, transferArea } = service;
  if (mode === 'residence') return goThere;
  const visit = serviceArea && { ...coverBy(serviceArea, at), by: 'visit' as const };
  if (mode === 'day' || mode === 'stay') {
    const transfer = transferArea && { ...coverBy(transferArea, at), by: 'transfer' as const };
    return betterOf(transfer, visit) ?? { state: 'ask', why: 'unstated', by: 'transfer' };
  }
  if (visit) return visit;
  if (mode !== 'outpatient') return { state: 'ask', why: 'unstated', by: 'visit' };
  return offersVisits(service) ? byCeiling(at) : goThere;
}

function offersVisits({ answers }: SearchService): boolean {
  return answers.some(
    ({ capability, value }) =>
      visitingCapabilities.has(capability) && (value === 'yes' || value === 'conditional'),
  );
}

/** An office that visits and does not say where. */
function byCeiling({ where, km }: Situation): Cover {
  const reach = where.circle ? km - where.circle.km : Number.NaN;
  if (Number.isNaN(reach)) return { state: 'ask', why: 'unstated', by: 'visit' };
  return reach > ceilingKm + marginKm
    ? { state: 'outside', why: 'far', by: 'visit' }
    : { state: 'ask', why: 'ceiling', by: 'visit' };
}

const order: readonly CoverState[] = ['covered', 'ask', 'outside'];

function betterOf(a: Cover | null, b: Cover | null): Cover | null {
  if (!a || !b) return a ?? b;
  return order.indexOf(b.state) < order.indexOf(a.state) ? b : a;
}

type Verdict = Pick<Cover, 'state' | 'why'>;
const ask = (why: CoverReason): Verdict => ({ state: 'ask', why });

function coverBy(area: SearchServiceArea, at: Situation): Verdict {
  const { where } = at;
  const covered = coveredBy(area, at);
  // 「若葉台の一部」「かえで沢は冬期要相談」: of the areas it names the remark says something that we do not read.
  const isNamed = area.named.some(id => where.within?.has(id) || where.inside.has(id));
  if (covered) return isNamed ? ask('remark') : covered;
  const radius = radiusVerdict(area.radiusKm, at);
  const isPart = area.areas.some(id => where.inside.has(id) || where.perhaps.has(id));
  if (isPart || mayNameTown(area, where)) return ask('partial');
  if (area.everywhere) return ask('unstated');
  if (radius === 'ask') return ask('border');
  if (area.hasRemark) return ask('remark');
  const isStated = area.areas.length + area.towns.length > 0 || area.radiusKm !== null;
  return isStated ? { state: 'outside', why: 'area' } : ask('unstated');
}

function coveredBy(area: SearchServiceArea, at: Situation): Verdict | null {
  const { where } = at;
  if (area.everywhere && where.inRegion) return { state: 'covered', why: 'everywhere' };
  if (area.areas.some(id => where.within?.has(id))) return { state: 'covered', why: 'area' };
  if (area.towns.some(town => where.names.includes(townKey(town)))) return { state: 'covered', why: 'town' };
  return radiusVerdict(area.radiusKm, at) === 'in' ? { state: 'covered', why: 'radius' } : null;
}

const townKeys = new Map<string, string>();

/** Few names stand in many services. */
function townKey(town: string): string {
  const key = townKeys.get(town) ?? placeKey(town);
  townKeys.set(town, key);
  return key;
}

/** From the office to the farthest and the nearest point that the place can have. */
function radiusVerdict(radius: number | null, { where, km }: Situation): 'in' | 'ask' | 'out' | null {
  if (radius === null) return null;
  if (!where.circle || Number.isNaN(km)) return 'ask';
  const { km: size } = where.circle;
  if (km + size + marginKm <= radius) return 'in';
  return km - size - marginKm > radius ? 'out' : 'ask';
}

/** 「○○町の一部」, or names we cannot place when the place is wide enough to hold them. */
function mayNameTown({ towns }: SearchServiceArea, { names, inside, within }: Whereabouts): boolean {
  if (towns.length === 0) return false;
  if (inside.size > 0 || within === null) return true;
  const [own] = names;
  return own !== undefined && towns.some(town => townKey(town).includes(own) || own.includes(townKey(town)));
}
