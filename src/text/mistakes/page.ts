import type { RowFate, SiteFate } from '../../issues/mistakes/example.ts';

/** What the pages of よくあるまちがい say around what each code says of itself. */
export const mistakeText = {
  title: 'よくあるまちがいと直し方',
  lead: '点検（check）が知らせるまちがいの、見本と直し方です。知らせの文か、ことばでさがせます。見本の事業所は、すべて架空のものです。',
  contents: 'もくじ',
  groups: {
    ingest: 'ファイルとシート',
    dataset: '見出し、行、事業所',
    values: 'セルの値',
    hours: '曜日と時間',
    geo: '地図と区域',
    site: '設定のファイル（site.yaml など）',
    secure: '専門職向けの鍵',
    articles: '地域の文章と写真',
  },
  severities: {
    error: 'エラー',
    warning: '注意',
    repaired: '自動で直したもの',
    missing: 'たりないもの',
    info: 'お知らせ',
  },
  told: '出る知らせ',
  piece: '見本',
  here: 'ここ',
  sheet: (name: string) => `シート「${name}」`,
  file: (name: string) => `「${name}」`,
  why: 'どうして',
  how: '直し方',
  fate: 'それまで',
  nothingToMend: '直さなくてかまいません。',
  noExample: 'ほかのどのまちがいでもないときに出ます。見本はありません。',
  rowFates: {
    published: '見本の行は、のっています（掲載）。使えなかったものは、上の知らせのとおりです。',
    heldBack: '見本の行は、公開していません（保留）。表からは消えません。',
    rejected: '見本の行は、公開していません（却下）。報告の「のせていない行」に、中身が残ります。',
    outside: '見本の行は、地域の外なので、使っていません（圏域外）。',
    skipped: '見本の行は、事業所として数えていません（対象外）。',
  } satisfies Record<RowFate, string>,
  siteFates: {
    built: 'サイトは作れます。使えなかったものは、上の知らせのとおりです。',
    stopped: '直すまで、新しいサイトは作れません。前に公開したサイトは、そのまま残ります。',
  } satisfies Record<SiteFate, string>,
  open: {
    workbook: (file: string) => `「${file}」を Excel で開きます。`,
    csv: (file: string) =>
      `「${file}」を Excel で開きます。先頭の 0 のことを聞かれたら、「変換しない」を選びます（聞かれない Excel では、ほかの番号の 0 も消えることがあります。表を Excel ブック（.xlsx）にしておくと、消えません）。`,
    text: (file: string) => `「${file}」をメモ帳で開きます。`,
    folder: '地域のフォルダーを、エクスプローラーで開きます。',
  },
  goTo: {
    cell: (cell: string) =>
      `知らせにある行と列のセルへ行きます（左上の、番地の出ている欄に「${cell}」のように打って Enter を押すと着きます）。`,
    row: (row: number) => `知らせにある行（見本では${row}行目）を見ます。`,
    column: (column: string) => `知らせにある列（見本では${column}列）を見ます。`,
    line: '知らせにある行へ行きます（メモ帳では Ctrl と G を押して、行の番号を入れます）。',
  },
  save: {
    workbook: '上書き保存します。',
    csv: '上書き保存します（形式のことを聞かれたら、CSV のままにします）。',
    text: '上書き保存します（文字コードは UTF-8）。',
  },
  again: 'もう一度 check を動かして、この知らせが消えたのを見ます。',
  summary: (title: string) => `直し方を見る：${title}`,
  footer: {
    title: 'くわしい直し方（見本の表つき）：explain のあとに、次のことばを付けて動かします。',
    rest: (count: number) => `  …（ほか${count}種類。explain だけで、すべての一覧が出ます）`,
  },
  list: (count: number) => `知らせは${count}種類あります。explain のあとに、左のことばを付けて動かします。`,
  found: (word: string) =>
    `「${word}」の出てくる知らせです。explain のあとに、左のことばを付けて動かします。`,
  notFound: (word: string, nearest: string | null) =>
    `「${word}」という知らせはありません。${nearest ? `「${nearest}」のまちがいではありませんか。` : ''}explain だけで動かすと、一覧が出ます。`,
  written: (file: string, count: number) =>
    `${count}種類の直し方を「${file}」に書きました。ブラウザーで開き、印刷もできます。`,
  backup: (file: string) => `前のファイルは「${file}」に残しました。`,
} as const;
