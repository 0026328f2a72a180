import { formatCount, formatDay } from './format.ts';

const day = (date: string | null, unknown: string) => (date === null ? unknown : formatDay(date));

/** Sentences of the comparison of two states of a region. */
export const diffText = {
  title: (before: string, after: string) => `${before} と ${after} のちがい`,
  dates: (from: string | null, to: string | null) =>
    `${day(from, '時点のわからないデータ')} → ${day(to, '時点のわからないデータ')}`,
  counts: (added: number, changed: number, removed: number, unchanged: number) =>
    `追加 ${formatCount(added)}件・変更 ${formatCount(changed)}件・削除 ${formatCount(removed)}件（同じ ${formatCount(unchanged)}件）`,
  none: 'ちがいはありません。',
  added: '追加',
  changed: '変更',
  removed: '削除',
  heading: (word: string, count: number) => `${word} ${formatCount(count)}件`,
  turned: (before: string, after: string) => `${before} → ${after}`,
  blank: '（なし）',
  rest: (count: number) => `ほか ${formatCount(count)}件`,
  masked:
    '専門職向けの値は「（専門職向けの値）」と伏せてあります。見るには --show-professional を付けてください。',
  open: 'この比較には、専門職向けの値が入っています。渡す相手に注意してください。',
  onlyPublic: '片方は公開したデータなので、公開している項目だけをくらべました。',
  columns: {
    record: '事業所',
    about: '種類・住所',
    service: 'サービス',
    field: '項目',
    before: '前',
    after: '後',
  },
  professional: {
    persons: '担当者',
    remarks: '備考（専門職向け）',
    phones: '夜間連絡先',
    fax: 'FAX番号（専門職向け）',
    email: 'メール（専門職向け）',
    contactRules: '連絡のルール',
    caremanagerHours: 'ケアマネタイム',
    vacancy: '空き',
  },
} as const;
