import { formatCount, formatDay } from './format.ts';

/** Sentences of bringing a list in. */
export const importText = {
  done: (region: string) => `${region}に取り込みました。`,
  notDone: (region: string) => `${region}には、まだ何も書いていません。`,
  unchanged: '前に取り込んだものと同じです。何も書いていません。',
  layer: (name: string, rows: number) => `${name}（${formatCount(rows)}行）`,
  table: (file: string, taken: number, outside: number, skipped: number, unreadable: number) =>
    [
      `  ${file}：取り込んだ行 ${formatCount(taken)}`,
      `地域の外 ${formatCount(outside)}`,
      ...(skipped > 0 ? [`題名・注記 ${formatCount(skipped)}`] : []),
      ...(unreadable > 0 ? [`読めない行 ${formatCount(unreadable)}`] : []),
    ].join('／'),
  unused: '地域の行がない一覧',
  asOf: (date: string) => `  時点：${formatDay(date)}`,
  noAsOf:
    '  時点がわかりません。「--as-of 2026-06-30」のように付けて取り込むと、いつの情報かがサイトに出ます。',
  noPublisher: (file: string) =>
    `  発行者と利用条件がわかりません。site.yaml の ${file} のところに「publisher:」と「licence:」を書きたしてください。`,
  written: (files: readonly string[]) => `書いたファイル：${files.join('、')}`,
  backups: (files: readonly string[]) => `前のファイルは ${files.join('、')} に残しました。`,
  readTitle: '読み取りの結果',
  changesTitle: 'サイトで変わること',
  first: (added: number, changed: number) =>
    `はじめての取り込みです。サイトの一覧は、追加 ${formatCount(added)}件・変更 ${formatCount(changed)}件です。`,
  progress: (file: string, rows: number) => `${file}：${formatCount(rows)}行まで読みました`,

  noFile: (path: string) => `「${path}」というファイルがありません。取り込むファイルを確かめてください。`,
  badName: (name: string) =>
    `--as の「${name}」は名前に使えません。「/」などの記号のない名前にしてください（例：--as 国の一覧）。`,
  badDate: (text: string) =>
    `--as-of の「${text}」は日付として読めません。「2026-06-30」のように指定してください。`,
  badArea: (word: string) =>
    `--area の「${word}」という区域は、この地域にありません。areas.csv の id か名前を指定してください。`,
  badPolygon: (path: string) =>
    `--polygon の「${path}」から範囲を読めません。面（ポリゴン）の入った GeoJSON を指定してください。`,
  farPolygon: (path: string) =>
    `--polygon の「${path}」は、地域のフォルダーの外にあります。次に取り込むときにも使えるように、地域のフォルダーの中（areas フォルダーなど）に置いて指定してください。`,
  noRegionPlaces:
    'どの市町村の行を取り込むのかがわかりません。--municipality みほ野市（または --prefecture、--area、--polygon、--codes）を付けるか、site.yaml に「municipalities: [みほ野市]」と書いてください。',
  busy: 'ほかのコマンドがこのフォルダーに書いています。終わってから、もう一度実行してください。',
  noSite: 'site.yaml を読めないため、取り込んでいません。',
  clash: (file: string) =>
    `「${file}」は見出しがほかのファイルとちがい、1つの一覧にできません。--as をやめるか、ファイルごとに分けて取り込んでください。`,
  ownList: (file: string) =>
    `「${file}」は、地域で作った一覧（kind: survey）として使われています。消さないために中止しました。--as に別の名前を指定してください。`,
  unknownList: (file: string) => `「${file}」は、知っている様式の一覧ではありません。`,
  proposed: (file: string) =>
    `列の使い方の案を、地域のフォルダーの ${file} に書きました。開いて直し、columns.yaml という名前で保存してから（もうあれば中に書き足してから）、同じコマンドをもう一度実行してください。`,
  nothingTaken:
    '地域にあてはまる行が1行もないため、何も書いていません。市町村の名前やコードを確かめてください。',
  needsOffices: (file: string) =>
    `「${file}」は施設の一覧に診療時間をたすものです。先に（または同時に）施設票を取り込んでください。`,
  notFound: (words: readonly string[]) =>
    `注意：${words.map(word => `「${word}」`).join('')}にあてはまる行はありませんでした。名前やコードを確かめてください。`,
  tooMuch: (name: string, { before, vanished }: { before: number; vanished: number }) =>
    `「${name}」は ${formatCount(before)}件のうち ${formatCount(vanished)}件がなくなります（1割をこえます）。ファイルが足りない、または別のものかもしれません。前と同じ種類のファイルをすべて指定したかを確かめ、これで正しければ --accept を付けてもう一度実行してください。`,
} as const;
