import type { Meaning } from '../columns/column.ts';
import type { FieldKey } from '../columns/fields.ts';
import { weekdays } from '../model/facility.ts';
import { foldHeader } from '../normalize/keys.ts';
import { weekdayLetters } from '../normalize/week-words.ts';
import { commonWhereabouts } from './common.ts';
import type { Format } from './format.ts';
import { readServiceRow } from './template.ts';

const openingWords = ['開局時間', '開局日・開局時間', '営業時間'];
const visitWords = ['在宅患者に対応可能な時間帯', '在宅対応可能な時間帯'];

const answer = (id: string): Meaning => ({
  ...{ kind: 'capability', ids: [id], relation: null, ambiguous: false, audience: 'public' },
});
const field = (key: FieldKey): Meaning => ({ kind: 'field', field: key });

/**
 * Lists of 薬剤師会: 「地域における薬局の外来対応・在宅対応・その他薬局機能に係る体制」 and the forms they are collected
 * with. All offices are pharmacies; a week of 開局時間 and one of visits; items answered with 〇 and ×, most of them under
 * words the vocabulary knows.
 */
export const pharmacistsFormat: Format = {
  id: 'pharmacists',
  label: '薬剤師会の薬局一覧',
  kind: 'survey',
  headers: new Map<string, Meaning>([
    ['連絡先電話番号（開局時間中）', field('phone')],
    ...weekdays.flatMap((day): [string, Meaning][] => [
      ...openingWords.map((word): [string, Meaning] => [`${word}（${weekdayLetters[day]}）`, field(day)]),
      ...visitWords.map((word): [string, Meaning] => [
        `${word}（${weekdayLetters[day]}）`,
        { kind: 'hours', purpose: 'visit', field: day },
      ]),
    ]),
    ['開局時間外の外来対応', field('afterHours')],
    ['緊急時対応', field('afterHours')],
    ['在宅訪問の実施可否', answer('visit-medication-guidance')],
    ['医療保険・介護保険による在宅薬剤管理', answer('visit-medication-guidance')],
    ['中心静脈栄養', answer('rx-central-venous')],
  ]),
  recognise: folded =>
    folded.has(foldHeader('薬局名')) &&
    !folded.has(foldHeader('種別')) &&
    [
      '在宅訪問の実施可否',
      '開局時間（月）',
      '医療用麻薬の持続注射療法',
      '医療保険・介護保険による在宅薬剤管理',
    ].some(header => folded.has(foldHeader(header))),
  whereabouts: commonWhereabouts,
  read: (row, context) => readServiceRow(row, context, ['pharmacy']),
};
