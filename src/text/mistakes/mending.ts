/** What the page of an issue code says beside its example. Japanese, for an officer who knows Excel only. */
export interface Mending {
  /** The mistake in a few words. */
  title: string;
  /** How it comes about, and what it does to readers of the map. */
  why: string;
  /** What to do at the place itself, one action each: opening and saving the file are said for all. None: nothing to mend. */
  steps: readonly string[];
}

/** Steps that several mistakes share. */
export const sharedSteps = {
  asText:
    'そのセル（列ごとでもかまいません）を選び、「ホーム」タブの、ふだん「標準」と出ている欄を「文字列」にします。',
  retype: '正しい値を、キーボードで入力し直します（書式を変えただけでは、元にもどりません）。',
  askOffice: '分からないときは、事業所に電話で確かめます。',
  leaveEmpty: '分からないときは、空欄にしておきます。推測で埋めないでください。',
  saveAsUtf8:
    '「名前を付けて保存」で、ファイルの種類「CSV UTF-8（コンマ区切り）」を選び、同じ名前で保存します。',
  checkOnMap: '地図のサイト（国土地理院の「地理院地図」など）で建物をさがし、出た緯度と経度を写します。',
  compareHeader: '表の見出しと columns.yaml の言葉を、1文字ずつ見くらべます。',
} as const;
