import type { RefusalReason } from '../secure/refusal.ts';

/** Why the professional edition does not open, and what to do. */
export const refusalText: Readonly<Record<RefusalReason, string>> = {
  'wrong-phrase':
    'この合言葉では開けません。打ちまちがいがないか確かめてください。合言葉は、取り消されたり、期限が切れたり、新しくなったりすることがあります。そのときは、合言葉を受け取った窓口に聞いてください。',
  tampered:
    '専門職版のファイルが、作ったときのものとちがいます。ページを読み込み直しても同じときは、サイトの担当者に知らせてください。',
  'other-build': 'サイトが新しくなったところです。ページを読み込み直して、もう一度開いてください。',
  'unknown-version': 'この専門職版は、新しい形式で作られています。ページを読み込み直してください。',
  'weak-parameters':
    '専門職版のファイルの暗号の設定が、認められたものではありません。安全のため開きません。サイトの担当者に知らせてください。',
  unreadable:
    '専門職版のファイルを読めません。ページを読み込み直しても同じときは、サイトの担当者に知らせてください。',
  'needs-https':
    'このページは安全な接続（https）で開いたときだけ使えます。アドレスの先頭を https:// にして、開き直してください。',
};

/** What of a typed phrase cannot be right, as `checkTypedWords` says. */
export const typedWordsText = {
  unknown: (position: number, word: string) =>
    `${position}番目の「${word}」は、合言葉に使うことばの一覧にありません。`,
  count: (count: number, wanted: number) =>
    `合言葉は ${wanted}つのことばです。いまは ${count}つ入っています。`,
  isNoRow: '合言葉のことばの一覧にないことばがあるようです。打ちまちがいがないか確かめてください。',
};
