import { expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const week = (word: string, days: string, value: string): Row =>
  Object.fromEntries([...days].map(day => [`${word}（${day}）`, value]));
const row: Row = {
  ...{ 薬局名: 'みほん薬局', 所在地: '新発田市西町1-2', '連絡先電話番号（開局時間中）': '0254-00-0001' },
  ...week('開局時間', '月火水木金', '09:00-18:00'),
  ...week('開局時間', '土', '09:00-13:00'),
  ...week('開局時間', '日祝', '―'),
  ...{ 開局時間外の外来対応: '電話で相談', 時間外連絡先: '090-0000-0001', 在宅訪問の実施可否: '〇' },
  ...week('在宅患者に対応可能な時間帯', '月火', '13:00-15:00'),
  ...{ 医療用麻薬の取扱い: '〇', 無菌製剤処理: '×', '小児在宅（医療的ケア児等）': '△', 中心静脈栄養: '〇' },
  ...{ 医療用麻薬の持続注射療法: '', 緊急避妊薬: '〇' },
};

it('a list of 薬剤師会: pharmacies with their week, their visits, and what they answered', () => {
  const { facilities, published } = regionOf({ 'facilities/a.csv': fileOf('pharmacists', [row]) });
  const [service] = facilities[0]?.services ?? [];
  expect(facilities[0]).toMatchObject({
    name: 'みほん薬局',
    services: [{ type: 'pharmacy', afterHours: '電話で相談' }],
  });
  expect(service?.phones.map(({ text }) => text)).toEqual(['0254-00-0001']);
  expect(Object.fromEntries(service?.capabilities.map(({ id, value }) => [id, value]) ?? [])).toMatchObject({
    'visit-medication-guidance': 'yes',
    'rx-opioid': 'yes',
    'rx-sterile': 'no',
    'rx-central-venous': 'yes',
    'rx-emergency-contraceptive': 'yes',
  });
  expect(service?.capabilities.map(({ id }) => id)).not.toContain('rx-opioid-infusion');
  const [opening, visits] = service?.hours ?? [];
  expect([opening?.purpose, opening?.days.sun, opening?.days.sat]).toEqual([
    'outpatient',
    { state: 'closed' },
    { state: 'open', spans: [{ start: '09:00', end: '13:00' }] },
  ]);
  expect([visits?.purpose, visits?.days.mon, visits?.days.wed]).toEqual([
    'visit',
    { state: 'open', spans: [{ start: '13:00', end: '15:00' }] },
    { state: 'unknown' },
  ]);
  // Whom to call at night is for professionals.
  expect(published).not.toContain('090-0000-0001');
});
