import { formatCount, formatDay } from '../text/format.ts';

/** Every sentence of the report as a page. */
export const reportTexts = {
  title: (name: string) => `${name} データ点検の報告`,
  asOf: (day: string | null) =>
    day === null ? '時点：データに日付がありません。' : `${formatDay(day)} 時点のデータ`,
  demo: 'これは見本の地域です。のっている事業所・住所・電話番号は、すべて架空のものです。',
  lead: '地域のデータを読んで見つけた、直すところと足りないところの一覧です。場所は、もとの表の行の番号と列の記号で示します。たたんである一覧は、開いてから印刷すると紙にも出ます。',
  maskedNote:
    '専門職向けの値と、公開していない事業所の名称・値は「（専門職向けの値）」と伏せてあります。もとの表の同じ場所で確かめてください。',
  openNote:
    'この報告には、専門職向けの値や公開していない事業所の情報が入っています。渡す相手に注意してください。',
  noRegion:
    'site.yaml か columns.yaml を読めないため、地域のデータはまだ点検していません。次のところを直して、もう一度点検してください。',
  nothing: '問題は見つかりませんでした。',
  contents: 'もくじ',
  count: (count: number) => `${formatCount(count)}件`,
  numbered: (count: number) => `（${formatCount(count)}件）`,
  tableOf: (title: string) => `${title}の表`,
  severities: {
    error: 'エラー',
    warning: '注意',
    repaired: '自動で直したもの',
    missing: 'たりないもの',
    info: 'お知らせ',
  },
  account: {
    title: '行の行き先',
    lead: '読んだ行は、どれも次の6つのどれか1つに数えています。',
    file: 'ファイル',
    read: '読んだ行',
    total: '合計',
    sheet: (sheet: string) => `「${sheet}」`,
    fates: [
      ['published', '掲載', 'サイトに1件としてのせた行'],
      ['merged', '統合', 'ほかの行と同じ事業所なので、1件にまとめた行'],
      ['heldBack', '保留', '同意がない、廃止・休止、専門職のみなどの理由で、公開していない行'],
      ['rejected', '却下', '名称や種別が読めないなどの理由で、使えなかった行'],
      ['outside', '圏域外', 'この地域の外にあるため、使わなかった行'],
      ['skipped', '対象外', '見出しの上の題や、注・合計など、事業所ではない行'],
    ],
  },
  problems: {
    title: '直すところ',
    lead: 'ファイルごとに、エラー、注意の順にならべています。エラーは、その値や行を使えなかったものです。',
    none: '直すところは見つかりませんでした。',
  },
  repairs: {
    title: '自動で直したもの',
    lead: '読み取るときに直したものです。サイトには直した値をのせています。もとの表も直しておくと確実です。',
  },
  notices: { title: 'お知らせ', lead: '知っておいていただきたいことです。急いで直す必要はありません。' },
  issue: {
    number: '番号',
    place: '場所',
    value: '書かれている値',
    sentence: '内容',
    wholeFile: 'ファイル全体',
    row: (row: number) => `${row}行目`,
    column: (letter: string) => `${letter}列`,
    empty: '（空欄）',
    rest: (count: number) => `ほかの${formatCount(count)}件も見る`,
  },
  todo: {
    title: 'たりないもの（事業所ごと）',
    lead: '上から順に電話で聞けるように、1行に1事業所でならべています。順番は、よみがなの五十音順です。',
    done: '済',
    name: '名称',
    phone: '公開の電話番号',
    missing: 'たりないもの',
    place: '書く場所',
    noPhone: '電話番号なし',
    words: {
      'missing-address': '住所',
      'missing-phone': '電話番号',
      'missing-position': '地図上の位置',
      'missing-kana': 'カナ',
      'missing-confirmation': '確認日',
    } as Readonly<Record<string, string>>,
    rest: (count: number) => `ほかの${formatCount(count)}事業所も見る`,
  },
  proposals: {
    title: '同じ事業所かもしれない組',
    lead: '判定の欄に「同じ」か「別」を書いて same.csv に加えると、1件にまとまるか、次から出なくなります。match --out same-案.xlsx で、この表をそのまま書き出し、判定を入れたら match --take same-案.xlsx で加えられます。',
    verdict: '判定',
    side: (side: string) => `事業所${side}`,
    reasons: '理由',
    rest: (count: number) => `ほかの${formatCount(count)}組も見る`,
  },
  map: {
    title: '位置をたしかめるところ',
    lead: '書かれている緯度・経度を信じられないため、サイトの地図に出していないものです。図の番号は、表の番号と同じです。',
    picture: (count: number) =>
      `位置をたしかめる${formatCount(count)}か所の略図。くわしい内容は次の表にあります。`,
    legend: '●は書かれている位置、◇は図の外にある位置の方角、小さな点はほかの事業所、線は区域の境です。',
    legendWithoutAreas: '●は書かれている位置、◇は図の外にある位置の方角、小さな点はほかの事業所です。',
    position: '緯度・経度',
    reason: 'たしかめる理由',
    names: '事業所（場所）',
    outside: '（図の外）',
    rest: (count: number) => `ほかの${formatCount(count)}件も見る`,
  },
  rejected: {
    title: '却下した行の中身',
    lead: 'サイトにのせなかった行を、書かれていたとおりに残したものです。',
    reason: '理由',
    cells: '書かれていたもの',
    left: (count: number) =>
      `このほかに却下した行が${formatCount(count)}行あります。行の行き先の表と、もとのファイルを見てください。`,
    rest: (count: number) => `ほかの${formatCount(count)}行も見る`,
  },
} as const;
