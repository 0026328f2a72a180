import { expect, test } from 'vitest';
import type { HoursSet } from '../../src/model/facility.ts';
import { hoursLine } from '../../src/search/hours-text.ts';
import { hours } from '../fixtures/sample-dataset.ts';

const week = '09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 休 休 休';

test.each<[string, HoursSet[], string | null]>([
  ['月曜から金曜は同じ', [hours(week)], '月～金 9:00～17:00／土・日・祝 休み'],
  [
    '昼休みのある日',
    [hours('09:00-12:00,14:00-18:00 休 09:00-12:00 休 休 休 休 休')],
    '月 9:00～12:00、14:00～18:00／火・木～日・祝 休み／水 9:00～12:00',
  ],
  [
    'わからない日は休みと言わない',
    [hours('09:00-12:00 ? ? 休 休 休 休 ?')],
    '月 9:00～12:00／火・水・祝 電話で確認／木～日 休み',
  ],
  [
    '開いているが時間はない',
    [hours('○ ○ 休 休 休 休 休 休')],
    '月・火 あり（時間は電話で確認）／水～日・祝 休み',
  ],
  [
    '第2・第4土曜',
    [hours(week.replace('休', '09:00-12:00'), { closedNth: [{ day: 'sat', weeks: [2, 4] }] })],
    '月～金 9:00～17:00／土 9:00～12:00（第2・第4は休み）／日・祝 休み',
  ],
  ['科ごとの時間は出さない', [hours(week, { speciality: '内科' })], '時間は診療科ごと'],
  [
    '昼休みが書けない元データ',
    [hours(week, { breaksStated: false })],
    '月～金 9:00～17:00／土・日・祝 休み（昼休みなどは要確認）',
  ],
  [
    '受付が先に終わる',
    [hours(week), hours(week.replaceAll('17:00', '16:30'), { purpose: 'reception' })],
    '月～金 9:00～17:00／土・日・祝 休み（受付は別の時間）',
  ],
  [
    '受付が同じ時間',
    [hours(week), hours(week, { purpose: 'reception' })],
    '月～金 9:00～17:00／土・日・祝 休み',
  ],
  ['夜中をこえる', [hours('20:00-25:00 休 休 休 休 休 休 休')], '月 20:00～翌1:00／火～日・祝 休み'],
  [
    'わからない外来より、わかる窓口',
    [hours('? ? ? ? ? ? ? ?'), hours(week, { purpose: 'desk' })],
    '月～金 9:00～17:00／土・日・祝 休み',
  ],
  ['何もわからない', [hours('? ? ? ? ? ? ? ?')], null],
  [
    '時間外より外来',
    [hours('休 休 休 休 休 休 休 休', { purpose: 'emergency' }), hours(week)],
    '月～金 9:00～17:00／土・日・祝 休み',
  ],
  ['ない', [], null],
])('%s', (_, sets, text) => {
  expect(hoursLine(sets)).toBe(text);
});
