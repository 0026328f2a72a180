import type { ColumnMap, RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import { nearest } from '../issues/nearest.ts';
import type { AnswerValue, CapabilityAnswer, ServiceArea, SpecialityRef } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { type Mark, readMark } from '../normalize/mark.ts';
import { splitList } from '../normalize/split-list.ts';
import type { FormatContext } from './format.ts';

/** 診療科目 with their codes where the ministry's list has the name; a name it lacks is kept as it is. */
export function readSpecialities(text: string, context: FormatContext): SpecialityRef[] {
  const seen = new Set<string>();
  const known = (name: string) => context.lookup.findSpeciality(name.replace(/[（(].*$/, ''));
  return splitList(text)
    .flatMap(name => (codeBehind.test(name) ? [name] : splitDots(name, part => known(part) !== null)))
    .flatMap(name => {
      if (seen.has(name)) return [];
      seen.add(name);
      const [, bare, code] = codeBehind.exec(name) ?? [];
      if (bare && code && context.vocabulary.specialities.has(code)) return [{ code, name: bare }];
      return [{ code: known(name)?.code ?? null, name }];
    });
}

/** A published list says the code where the name alone does not: `内科（総合診療）〔01001〕`. */
const codeBehind = /^(.+)〔(\d{5})〕$/;

/** `歯科･小児歯科` is two 診療科, 肝臓・胆のう・膵臓外科 one: dots divide only where every part is one by itself. */
function splitDots(name: string, isKnown: (part: string) => boolean): string[] {
  const parts = name.split(/[・･]/).map(part => part.trim());
  return parts.length > 1 && !isKnown(name) && parts.every(isKnown) ? parts : [name];
}

/** Whether all 診療科目 are dental (group 08): the old 医療機関一覧 has no kind for dentists. */
export function isDentalOnly(specialities: readonly SpecialityRef[]): boolean {
  return (
    specialities.length > 0 &&
    specialities.every(one => one.code?.startsWith('08') || (one.code === null && one.name.includes('歯科')))
  );
}

/** The services of a row; what the row does not tell apart goes to those that are asked, else to the first. */
export type RowServices = readonly [RowService, ...RowService[]];

/**
 * Reads the capability columns. A term that cannot say which of several things it means (「透析」) makes △ of
 * each, never ○. std-* and cert-* are taken from official lists only.
 */
export function readCapabilities(
  row: RowReader,
  record: RecordRow,
  services: RowServices,
  context: FormatContext,
): void {
  const give = giver(row, record, services, context);
  for (const column of row.map.capabilities) {
    const { ids, ambiguous, audience } = column.meaning;
    const sealed = audience === 'professional' ? 'professional ' : '';
    const text = row.textOf(column, `${sealed}capability ${ids.join(' ')}`);
    const mark = text === '' ? null : row.takeAt(readMark(text), column);
    if (mark) give(column, ids, ambiguous, mark);
  }
  for (const column of row.map.answers) {
    for (const part of row.partsOf(column)) {
      const named = readNamed(part, column.meaning.value, context);
      if (named) give(column, named.ids, named.ambiguous, named.mark);
      else if (!/^(特に|該当)?(なし|無し?|ナシ)$|^[-－―ー]$/.test(part))
        tellUnknownAnswer(row, column, part, context);
    }
  }
}

type AnswerColumn = ColumnMap['capabilities'][number] | ColumnMap['answers'][number];

function giver(row: RowReader, record: RecordRow, services: RowServices, context: FormatContext) {
  const { types, capabilities } = context.vocabulary;
  return (
    column: AnswerColumn,
    ids: readonly string[],
    ambiguous: boolean,
    { value: said, note }: Mark,
  ): void => {
    if (!said) return;
    const { relation, audience } = column.meaning;
    for (const id of ids) {
      const capability = capabilities.get(id);
      if (!capability) continue;
      if (capability.officialOnly && !context.official) {
        const detail = { label: capability.label };
        row.takeAt({ value: null, findings: [{ code: 'capability-official-only', detail }] }, column);
        continue;
      }
      const value = ambiguous && said === 'yes' ? 'conditional' : said;
      const asked = services.filter(({ type }) => capability.asked.includes(types.get(type)?.letter ?? ' '));
      for (const service of asked.length > 0 ? asked : [services[0]]) {
        const usual: Relation = types.get(service.type)?.relation ?? 'performs';
        const ofType = relation instanceof Map ? relation.get(service.type) : (relation as Relation | null);
        const answer: CapabilityAnswer = { id, value, relation: ofType ?? usual, note };
        (audience === 'public' ? service.capabilities : record.professional.capabilities).push(answer);
      }
    }
  };
}

/** `胃ろう`, `胃ろう（要相談）`, `胃ろう：○`: a capability by its name, with what is said of it behind the name. */
function readNamed(
  part: string,
  value: AnswerValue,
  { lookup }: FormatContext,
): { ids: readonly string[]; ambiguous: boolean; mark: Mark } | null {
  const whole = lookup.findCapability(part);
  if (whole) return { ids: whole.ids, ambiguous: whole.conditionalOnly, mark: { value, note: null } };
  const [, name, inBracket, behind] = /^(.+?)(?:[（(]([^（(]*)[）)]|\s*[:：=＝]\s*(.+))$/.exec(part) ?? [];
  const found = name === undefined ? null : lookup.findCapability(name);
  if (!found) return null;
  const text = inBracket ?? behind ?? '';
  const mark = readMark(text).value ?? { value, note: text };
  return { ids: found.ids, ambiguous: found.conditionalOnly, mark };
}

/** The other answers of the cell count all the same. */
function tellUnknownAnswer(row: RowReader, column: AnswerColumn, part: string, context: FormatContext): void {
  const words = [...context.vocabulary.capabilities.values()].flatMap(({ label, aliases }) => [
    label,
    ...aliases,
  ]);
  const close = nearest(part, words);
  row.tell({ code: 'answer-unknown', ...(close ? { detail: { nearest: close } } : {}) }, column, part);
}

/** `西町、東町、○○町の一部`, `全域`, `半径10km`. A place the region's areas do not have is kept as a town name. */
export function readServiceArea(text: string, remark: string, context: FormatContext): ServiceArea | null {
  if (text === '' && remark === '') return null;
  const area: ServiceArea = {
    everywhere: false,
    areas: [],
    towns: [],
    radiusKm: null,
    remark: remark || null,
  };
  for (const word of splitList(text)) {
    const radius = /^半径\s*(\d+(?:\.\d+)?)\s*(?:km|キロ)/i.exec(word.normalize('NFKC'));
    const id = context.areaNamed(word);
    if (/^(全域|圏域全域|全地域|区域内全域)$/.test(word)) area.everywhere = true;
    else if (radius) area.radiusKm = Number(radius[1]);
    else if (id) area.areas.push(id);
    else area.towns.push(word);
  }
  const says = area.everywhere || area.areas.length + area.towns.length > 0 || area.radiusKm !== null;
  return says || remark !== '' ? area : null;
}
