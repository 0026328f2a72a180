import { expect, it } from 'vitest';
import { contactWindows, purposeOf } from '../../src/professional/contact-windows.ts';
import { faxSheet } from '../../src/professional/fax-sheet.ts';
import { records } from './records.ts';

const guide = contactWindows(records.all());
const hospital = guide.find(({ facility }) => facility.id === 'b-hp')!;

it('lists every office that has a window, in 五十音', () => {
  expect(guide.map(({ facility }) => facility.id)).toEqual(['a-cl', 'b-hp', 'n-st']);
});

it('windows stand by purpose, the survey’s among them', () => {
  expect(hospital.windows.map(({ rule }) => [rule.purpose, rule.department])).toEqual([
    ['退院調整', '地域連携室'],
    ['主治医意見書', '文書係'],
    ['照会', '薬剤部'],
    ['ケアマネタイム', null],
  ]);
});

it('of one window before and after a revision the newer stands; the history tells both, newest first', () => {
  expect(hospital.windows[1]?.rule.number).toBe('0254-00-9002');
  expect(hospital.history).toEqual([
    { on: '2026-04-01', text: '番号が変わりました', purpose: '主治医意見書', department: '文書係' },
    { on: '2025-10-01', text: null, purpose: '退院調整', department: '地域連携室' },
    { on: '2025-04-01', text: 'はじめて載せました', purpose: '主治医意見書', department: '文書係' },
  ]);
});

it('a column 「…の窓口」 is a window, unless a line says more of that department', () => {
  const facility = (department: string) => ({
    ...hospital.facility,
    professional: {
      ...hospital.facility.professional,
      custom: [{ key: 'opinion', label: '主治医意見書の窓口', value: department }],
    },
  });
  const opinions = (department: string) =>
    contactWindows([facility(department)])[0]?.windows.filter(({ kind }) => kind === 'opinion').length;
  expect(opinions('文書係')).toBe(1);
  expect(opinions('医事課')).toBe(2);
});

it.each([
  ['主治医意見書の作成依頼', 'opinion'],
  ['訪問看護指示書', 'nursing-order'],
  ['診療情報提供書', 'medical-information'],
  ['入退院の調整', 'discharge'],
  ['薬の照会', 'inquiry'],
  ['夜間の緊急連絡', 'emergency'],
  ['ケアマネタイム', 'caremanager-time'],
  ['見学', 'other'],
])('%s is %s', (text, kind) => {
  expect(purposeOf(text)).toBe(kind);
});

it('a FAX送付状 says to whom, what for and what to send; nothing of a patient', () => {
  expect(faxSheet(hospital.windows[1]!)).toEqual({
    to: {
      ...{ office: 'ゑびす病院', department: '文書係', person: '係 甲' },
      ...{ fax: '0254-00-9002', faxOf: 'window' },
    },
    ...{ purpose: '主治医意見書', send: ['意見書の依頼書', '返信用封筒'], form: '様式2' },
    ...{ rules: ['3日前まで'], revisedOn: '2026-04-01' },
  });
});

it('a number that may be a telephone’s is not taken for the FAX: the office’s is, and it says so', () => {
  expect(faxSheet(hospital.windows[0]!).to).toMatchObject({ fax: '0254-00-1001', faxOf: 'office' });
  const clinic = guide[0]!.windows[0]!;
  expect(faxSheet(clinic).to).toMatchObject({ fax: null, faxOf: null });
});
