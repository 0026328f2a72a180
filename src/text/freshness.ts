/** How old what a page says is, in words. */
import type { Age, AgingKind } from '../dataset/decay.ts';
import { formatMonth } from './format.ts';

/** 12 → 1年, 18 → 1年6か月, 6 → 6か月. */
function span(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}か月` : ''}`;
}

/** 2026年3月の回答, 2025年12月の公表データ. */
function said({ on, from }: Pick<Age, 'on' | 'from'>): string {
  return `${formatMonth(on)}の${from === 'official' ? '公表データ' : '回答'}`;
}

export const freshnessText = {
  span,
  said,
  undated: 'いつの回答か わかりません',
  ask: 'いまは電話で確認してください。',
  /** In a list: what is older than it may be. */
  old: (age: Pick<Age, 'on' | 'from'>) => `${said(age)}。いまは電話で確認`,
  unconfirmedFor: (months: number) => `${span(months)}以上 確認されていません`,
  hoursOld: (age: Pick<Age, 'on' | 'from'>) => `時間は ${said(age)}です。`,
  legend: '年月がついた答えは、古くなっています。いまは電話で確認してください。',
  kinds: {
    acceptance: '新規の受け入れ',
    capabilities: '対応できること',
    phones: '電話番号',
    hours: '時間',
    serviceArea: '訪問・送迎の地域',
    size: '料金・職員・病床・定員',
    place: '名前・住所',
  } satisfies Record<AgingKind, string>,
  /** The list of `check`. */
  stale: {
    title: '古くなったもの（事業所ごと）',
    at: (day: string) => `${day} 現在`,
    offices: (count: string) => `${count}事業所`,
    lead: '。電話で聞いて、確認日を書きかえると消えます。',
    rule: '順番：さがす人がたよりにするもの（新規の受け入れ、対応できること、電話番号、時間、訪問・送迎の地域、料金・職員など、名前・住所の順）が古いところから。同じなら、古くなったばかりのところから。',
    setting: '何か月で古くなるかは、site.yaml の staleAfterMonths と staleAfterMonthsOf で決めます。',
    items: (count: number) => `（${count}項目）`,
    undated: '日付なし',
    what: '古くなったものと、その年月',
    rest: (count: string) =>
      `…ほか${count}事業所（check --full か、check --html 報告.html で、すべて見られます）`,
  },
} as const;
