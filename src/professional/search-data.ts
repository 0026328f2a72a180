/** The professional view as search knows a dataset: what only professionals see stands beside what all see. */
import type { HolidayCalendar } from '../calendar/holidays.ts';
import type { ProfessionalDataset } from '../model/dataset.ts';
import type { Facility, PublicFacility, PublicService, Service } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type SearchData, type SearchFacility, type SearchWords, searchDataOf } from '../search/data.ts';
import { mergedAnswers } from './merged-answers.ts';

/** Remarks for professionals are looked through further than the public ones. */
const remarksLength = 240;

/**
 * As `searchDataOf`, with professional answers, numbers, columns and remarks, the hours of ケアマネタイム and 時間外, and
 * the formal names of types. Nothing is folded away as くわしい項目.
 */
export function professionalSearchData(dataset: ProfessionalDataset, holidays: HolidayCalendar): SearchData {
  const { vocabulary } = dataset;
  const facilities = dataset.facilities.map(mergedFacility);
  const data = searchDataOf({ ...dataset, facilities }, holidays);
  return {
    ...data,
    words: professionalWords(data.words, vocabulary),
    facilities: data.facilities.map((facility, i) =>
      withProfessional(facility, dataset.facilities[i] as Facility),
    ),
  };
}

function mergedFacility({ professional, ...facility }: Facility): PublicFacility {
  return {
    ...facility,
    custom: [...facility.custom, ...professional.custom],
    services: facility.services.map(mergedService),
  };
}

function mergedService({ professional, ...service }: Service): PublicService {
  return {
    ...service,
    phones: service.phones.length > 0 ? service.phones : professional.phones,
    capabilities: mergedAnswers({ ...service, professional }),
  };
}

function withProfessional(found: SearchFacility, facility: Facility): SearchFacility {
  return {
    ...found,
    remarks: remarksOf(facility),
    services: found.services.map((service, i) => {
      const { hours, professional } = facility.services[i] as Service;
      const emergency = hours.filter(({ purpose }) => purpose === 'emergency');
      return { ...service, hours: [...service.hours, ...emergency, ...professional.caremanagerHours] };
    }),
  };
}

function remarksOf({ remarks, services, professional }: Facility): string | null {
  const said = [
    remarks,
    professional.remarks,
    ...services.flatMap(service => [
      service.remarks,
      service.acceptance,
      service.professional.remarks,
      service.professional.vacancy,
    ]),
  ];
  const text = [...new Set(said.filter(part => part !== null))].join(' ');
  return text === '' ? null : [...text].slice(0, remarksLength).join('');
}

function professionalWords(words: SearchWords, { types, capabilities }: Vocabulary): SearchWords {
  return {
    ...words,
    types: words.types.map(type => {
      const label = types.get(type.id)?.label ?? type.label;
      const terms = label === type.label ? type.terms : [type.label, ...type.terms];
      return { ...type, label, terms: terms.filter(term => term !== label) };
    }),
    capabilities: words.capabilities.map(capability => {
      const { short } = capabilities.get(capability.id) ?? {};
      const terms = short ? [...new Set([...capability.terms, short])] : capability.terms;
      return { ...capability, everyone: true, terms };
    }),
  };
}
