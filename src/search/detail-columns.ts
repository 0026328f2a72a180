/** The second of the search's two files in columns: what words and conditions ask for, and what a result says in full. */
import type { HoursSet } from '../model/facility.ts';
import { type AnswersCode, decodeAnswers, encodeAnswers } from './answers-code.ts';
import type { SearchData, SearchFacility, SearchService, SearchServiceArea } from './data.ts';
import { type DictionaryCode, fromDictionary, mapped, toDictionary } from './dictionary-code.ts';
import { decodeHours, encodeHours, type HoursCode } from './hours-code.ts';
import { decodeOldAnswers, encodeOldAnswers, type OldAnswersCode } from './old-answers-code.ts';

export interface DetailColumns {
  facilities: {
    kana: (string | 0)[];
    address: string[];
    postalCode: DictionaryCode<string>;
    remarks: DictionaryCode<string>;
    /** One for each of `words.fields`. */
    custom: DictionaryCode<string>[];
  };
  services: {
    phone: DictionaryCode<string>;
    hours: DictionaryCode<HoursCode[]>;
    specialities: DictionaryCode<string[]>;
    serviceArea: DictionaryCode<AreaCode>;
    transferArea: DictionaryCode<AreaCode>;
    acceptance: DictionaryCode<string>;
    insurance: DictionaryCode<string[]>;
    careLevels: DictionaryCode<string[]>;
    languages: DictionaryCode<string[]>;
    ict: DictionaryCode<string[]>;
    /** Empty where it is the facility's. */
    confirmed: DictionaryCode<string>;
    answers: AnswersCode;
    oldAnswers: OldAnswersCode;
  };
}

/** Only what is said. */
interface AreaCode {
  e?: 1;
  a?: string[];
  t?: string[];
  km?: number;
  /** The areas that the remark names. */
  r?: string[];
}

export function encodeDetails(
  { facilities, words, oldAnswers }: SearchData,
  services: readonly SearchService[],
): DetailColumns {
  return {
    facilities: {
      kana: facilities.map(f => f.kana ?? 0),
      address: facilities.map(f => f.address),
      postalCode: toDictionary(facilities.map(f => f.postalCode)),
      remarks: toDictionary(facilities.map(f => f.remarks)),
      custom: words.fields.map((_, i) => toDictionary(facilities.map(f => f.custom[i] ?? null))),
    },
    services: {
      phone: toDictionary(services.map(s => s.phone)),
      hours: toDictionary(services.map(s => s.hours.map(encodeHours))),
      specialities: toDictionary(services.map(s => s.specialities)),
      serviceArea: toDictionary(services.map(s => encodeArea(s.serviceArea))),
      transferArea: toDictionary(services.map(s => encodeArea(s.transferArea))),
      acceptance: toDictionary(services.map(s => s.acceptance)),
      insurance: toDictionary(services.map(s => s.insurance)),
      careLevels: toDictionary(services.map(s => s.careLevels)),
      languages: toDictionary(services.map(s => s.languages)),
      ict: toDictionary(services.map(s => s.ict)),
      confirmed: toDictionary(
        facilities.flatMap(f =>
          f.services.map(s => (s.confirmed === f.confirmed ? asFacility : s.confirmed)),
        ),
      ),
      answers: encodeAnswers(services, words.capabilities),
      oldAnswers: encodeOldAnswers(oldAnswers, services, words.capabilities),
    },
  };
}

/** Of a service that was confirmed when its facility was. */
const asFacility = '';

function encodeArea(area: SearchServiceArea | null): AreaCode | null {
  if (!area) return null;
  return {
    ...(area.everywhere && { e: 1 as const }),
    ...(area.areas.length > 0 && { a: area.areas }),
    ...(area.towns.length > 0 && { t: area.towns }),
    ...(area.radiusKm !== null && { km: area.radiusKm }),
    ...(area.hasRemark && { r: area.named }),
  };
}

function decodeArea({ e, a, t, km, r }: AreaCode): SearchServiceArea {
  return {
    everywhere: e === 1,
    areas: a ?? [],
    towns: t ?? [],
    radiusKm: km ?? null,
    hasRemark: r !== undefined,
    named: r ?? [],
  };
}

/** Adds to what the first file of the same build gave. */
export function decodeDetails({ words, facilities: listed }: SearchData, details: DetailColumns): SearchData {
  const { facilities: columns } = details;
  if (columns.address.length !== listed.length) throw new Error('the files are of different builds');
  const services = decodeServices(listed, details);
  const postalCode = fromDictionary(columns.postalCode);
  const remarks = fromDictionary(columns.remarks);
  const custom = columns.custom.map(fromDictionary);
  let next = 0;
  const facilities = listed.map((facility, i): SearchFacility => {
    const first = next;
    next += facility.services.length;
    return {
      ...facility,
      kana: columns.kana[i] === 0 ? null : columns.kana[i]!,
      address: columns.address[i]!,
      postalCode: postalCode[i]!,
      remarks: remarks[i]!,
      custom: custom.map(values => values[i]!),
      services: services.slice(first, next),
    };
  });
  for (const { confirmed: on, services: own } of facilities)
    for (const service of own) if (service.confirmed === asFacility) service.confirmed = on;
  decodeAnswers(details.services.answers, services, words.capabilities);
  const oldAnswers = decodeOldAnswers(details.services.oldAnswers, services, words.capabilities);
  return { words, facilities, oldAnswers };
}

/** Without their answers. */
function decodeServices(
  facilities: readonly SearchFacility[],
  { services: columns }: DetailColumns,
): SearchService[] {
  const phone = fromDictionary(columns.phone);
  const hours = fromDictionary(mapped(columns.hours, (sets): HoursSet[] => sets.map(decodeHours)));
  const specialities = fromDictionary(columns.specialities);
  const serviceArea = fromDictionary(mapped(columns.serviceArea, decodeArea));
  const transferArea = fromDictionary(mapped(columns.transferArea, decodeArea));
  const acceptance = fromDictionary(columns.acceptance);
  const insurance = fromDictionary(columns.insurance);
  const careLevels = fromDictionary(columns.careLevels);
  const languages = fromDictionary(columns.languages);
  const ict = fromDictionary(columns.ict);
  const confirmed = fromDictionary(columns.confirmed);
  return facilities
    .flatMap(facility => facility.services)
    .map(
      (service, i): SearchService => ({
        type: service.type,
        name: service.name,
        phone: phone[i]!,
        hours: hours[i]!,
        specialities: specialities[i]!,
        answers: [],
        serviceArea: serviceArea[i]!,
        transferArea: transferArea[i]!,
        acceptance: acceptance[i]!,
        insurance: insurance[i]!,
        careLevels: careLevels[i]!,
        languages: languages[i]!,
        ict: ict[i]!,
        confirmed: confirmed[i]!,
      }),
    );
}
