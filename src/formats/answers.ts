import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import type { CapabilityAnswer, ServiceArea, SpecialityRef } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { readMark } from '../normalize/mark.ts';
import type { FormatContext } from './format.ts';

/** Separators between 診療科目. `・` is part of names (肝臓・胆のう・膵臓外科), `,` inside brackets is not one. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const character of text) {
    if ('（([【'.includes(character)) depth += 1;
    if ('）)]】'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && ';；、,，/／\n'.includes(character)) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  return [...parts, part].map(item => item.trim()).filter(item => item !== '');
}

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

/**
 * Reads the capability columns. A term that cannot say which of several things it means (「透析」) makes △ of
 * each, never ○. std-* and cert-* are taken from official lists only.
 */
export function readCapabilities(
  row: RowReader,
  record: RecordRow,
  service: RowService,
  context: FormatContext,
): void {
  const fallback: Relation = context.vocabulary.types.get(service.type)?.relation ?? 'performs';
  for (const column of row.map.capabilities) {
    const sealed = column.meaning.audience === 'professional' ? 'professional ' : '';
    const text = row.textOf(column, `${sealed}capability ${column.meaning.ids.join(' ')}`);
    if (text === '') continue;
    const mark = row.takeAt(readMark(text), column);
    if (!mark?.value) continue;
    for (const id of column.meaning.ids) {
      const capability = context.vocabulary.capabilities.get(id);
      if (!capability) continue;
      if (capability.officialOnly && !context.official) {
        row.takeAt(
          {
            value: null,
            findings: [{ code: 'capability-official-only', detail: { label: capability.label } }],
          },
          column,
        );
        continue;
      }
      const value = column.meaning.ambiguous && mark.value === 'yes' ? 'conditional' : mark.value;
      const answer: CapabilityAnswer = {
        id,
        value,
        relation: column.meaning.relation ?? fallback,
        note: mark.note,
      };
      (column.meaning.audience === 'public' ? service.capabilities : record.professional.capabilities).push(
        answer,
      );
    }
  }
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
