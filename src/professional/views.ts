/** What the professional pages show of the records that a search found: plain data, a page at a time. */

import type { HolidayCalendar } from '../calendar/holidays.ts';
import type { Moment } from '../calendar/moment.ts';
import { nowAt } from '../calendar/open.ts';
import type { ContactRule, Facility, Phone, Service } from '../model/facility.ts';
import {
  type ContactPurpose,
  type ContactWindow,
  contactWindows,
  type OfficeWindows,
  purposeOf,
  type Revision,
} from './contact-windows.ts';
import { type FaxSheet, faxSheet } from './fax-sheet.ts';
import { type Matrix, type MatrixCell, type MatrixSort, matrixOf, matrixText } from './matrix.ts';
import { matrixHtml } from './matrix-html.ts';
import { mergedAnswers } from './merged-answers.ts';
import { type Reach, reachableNow, reachList } from './reachable.ts';
import type { ProfessionalRecords } from './records.ts';
import { type VacancyRow, type VacancyView, vacancyRows } from './vacancies.ts';

/** A record by its place in the list, and what one calls it. */
export interface Named {
  place: number;
  name: string;
  /** The service's label, with its own name where it has one. */
  service: string | null;
  phone: Phone | null;
}

export interface MatrixAsked {
  /** Empty: those that most of the found services answered. */
  keys: readonly string[];
  types: readonly string[];
  sort: MatrixSort;
  shown: number;
}
export interface MatrixPage extends Pick<Matrix, 'columns' | 'columnGroups'> {
  rows: (Named & { type: string; municipality: string; cells: MatrixCell[] })[];
  /** Rows in all. */
  count: number;
}

export interface WindowLine extends Named {
  /** Which of the record's windows, for its FAX送付状. */
  n: number;
  kind: ContactPurpose;
  rule: ContactRule;
  reach: Reach;
}
export interface OfficePage extends Named {
  municipality: string;
  windows: WindowLine[];
  history: Revision[];
}
export interface ContactsPage {
  offices: OfficePage[];
  count: number;
  /** Purposes that any of the found offices has a window for, in the guide's order. */
  kinds: ContactPurpose[];
}

export interface ReachPage {
  now: WindowLine[];
  later: WindowLine[];
  unknown: WindowLine[];
  counts: { now: number; later: number; unknown: number };
}

export interface VacancyPage {
  rows: (Named & Pick<VacancyRow, 'lines' | 'survey'>)[];
  count: number;
}

export interface RecordPage {
  place: number;
  facility: Facility;
  windows: WindowLine[];
  history: Revision[];
  vacancies: { service: string; lines: VacancyView[]; survey: VacancyView | null }[];
}

/** `usualColumns` where no capability is asked for: as many as a sheet of paper holds. */
const usualColumns = 8;

export interface ProfessionalViews {
  matrix: (places: readonly number[], asked: MatrixAsked) => MatrixPage;
  /** All rows for the clipboard: lines with tabs, and a table. */
  matrixCopy: (
    places: readonly number[],
    asked: MatrixAsked,
    words: { heads: Parameters<typeof matrixText>[1]; legend: string },
  ) => { text: string; html: string };
  contacts: (
    places: readonly number[],
    asked: { kind: ContactPurpose | null; shown: number; moment: Moment },
  ) => ContactsPage;
  reach: (places: readonly number[], asked: { moment: Moment; shown: number }) => ReachPage;
  vacancy: (places: readonly number[], asked: { today: string; shown: number }) => VacancyPage;
  record: (place: number, moment: Moment) => RecordPage | null;
  fax: (place: number, n: number) => FaxSheet | null;
}

export function viewsOf(records: ProfessionalRecords, holidays: HolidayCalendar): ProfessionalViews {
  const { words } = records;
  const types = new Map(words.types.map(type => [type.id, type]));
  const labelOf = ({ type, name }: Service): string =>
    [types.get(type)?.label ?? type, name].filter(Boolean).join(' ');
  const named = (place: number, facility: Facility, service: Service | null): Named => ({
    ...{ place, name: facility.name, service: service && labelOf(service) },
    phone: phoneOf(facility, service),
  });
  const found = (places: readonly number[]): { facilities: Facility[]; placeOf: Map<Facility, number> } => {
    const facilities = places.map(place => records.record(place));
    return { facilities, placeOf: new Map(facilities.map((facility, i) => [facility, places[i] as number])) };
  };
  const fullMatrix = (places: readonly number[], { keys, types: only, sort }: MatrixAsked) => {
    const { facilities, placeOf } = found(places);
    const wanted = keys.length > 0 ? keys : answeredMost(facilities, only, records);
    return { placeOf, matrix: matrixOf(facilities, wanted, words, { types: only, sort }) };
  };
  const toLine = (place: number, window: ContactWindow, n: number, reach: Reach): WindowLine => ({
    ...named(place, window.facility, window.service),
    ...{ n, kind: window.kind, rule: window.rule, reach },
  });
  const officePage = (office: OfficeWindows, place: number, now: ReturnType<typeof nowAt>): OfficePage => ({
    ...named(place, office.facility, null),
    municipality: office.facility.address.municipality ?? '',
    windows: office.windows.map((window, n) => toLine(place, window, n, reachableNow(window.rule, now))),
    history: office.history,
  });

  return {
    matrix(places, asked) {
      const { placeOf, matrix } = fullMatrix(places, asked);
      const rows = matrix.rows.slice(0, asked.shown).map(({ facility, service, typeLabel, cells }) => ({
        ...named(placeOf.get(facility) as number, facility, service),
        ...{ type: typeLabel, service: service.name, cells },
        municipality: facility.address.municipality ?? '',
      }));
      return { columns: matrix.columns, columnGroups: matrix.columnGroups, rows, count: matrix.rows.length };
    },
    matrixCopy(places, asked, { heads, legend }) {
      const text = matrixText(fullMatrix(places, asked).matrix, heads, legend);
      return { text, html: matrixHtml(text) };
    },
    contacts(places, { kind, shown, moment }) {
      const now = nowAt(moment, holidays);
      const { facilities, placeOf } = found(places);
      const all = contactWindows(facilities);
      const kinds = new Set(all.flatMap(({ windows }) => windows.map(window => window.kind)));
      const wanted =
        kind === null ? all : all.filter(({ windows }) => windows.some(each => each.kind === kind));
      const offices = wanted.slice(0, shown).map(office => {
        const page = officePage(office, placeOf.get(office.facility) as number, now);
        return kind === null ? page : ofPurpose(page, kind);
      });
      return { offices, count: wanted.length, kinds: [...kinds] };
    },
    reach(places, { moment, shown }) {
      const { facilities, placeOf } = found(places);
      const numbers = new Map<ContactWindow, number>();
      const windows = contactWindows(facilities).flatMap(office => {
        for (const [n, window] of office.windows.entries()) numbers.set(window, n);
        return office.windows;
      });
      const list = reachList(windows, nowAt(moment, holidays));
      const line = (window: ContactWindow, reach: Reach) =>
        toLine(placeOf.get(window.facility) as number, window, numbers.get(window) as number, reach);
      return {
        now: list.now.slice(0, shown).map(({ window, until }) => line(window, { state: 'now', until })),
        later: list.later.slice(0, shown).map(({ window, next }) => line(window, { state: 'later', next })),
        unknown: list.unknown
          .slice(0, shown)
          .map(({ window, why }) => line(window, { state: 'unknown', why })),
        counts: { now: list.now.length, later: list.later.length, unknown: list.unknown.length },
      };
    },
    vacancy(places, { today, shown }) {
      const { facilities, placeOf } = found(places);
      const rows = vacancyRows(facilities, today);
      return {
        rows: rows.slice(0, shown).map(({ facility, service, lines, survey }) => ({
          ...named(placeOf.get(facility) as number, facility, service),
          ...{ lines, survey },
        })),
        count: rows.length,
      };
    },
    record(place, moment) {
      if (!(place < records.size)) return null;
      const facility = records.record(place);
      const [office] = contactWindows([facility]);
      const page = office && officePage(office, place, nowAt(moment, holidays));
      return {
        ...{ place, facility, windows: page?.windows ?? [], history: page?.history ?? [] },
        vacancies: vacancyRows([facility], moment.date).map(({ service, lines, survey }) => ({
          ...{ service: labelOf(service), lines, survey },
        })),
      };
    },
    fax(place, n) {
      if (!(place < records.size)) return null;
      const window = contactWindows([records.record(place)])[0]?.windows[n];
      return window ? faxSheet(window) : null;
    },
  };
}

function ofPurpose(office: OfficePage, kind: ContactPurpose): OfficePage {
  return {
    ...office,
    windows: office.windows.filter(window => window.kind === kind),
    history: office.history.filter(({ purpose }) => purposeOf(purpose) === kind),
  };
}

/** The number for professionals before the public one. */
function phoneOf(facility: Facility, service: Service | null): Phone | null {
  const services = service ? [service] : facility.services;
  const phones = services.flatMap(({ professional, phones: open }) => [...professional.phones, ...open]);
  return phones[0] ?? null;
}

/** In the vocabulary's order; of equally many the earlier. */
function answeredMost(
  facilities: readonly Facility[],
  types: readonly string[],
  { words }: ProfessionalRecords,
): string[] {
  const accepts = new Set(words.capabilities.flatMap(({ id, acceptsLabel }) => (acceptsLabel ? [id] : [])));
  const counts = new Map<string, number>();
  for (const { services } of facilities)
    for (const service of services) {
      if (types.length > 0 && !types.includes(service.type)) continue;
      for (const { id, relation } of mergedAnswers(service)) {
        const key = relation === 'accepts' && accepts.has(id) ? `${id}.accepts` : id;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, usualColumns)
    .map(([key]) => key);
}
