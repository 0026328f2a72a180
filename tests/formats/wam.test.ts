import { describe, expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { importInto } from '../import/importing.ts';
import { fileOf, headers, type Row } from './layouts.ts';

const row: Row = {
  ...{ 都道府県コード又は市区町村コード: '15206', 'NO（※システム内の固有の番号、連番）': 'A0000041524' },
  ...{ 法人の名称: '社会福祉法人みほん会', 法人番号: '', サービス種別: '短期入所' },
  ...{ 事業所の名称: 'みほんショート', 事業所の名称_かな: 'みほんしょーと', 事業所番号: '1510600011' },
  ...{ '事業所住所（市区町村）': '新潟県新発田市', '事業所住所（番地以降）': '西町１－２' },
  ...{ 事業所電話番号: '0254-00-0001', 事業所緯度: '37.95', 事業所経度: '139.32' },
  ...{
    '利用可能な時間帯（平日）': '9:00～18:00',
    '利用可能な時間帯（土曜）': '9:00～12:00',
    定休日: '日曜日、祝日',
    定員: '8',
  },
};
const read = (more: Row = {}) => regionOf({ 'facilities/a.csv': fileOf('wam', [{ ...row, ...more }]) });

describe('WAM NET', () => {
  it('29 columns, every one at its place', () => {
    expect(headers.wam).toHaveLength(29);
    const { facilities } = read();
    expect(facilities).toMatchObject([
      {
        ...{ name: 'みほんショート', kana: 'ミホンショート', position: { lat: 37.95, lng: 139.32 } },
        address: { text: '新潟県新発田市西町1-2', municipalityCode: '152064', municipality: '新発田市' },
        corporation: { name: '社会福祉法人みほん会' },
        services: [{ type: 'ds-short-stay', capacity: 8, numbers: [{ value: '1510600011' }] }],
      },
    ]);
    expect(facilities[0]?.services[0]?.hours[0]?.days).toMatchObject({
      mon: { state: 'open', spans: [{ start: '09:00', end: '18:00' }] },
      sat: { state: 'open', spans: [{ start: '09:00', end: '12:00' }] },
      sun: { state: 'closed' },
      holiday: { state: 'closed' },
    });
  });

  it.each([
    ['居宅介護', 'ds-home-help'],
    ['共同生活援助', 'ds-group-home'],
    ['就労継続支援Ｂ型', 'ds-work-b'],
    ['放課後等デイサービス', 'ds-after-school'],
    ['計画相談支援', 'ds-plan'],
    ['就労選択支援', 'ds-work-choice'],
  ])('%s is %s', (word, type) => {
    expect(read({ サービス種別: word }).facilities[0]?.services[0]?.type).toBe(type);
  });

  it('定休日 in words stays in words; a service nobody knows is told', () => {
    expect(read({ 定休日: '年末年始' }).facilities[0]?.services[0]?.hours[0]).toMatchObject({
      exceptions: '年末年始',
      days: { sun: { state: 'unknown' } },
    });
    expect(read({ サービス種別: '何か' }).codes).toContain('type-unknown');
  });

  it('is imported by municipality, all services in one layer', () => {
    const other = {
      ...row,
      都道府県コード又は市区町村コード: '15212',
      '事業所住所（市区町村）': '新潟県村上市',
      事業所番号: '1510600012',
    };
    const run = importInto(
      { 'site.yaml': 'name: x\nmunicipalities: [新発田市]\n' },
      {
        'sfkopendata_202603_24.csv': fileOf('wam', [row, other]),
        'sfkopendata_202603_22.csv': fileOf('wam', [{ ...row, サービス種別: '生活介護' }]),
      },
    );
    expect(run.after.facilities.map(({ services }) => services.map(({ type }) => type).sort())).toEqual([
      ['ds-daily-care', 'ds-short-stay'],
    ]);
    expect(run.text('site.yaml')).toContain("asOf: '2026-03'");
  });
});
