import * as xlsx from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { importInto } from '../import/importing.ts';
import { headers, type Row } from './layouts.ts';

const clinic: Row = {
  ...{ 項番: '1', 都道府県コード: '15', 都道府県名: '新潟県', 区分: '医科', 医療機関番号: '0611111' },
  ...{ 医療機関名称: 'みほん医院', '医療機関所在地（郵便番号）': '〒957－0001' },
  ...{ '医療機関所在地（住所）': '新発田市西町１－２', 電話番号: '0254-00-0001', FAX番号: '0254-00-0002' },
  ...{ 市町村コード: '15206', 市町村名: '新発田市', 種別: '診療所' },
};
const notified = (office: Row, name: string, symbol: string): Row => ({
  ...office,
  ...{ 受理届出名称: name, 受理記号: symbol, 受理番号: '第1号', 算定開始年月日: '令和６年６月１日' },
});
const pharmacy: Row = {
  ...clinic,
  ...{ 区分: '薬局', 医療機関番号: '0400001', 医療機関名称: 'みほん薬局', 種別: '薬局' },
  ...{ '医療機関所在地（住所）': '新発田市西町１－３', 電話番号: '0254-00-0003' },
};
const elsewhere: Row = {
  ...clinic,
  医療機関番号: '0700001',
  市町村コード: '15212',
  市町村名: '村上市',
  '医療機関所在地（住所）': '村上市1',
};

/** The bureau's sheet: title, date, a blank row, the header in row 4, as text cells. */
function workbook(rows: readonly Row[]): Uint8Array {
  const title = [['届出受理医療機関名簿'], ['[令和8年4月1日 現在]'], []];
  const cells = rows.map(row => headers.bureau.map(header => row[header] ?? ''));
  const sheet = xlsx.utils.aoa_to_sheet([...title, [...headers.bureau], ...cells]);
  const book = { SheetNames: ['医科'], Sheets: { 医科: sheet } };
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

const rows = [
  notified(clinic, '在宅療養支援診療所２', '（支援診２）第1号'),
  notified(clinic, '在宅時医学総合管理料及び施設入居時等医学総合管理料', '在医総管'),
  notified(clinic, 'コンタクトレンズ検査料１', 'コン１'),
  notified(pharmacy, '在宅患者訪問薬剤管理指導料', '在薬'),
  notified(pharmacy, '地域支援体制加算３', '薬地３'),
];
const read = (list: readonly Row[]) =>
  regionOf({
    'site.yaml': 'name: x\nsources:\n  - { file: a.xlsx, kind: official }\n',
    'a.xlsx': workbook(list),
  });

describe('届出受理医療機関名簿', () => {
  it('is one office for all its rows, under its 医療機関コード, with what it has notified', () => {
    const region = read(rows);
    expect(region.facilities.map(({ id, name }) => [id, name])).toEqual([
      ['1510611111', 'みほん医院'],
      ['1540400001', 'みほん薬局'],
    ]);
    const [office, shop] = region.facilities.map(({ services }) => services[0]);
    expect(office).toMatchObject({ type: 'clinic', fax: '0254-00-0002', phones: [{ text: '0254-00-0001' }] });
    expect(office?.capabilities.map(({ id, value }) => [id, value])).toEqual([
      ['std-home-support-clinic-2', 'yes'],
      ['std-home-medical-management', 'yes'],
    ]);
    expect(shop?.type).toBe('pharmacy');
    expect(shop?.capabilities.map(({ id }) => id).sort()).toEqual([
      'std-pharmacy-regional-support',
      'std-pharmacy-visit',
    ]);
    expect(region.facilities[0]?.address).toMatchObject({
      municipalityCode: '152064',
      postalCode: '9570001',
    });
    expect(region.account).toMatchObject({ read: 7, published: 5, skipped: 2, rejected: 0 });
  });

  it.each([
    [{ 区分: '歯科' }, 'dental-clinic', '1530611111'],
    [{ 区分: '歯科', 種別: '病院' }, 'hospital', '1530611111'],
    [{ 種別: '病院' }, 'hospital', '1510611111'],
    [{ 種別: '', 医療機関名称: 'みほん病院' }, 'hospital', '1510611111'],
  ])('%o is %s', (more, type, code) => {
    const { facilities } = read([notified({ ...clinic, ...more }, '口腔管理体制強化加算', '口管強')]);
    expect(facilities[0]).toMatchObject({ id: code, services: [{ type }] });
  });

  it.each([
    ['在宅療養支援病院３', 'std-home-support-hospital-3'],
    ['在宅療養支援歯科診療所１', 'std-home-support-dental-1'],
    ['在宅がん医療総合診療料', 'std-home-cancer-care'],
    ['在宅緩和ケア充実診療所・病院加算', 'std-palliative-enhanced'],
    ['在宅療養支援診療所２イ', 'std-home-support-clinic-2'],
    ['無菌製剤処理加算', 'std-pharmacy-sterile'],
    ['かかりつけ薬剤師指導料及びかかりつけ薬剤師包括管理料', 'pharmacy-family'],
  ])('%s: %s', (name, id) => {
    expect(read([notified(clinic, name, '')]).facilities[0]?.services[0]?.capabilities).toMatchObject([
      { id },
    ]);
  });

  it('what is not official answers nothing; an office without a number keeps its rows together', () => {
    const survey = regionOf({ 'facilities/a.xlsx': workbook(rows) });
    expect(survey.facilities[0]?.services[0]?.capabilities).toEqual([]);
    const nameless = rows.slice(0, 2).map(row => ({ ...row, 医療機関番号: '' }));
    expect(read(nameless).facilities).toHaveLength(1);
  });

  it('is imported by 区分, dated by its title, out of a zip too', () => {
    const site = { 'site.yaml': 'name: x\nmunicipalities: [新発田市]\n' };
    const book = workbook([...rows.slice(0, 3), notified(elsewhere, '在宅療養支援診療所３', '支援診３')]);
    const run = importInto(site, { 'shisetsu_ika_r0804.zip': zipSync({ '医科.xlsx': book }) });
    const file = 'facilities/届出受理医療機関名簿 医科.csv';
    expect(run.text(file).trimEnd().split('\r\n')).toHaveLength(4);
    expect(run.text(file)).toContain('"=""0611111"""');
    expect(run.text('site.yaml')).toContain("asOf: '2026-04-01'");
    expect(run.after.facilities[0]?.services[0]?.capabilities).toHaveLength(2);
    expect(importInto(run.files, { 'a.zip': zipSync({ '医科.xlsx': book }) }).files).toEqual(run.files);
  });
});
