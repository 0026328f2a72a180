/** The columns of a list: those the vocabulary wants for its type, that hold something here and fit a sheet of A4. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { AnswerValue, PublicFacility, PublicService } from '../model/facility.ts';
import {
  type Capability,
  type FacilityType,
  type ListFact,
  listFacts,
  type Relation,
} from '../model/vocabulary.ts';
import { listTexts } from '../text/lists.ts';
import { answerField } from './age-words.ts';
import { answerLabel } from './capability-view.ts';
import { rowHours, serviceAreaText } from './facility-view.ts';

export type ListCell =
  | { lines: readonly string[] }
  | { value: AnswerValue; note: string | null }
  /** Nothing was said: not answered, not stated. */
  | null;

export interface ListColumn {
  id: string;
  label: string;
  width: 'hours' | 'text' | 'short';
  isAnswer: boolean;
  /** The value's name in the provenance, where a cell says when it has grown old. */
  field: string | null;
  cell: (service: PublicService) => ListCell;
}

/** Per cent of a sheet's width. Name and address take what is left, at least a quarter. */
const widths: Readonly<Record<ListColumn['width'], number>> = { hours: 18, text: 15, short: 8 };
const room = 57;

/** What a list shows where the vocabulary names no columns for its type. */
const byMode: Readonly<Record<FacilityType['mode'], readonly string[]>> = {
  outpatient: ['hours', 'specialities', 'weekend-holiday'],
  visits: ['hours', 'service-area', 'acceptance', 'weekend-holiday'],
  day: ['hours', 'capacity', 'transfer-area', 'acceptance', 'weekend-holiday'],
  stay: ['capacity', 'transfer-area', 'acceptance', 'weekend-holiday'],
  residence: ['capacity', 'care-levels', 'acceptance', 'terminal-care'],
  consultation: ['hours', 'service-area', 'acceptance', 'weekend-holiday'],
  goods: ['hours', 'service-area', 'weekend-holiday'],
};

const known = new WeakMap<PublicDataset, Map<string, ListColumn[]>>();

/** All columns a type may have, most wanted first. The same for every list of the region. */
function columnsOf(type: FacilityType, dataset: PublicDataset): ListColumn[] {
  const columns = known.get(dataset) ?? new Map<string, ListColumn[]>();
  known.set(dataset, columns);
  const made = columns.get(type.id);
  if (made) return made;
  const areas = new Map(dataset.areas.map(area => [area.id, area]));
  const wanted = (type.columns ?? byMode[type.mode]).flatMap(id => {
    if (isFact(id)) return factColumn(id, areas, type);
    const capability = dataset.vocabulary.capabilities.get(id);
    return capability ? answerColumn(capability, type.relation) : [];
  });
  columns.set(type.id, wanted);
  return wanted;
}

/** A column without a single value is left out; of the rest, as many as fit. */
export function listColumns(
  type: FacilityType,
  services: readonly PublicService[],
  dataset: PublicDataset,
): ListColumn[] {
  let left = room;
  return columnsOf(type, dataset).filter(column => {
    if (widths[column.width] > left || services.every(service => column.cell(service) === null)) return false;
    left -= widths[column.width];
    return true;
  });
}

function isFact(id: string): id is ListFact {
  return (listFacts as readonly string[]).includes(id);
}

function factColumn(fact: ListFact, areas: ReadonlyMap<string, Area>, type: FacilityType): ListColumn {
  const lines = (text: string | null): ListCell => (text === null || text === '' ? null : { lines: [text] });
  const cells: Record<ListFact, [ListColumn['width'], ListColumn['cell']]> = {
    hours: ['hours', service => hoursCell(service)],
    specialities: ['text', ({ specialities }) => lines(specialities.map(({ name }) => name).join('、'))],
    beds: ['short', service => lines(bedsText(service))],
    capacity: ['short', ({ capacity }) => lines(capacity === null ? null : `${capacity}人`)],
    'service-area': ['text', ({ serviceArea }) => areaCell(serviceArea, areas)],
    'transfer-area': ['text', ({ transferArea }) => areaCell(transferArea, areas)],
    acceptance: ['text', ({ acceptance }) => lines(acceptance)],
    'care-levels': ['text', ({ careLevels }) => lines(careLevelRange(careLevels))],
  };
  const [width, cell] = cells[fact];
  const isDesk = type.mode === 'consultation' && type.schemaOrg === 'GovernmentOffice';
  const label = isDesk && fact === 'service-area' ? listTexts.charge : listTexts.facts[fact];
  const field = fact === 'acceptance' ? 'acceptance' : null;
  return { id: fact, label, width, isAnswer: false, field, cell };
}

function hoursCell(service: PublicService): ListCell {
  const week = rowHours(service);
  return week === null ? null : { lines: week };
}

/** The sum: 合計 where it is stated, else of the kinds. A stated 0 is an answer too. */
export function bedsText({ beds }: PublicService): string | null {
  if (beds.length === 0) return null;
  const total = beds.find(({ kind }) => kind === '合計');
  return listTexts.beds(total ? total.count : beds.reduce((sum, { count }) => sum + count, 0));
}

/** Its remark is a condition (「こもれび谷の一部」): never without it. */
function areaCell(area: PublicService['serviceArea'], areas: ReadonlyMap<string, Area>): ListCell {
  const said = area === null ? [] : [serviceAreaText(area, areas), area.remark ?? ''];
  const lines = said.filter(line => line !== '');
  return lines.length === 0 ? null : { lines };
}

const levels = ['要支援1', '要支援2', '要介護1', '要介護2', '要介護3', '要介護4', '要介護5'];

/** 要介護1～5 for an unbroken run of three or more; else all of them. */
export function careLevelRange(given: readonly string[]): string {
  const at = given.map(level => levels.indexOf(level.normalize('NFKC')));
  const isRun =
    at.length > 2 && at.every((place, i) => place !== -1 && (i === 0 || place === at[i - 1]! + 1));
  return isRun ? `${levels[at[0]!]}～${levels[at.at(-1)!]}` : given.join('、');
}

function answerColumn(capability: Capability, relation: Relation): ListColumn {
  // 実施 and 受け入れ of a procedure are different statements: a column is about one of them.
  const isOfColumn = (given: Relation) => !capability.acceptsLabel || given === relation;
  return {
    id: capability.id,
    label: shortLabel(answerLabel(capability, relation)),
    width: 'short',
    isAnswer: true,
    field: answerField({ id: capability.id, relation }),
    cell: service => {
      const answer = service.capabilities.find(
        each => each.id === capability.id && isOfColumn(each.relation),
      );
      return answer ? { value: answer.value, note: answer.note } : null;
    },
  };
}

/** 24時間対応（利用者・登録者） → 24時間対応: the page of an office says it in full. */
export function shortLabel(label: string): string {
  return label.replace(/（[^）]*）/g, '') || label;
}

/** The service a list of `type` is about; else the record's first. */
export function listedService(facility: PublicFacility, type: string | undefined): PublicService | undefined {
  return facility.services.find(service => service.type === type) ?? facility.services[0];
}

/** Whether a page of such lists shows answers as signs, and so must explain them. */
export function hasAnswerSigns(
  groups: readonly { type: string; facilities: readonly PublicFacility[] }[],
  dataset: PublicDataset,
): boolean {
  return groups.some(({ type, facilities }) => {
    const known = dataset.vocabulary.types.get(type);
    const services = facilities.flatMap(facility => listedService(facility, type) ?? []);
    return known !== undefined && listColumns(known, services, dataset).some(({ isAnswer }) => isAnswer);
  });
}
