import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type {
  DayHours,
  Facility,
  HoursSet,
  PublicFacility,
  PublicService,
} from '../../src/model/facility.ts';

/**
 * One line of `expected.csv`: what a person read in the source row, and where (備考). `9:00-12:30|unknown`: the
 * source says it in a sentence; read right or left unknown are both true, anything else is not.
 */
export interface Expectation {
  id: string;
  item: string;
  value: string;
  source: string;
}

export function readExpectations(file: string): Expectation[] {
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trim());
  return data.slice(1).map(([id = '', item = '', value = '', source = '']) => ({ id, item, value, source }));
}

/** `name:朝日病院` finds a record whose id comes from its name and address. */
export function findRecord(facilities: readonly PublicFacility[], id: string): PublicFacility | undefined {
  const name = /^name:(.*)$/.exec(id)?.[1];
  return facilities.find(one => (name ? one.name === name : one.id === id));
}

/** What the record says of an item, in the notation of `expected.csv`; '' when it says nothing. */
export function statedBy(record: PublicFacility | Facility, item: string): string {
  const hours = /^hours(?:\[(.+)\])?\.(mon|tue|wed|thu|fri|sat|sun|holiday)$/.exec(item);
  if (hours) {
    const set = hoursOf(record, hours[1] ?? null);
    return set ? formatDay(set.days[hours[2] as keyof HoursSet['days']]) : '';
  }
  const read = readers[item];
  if (!read) throw new Error(`expected.csv names an item the test does not know: ${item}`);
  return read(record, record.services[0] as PublicService) ?? '';
}

const readers: Record<string, (record: PublicFacility, service: PublicService) => string | null | undefined> =
  {
    name: record => record.name,
    kana: record => record.kana,
    address: record => record.address.text,
    building: record => record.address.building,
    position: record => (record.position ? `${record.position.lat},${record.position.lng}` : ''),
    url: record => record.url,
    corporation: record => record.corporation?.name,
    type: (_, service) => service.type,
    types: record =>
      record.services
        .map(service => service.type)
        .sort()
        .join(';'),
    phone: (_, service) => service.phones.map(phone => phone.text).join(';'),
    specialities: (_, service) => service.specialities.map(one => one.name).join(';'),
    specialityCodes: (_, service) => service.specialities.map(one => one.code ?? '?').join(';'),
    beds: (_, service) => service.beds.find(bed => bed.kind === '合計')?.count.toString(),
    capacity: (_, service) => service.capacity?.toString(),
    'hours.text': record => hoursOf(record, null)?.text,
    'hours.exceptions': record => hoursOf(record, null)?.exceptions,
    closedNth: record =>
      hoursOf(record, null)
        ?.closedNth.map(nth => `${nth.day}:${nth.weeks.join('+')}`)
        .join(';'),
  };

function hoursOf(record: PublicFacility, speciality: string | null): HoursSet | undefined {
  const sets = record.services.flatMap(service => service.hours);
  const outpatient = sets.filter(set => set.purpose === 'outpatient');
  const own = outpatient.find(set => set.speciality === speciality);
  // When all 診療科 keep the same hours, they are told once, as those of the office.
  return own ?? outpatient.find(set => set.speciality === null);
}

/** `9:00-12:00,14:00-18:00`, `open` (times not stated), `closed`, `unknown`. */
function formatDay(day: DayHours): string {
  if (day.state !== 'open') return day.state;
  if (day.spans.length === 0) return 'open';
  return day.spans.map(span => `${short(span.start)}-${short(span.end)}`).join(',');
}

function short(time: string): string {
  return time.replace(/^0(?=\d:)/, '');
}
