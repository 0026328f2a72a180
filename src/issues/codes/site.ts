import { defineCodes } from '../define.ts';

type Detail = Readonly<Record<string, string>>;

const syntaxReasons: Readonly<Record<string, string>> = {
  tab: '字下げにタブ文字が使われています。半角スペースに直してください（例：「  title: …」）。',
  'full-width-colon':
    '全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。',
  'full-width-space':
    '行の始めに全角スペースがあります。半角スペースに直してください（例：「  title: …」）。',
  'colon-space': '「:」のあとに半角スペースがありません。1つ入れてください（例：「name: みほん圏域」）。',
  indent: '字下げがそろっていません。同じ段の項目は、行の始めの半角スペースの数をそろえてください。',
  quote:
    '引用符が閉じていません。始めと同じ「"」か「\'」を終わりにも付けてください（例：「name: "みほん圏域"」）。',
  bracket: 'かっこが閉じていません。「[」には「]」、「{」には「}」を付けてください（例：「[内科, 外科]」）。',
  start:
    'この記号で値を始めることはできません。値の全体を「"」で囲んでください（例：「label: "@ホーム"」）。',
  alias: '「*」で始まる値は使えません。値の全体を「"」で囲んでください（例：「label: "*印"」）。',
  documents: '「---」で区切られた2つ目の内容があります。1つのファイルには1つの内容だけを書いてください。',
};

const typeNames: Readonly<Record<string, string>> = {
  text: '文字（例：「みほん市」）',
  number: '数字（例：「12」）',
  integer: '整数（例：「12」）',
  boolean: '「true」か「false」',
  list: '一覧（例：「[1つ目, 2つ目]」、または「- 」で始まる行）',
  mapping: '「項目名: 値」の組（次の行から字下げして書きます）',
};

const formats: Readonly<Record<string, string>> = {
  url: 'はURLとして読めません。「https://」から書いてください（例：https://www.example.jp/）。',
  id: 'は識別名として使えません。半角の英小文字で始め、英小文字・数字・「-」だけで書いてください（例：home-visit-care）。',
  digits: 'は半角数字{count}けたではありません。先頭の「0」も省かずに書いてください。',
};

/** 「a」「b」「c」 */
function quoted(list: string | undefined): string {
  return (list ?? '')
    .split('\n')
    .filter(Boolean)
    .map(word => `「${word}」`)
    .join('');
}

function meant(detail: Detail): string {
  return detail.nearest ? `「${detail.nearest}」のまちがいではありませんか。` : '';
}

function orKnown(detail: Detail): string {
  return meant(detail) || (detail.known ? `使えるのは${quoted(detail.known)}です。` : '');
}

/** Problems of the files that set the site up: `site.yaml`, `columns.yaml`, `vocabulary/*.yaml`. */
export const siteCodes = defineCodes({
  'yaml-syntax': {
    severity: 'error',
    sentence: detail => {
      const reason =
        syntaxReasons[detail.reason ?? ''] ??
        'YAMLとして読めません。「項目名: 値」の形、字下げ、引用符やかっこの閉じ忘れを確かめてください（例：「name: みほん圏域」）。';
      return detail.more ? `この行から${Number(detail.more) + 1}行は、${reason}` : reason;
    },
  },
  'yaml-duplicate-key': {
    severity: 'error',
    sentence: () => '同じ項目名が2回あります。どちらか1つにまとめてください。',
  },
  'yaml-value-cut': {
    severity: 'warning',
    sentence: ({ lost = '' }, value) =>
      `${value === '' ? '' : 'のあとの'}「${lost}」は、メモとして読みとばしました。空白のあとの「#」からは、値に入りません。値なら、全体を「"」で囲んでください（例："${value === '' ? '' : `${value} `}${lost}"）。メモなら「# 」と、空白を1つ入れてください。`,
  },
  'yaml-too-complex': {
    severity: 'error',
    sentence: () => '入れ子や参照（「*」）が多すぎて読めません。参照を使わず、値をそのまま書いてください。',
  },
  'config-unknown-key': {
    severity: 'error',
    sentence: detail => `この項目名は使えません。${orKnown(detail)}`,
  },
  'config-missing-key': {
    severity: 'error',
    sentence: detail =>
      `この項目が${detail.parent ? `「${detail.parent}」の中に` : ''}ありません。「${detail.key ?? ''}: …」の形で書いてください。${detail.allowed ? `使えるのは${quoted(detail.allowed)}です。` : ''}`,
  },
  'config-wrong-type': {
    severity: 'error',
    sentence: (detail, value) => {
      const expected = (detail.expected ?? '').split('\n').map(name => typeNames[name] ?? name);
      return `${value === '' ? 'ここは' : 'はここでは使えません。'}${expected.join('、または')}で書いてください。`;
    },
  },
  'config-keys-mixed': {
    severity: 'error',
    sentence: detail =>
      `${quoted(detail.keys)}を、この形で1つの見出しに書くことはできません。決まった項目の列なら「項目」、機能の列なら「機能」（と「関係」「公開」）、新しい項目なら「名前」（と「公開」「絞り込み」）のどれか1つにしてください（例：{ 項目: 電話番号 }）。`,
  },
  'config-not-allowed': {
    severity: 'error',
    sentence: detail => `は使えない値です。${meant(detail)}使えるのは${quoted(detail.allowed)}です。`,
  },
  'config-bad-format': {
    severity: 'error',
    sentence: detail =>
      (
        formats[detail.format ?? ''] ?? 'は決められた書き方と合いません。説明書の例と見比べてください。'
      ).replace('{count}', detail.count ?? ''),
  },
  'config-out-of-range': {
    severity: 'error',
    sentence: detail => {
      const range = [
        detail.min && `${detail.min}${detail.open ? 'より大きい数' : '以上'}`,
        detail.max && `${detail.max}${detail.open ? 'より小さい数' : '以下'}`,
      ].filter(Boolean);
      return `は使える範囲の外です。${range.join('')}で書いてください。`;
    },
  },
  'config-invalid': {
    severity: 'error',
    sentence: () => 'この設定は使えません。説明書の例と見比べてください。',
  },
  'vocabulary-file-unknown': {
    severity: 'error',
    sentence: detail =>
      `このファイルは使われません。${meant(detail)}vocabulary フォルダに置けるのは${quoted(detail.known)}です。`,
  },
  'vocabulary-entry-twice': {
    severity: 'error',
    sentence: detail => `は同じファイルの${detail.first ?? ''}行目にもあります。1つにまとめてください。`,
  },
  'vocabulary-reference-unknown': {
    severity: 'error',
    sentence: detail =>
      `は語彙にありません。${meant(detail) || 'つづりを確かめるか、先にその項目を加えてください。'}`,
  },
  'vocabulary-code-twice': {
    severity: 'error',
    sentence: detail =>
      `は「${detail.other ?? ''}」のコードです。1つのコードは1つの種類にだけ書いてください。`,
  },
  'vocabulary-word-twice': {
    severity: 'warning',
    sentence: detail =>
      `は${quoted(detail.ids)}のどちらの言葉にもなっています。見出しがこの言葉のとき、○でも「△ 要相談」として読みます。どちらか1つにしてください。`,
  },
});
