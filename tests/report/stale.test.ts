import { describe, expect, it } from 'vitest';
import { formatStale, staleOffices, staleToJson, staleWords } from '../../src/report/stale.ts';
import { csv, regionOf } from '../dataset/region.ts';

const ids: Record<string, string> = {
  アアア: 'a',
  イイイ: 'b',
  ウウウ: 'c',
  エエエ: 'e',
  オオオ: 'f',
  カカカ: 'g',
};
const office = (name: string, more: Record<string, string>) => ({
  ...{
    ID: ids[name] ?? '',
    名称: name,
    名称_カナ: name,
    種別: '訪問看護',
    住所: 'みほ野市本町1',
    電話番号: '0254-00-0001',
  },
  ...more,
});
const site = 'name: みほん圏域\nstaleAfterMonthsOf: { phones: 24, place: 60 }\n';
const today = '2026-11-22';

describe('whom to call again', () => {
  const { publicDataset } = regionOf({
    'site.yaml': site,
    'facilities/a.csv': csv([
      office('アアア', { '24時間対応': '○', 確認日: '2025-01-10' }),
      office('イイイ', { 新規の受け入れ: '受けられます', 確認日: '2026-01-20' }),
      office('ウウウ', { 新規の受け入れ: '受けられます', 確認日: '2026-10-01' }),
      office('エエエ', { 新規の受け入れ: '受けられます', '24時間対応': '×', 確認日: '2026-07-31' }),
      office('オオオ', { 新規の受け入れ: '受けられます', '24時間対応': '○' }),
      office('カカカ', { 月: '9:00-12:00', 電話番号: '', 確認日: '2024-03' }),
    ]),
  });
  const offices = staleOffices(publicDataset, today);
  const words = (one: (typeof offices)[number]) => `${one.facility.name} ${staleWords(one, publicDataset)}`;

  it('whose 受け入れ is old comes first, lately fresh before long old before undated; then who answers, is called, is open', () => {
    expect(offices.map(words)).toMatchInlineSnapshot(`
      [
        "エエエ 新規の受け入れ 2026年7月",
        "イイイ 新規の受け入れ 2026年1月",
        "オオオ 新規の受け入れ 日付なし、対応できること（1項目） 日付なし、電話番号 日付なし、名前・住所 日付なし",
        "アアア 対応できること（1項目） 2025年1月",
        "カカカ 時間 2024年3月",
      ]
    `);
  });

  it('what is fresh is no one’s work; the day decides, and months of each kind', () => {
    expect(staleOffices(publicDataset, '2026-10-31').map(({ facility }) => facility.name)).not.toContain(
      'エエエ',
    );
    expect(staleOffices(publicDataset, '2026-11-01').map(({ facility }) => facility.name)).toContain(
      'エエエ',
    );
    expect(staleOffices(publicDataset, '2027-02-01').map(({ facility }) => facility.name)).toContain(
      'ウウウ',
    );
  });

  it('is printed with numbers to call and the rule of its order; the rest is counted', () => {
    const text = formatStale(offices, publicDataset, today);
    expect(text).toContain('古くなったもの（事業所ごと） 5事業所（2026年11月22日 現在）');
    expect(text).toContain('順番：さがす人がたよりにするもの');
    expect(text).toContain('  エエエ（0254-00-0001）：新規の受け入れ 2026年7月\n');
    const many = Array.from({ length: 12 }, () => offices[0]!);
    expect(formatStale(many, publicDataset, today)).toContain('…ほか2事業所');
    expect(formatStale(many, publicDataset, today, { full: true })).not.toContain('ほか');
    expect(formatStale([], publicDataset, today)).toBe('');
  });

  it('is told to programs under the same names', () => {
    expect(staleToJson(offices)[0]).toEqual({
      ...{ id: 'e', name: 'エエエ', phone: '0254-00-0001' },
      values: [{ kind: 'acceptance', service: 'visiting-nursing', count: 1, on: '2026-07-31' }],
    });
  });
});

it('of an office with several services each is asked by its own date', () => {
  const { publicDataset } = regionOf({
    'site.yaml': site,
    'facilities/a.csv': csv([
      office('アアア', { 種別: '訪問看護', 新規の受け入れ: '受けられます', 確認日: '2026-11-01' }),
      office('アアア', { 種別: '居宅介護支援', 新規の受け入れ: '受けられます', 確認日: '2026-01-01' }),
    ]),
  });
  const offices = staleOffices(publicDataset, today);
  expect(offices.map(one => staleWords(one, publicDataset))).toEqual([
    'ケアマネジャー（居宅介護支援）の新規の受け入れ 2026年1月',
  ]);
});
