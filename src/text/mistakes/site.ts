import type { siteCodes } from '../../issues/codes/site.ts';
import type { Mending } from './mending.ts';

const stops = '設定がはっきりしないあいだは、公開してはいけないものが出るおそれがあるので、何も作りません。';

/** The files that set the site up. */
export const siteMending: Readonly<Record<keyof typeof siteCodes, Mending>> = {
  'yaml-syntax': {
    title: '設定の書き方のまちがい',
    why: '全角の「：」や空白、タブ、閉じていない「"」があると、設定として読めません。',
    steps: [
      '知らせの言う記号を、その行でさがします。',
      '「項目名」、半角の「:」、半角の空白、「値」の順に書き直します（例：name: みほん圏域）。',
    ],
  },
  'yaml-duplicate-key': {
    title: '同じ設定が2回ある',
    why: 'どちらを使えばよいか決められません。',
    steps: ['使うほうを残し、もう1つの行を消します。'],
  },
  'yaml-value-cut': {
    title: '値が「#」のところで切れた',
    why: '設定のファイルでは、空白のあとの「#」から後ろはメモになります。「#8000」のような電話番号が消えます。',
    steps: ['値のぜんぶを「"」で囲みます（例：note: "つながらないときは #8000 へ"）。'],
  },
  'yaml-too-complex': {
    title: '設定が複雑すぎる',
    why: '「*」や「&」で同じ値を何度も指す書き方は、読むのに終わりがなくなるので、読みません。',
    steps: ['「*」や「&」を使わず、値をそのまま書きます。'],
  },
  'config-unknown-key': {
    title: '知らない設定の名前',
    why: `つづりのまちがいだと、書いた人の思ったとおりになりません。${stops}`,
    steps: ['知らせにある近い名前に直します（例：titel → title）。'],
  },
  'config-missing-key': {
    title: '必要な設定がない',
    why: stops,
    steps: ['知らせにある項目を、「name: みほん圏域」のように1行足します。'],
  },
  'config-wrong-type': {
    title: '設定の値の種類がちがう',
    why: '「はい」の代わりに true、言葉の代わりに数字など、項目ごとに決まった種類があります。',
    steps: ['知らせにある種類の値に書き直します。'],
  },
  'config-keys-mixed': {
    title: '1つの見出しに、合わない設定がまざっている',
    why: '「決まった項目の列」「機能の列」「新しい項目」の、どれのことか決められません。',
    steps: ['どれか1つの形にします（例：でんわ: { 項目: 電話番号 }）。'],
  },
  'config-not-allowed': {
    title: '使えない設定の値',
    why: '決まった言葉の中から選ぶ項目です。',
    steps: ['知らせの「使えるのは」の中から選んで書きます。'],
  },
  'config-bad-format': {
    title: '設定の値の形がちがう',
    why: 'アドレスは「https://」から、コードは決まった桁数で書きます。',
    steps: ['知らせの例と同じ形に書き直します。'],
  },
  'config-out-of-range': {
    title: '設定の数が大きすぎる、小さすぎる',
    why: '使えない大きさの数です。',
    steps: ['知らせにある範囲の数にします。'],
  },
  'config-invalid': {
    title: 'そのほかの設定のまちがい',
    why: 'ほかのどの説明にも当てはまらないまちがいです。',
    steps: ['見本の地域（data フォルダー）の同じファイルと見くらべて、書き直します。'],
  },
  'vocabulary-file-unknown': {
    title: 'vocabulary フォルダーの、知らない名前のファイル',
    why: '言葉を足すファイルの名前は決まっています。',
    steps: ['ファイルの名前を、知らせにあるものに変えます。'],
  },
  'vocabulary-entry-twice': {
    title: '同じ言葉を2回決めている',
    why: 'どちらの説明を使うか決められません。',
    steps: ['2つを1つにまとめ、いらないほうを消します。'],
  },
  'vocabulary-reference-unknown': {
    title: 'ない言葉を指している',
    why: 'つづりがちがうか、まだ足していない言葉です。',
    steps: ['知らせにある近い言葉に直すか、先にその言葉を足します。'],
  },
  'vocabulary-code-twice': {
    title: '1つのコードを2つの種類に書いた',
    why: '国の一覧のコードは、1つの種類だけのものです。',
    steps: ['正しいほうの種類だけに残します。'],
  },
  'vocabulary-word-twice': {
    title: '1つの言葉が、2つの機能の名前になっている',
    why: 'どちらのことか決められないので、○と答えてあっても「要相談」として見せます。',
    steps: ['どちらか1つの機能からだけ、その言葉を使うようにします。'],
  },
};
