/** Sentences of the page of the professional edition. They cross to the island as props: plain text with `{name}` slots. */
import { refusalText } from './secure.ts';

export const proTexts = {
  title: '専門職の方へ',
  description: '医療・介護の専門職のための資源マップです。開くには合言葉がいります。',
  lead: '医療・介護の専門職だけが見る情報（連絡の窓口、空き、担当者など）をのせた版です。開くには、合言葉がいります。',
  noScript:
    'このページは、この端末では開けません（JavaScriptが使えないため）。だれでも見られる一覧は、下からごらんください。',
  publicLists: 'だれでも見られる一覧',

  phrase: {
    title: '合言葉を入れて開く',
    label: '合言葉',
    hint: 'ひらがなのことば 8つです。間の空白は、あってもなくても開けます。貼り付けてもかまいません。',
    show: '文字を見せる',
    hide: '文字をかくす',
    open: '開く',
    opening: '開いています…',
    empty: '合言葉を入れてください。',
    remember: 'この端末で覚える（{days}日）',
    rememberHint: '自分だけが使う端末でだけ、えらんでください。合言葉そのものは残しません。',
    whom: '合言葉が分からないときは、{name}{phone}に聞いてください。',
    whomUnknown: '合言葉が分からないときは、合言葉を受け取った窓口に聞いてください。',
    unknownWord: '{position}番目の「{word}」は、合言葉に使うことばの一覧にありません。',
    count: '合言葉は 8つのことばです。いまは {count}つ入っています。',
    noRow:
      '合言葉のことばの一覧にないことばがあるようです。漢字になっていないか、打ちまちがいがないか、確かめてください。',
  },
  kept: {
    open: 'この端末の鍵で開く',
    until: 'この端末は、{date}まで鍵を覚えています。',
    forget: 'この端末から消す',
    forgotten: 'この端末に残していたもの（鍵、通信がないときのためのファイル）を消しました。',
  },
  why: {
    asked: 'ロックしました。開いていた内容は、この端末のメモリから消しました。',
    idle: '{minutes}分のあいだ使われなかったので、ロックしました。',
  },
  problems: {
    ...refusalText,
    offline:
      '通信ができないため、まだ開けません。いちど通信のあるところで開くと、次からは通信がなくても使えます。',
    empty: '合言葉を入れてください。',
  },
  insecure:
    'このページは https:// で始まるアドレスで開いてください。http:// では、ブラウザーが暗号の機能を使わせないため、専門職版を開けません。',
  insecureLink: 'https で開く',

  protection: {
    title: '守っていること、守れないこと',
    does: [
      '公開のページには、専門職だけの情報を書いていません。専門職版は、合言葉がないと読めない形（暗号）で置いています。',
      '合言葉も、入れたことばも、見たページも、どこにも送りません。アドレスにも履歴にも残しません。',
      '{minutes}分使わないとロックします。',
    ],
    doesNot: [
      '合言葉を知っている人は、だれでも開けます。だれが開いたかの記録はありません。人に見せたり、転送したりしないでください。',
      '合言葉を取り消しても、すでに開いた人の手元にある内容は消せません。',
      '患者さんの情報を入れるところではありません。検索のことばに、名前や生年月日を入れないでください。',
      'ウイルスなどに入られた端末では守れません。',
    ],
    doesTitle: '守っていること',
    doesNotTitle: '守れないこと',
  },

  band: {
    name: '{name} 専門職版',
    made: '{date} 作成',
    asOf: '情報は {date}時点',
    lock: 'ロック',
    older:
      'この端末で前に開いた版（{date} 作成）より古い版です。サイトが古いものに戻されているようです。サイトの担当者に知らせてください。',
    offline: '通信なしで使っています',
  },
  loading: {
    list: '一覧を開いています…',
    rest: 'くわしい情報を読み込んでいます…',
    failed: 'くわしい情報を読み込めませんでした。通信を確認して、ページを読み込み直してください。',
  },
  views: {
    label: '見かた',
    list: '一覧',
    matrix: '一覧表',
    contacts: '連絡先',
    now: 'いま連絡できる',
    vacancy: '空き',
    map: '地図',
  },
} as const;

type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : Texts<T[K]>;
};
export type ProTexts = Texts<typeof proTexts>;
