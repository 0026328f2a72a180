import { describe, expect, it } from 'vitest';
import { contactColumns, listHeaders, vacancyColumns } from '../../src/dataset/professional-lists.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { accountFaults, publicText, regionOf } from './region.ts';

const facilities = [
  'ID,名称,種別,市区町村名,住所,電話番号,事業所番号,医療機関コード,掲載区分',
  'byouin,みほん病院,病院,新発田市,新発田市本町1-1,0254-00-0001,,1510600001,',
  'station,みほん訪問看護,訪問看護,新発田市,新発田市西町2-2,0254-00-0002,1560600001,,',
  'station,みほん訪問看護,居宅介護支援,新発田市,新発田市西町2-2,0254-00-0002,1570600001,,',
  'ura,うら病院,病院,新発田市,新発田市東町3-3,0254-00-0003,,,専門職のみ',
  'nashi,なし病院,病院,新発田市,新発田市北町4-4,0254-00-0004,,,非公開',
  '',
].join('\n');

const contacts = [
  '連絡先の一覧（令和8年4月）',
  '',
  '事業所番号又はＩＤ,事業所名,サービス,用件,担当部署,連絡方法,電話番号,曜日と時間,送付物,書式,ルール,担当,更新日,変更点,備考',
  '1510600001,みほん病院,,退院調整,地域連携室,電話,0254-00-9001,月～金 13:00-16:00,,,まず電話,看護師 甲,R8.4.1,直通にしました,',
  '15-1060-0001,みほん病院,,主治医意見書,文書係,FAX,0254-00-9002,,意見書の依頼書,様式2,,,2026-04-01,,',
  'station,みほん訪問看護,訪問看護,照会,,電話,0254-00-9003,昼すぎ,,,,,,,',
  '1570600001,みほん訪問看護,,照会,,メール,a@mihon.example.jp,,,,,,,,',
  'station,みほん訪問看護,,緊急,,電話,0254-00-9004,毎日 0:00-24:00,,,,,,,',
  'ura,うら病院,,照会,,電話,0254-00-9005,,,,,,,,',
  'nashi,なし病院,,照会,,電話,0254-00-9006,,,,,,,,',
  'yuku,ゆくえ病院,,照会,,電話,0254-00-9007,,,,,,,,',
].join('\r\n');

const vacancy = [
  'ID,サービス,曜日,空き,時点,備考',
  'station,訪問看護,火・金の午前,2枠,2026-04-03,',
  'station,居宅介護支援,,なし,令和8年4月20日,',
  'station,訪問看護,,要相談,2026-04-20,土日',
  'byouin,,,3,,',
  '',
].join('\n');

const region = regionOf({
  'facilities/a.csv': facilities,
  'contacts.csv': contacts,
  'vacancy.csv': vacancy,
});
const record = (id: string) => region.professionalDataset.facilities.find(each => each.id === id)!;

describe('contacts.csv', () => {
  it('a window stands at the service that the number is of, and says all its columns', () => {
    const [discharge, opinion] = record('byouin').services[0]!.professional.contactRules;
    expect(discharge).toMatchObject({
      ...{ purpose: '退院調整', department: '地域連携室', channel: '電話', number: '0254-00-9001' },
      ...{ time: '月～金 13:00-16:00', localRule: 'まず電話', person: '看護師 甲' },
      ...{ revisedOn: '2026-04-01', revision: '直通にしました', send: null },
      hours: { days: { mon: { state: 'open' }, sat: { state: 'closed' }, holiday: { state: 'unknown' } } },
    });
    expect(opinion).toMatchObject({
      number: '0254-00-9002',
      send: '意見書の依頼書',
      form: '様式2',
      hours: null,
    });
  });

  it('at the service that is named, at the one whose number it is, or else at the record', () => {
    const { services, professional } = record('station');
    const purposes = services.map(({ type, professional: { contactRules } }) => [
      type,
      contactRules.map(({ number }) => number),
    ]);
    expect(purposes).toEqual([
      ['visiting-nursing', ['0254-00-9003']],
      ['care-management', ['a@mihon.example.jp']],
    ]);
    expect(professional.contactRules.map(({ purpose }) => purpose)).toEqual(['緊急']);
  });

  it('of a record for professionals only too, of a hidden one not', () => {
    expect(record('ura').services[0]!.professional.contactRules).toHaveLength(1);
    expect(record('nashi')).toBeUndefined();
    expect(JSON.stringify(region.professionalDataset.facilities)).not.toContain('0254-00-9006');
  });
});

it('vacancy.csv: number or word, weekday, date, at its service', () => {
  const [nursing, plans] = record('station').services.map(({ professional }) => professional.vacancies);
  expect(nursing).toEqual([
    { when: '火・金の午前', days: ['tue', 'fri'], count: 2, text: '2枠', asOf: '2026-04-03', remark: null },
    { when: null, days: [], count: null, text: '要相談', asOf: '2026-04-20', remark: '土日' },
  ]);
  expect(plans).toMatchObject([{ count: 0, text: 'なし', asOf: '2026-04-20' }]);
});

it('every line is accounted for', () => {
  const files = new Map(region.account.files.map(({ file, ...account }) => [file, account]));
  expect(files.get('contacts.csv')).toMatchObject({ read: 8, merged: 6, heldBack: 1, rejected: 1 });
  expect(files.get('vacancy.csv')).toMatchObject({ read: 4, merged: 4 });
  expect(accountFaults(region.account)).toEqual([]);
  expect(region.rejected.map(({ at }) => [at.file, at.row])).toEqual([['contacts.csv', 11]]);
});

it('what is wrong is told with its place, and sealed', () => {
  const told = region.issues.filter(({ at }) => /contacts|vacancy/.test(at.file));
  expect(told.map(found => [formatIssue(found).split('：')[0], found.code])).toEqual([
    ['contacts.csv 6行目 H列「曜日と時間」', 'contact-time-unreadable'],
    ['vacancy.csv 5行目 E列「時点」', 'vacancy-date-missing'],
    ['contacts.csv 11行目 A列「事業所番号又はＩＤ」', 'list-record-not-found'],
  ]);
  expect(told.every(({ sealed }) => sealed)).toBe(true);
});

it('nothing public depends on them', () => {
  const without = regionOf({ 'facilities/a.csv': facilities });
  expect(publicText(region)).toBe(publicText(without));
});

it('an empty list, as `init` writes it, is in order', () => {
  const empty = (columns: Parameters<typeof listHeaders>[0]) => `${listHeaders(columns).join(',')}\n`;
  const files = { 'contacts.csv': empty(contactColumns), 'vacancy.csv': empty(vacancyColumns) };
  expect(files['contacts.csv']).toBe(
    '事業所番号またはID,名称,サービス,目的,部署,方法,番号,曜日・時間,送るもの,様式,地域のルール,担当者,改訂日,改訂の内容,備考\n',
  );
  expect(files['vacancy.csv']).toBe('事業所番号またはID,名称,サービス,曜日,空き数,時点,備考\n');
  const { issues, confidentialFiles } = regionOf({
    'facilities/b.csv': '名称,種別\nみほん,薬局\n',
    ...files,
  });
  expect(confidentialFiles).toEqual([]);
  expect(region.confidentialFiles).toEqual(expect.arrayContaining(['contacts.csv', 'vacancy.csv']));
  expect(issues.filter(({ at }) => /contacts|vacancy/.test(at.file))).toEqual([]);
});

it('ケアマネタイム of a survey sheet that cannot be read is told at its cell, for professionals only', () => {
  const survey = [
    'ID,名称,種別,住所,ケアマネタイム',
    'm-1,みほん医院,診療所,みほん市1,お昼すぎ',
    'm-2,みほん内科,診療所,みほん市2,月～金 13:00-14:00',
  ].join('\n');
  const told = regionOf({ 'facilities/調査.csv': survey }).told('contact-time-unreadable');
  expect(told.map(({ at, value, sealed }) => [at.row, at.header, value, sealed])).toEqual([
    [2, 'ケアマネタイム', 'お昼すぎ', true],
  ]);
});
