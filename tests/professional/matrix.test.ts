import { expect, it } from 'vitest';
import { type MatrixSort, matrixMarks, matrixOf, matrixText } from '../../src/professional/matrix.ts';
import { records } from './records.ts';

const keys = [
  'proc-ventilator',
  'proc-gastrostomy',
  'proc-ventilator.accepts',
  'public-assistance',
  'unheard-of',
];
const made = (sort: MatrixSort = { by: 'kana' }) => matrixOf(records.all(), keys, records.words, { sort });
const lines = (sort?: MatrixSort) =>
  made(sort).rows.map(({ facility, service, cells }) => [
    `${facility.id} ${service.type}`,
    cells.map(({ value }) => matrixMarks[value]).join(''),
  ]);

it('columns stand in the vocabulary’s order under their groups; unknown ones are left out', () => {
  const { columns, columnGroups } = made();
  expect(columns.map(({ key }) => key)).toEqual([
    ...['public-assistance', 'proc-gastrostomy', 'proc-ventilator', 'proc-ventilator.accepts'],
  ]);
  expect(columnGroups.map(({ span }) => span)).toEqual([1, 3]);
});

it('one row a service: what is not answered is 未, what nobody asked ―, and × only what was refused', () => {
  expect(lines()).toEqual([
    ['a-cl clinic', '未△未―'],
    ['b-hp hospital', '×○×―'],
    ['n-st visiting-nursing', '△○○―'],
    ['n-st day-service', '未――○'],
  ]);
});

it('by kind, by municipality, or by one column; 五十音 within', () => {
  expect(lines({ by: 'type' }).map(([row]) => row)[0]).toBe('b-hp hospital');
  expect(lines({ by: 'area' }).map(([row]) => row)).toEqual([
    ...['a-cl clinic', 'n-st visiting-nursing', 'n-st day-service', 'b-hp hospital'],
  ]);
  expect(lines({ by: 'column', key: 'proc-ventilator' }).map(([row]) => row)).toEqual([
    ...['n-st visiting-nursing', 'a-cl clinic', 'b-hp hospital', 'n-st day-service'],
  ]);
});

it('copies into Excel: tabs, one line a row, no formula', () => {
  const text = matrixText(made(), { name: '名称', type: '種類', municipality: '市町村', phone: '電話' });
  const [head, clinic] = text.split('\r\n').map(line => line.split('\t'));
  expect(head?.slice(0, 4)).toEqual(['名称', '種類', '市町村', '電話']);
  expect(clinic?.slice(0, 6)).toEqual([
    ...["'=あおい医院", '診療所', '新発田市', '0254-00-0002', '未', '△（訪問のみ）'],
  ]);
  expect(text.split('\r\n').every(line => line.split('\t').length === 8)).toBe(true);
  const heads = { name: '名称', type: '種類', municipality: '市町村', phone: '電話' };
  expect(matrixText(made(), heads, '○ 対応あり')).toBe(`${text}\r\n\r\n○ 対応あり`);
});
