import { readTables } from '../ingest/read.ts';
import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import { type Issue, issue, type Place, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Area } from '../model/dataset.ts';
import { addressKey } from '../normalize/address.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { normaliseId } from '../normalize/id.ts';
import { foldHeader, nameKey } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import type { RecordRow } from './record.ts';

/** A line of `same.csv`. */
export interface SamePair {
  at: Place;
  a: string;
  b: string;
  /** Where the two ids stand, and how they are typed. */
  sides: readonly { at: Place; typed: string }[];
  /** 同じ / 別 / not decided yet. */
  verdict: 'same' | 'different' | 'open';
}

/** A line of `suppress.csv`. */
export interface Suppression {
  at: Place;
  text: string;
  hits(id: string, candidates: readonly string[], rows: readonly RecordRow[]): boolean;
}

export interface KeptIds {
  /** Key text → id. */
  ids: Map<string, string>;
  /** Id → former ids. */
  former: Map<string, string[]>;
  lines: { at: Place; key: string }[];
}

interface ListLine {
  at: Place;
  get(header: string): string;
  /** The cell's place, with its letter and header. */
  placeOf(header: string): Place;
}

/** Title rows above the header of a list are few. */
const searchedRows = 30;

/**
 * Reads one of the region's own lists: title rows, a header row with the given columns (of each entry one
 * suffices), then lines. Unknown columns are free for notes.
 */
function readList(
  file: string,
  bytes: Uint8Array,
  required: readonly (readonly string[])[],
): Read<ListLine[]> {
  const issues: Issue[] = [];
  const lines: ListLine[] = [];
  for (const table of readTables(file, bytes, found => issues.push(found))) {
    const header = findListHeader(table, required);
    if (!header) {
      const names = required.map(alternatives => alternatives[0]).join('、');
      issues.push(issue('list-header-missing', placeOf(table, 1), names));
      continue;
    }
    const columns = new Map(header.cells.map((cell, index) => [foldHeader(cell), index] as const));
    for (const row of table.rows) {
      if (row.row > header.row && row.cells.some(cell => cell.trim() !== ''))
        lines.push(listLine(table, row, columns));
    }
  }
  return { value: lines, issues };
}

/** The row that names all the given columns (of each entry one suffices), among the first of the table. */
export function findListHeader(table: Table, required: readonly (readonly string[])[]): TableRow | null {
  let seen = 0;
  for (const row of table.rows) {
    const folded = new Set(row.cells.map(foldHeader));
    if (required.every(alternatives => alternatives.some(name => folded.has(foldHeader(name))))) return row;
    seen += 1;
    if (seen >= searchedRows) return null;
  }
  return null;
}

function listLine(table: Table, row: TableRow, header: ReadonlyMap<string, number>): ListLine {
  return {
    at: placeOf(table, row.row),
    placeOf: name => {
      const index = header.get(foldHeader(name));
      return index === undefined ? placeOf(table, row.row) : placeOf(table, row.row, index, name);
    },
    get: name => unescapeFormula((row.cells[header.get(foldHeader(name)) ?? -1] ?? '').trim()),
  };
}

/** The columns `same.csv` cannot be without. */
export const sameColumns: readonly (readonly string[])[] = [['判定'], ['記録A'], ['記録B']];

/** `same.csv`: 判定, 記録A, 記録B and whatever helps the officer decide. */
export function readSame(file: string, bytes: Uint8Array): Read<SamePair[]> {
  const list = readList(file, bytes, sameColumns);
  const issues = [...list.issues];
  const pairs = list.value.flatMap((line): SamePair[] => {
    const word = line.get('判定').normalize('NFKC');
    const verdict = /^(同じ|同一|○|〇)$/.test(word)
      ? 'same'
      : /^(別|違う|別々|×)$/.test(word)
        ? 'different'
        : 'open';
    if (verdict === 'open' && word !== '')
      issues.push(issue('same-verdict-unknown', line.placeOf('判定'), word));
    const sides = ['記録A', '記録B'].map(header => ({ at: line.placeOf(header), typed: line.get(header) }));
    const empty = sides.filter(({ typed }) => typed === '');
    for (const { at } of empty) issues.push(issue('same-record-empty', at));
    if (empty.length > 0) return [];
    const [a = '', b = ''] = sides.map(({ typed }) => normaliseId(typed));
    return [{ at: line.at, a, b, sides, verdict }];
  });
  const settled = withoutContradictions(pairs);
  return { value: settled.value, issues: [...issues, ...settled.issues] };
}

/** 同じ and 別 on one pair: nobody knows which is meant, so the records stay apart and the later line is told. */
function withoutContradictions(pairs: readonly SamePair[]): Read<SamePair[]> {
  const issues: Issue[] = [];
  const decided = pairs.filter(pair => pair.verdict !== 'open');
  const byPair = Map.groupBy(decided, ({ a, b }) => [a, b].sort().join(' '));
  const contradicting = new Set<SamePair>();
  for (const group of byPair.values()) {
    const [first] = group;
    const other = group.find(pair => pair.verdict !== first?.verdict);
    if (!first || !other) continue;
    for (const pair of group) contradicting.add(pair);
    const names = other.sides.map(({ typed }) => typed).join(' と ');
    issues.push(issue('same-verdict-contradiction', other.at, names, { row: String(first.at.row ?? '') }));
  }
  const value = pairs.map(pair => (contradicting.has(pair) ? { ...pair, verdict: 'open' as const } : pair));
  return { value, issues };
}

/** `suppress.csv`: 記録 (public id or official number), or 名称 and 住所. */
export function readSuppressions(file: string, bytes: Uint8Array): Read<Suppression[]> {
  const list = readList(file, bytes, [['記録', '名称']]);
  const issues = [...list.issues];
  const suppressions = list.value.flatMap((line): Suppression[] => {
    const id = line.get('記録');
    const name = line.get('名称');
    const address = line.get('住所');
    if (id === '' && name === '') {
      issues.push(issue('suppress-line-empty', line.placeOf('記録')));
      return [];
    }
    return [
      {
        at: line.placeOf(id === '' ? '名称' : '記録'),
        text: id || name,
        hits: suppressionTest(id, name, address),
      },
    ];
  });
  return { value: suppressions, issues };
}

function suppressionTest(id: string, name: string, address: string): Suppression['hits'] {
  if (id !== '') {
    const wanted = looseId(id);
    return (own, candidates, rows) =>
      [own, ...candidates].some(one => looseId(one) === wanted) ||
      rows.some(row =>
        row.services.some(service => service.numbers.some(number => looseId(number.value) === wanted)),
      );
  }
  const [nameWanted, addressWanted] = [nameKey(name), addressKey(address)];
  return (_own, _candidates, rows) =>
    rows.some(
      row =>
        nameKey(row.facility.name ?? '') === nameWanted &&
        (address === '' || addressKey(row.facility.address?.text ?? '') === addressWanted),
    );
}

/** What the officer may have pasted: a page's address, a number with hyphens, or one that lost its zeros in Excel. */
export function looseId(text: string): string {
  const id = normaliseId(/\/f\/([^/?#]+)/.exec(text)?.[1] ?? text);
  return /^[\d-]{7,}$/.test(id) ? id.replaceAll('-', '').replace(/^0+/, '') : id;
}

/** `ids.csv`: id, キー (`事業所番号:4071802468/visiting-nursing`), 別名 (former ids, `;`). */
export function readIds(file: string, bytes: Uint8Array): Read<KeptIds> {
  const list = readList(file, bytes, [['id'], ['キー']]);
  const kept: KeptIds = { ids: new Map(), former: new Map(), lines: [] };
  for (const line of list.value) {
    const id = normaliseId(line.get('id'));
    const key = line.get('キー');
    if (key !== '') {
      kept.ids.set(key, id);
      kept.lines.push({ at: line.placeOf('キー'), key });
    }
    const former = line
      .get('別名')
      .split(/[;；]/)
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(normaliseId);
    if (former.length > 0) kept.former.set(id, former);
  }
  return { value: kept, issues: list.issues };
}

const areaKinds: Readonly<Record<string, Area['kind']>> = {
  市区町村: 'municipality',
  市町村: 'municipality',
  圏域: 'sphere',
  日常生活圏域: 'sphere',
  町丁: 'town',
  町: 'town',
};

/** Areas of the list, and where each names its parent: whether the parent exists is known when polygons are read. */
export interface AreaList {
  areas: Area[];
  parents: { at: Place; parent: string; typed: string }[];
}

/** `areas.csv`: id, 名前, 種別 (市区町村 / 圏域 / 町丁), 親, 人口, 65歳以上, 75歳以上. Polygons come from `areas.geojson`. */
export function readAreas(file: string, bytes: Uint8Array): Read<AreaList> {
  const list = readList(file, bytes, [['id'], ['名前']]);
  const issues = [...list.issues];
  const parents: AreaList['parents'] = [];
  const seen = new Set<string>();
  const areas = list.value.flatMap((line): Area[] => {
    const id = line.get('id').normalize('NFKC').toLowerCase();
    if (!/^[a-z0-9-]+$/.test(id) || seen.has(id)) {
      const code = seen.has(id) ? 'area-id-duplicate' : 'area-id-invalid';
      issues.push(issue(code, line.placeOf('id'), line.get('id')));
      return [];
    }
    seen.add(id);
    const kind = areaKinds[line.get('種別')];
    if (!kind) issues.push(issue('area-kind-unknown', line.placeOf('種別'), line.get('種別')));
    const name = line.get('名前');
    if (name === '') issues.push(issue('area-name-empty', line.placeOf('名前'), '', { id }));
    const parent = line.get('親').normalize('NFKC').toLowerCase() || null;
    if (parent) parents.push({ at: line.placeOf('親'), parent, typed: line.get('親') });
    const figures = readFigures(line);
    issues.push(...figures.issues);
    return [{ id, name: name || id, kind: kind ?? 'town', parent, ...figures.value, polygon: null }];
  });
  return { value: { areas, parents }, issues };
}

type Figures = Pick<Area, 'population' | 'population65' | 'population75'>;

/** A part that is more than its whole is told and left out; it is not known which of the two is wrong. */
function readFigures(line: ListLine): Read<Figures> {
  const issues: Issue[] = [];
  const count = (header: string, whole: { header: string; count: number } | null): number | null => {
    const read = readCount(line.get(header));
    const at = line.placeOf(header);
    for (const { code, detail } of read.findings) issues.push(issue(code, at, line.get(header), detail));
    if (read.value === null || !whole || read.value <= whole.count) return read.value;
    const detail = { whole: whole.header, count: String(whole.count) };
    issues.push(issue('area-figures-contradict', at, line.get(header), detail));
    return null;
  };
  const population = count('人口', null);
  const total = population === null ? null : { header: '人口', count: population };
  const population65 = count('65歳以上', total);
  const elderly = population65 === null ? total : { header: '65歳以上', count: population65 };
  const population75 = count('75歳以上', elderly);
  return { value: { population, population65, population75 }, issues };
}

/** An area named as 親 that is nowhere among the region's areas, by its id or in the list or the polygons. */
export function checkAreaParents(parents: AreaList['parents'], areas: readonly Area[]): Issue[] {
  const ids = new Set(areas.map(area => area.id));
  return parents
    .filter(({ parent }) => !ids.has(parent))
    .map(({ at, typed }) => {
      const named = areas.find(area => area.name === typed)?.id;
      const close = named ?? nearest(typed, ids);
      return issue('area-parent-unknown', at, typed, close ? { nearest: close } : {});
    });
}
