/** 一覧表: services × chosen capabilities as ○ △ 予 × 未. */
import type { AnswerValue, CapabilityAnswer, Facility, Service } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { escapeFormula } from '../normalize/formula-safe.ts';
import { mergedAnswers } from './merged-answers.ts';
import type { RecordWords } from './records.ts';

export interface MatrixColumn {
  /** Capability id, or `<id>.accepts`, as the options of search. */
  key: string;
  label: string;
  /** 略称, where professionals have one. */
  short: string | null;
  group: { id: string; label: string };
}

/** `unanswered` 未: it was asked and did not say. `not-asked` ―: its kind of office is not asked. Neither is ×. */
export type MatrixValue = AnswerValue | 'unanswered' | 'not-asked';

export interface MatrixCell {
  value: MatrixValue;
  /** What the source adds. */
  note: string | null;
}

export interface MatrixRow {
  facility: Facility;
  service: Service;
  typeLabel: string;
  /** One for each column. */
  cells: MatrixCell[];
}

export interface Matrix {
  columns: MatrixColumn[];
  /** Headings over neighbouring columns. */
  columnGroups: { label: string; span: number }[];
  rows: MatrixRow[];
}

export type MatrixSort =
  /** As the records are ordered: 五十音. */
  | { by: 'kana' }
  /** By the kind of office, in the vocabulary's order, then 五十音. */
  | { by: 'type' }
  /** By municipality, in the region's order, then 五十音. */
  | { by: 'area' }
  /** By one column: ○ △ 予定 未 × ―, then 五十音. */
  | { by: 'column'; key: string };

/**
 * One row for each service: what one service answered is never said of another. `keys` that the words do not know are
 * left out; columns stand in the vocabulary's order. `types`, where given, keeps only their services.
 */
export function matrixOf(
  facilities: readonly Facility[],
  keys: readonly string[],
  words: RecordWords,
  options: { types?: readonly string[]; sort?: MatrixSort } = {},
): Matrix {
  const columns = columnsOf(keys, words);
  const typeById = new Map(words.types.map((type, rank) => [type.id, { ...type, rank }]));
  const { types, sort = { by: 'kana' } } = options;
  const rows = facilities.flatMap(facility =>
    facility.services
      .filter(({ type }) => !types || types.length === 0 || types.includes(type))
      .map((service): MatrixRow => {
        const type = typeById.get(service.type);
        const cellsBy = cellReader(service, type?.letter ?? '', type?.relation ?? 'performs');
        return {
          ...{ facility, service, typeLabel: type?.label ?? service.type },
          cells: columns.map(cellsBy),
        };
      }),
  );
  const rank = rankBy(sort, columns, words);
  return {
    columns: columns.map(({ key, label, short, group }) => ({ key, label, short, group })),
    columnGroups: groupsOf(columns),
    rows: rank ? rows.toSorted((a, b) => compare(rank(a), rank(b))) : rows,
  };
}

interface AskedColumn extends MatrixColumn {
  id: string;
  /** Null: the capability makes no difference between 実施 and 受け入れ. */
  relation: Relation | null;
  asked: string;
}

function columnsOf(keys: readonly string[], { capabilities, groups }: RecordWords): AskedColumn[] {
  return capabilities.flatMap(({ id, label, short, acceptsLabel, group, asked }) => {
    const heading = groups.find(each => each.id === group) ?? { id: group, label: group };
    const column = { id, asked, short, group: { id: heading.id, label: heading.label } };
    const performs: AskedColumn = {
      ...{ ...column, key: id, label, relation: acceptsLabel === null ? null : 'performs' },
    };
    const accepts: AskedColumn | null =
      acceptsLabel === null
        ? null
        : { ...column, key: `${id}.accepts`, label: acceptsLabel, relation: 'accepts' };
    return [performs, ...(accepts ? [accepts] : [])].filter(({ key }) => keys.includes(key));
  });
}

function cellReader(service: Service, letter: string, usual: Relation): (column: AskedColumn) => MatrixCell {
  const answers = mergedAnswers(service);
  return ({ id, relation, asked }) => {
    const said = answers.filter(answer => answer.id === id && (!relation || answer.relation === relation));
    const answer = said.reduce<CapabilityAnswer | null>(plainer, null);
    if (answer) return { value: answer.value, note: answer.note };
    const isAsked = (asked.includes('*') || asked.includes(letter)) && (!relation || relation === usual);
    return { value: isAsked ? 'unanswered' : 'not-asked', note: null };
  };
}

/** A service that says both 実施 and 受け入れ where they are one column: the better of the two is meant. */
function plainer(a: CapabilityAnswer | null, b: CapabilityAnswer): CapabilityAnswer {
  return a && order[a.value] <= order[b.value] ? a : b;
}

const order: Readonly<Record<MatrixValue, number>> = {
  ...{ yes: 0, conditional: 1, planned: 2, unanswered: 3, no: 4, 'not-asked': 5 },
};

function groupsOf(columns: readonly AskedColumn[]): Matrix['columnGroups'] {
  const groups: Matrix['columnGroups'] = [];
  columns.forEach(({ group }, i) => {
    if (columns[i - 1]?.group.id === group.id) (groups.at(-1) as { span: number }).span += 1;
    else groups.push({ label: group.label, span: 1 });
  });
  return groups;
}

/** Rows of equal rank stay in 五十音. Null: they all do. */
function rankBy(
  sort: MatrixSort,
  columns: readonly AskedColumn[],
  { types, areas }: RecordWords,
): ((row: MatrixRow) => number | string) | null {
  if (sort.by === 'kana') return null;
  if (sort.by === 'type') {
    const ranks = new Map(types.map(({ id }, rank) => [id, rank]));
    return ({ service }) => ranks.get(service.type) ?? ranks.size;
  }
  if (sort.by === 'area') {
    const municipalities = areas.filter(({ kind }) => kind === 'municipality').map(({ id }) => id);
    return ({ facility }) => {
      const at = municipalities.findIndex(id => facility.areas.includes(id));
      return at < 0 ? `~${facility.address.municipality ?? ''}` : String(at).padStart(4, '0');
    };
  }
  const at = columns.findIndex(({ key }) => key === sort.key);
  return at < 0 ? null : ({ cells }) => order[(cells[at] as MatrixCell).value];
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const matrixMarks: Readonly<Record<MatrixValue, string>> = {
  ...{ yes: '○', conditional: '△', planned: '予定', no: '×', unanswered: '未', 'not-asked': '―' },
};

/**
 * For the clipboard: lines of cells with tabs between, as Excel takes them. No cell is run as a formula, none breaks its
 * line. `heads` are the words over the first columns; `legend`, what the marks mean, stands below an empty line, so that
 * Excel sorts and filters without it.
 */
export function matrixText(
  { columns, rows }: Matrix,
  heads: { name: string; type: string; municipality: string; phone: string },
  legend: string | null = null,
): string {
  const first = [heads.name, heads.type, heads.municipality, heads.phone];
  const body = rows.map(({ facility, service, typeLabel, cells }) => [
    service.name ? `${facility.name} ${service.name}` : facility.name,
    typeLabel,
    facility.address.municipality ?? '',
    service.phones[0]?.text ?? '',
    ...cells.map(({ value, note }) => matrixMarks[value] + (note ? `（${note}）` : '')),
  ]);
  const below = legend === null ? [] : [[], [legend]];
  return [[...first, ...columns.map(({ label }) => label)], ...body, ...below]
    .map(cells => cells.map(pastedCell).join('\t'))
    .join('\r\n');
}

/** A cell that begins with a quotation mark is quoted, or Excel would join it with the next. */
function pastedCell(text: string): string {
  const cell = escapeFormula(text.replace(/[\t\r\n]+/g, ' ').trim());
  return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
