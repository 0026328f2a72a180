/** schema.org description of a record (https://schema.org, types derived from MedicalOrganization or LocalBusiness). */
import type { AnswerValue, HoursSet, PublicFacility, PublicService, Weekday } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

type Node = Record<string, unknown>;

/** Only these have `availableService` and `medicalSpecialty`. */
const medicalTypes = new Set(['Hospital', 'MedicalClinic']);

const schemaDays: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  holiday: 'PublicHolidays',
};

/** Several services of one record stand under `department`, for what one does the other may not. */
export function facilityToJsonLd(facility: PublicFacility, vocabulary: Vocabulary, url: string | null): Node {
  const [first, ...others] = facility.services;
  const address = facility.address;
  const node: Node = {
    '@context': 'https://schema.org',
    '@type': first ? schemaType(first, vocabulary) : 'LocalBusiness',
    name: facility.name,
    alternateName: facility.kana,
    url,
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'JP',
      addressRegion: address.prefecture,
      addressLocality: address.municipality,
      streetAddress: address.text,
      postalCode: address.postalCode,
    },
    geo: facility.position && {
      '@type': 'GeoCoordinates',
      latitude: facility.position.lat,
      longitude: facility.position.lng,
    },
    sameAs: facility.url !== null && /^https?:/i.test(facility.url) ? facility.url : null,
    parentOrganization: facility.corporation && { '@type': 'Organization', name: facility.corporation.name },
    ...(first && others.length === 0 ? serviceFields(first, vocabulary) : {}),
    department:
      others.length === 0
        ? null
        : facility.services.map(service => department(service, facility, vocabulary)),
  };
  return withoutEmpty(node);
}

function schemaType(service: PublicService, vocabulary: Vocabulary): string {
  return vocabulary.types.get(service.type)?.schemaOrg ?? 'LocalBusiness';
}

function department(service: PublicService, facility: PublicFacility, vocabulary: Vocabulary): Node {
  const label = vocabulary.types.get(service.type)?.label ?? service.type;
  return {
    '@type': schemaType(service, vocabulary),
    name: service.name ?? `${facility.name}（${label}）`,
    ...serviceFields(service, vocabulary),
  };
}

function serviceFields(service: PublicService, vocabulary: Vocabulary): Node {
  const medical = medicalTypes.has(schemaType(service, vocabulary));
  const said = service.capabilities.flatMap(answer => {
    const capability = vocabulary.capabilities.get(answer.id);
    if (!capability || answer.value === 'no') return [];
    const name =
      answer.relation === 'accepts' ? (capability.acceptsLabel ?? capability.label) : capability.label;
    return [{ name, value: answer.value }];
  });
  const offered = medical ? said.filter(({ value }) => value === 'yes') : [];
  const properties = said.filter(each => !offered.includes(each));
  return {
    telephone: service.phones[0]?.text,
    faxNumber: service.fax,
    identifier: service.numbers.map(({ kind, value }) => ({ '@type': 'PropertyValue', name: kind, value })),
    medicalSpecialty: medical ? service.specialities.map(({ name }) => name) : null,
    openingHoursSpecification: openingHours(service.hours),
    availableService: offered.map(({ name }) => ({ '@type': 'MedicalProcedure', name })),
    additionalProperty: properties.map(({ name, value }) => ({
      '@type': 'PropertyValue',
      name,
      value: words[value],
    })),
  };
}

/** △ and 予定 have no place of their own in schema.org: they are said as text, never as an available service. */
const words: Record<AnswerValue, string> = {
  yes: '対応あり',
  conditional: '要相談',
  planned: '予定',
  no: '対応なし',
};

/** Days with stated times only; a day that is closed in some weeks cannot be said and is left out. */
function openingHours(sets: readonly HoursSet[]): Node[] {
  const set = sets.find(each => each.speciality === null && each.purpose === 'outpatient');
  if (!set) return [];
  const some = new Set(set.closedNth.map(({ day }) => day));
  const byTimes = new Map<string, Weekday[]>();
  for (const [day, hours] of Object.entries(set.days) as [Weekday, HoursSet['days'][Weekday]][]) {
    if (hours.state !== 'open' || some.has(day)) continue;
    for (const { start, end } of hours.spans) {
      const key = `${start} ${end}`;
      byTimes.set(key, [...(byTimes.get(key) ?? []), day]);
    }
  }
  return [...byTimes].map(([times, days]) => {
    const [opens, closes] = times.split(' ').map(wallClock);
    const dayOfWeek = days.map(day => `https://schema.org/${schemaDays[day]}`);
    return { '@type': 'OpeningHoursSpecification', dayOfWeek, opens, closes };
  });
}

/** `25:00` → 01:00: schema.org reads a close before the open as the next day. `24:00` is written 23:59. */
function wallClock(time: string): string {
  if (time === '24:00') return '23:59';
  const [hour = '00', minute = '00'] = time.split(':');
  return `${String(Number(hour) % 24).padStart(2, '0')}:${minute}`;
}

function withoutEmpty(node: Node): Node {
  const entries = Object.entries(node).flatMap(([key, value]) => {
    const clean = cleanValue(value);
    return clean === undefined ? [] : [[key, clean] as const];
  });
  return Object.fromEntries(entries);
}

function cleanValue(value: unknown): unknown {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) return value.map(cleanValue);
  return typeof value === 'object' ? withoutEmpty(value as Node) : value;
}
