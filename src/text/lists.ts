/** Sentences of the list pages: columns, legend, 機能, 場面, 五十音, 相談窓口. */
import type { ListFact } from '../model/vocabulary.ts';
import { formatCount } from './format.ts';

export const listTexts = {
  name: '名前・住所',
  phone: '電話',
  types: '種類',
  answers: '答え',
  facts: {
    hours: '時間',
    specialities: '診療科',
    beds: '病床',
    capacity: '定員',
    'service-area': '訪問する地域',
    'transfer-area': '送迎する地域',
    acceptance: '新しい人の受け入れ',
    'care-levels': '要介護度',
  } satisfies Record<ListFact, string>,
  beds: (count: number) => `${formatCount(count)}床`,
  also: (types: string) => `ほかに：${types}`,
  unanswered: '未回答',
  notStated: '記載なし',
  legend: '記号：',
  legendUnanswered:
    '未回答のこと、書いていないことは、「できない」ではなく「わからない」です。電話で確認してください。',
  legendNote: '＊は条件や説明があるものです。',
  sheetOrder: 'よみがなの五十音順',
} as const;
