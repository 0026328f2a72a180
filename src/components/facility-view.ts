/** What a facility's page says, as plain data for the components. */

import type { Area, SourceCredit } from '../model/dataset.ts';
import type { Phone, PublicFacility, PublicService, ServiceArea } from '../model/facility.ts';
import type { FacilityType, Vocabulary } from '../model/vocabulary.ts';
import { isToldOfWeek, weekParts } from '../normalize/format-hours.ts';
import { formatConfirmation, formatMonth } from '../text/format.ts';
import { ja } from '../text/ja.ts';

/** Types of a record, each once, in the order of its services. */
export function typesOf(facility: PublicFacility, vocabulary: Vocabulary): FacilityType[] {
  const ids = new Set(facility.services.map(service => service.type));
  return [...ids].flatMap(id => vocabulary.types.get(id) ?? []);
}

/** The number to call: of the service of `type` if it has one, else the first the record has. */
export function firstPhone(facility: PublicFacility, type?: string): Phone | null {
  const own = facility.services.find(service => service.type === type && service.phones.length > 0);
  const any = facility.services.find(service => service.phones.length > 0);
  return (own ?? any)?.phones[0] ?? null;
}

/** When and how a record was confirmed; without that, the month of the newest source it stands in. */
export function confirmationWords(
  record: Pick<PublicFacility, 'confirmed' | 'sources'>,
  sources: readonly SourceCredit[],
  precision: 'day' | 'month',
): string {
  if (record.confirmed) return formatConfirmation(record.confirmed, precision);
  const dates = sources.flatMap(({ layer, asOf }) =>
    asOf !== null && record.sources.includes(layer) ? asOf : [],
  );
  const newest = dates.sort().at(-1);
  return newest === undefined ? ja.list.unconfirmed : ja.list.publishedOn(formatMonth(newest));
}

/** Whether a list may say once, above it, that none of its records has a date. */
export function isNoneConfirmed(
  facilities: readonly PublicFacility[],
  sources: readonly SourceCredit[],
  type?: string,
): boolean {
  const record = (facility: PublicFacility) =>
    facility.services.find(service => service.type === type) ?? facility;
  return (
    facilities.length > 1 &&
    facilities.every(each => confirmationWords(record(each), sources, 'month') === ja.list.unconfirmed)
  );
}

/** The week in parts, of the hours that hold for all of the service; null when nothing is known of any day. */
export function rowHours(service: PublicService): string[] | null {
  const set = service.hours.find(({ speciality, purpose }) => speciality === null && purpose !== 'reception');
  return set && isToldOfWeek(set) ? weekParts(set) : null;
}

export interface AfterHours {
  /** Its type, where the page has several services. */
  service: string | undefined;
  /** 時間外における対応 as stated, and the week of 時間外. */
  words: string[];
  /** Numbers that the source gives for the night or for emergencies. */
  phones: Phone[];
}

/** What each service states of the hours when it is closed; nothing is concluded from other answers. */
export function afterHoursOf(
  facility: PublicFacility,
  nameOf: (service: PublicService) => string,
): AfterHours[] {
  return facility.services.flatMap(service => {
    const night = service.hours.find(({ purpose }) => purpose === 'emergency');
    const week = night && isToldOfWeek(night) ? [weekParts(night).join('／')] : [];
    const words = [...(service.afterHours ? [service.afterHours] : []), ...week];
    const phones = service.phones.filter(({ label }) => /夜|休日|時間外|緊急|救急|24時間/.test(label ?? ''));
    if (words.length + phones.length === 0) return [];
    return [{ service: facility.services.length > 1 ? nameOf(service) : undefined, words, phones }];
  });
}

/** Only addresses a browser may open from here; anything else is not shown as a link. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** Opens the map application of a phone or the web map, by position where it is sure, else by address. */
export function mapAppUrl(facility: PublicFacility): string | null {
  const { position, address } = facility;
  const query = position ? `${position.lat},${position.lng}` : address.text;
  return query === '' ? null : `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}

/** 西町、東町、半径10km以内 */
export function serviceAreaText(area: ServiceArea, areas: ReadonlyMap<string, Area>): string {
  const names = area.areas.map(id => areas.get(id)?.name ?? id);
  const parts = [
    ...(area.everywhere ? [ja.facility.everywhere] : []),
    ...new Set(names),
    ...area.towns,
    ...(area.radiusKm === null ? [] : [ja.facility.radius(area.radiusKm)]),
  ];
  return parts.join('、');
}

export interface Fact {
  /** Of the service. */
  field: keyof PublicService;
  label: string;
  lines: string[];
}

/** Everything of a service that is a line of text; empty ones left out. */
export function serviceFacts(service: PublicService, areas: ReadonlyMap<string, Area>): Fact[] {
  const text = ja.facility;
  const facts: [keyof PublicService, string, (string | null)[]][] = [
    ['acceptance', text.acceptance, [service.acceptance]],
    ['specialities', text.specialities, [service.specialities.map(each => each.name).join('、')]],
    ['serviceArea', text.serviceArea, areaLines(service.serviceArea, areas)],
    ['transferArea', text.transferArea, areaLines(service.transferArea, areas)],
    ['insurance', text.insurance, [service.insurance.join('、')]],
    ['careLevels', text.careLevels, [service.careLevels.join('、')]],
    ['fees', text.fees, [service.fees]],
    ['capacity', text.capacity, [service.capacity === null ? null : text.capacityCount(service.capacity)]],
    ['beds', text.beds, [bedsLine(service)]],
    ['wards', text.wards, [wardsLine(service)]],
    ['staff', text.staff, [staffLine(service)]],
    ['languages', text.languages, [service.languages.join('、')]],
    ['ict', text.ict, [service.ict.join('、')]],
    ['remarks', text.remarks, [service.remarks]],
    ['numbers', text.numbers, service.numbers.map(number => `${number.kind} ${number.value}`)],
  ];
  return facts.flatMap(([field, label, lines]) => {
    const said = lines.filter(line => line !== null && line !== '') as string[];
    return said.length === 0 ? [] : [{ field, label, lines: said }];
  });
}

function areaLines(area: ServiceArea | null, areas: ReadonlyMap<string, Area>): (string | null)[] {
  return area ? [serviceAreaText(area, areas), area.remark] : [];
}

/** Without the kinds an office says it has none of: most 診療所 state 合計 0. */
function bedsLine({ beds }: PublicService): string {
  return beds
    .filter(bed => bed.count > 0)
    .map(bed => ja.facility.bedCount(bed.kind, bed.count))
    .join('、');
}

function wardsLine({ wards }: PublicService): string {
  return wards
    .filter(ward => ward.count !== 0)
    .map(({ kind, count }) => (count === null ? kind : ja.facility.bedCount(kind, count)))
    .join('、');
}

function staffLine({ staff }: PublicService): string | null {
  if (staff.length === 0) return null;
  return staff.map(each => ja.facility.staffCount(each.role, each.count)).join('、') + ja.facility.staffNote;
}
