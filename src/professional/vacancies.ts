/** 空き with its age. After two weeks it says no more than that one may ask. */
import type { Facility, Service, Vacancy, Weekday } from '../model/facility.ts';

/** Days after which 空き is 「電話で確認」. */
export const vacancyLasts = 14;

export interface VacancyView {
  /** `told`: words that are neither a number nor a plain なし. */
  state: 'free' | 'none' | 'told';
  count: number | null;
  /** As written; empty where nothing is. */
  text: string;
  when: string | null;
  days: readonly Weekday[];
  asOf: string | null;
  /** Null where the date is not stated, or lies ahead. */
  ageInDays: number | null;
  /** 「電話で確認」: older than two weeks, or nobody knows how old. */
  isOld: boolean;
  remark: string | null;
}

/** `today` is `YYYY-MM-DD` in Japan. Of a month without a day the first counts: never fresher than it may be. */
export function vacancyView({ when, days, count, text, asOf, remark }: Vacancy, today: string): VacancyView {
  const ageInDays = ageOf(asOf, today);
  return {
    state: count === null ? 'told' : count > 0 ? 'free' : 'none',
    ...{ count, text, when, days, asOf, ageInDays, remark },
    isOld: !isFresh(asOf, today),
  };
}

/** At most two weeks old, as far as a date is stated. */
export function isFresh(asOf: string | null, today: string): boolean {
  const age = ageOf(asOf, today);
  return age !== null && age <= vacancyLasts;
}

function ageOf(asOf: string | null, today: string): number | null {
  if (asOf === null) return null;
  const dayOf = (date: string): number =>
    Date.parse(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const age = dayOf(today) - dayOf(asOf);
  return age >= 0 ? age : null;
}

export interface VacancyRow {
  facility: Facility;
  service: Service;
  /** Lines of `vacancy.csv`, in their order. */
  lines: VacancyView[];
  /** The survey's line, with the day on which the service was confirmed. */
  survey: VacancyView | null;
}

/** Every service of which something is stated, in the order of `records` (五十音). */
export function vacancyRows(records: readonly Facility[], today: string): VacancyRow[] {
  return records.flatMap(facility =>
    facility.services.flatMap(service => {
      const { vacancies, vacancy } = service.professional;
      if (vacancies.length === 0 && vacancy === null) return [];
      const lines = vacancies.map(line => vacancyView(line, today));
      return [{ facility, service, lines, survey: vacancy === null ? null : surveyView(service, today) }];
    }),
  );
}

function surveyView({ professional: { vacancy }, confirmed }: Service, today: string): VacancyView {
  const line = { when: null, days: [], count: null, text: vacancy ?? '', remark: null };
  return vacancyView({ ...line, asOf: confirmed?.on ?? null }, today);
}
