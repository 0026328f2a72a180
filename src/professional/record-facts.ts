/** A record in lines, as its page says it: everything that is known, nothing that is not. */
import type { Facility, HoursSet, Service, ServiceArea } from '../model/facility.ts';
import { isToldOfWeek, weekParts } from '../normalize/format-hours.ts';
import { formatWards } from '../normalize/wards.ts';
import { type MatrixValue, matrixOf } from './matrix.ts';
import { mergedAnswers } from './merged-answers.ts';
import type { RecordWords } from './records.ts';

/** Names of what is said; each has a label among the page's texts. */
export type FactName =
  | 'specialities'
  | 'acceptance'
  | 'beds'
  | 'wards'
  | 'capacity'
  | 'staff'
  | 'insurance'
  | 'careLevels'
  | 'fees'
  | 'afterHours'
  | 'serviceArea'
  | 'transferArea'
  | 'languages'
  | 'ict'
  | 'remarks'
  | 'proRemarks'
  | 'numbers';

export interface AreaPhrases {
  everywhere: string;
  /** With a slot `{n}`. */
  radius: string;
  /** With a slot `{n}`. */
  people: string;
}

/** What a service states, in the order it is read; empty ones left out. */
export function serviceLines(
  service: Service,
  { areas }: RecordWords,
  phrases: AreaPhrases,
): { name: FactName; lines: string[] }[] {
  const { professional } = service;
  const lines: [FactName, (string | null)[]][] = [
    ['acceptance', [service.acceptance]],
    ['specialities', [service.specialities.map(each => each.name).join('、')]],
    ['beds', [service.beds.map(({ kind, count }) => `${kind} ${count}`).join('、')]],
    ['wards', [formatWards(service.wards).replaceAll(';', '、')]],
    [
      'capacity',
      [service.capacity === null ? null : phrases.people.replace('{n}', String(service.capacity))],
    ],
    ['staff', [service.staff.map(({ role, count }) => `${role} ${count}`).join('、')]],
    ['insurance', [service.insurance.join('、')]],
    ['careLevels', [service.careLevels.join('、')]],
    ['fees', [service.fees]],
    ['afterHours', [service.afterHours]],
    ['serviceArea', areaLines(service.serviceArea, areas, phrases)],
    ['transferArea', areaLines(service.transferArea, areas, phrases)],
    ['languages', [service.languages.join('、')]],
    ['ict', [service.ict.join('、')]],
    ['remarks', [service.remarks]],
    ['proRemarks', [professional.remarks]],
    ['numbers', service.numbers.map(({ kind, value }) => `${kind} ${value}`)],
  ];
  return lines.flatMap(([name, all]) => {
    const said = all.filter((line): line is string => line !== null && line !== '');
    return said.length === 0 ? [] : [{ name, lines: said }];
  });
}

function areaLines(
  area: ServiceArea | null,
  areas: RecordWords['areas'],
  phrases: AreaPhrases,
): (string | null)[] {
  if (!area) return [];
  const names = area.areas.map(id => areas.find(each => each.id === id)?.name ?? id);
  const parts = [
    ...(area.everywhere ? [phrases.everywhere] : []),
    ...new Set(names),
    ...area.towns,
    ...(area.radiusKm === null ? [] : [phrases.radius.replace('{n}', String(area.radiusKm))]),
  ];
  return [parts.join('、'), area.remark];
}

export interface HoursLines {
  purpose: HoursSet['purpose'];
  speciality: string | null;
  /** The week in words; empty where it could not be read. */
  week: string;
  /** What the source typed and its exceptions. */
  notes: string[];
}

/** Every set of hours, those for care managers first: they are why one looks. */
export function hoursLines({ hours, professional }: Service): HoursLines[] {
  return [...professional.caremanagerHours, ...hours].map(set => ({
    ...{ purpose: set.purpose, speciality: set.speciality },
    week: isToldOfWeek(set) ? weekParts(set).join('／') : '',
    notes: [set.exceptions, set.text].filter(text => text !== null),
  }));
}

export interface AnswerLines {
  groups: { label: string; answers: { label: string; value: MatrixValue; note: string | null }[] }[];
  /** Questions put to its kind of office that it did not answer. */
  unanswered: number;
}

/** All answers of one service by group, refusals too. */
export function answerLines(facility: Facility, service: Service, words: RecordWords): AnswerLines {
  const answered = new Set(mergedAnswers(service).map(({ id }) => id));
  const keys = words.capabilities.flatMap(({ id }) => [id, `${id}.accepts`]);
  const one = { ...facility, services: [service] };
  const { columns, rows } = matrixOf([one], keys, words);
  const cells = rows[0]?.cells ?? [];
  const groups = new Map<string, AnswerLines['groups'][number]>();
  let unanswered = 0;
  columns.forEach(({ label, group, key }, i) => {
    const cell = cells[i];
    if (!cell || cell.value === 'not-asked') return;
    if (cell.value === 'unanswered') {
      if (!answered.has(key.replace(/\.accepts$/, ''))) unanswered += 1;
      return;
    }
    const into = groups.get(group.id) ?? { label: group.label, answers: [] };
    groups.set(group.id, into);
    into.answers.push({ label, value: cell.value, note: cell.note });
  });
  return { groups: [...groups.values()], unanswered };
}
