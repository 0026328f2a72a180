import { describe, expect, it } from 'vitest';
import { audienceCounts, audienceOf, recordsNamed } from '../../src/report/audience.ts';
import {
  audienceToHtml,
  audienceToText,
  countsToHtml,
  countsToText,
} from '../../src/report/audience-pages.ts';
import { csv, type Files, regionOf } from '../dataset/region.ts';
import { htmlErrors } from '../e2e/harness-checks.ts';

type Row = Readonly<Record<string, string>>;
const row: Row = {
  ID: 'a-1',
  名称: 'みほん薬局',
  種別: '薬局',
  住所: 'みほ野市本町1',
  電話番号: '0254-00-0001',
};
const seen = (cells: Row, more: Files = {}) => {
  const region = regionOf({ 'facilities/a.csv': csv([{ ...row, ...cells }]), ...more });
  return audienceOf(region, { id: 'a-1', name: '' });
};
const apart = (cells: Row, more: Files = {}) =>
  seen(cells, more)
    .fields.filter(({ residents, professionals }) => residents !== professionals)
    .map(({ label, residents, professionals, reason, from }) => [
      label,
      residents,
      professionals,
      reason,
      from,
    ]);

describe('why only professionals see a value', () => {
  it('a column that is always theirs', () => {
    expect(apart({ 夜間連絡先: '070-0000-9919' })).toEqual([
      ['夜間連絡先', null, '070-0000-9919', 'いつも専門職だけに見せる項目です', 'a.csv 2行目'],
    ]);
  });
  it('FAX of a survey is sealed, of official data it is not', () => {
    const fax = { FAX番号: '0254-00-7777' };
    expect(apart(fax)).toEqual([
      [
        'FAX番号（専門職向け）',
        null,
        '0254-00-7777',
        expect.stringContaining('調査の値だから'),
        'a.csv 2行目',
      ],
    ]);
    expect(apart({ ...fax, データ区分: '公表' })).toEqual([]);
  });
  it('a column of columns.yaml, with and without an audience', () => {
    const columns = (audience: string) => ({ 'columns.yaml': `内部の列: { label: 内部${audience} }\n` });
    const reason = (audience: string) => apart({ 内部の列: 'ひみつ' }, columns(audience))[0]?.[3];
    expect(reason(', audience: professional')).toContain('audience: professional');
    expect(reason('')).toContain('だれに見せるかが書かれていないから');
    expect(reason(', audience: public')).toBeUndefined();
  });
  it('a layer for professionals', () => {
    const more = {
      'site.yaml': 'name: x\nsources: [{ file: facilities/a.csv }, { file: b.csv, listing: professional }]\n',
      'b.csv': csv([{ ID: 'a-1', 名称: 'みほん薬局', 種別: '薬局', 備考: 'ひみつ' }]),
    };
    const [field] = seen({}, more).fields.filter(({ residents }) => residents === null);
    expect(field).toMatchObject({ label: '備考', professionals: 'ひみつ', from: 'b.csv' });
    expect(field?.reason).toContain('listing: professional');
  });
  it('a refusal about people', () => {
    const [field] = seen({ 生活保護: '×' }).fields.filter(({ residents }) => residents === null);
    expect(field?.reason).toContain('人の集まりへの断り');
  });
  it('the record itself: 専門職のみ, 非公開, without consent', () => {
    expect(seen({ 掲載区分: '専門職のみ' })).toMatchObject({
      who: 'professional',
      reason: '掲載区分が「専門職のみ」だからです',
    });
    expect(seen({ 掲載区分: '非公開' })).toMatchObject({ who: 'nobody', fields: [] });
    const region = regionOf({ 'facilities/a.csv': csv([{ ...row, 掲載同意: 'なし' }]) });
    const [one] = recordsNamed(region, 'みほん薬局');
    expect(one && audienceOf(region, one)).toMatchObject({ who: 'nobody', reason: '掲載の同意がありません' });
  });
  it('contacts.csv', () => {
    const contacts = {
      'contacts.csv': '事業所番号またはID,目的,部署,番号\na-1,退院調整,連携室,0254-00-5555\n',
    };
    expect(apart({}, contacts)).toEqual([
      [
        '連絡のルール',
        null,
        '退院調整 連携室 0254-00-5555',
        expect.stringContaining('contacts.csv'),
        'contacts.csv',
      ],
    ]);
  });
});

describe('as text and page', () => {
  const record = seen({ 夜間連絡先: '070-0000-9919', 備考: '<b>裏口</b>' });
  it('both sides stand beside each other, with a warning', () => {
    expect(audienceToText(record, true)).toMatch(
      /夜間連絡先\n {4}住民　：（見えません）\n {4}専門職：070-0000-9919\n/,
    );
    expect(audienceToText(record, true)).toContain('人に渡したり、公開したりしないでください');
  });
  it('where others read along, the values are masked', () => {
    for (const text of [audienceToText(record, false), audienceToHtml(record, false)])
      expect(text).not.toContain('9919');
  });
  it('the pages are valid and what people typed stays text', () => {
    const region = regionOf({ 'facilities/a.csv': csv([{ ...row, 夜間連絡先: '070-0000-9919' }]) });
    for (const page of [audienceToHtml(record, true), countsToHtml('x', audienceCounts(region))])
      expect(htmlErrors(page)).toEqual([]);
    expect(audienceToHtml(record, true)).toContain('&lt;b&gt;裏口');
  });
  it('the overview counts records and holds no value', () => {
    const region = regionOf({
      'facilities/a.csv': csv([
        { ...row, 夜間連絡先: '070-0000-9919' },
        { ...row, ID: 'a-2', 掲載区分: '非公開' },
      ]),
    });
    const text = countsToText('みほん圏域', audienceCounts(region));
    expect(text).toContain('住民に見える記録 1件、専門職だけに見える記録 0件、だれにも見せない記録 1件');
    expect(text).toContain('夜間連絡先：住民 0件、専門職だけ 1件');
    expect(text).not.toContain('9919');
  });
});
