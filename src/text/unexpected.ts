/** What is said of a fault of ours. Its own message may quote a cell, so it is told only when asked for. */
export const unexpectedText = {
  /** `kind`: `TypeError`; `place`: `src/dataset/layers.ts:120`, null when it is not in our code. */
  title: (kind: string, place: string | null) =>
    `【止まりました】このツールが思っていないことが起きました（${kind}${place === null ? '' : `、${place}`}）。`,
  /** Of a file or an address that the system refused. */
  system: (code: string, path: string) => `${systemReasons[code] ?? `システムのエラー ${code}`}：${path}`,
  places: '起きたところ：',
  next: 'もう一度実行しても同じなら、上の表示をこのツールの配布元に知らせてください。データや合言葉は送らないでください。',
  verbose:
    '値が出ることがあるため、くわしい内容は表示していません。自分の端末で見るときは、同じコマンドに --verbose を付けて実行してください。',
  ofWorkflow:
    '自動で動く場所（CI）の記録はほかの人も読めるため、くわしい内容は表示しません。自分の端末で、同じコマンドに --verbose を付けて実行してください。',
} as const;

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: '読み書きが許されていません',
  EPERM: '読み書きが許されていません。ほかのソフトで開いていれば閉じてください',
  EBUSY: 'ほかのソフトが使っています。閉じてから、もう一度実行してください',
  ENOENT: 'ファイルかフォルダーがありません',
  ENOSPC: 'ディスクの空きがありません',
  EROFS: '書けない場所です',
  EMFILE: '開いているファイルが多すぎます',
  EISDIR: 'ファイルのはずのところに、フォルダーがあります',
  ENOTDIR: 'フォルダーのはずのところに、ファイルがあります',
};
