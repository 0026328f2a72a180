import { readTables } from '../ingest/read.ts';
import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import { type Issue, issue, type Place, type Read } from '../issues/issue.ts';
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
}

/** Reads one of the region's own lists: a header row with the given columns, then lines. Unknown columns are free for notes. */
function readList(file: string, bytes: Uint8Array, required: readonly string[]): Read<ListLine[]> {
  const issues: Issue[] = [];
  const lines: ListLine[] = [];
  for (const table of readTables(file, bytes, found => issues.push(found))) {
    let header: Map<string, number> | null = null;
    for (const row of table.rows) {
      if (row.cells.every(cell => cell.trim() === '')) continue;
      if (header) lines.push(listLine(table, row, header));
      else {
        header = new Map(row.cells.map((cell, index) => [foldHeader(cell), index] as const));
        const known = header;
        const missing = required.filter(name => !known.has(foldHeader(name)));
        for (const name of missing) issues.push(issue('list-header-missing', placeOf(table, row.row), name));
        if (missing.length > 0) break;
      }
    }
  }
  return { value: lines, issues };
}

function listLine(table: Table, row: TableRow, header: ReadonlyMap<string, number>): ListLine {
  return {
    at: placeOf(table, row.row),
    get: name => unescapeFormula((row.cells[header.get(foldHeader(name)) ?? -1] ?? '').trim()),
  };
}

/** `same.csv`: 判定, 記録A, 記録B and whatever helps the officer decide. */
export function readSame(file: string, bytes: Uint8Array): Read<SamePair[]> {
  const list = readList(file, bytes, ['判定', '記録A', '記録B']);
  const issues = [...list.issues];
  const pairs = list.value.map((line): SamePair => {
    const word = line.get('判定').normalize('NFKC');
    const verdict = /^(同じ|同一|○|〇)$/.test(word)
      ? 'same'
      : /^(別|違う|別々|×)$/.test(word)
        ? 'different'
        : 'open';
    if (verdict === 'open' && word !== '') issues.push(issue('same-verdict-unknown', line.at, word));
    return { at: line.at, a: normaliseId(line.get('記録A')), b: normaliseId(line.get('記録B')), verdict };
  });
  return { value: pairs, issues };
}

/** `suppress.csv`: 記録 (public id or official number), or 名称 and 住所. */
export function readSuppressions(file: string, bytes: Uint8Array): Read<Suppression[]> {
  const list = readList(file, bytes, ['記録']);
  const issues = [...list.issues];
  const suppressions = list.value.flatMap((line): Suppression[] => {
    const id = line.get('記録');
    const name = line.get('名称');
    const address = line.get('住所');
    if (id === '' && name === '') {
      issues.push(issue('suppress-line-empty', line.at));
      return [];
    }
    return [{ at: line.at, text: id || name, hits: suppressionTest(id, name, address) }];
  });
  return { value: suppressions, issues };
}

function suppressionTest(id: string, name: string, address: string): Suppression['hits'] {
  if (id !== '') {
    const wanted = normaliseId(id);
    return (own, candidates, rows) =>
      own === wanted ||
      candidates.includes(wanted) ||
      rows.some(row =>
        row.services.some(service => service.numbers.some(number => normaliseId(number.value) === wanted)),
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

/** `ids.csv`: id, キー (`事業所番号:4071802468/visiting-nursing`), 別名 (former ids, `;`). */
export function readIds(file: string, bytes: Uint8Array): Read<KeptIds> {
  const list = readList(file, bytes, ['id', 'キー']);
  const kept: KeptIds = { ids: new Map(), former: new Map(), lines: [] };
  for (const line of list.value) {
    const id = normaliseId(line.get('id'));
    const key = line.get('キー');
    if (key !== '') {
      kept.ids.set(key, id);
      kept.lines.push({ at: line.at, key });
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

/** `areas.csv`: id, 名前, 種別 (市区町村 / 圏域 / 町丁), 親, 人口, 65歳以上, 75歳以上. Polygons come from `areas.geojson`. */
export function readAreas(file: string, bytes: Uint8Array): Read<Area[]> {
  const list = readList(file, bytes, ['id', '名前']);
  const issues = [...list.issues];
  const seen = new Set<string>();
  const areas = list.value.flatMap((line): Area[] => {
    const id = line.get('id').normalize('NFKC').toLowerCase();
    if (!/^[a-z0-9-]+$/.test(id) || seen.has(id)) {
      issues.push(issue(seen.has(id) ? 'area-id-duplicate' : 'area-id-invalid', line.at, line.get('id')));
      return [];
    }
    seen.add(id);
    const kind = areaKinds[line.get('種別')];
    if (!kind) issues.push(issue('area-kind-unknown', line.at, line.get('種別')));
    const count = (header: string): number | null => readCount(line.get(header)).value;
    return [
      {
        id,
        name: line.get('名前'),
        kind: kind ?? 'town',
        parent: line.get('親').normalize('NFKC').toLowerCase() || null,
        population: count('人口'),
        population65: count('65歳以上'),
        population75: count('75歳以上'),
        polygon: null,
      },
    ];
  });
  return { value: areas, issues };
}
