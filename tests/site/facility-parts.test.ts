import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { qrPath } from '../../src/components/qr.ts';
import { reportAddresses } from '../../src/components/report-mistake.ts';
import { fieldSource, sourceLines } from '../../src/components/source-view.ts';
import { regionOf } from '../dataset/region.ts';

describe('the QR code', () => {
  test('draws every dark module and no other', () => {
    const url = 'https://example.jp/map/f/st-hana/';
    const { data } = encode(url, { ecc: 'M', border: 4 });
    const { size, d } = qrPath(url);
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, strokes] of d.matchAll(/M(\d+) (\d+)\.5([^M]*)/g)) {
      let at = Number(x);
      for (const [, kind, length] of strokes!.matchAll(/([mh])(\d+)/g)) {
        for (let i = 0; kind === 'h' && i < Number(length); i += 1) drawn[Number(y)]![at + i] = true;
        at += Number(length);
      }
    }
    expect(drawn).toEqual(data);
  });
});

describe('a mistake is told', () => {
  const facility = { id: 'st-hana', name: 'A&B 「はな」' };
  const contact = {
    name: '窓口',
    email: 'a@example.jp',
    form: 'https://example.jp/f?i={id}&n={name}&u={url}',
  };
  const url = 'https://example.jp/f/st-hana/';

  test('by mail with the record’s id, name and page in it', () => {
    const mail = new URL(reportAddresses(facility, contact, url).mail!);
    expect(mail.pathname).toBe('a@example.jp');
    expect(mail.searchParams.get('subject')).toBe('【訂正】A&B 「はな」（st-hana）');
    const lines = mail.searchParams.get('body')!.split('\r\n');
    expect(lines.slice(0, 3)).toEqual(['名前：A&B 「はな」', '番号：st-hana', `ページ：${url}`]);
  });

  test('by form where the region says how, and by nothing else', () => {
    const form = new URL(reportAddresses(facility, contact, url).form!);
    expect([...form.searchParams]).toEqual([
      ['i', 'st-hana'],
      ['n', 'A&B 「はな」'],
      ['u', url],
    ]);
    expect(reportAddresses(facility, { name: '窓口', form: 'javascript:alert({id})' }, url).form).toBe(null);
    expect(reportAddresses(facility, undefined, url)).toEqual({ mail: null, form: null });
  });
});

describe('where the facts come from', () => {
  const { publicDataset } = regionOf({
    'site.yaml':
      'name: みほん\nsources:\n  - { file: a.csv, title: 公表一覧, kind: official, asOf: 2026-04-01 }\n  - { file: b.csv, title: 地域調査 }\n',
    'a.csv': 'ID,名称,種別,住所,電話番号,月\na,みほん薬局,薬局,みほ野市本町1,0254-00-0001,9:00-12:00\n',
    'b.csv':
      'ID,名称,種別,住所,料金,職員,確認日,確認方法\na,みほん薬局,薬局,みほ野市本町1,1回 500円,薬剤師 2.5,2026-05-01,電話\n',
  });
  const facility = publicDataset.facilities[0]!;

  test('is said for each group, with its date', () => {
    expect(sourceLines(facility, publicDataset)).toEqual([
      { words: '2026年5月1日に確認（電話）・地域調査', facts: ['名前、住所、料金、職員'] },
      { words: '2026年4月1日時点・公表一覧', facts: ['電話、時間'] },
    ]);
  });

  test('hours from two sources name both', () => {
    const { publicDataset: both } = regionOf({
      'site.yaml':
        'name: みほん\nsources:\n  - { file: a.csv, title: 公表一覧, asOf: 2026-04-01 }\n  - { file: b.csv, title: 地域調査 }\n',
      'a.csv': 'ID,名称,種別,住所,月\na,みほん医院,診療所,みほ野市本町1,9:00-12:00\n',
      'b.csv':
        'ID,名称,種別,住所,診療科・目的別の時間,確認日\na,みほん医院,診療所,みほ野市本町1,訪問：月 14:00-16:00,2026-05-01\n',
    });
    const withHours = sourceLines(both.facilities[0]!, both).filter(({ facts }) =>
      facts[0]?.includes('時間'),
    );
    expect(withHours.map(({ words }) => words)).toEqual([
      '2026年5月1日に確認・地域調査',
      '2026年4月1日時点・公表一覧',
    ]);
  });

  test('an edited row is not a confirmed facility', () => {
    const { publicDataset: edited } = regionOf({
      'site.yaml': 'name: みほん\nsources:\n  - { file: a.csv, title: 公表一覧, asOf: 2026-04-01 }\n',
      'a.csv': 'ID,名称,種別,住所,更新日\na,みほん医院,診療所,みほ野市本町1,2026-04-01\n',
    });
    expect(edited.facilities[0]?.confirmed).toBeNull();
  });

  test('and beside the fees', () => {
    const service = facility.services[0]!;
    expect(fieldSource(facility, service, 'fees', publicDataset)).toBe(
      '2026年5月1日に確認（電話）・地域調査',
    );
    expect(fieldSource(facility, service, 'beds', publicDataset)).toBe('');
  });
});
