/** Words of the professional edition. Dictionary of what its files bring; its pages have their own. */
export const professionalText = {
  facts: {
    beds: '病床',
    wards: '病棟',
    staff: '職員（常勤換算）',
    nursing: '看護職員の人数（常勤換算）',
    fees: '料金',
    vacancy: '空き',
    contact: '連絡の窓口',
  },
  /** 目的 of windows, in the order of the guide. */
  purposes: {
    discharge: '退院調整',
    opinion: '主治医意見書',
    'nursing-order': '訪問看護指示書',
    'medical-information': '診療情報提供',
    inquiry: '照会・相談',
    emergency: '緊急・夜間',
    'caremanager-time': 'ケアマネタイム',
  },
  bedsInAll: '種類の記載なし',
  /** Of 看護職員 in all. */
  atLeast: '{n}人以上',
  feesStated: '記載あり',
  /** Of the survey's own line on 空き, which is not read further than that it is no plain refusal. */
  vacancyNoted: '調査票に記載あり',
  vacancyNow: '空きあり',
  vacancyAsk: '要相談',
  vacancyTold: 'ほかの記載',
  /** Behind an option whose 時点 is older than two weeks, or not known. */
  vacancyOld: '（古い情報・電話で確認）',
} as const;
