import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { encodeCp932 } from '../cp932.ts';

/*
 * A list nobody has seen: the answers of a survey as its web form exports them. 98 columns, 16 headers twice (the
 * office's and the corporation's address, 外来 and 訪問 hours), answers with |, a Monday in a hundred ways, rows that
 * are not for everyone, names of people. What its cells say is in the tables beside this file.
 */

const read = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(join(import.meta.dirname, name), 'utf8').trimEnd(), {
    delimiter: ',',
  }).data.slice(1);

/** How a Monday is written, and what it means: spans, 休, or nothing that may be said. */
export const mondays = read('mondays.csv').map(([typed = '', meant = '']) => ({ typed, meant }));
const cells = read('cells.csv').map(([header = '', values = '']) => ({ header, values: values.split('‖') }));
const special = read('special.csv').map(([number, header, value = '']) => ({
  number: Number(number),
  header,
  value,
}));

export const headers = cells.map(({ header }) => header);
export const fileName = '調査回答.csv';

const kinds = [
  '訪問看護ステーション',
  '訪問看護ケアプランセンター',
  '医院',
  '薬局',
  'デイサービス',
  '歯科医院',
];
const kindKana = [
  'ほうもんかんごすてーしょん',
  'ほうもんかんごけあぷらんせんたー',
  'いいん',
  'やっきょく',
  'でいさーびす',
  'しかいいん',
];
const digits = ['れい', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];

/** The name of the n-th office, from 1. */
export function officeName(n: number): string {
  return `みほん${String(n).padStart(3, '0')}${kinds[(n - 1) % kinds.length]}`;
}

function fill(value: string, n: number): string {
  const number = String(n).padStart(3, '0');
  const words: Readonly<Record<string, string>> = {
    n: String(n),
    dd: String(((n - 1) % 28) + 1).padStart(2, '0'),
    nnnn: String(n).padStart(4, '0'),
    office: officeName(n),
    kana: `みほん${[...number].map(digit => digits[Number(digit)]).join('')}${kindKana[(n - 1) % kinds.length]}`,
    monday: mondays[n - 1]?.typed ?? '',
  };
  return value.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
}

/** The rows of the list: the n-th office has the n-th value of each column, in turn. */
export const rows: readonly (readonly string[])[] = mondays.map((_, index) =>
  cells.map(({ header, values }) => {
    const own = special.find(each => each.number === index + 1 && each.header === header);
    return own ? own.value : fill(values[index % values.length] ?? '', index + 1);
  }),
);

const titles = [['みほん圏域 在宅医療・介護資源調査 回答一覧'], ['令和8年5月20日 出力'], []];

/** The file as it is exported: CP932, CRLF, title rows above and a note below. */
export function unseenList(header: readonly string[] = headers): Uint8Array {
  const lines = [...titles, header, ...rows, ['※ この一覧は回答のあった事業所だけのものです。']];
  return encodeCp932(Papa.unparse(lines as string[][], { newline: '\r\n' }));
}
