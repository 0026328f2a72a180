import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { CellRead } from '../../src/issues/issue.ts';
import { addressKey, readAddress } from '../../src/normalize/address.ts';
import {
  readCorporateNumber,
  readMedicalCode,
  readMunicipalityCode,
  readNaviiId,
  readOfficeNumber,
} from '../../src/normalize/codes.ts';
import { readPosition } from '../../src/normalize/coordinates.ts';
import { readDate } from '../../src/normalize/date.ts';
import { readKana } from '../../src/normalize/kana.ts';
import { foldHeader, nameKey, searchKey } from '../../src/normalize/keys.ts';
import { readMark } from '../../src/normalize/mark.ts';
import { readCount, readDecimal } from '../../src/normalize/number.ts';
import { formatPhone, readPhone } from '../../src/normalize/phone.ts';
import { readPostalCode } from '../../src/normalize/postal-code.ts';
import { formatStaff, readStaff } from '../../src/normalize/staff.ts';
import { readName, readText } from '../../src/normalize/text.ts';
import { readEmail, readUrl } from '../../src/normalize/url.ts';
import { formatWards, readWards } from '../../src/normalize/wards.ts';
import { variants } from './variants.ts';

type Row = Record<string, string>;

function table(name: string): Row[] {
  const text = readFileSync(new URL(`tables/${name}.csv`, import.meta.url), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function codes(read: CellRead<unknown>): string {
  return read.findings.map(found => found.code).join(';');
}

/** Rows of 入力 (and 都道府県) → 値 and 指摘. */
function readerTable<T>(
  name: string,
  read: (row: Row) => CellRead<T>,
  show = (value: T) => String(value),
): void {
  describe(name, () => {
    test.each(table(name).map(row => [row.備考, row] as const))('%s', (_, row) => {
      const found = read(row);
      expect({ 値: found.value === null ? '' : show(found.value), 指摘: codes(found) }).toEqual({
        値: row.値,
        指摘: row.指摘,
      });
    });
  });
}

const cell = (row: Row): string => row.入力 ?? '';
const context = (row: Row) => ({ prefecture: row.都道府県 || null });

readerTable('name', row => readName(cell(row)));
readerTable('text', row => readText(cell(row)));
readerTable('kana', row => readKana(cell(row)));
readerTable(
  'phone',
  row => readPhone(cell(row)),
  phones => phones.map(formatPhone).join(' / '),
);
readerTable('postal-code', row => readPostalCode(cell(row)));
readerTable('municipality-code', row => readMunicipalityCode(cell(row), context(row)));
readerTable('corporate-number', row => readCorporateNumber(cell(row)));
readerTable('office-number', row => readOfficeNumber(cell(row), context(row)));
readerTable('medical-code', row => readMedicalCode(cell(row), context(row)));
readerTable('navii-id', row => readNaviiId(cell(row), context(row)));
readerTable('date', row => readDate(cell(row)));
readerTable('url', row => readUrl(cell(row)));
readerTable('email', row => readEmail(cell(row)));
readerTable('staff', row => readStaff(cell(row)), formatStaff);
readerTable('wards', row => readWards(cell(row)), formatWards);
readerTable('count', row => readCount(cell(row)));
readerTable('decimal', row => readDecimal(cell(row)));
readerTable(
  'position',
  row => readPosition(row.緯度 ?? '', row.経度 ?? ''),
  ({ lat, lng }) => `${lat}, ${lng}`,
);

describe('mark', () => {
  test.each(table('mark').map(row => [row.備考, row] as const))('%s', (_, row) => {
    const read = readMark(cell(row));
    expect({ 値: read.value?.value ?? '', 注: read.value?.note ?? '', 指摘: codes(read) }).toEqual({
      値: row.値,
      注: row.注,
      指摘: row.指摘,
    });
  });
});

describe('address', () => {
  test.each(table('address').map(row => [row.備考, row] as const))('%s', (_, row) => {
    const read = readAddress({
      text: row.住所,
      prefecture: row.都道府県,
      municipality: row.市区町村,
      building: row.方書,
    });
    expect({
      値: read.value?.text ?? '',
      出る市区町村: read.value?.municipality ?? '',
      出る方書: read.value?.building ?? '',
      指摘: codes(read),
    }).toEqual({ 値: row.値, 出る市区町村: row.出る市区町村, 出る方書: row.出る方書, 指摘: row.指摘 });
  });
});

/** Rows of 甲 and 乙, whose keys are the same (○) or differ. */
function keyTable(name: string, key: (text: string, row: Row) => string): void {
  describe(name, () => {
    test.each(table(name).map(row => [row.備考, row] as const))('%s', (_, row) => {
      const [first, second] = [key(row.甲 ?? '', row), key(row.乙 ?? '', row)];
      if (row.同じ === '○') expect(first).toBe(second);
      else expect(first).not.toBe(second);
    });
  });
}

keyTable('address-key', text => addressKey(text));
keyTable('header', text => foldHeader(text));
keyTable('search-key', (text, row) =>
  searchKey(text, { level: row.段階 === 'loose' ? 'loose' : 'exact', variants }),
);
keyTable('name-key', text => nameKey(text, variants));

describe('the digits of the first telephone', () => {
  test.each(table('phone-key').map(row => [row.備考, row] as const))('%s', (_, row) => {
    expect(readPhone(cell(row)).value?.[0]?.digits ?? '').toBe(row.値);
  });
});
