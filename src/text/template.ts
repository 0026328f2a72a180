import type { FieldKey } from '../columns/fields.ts';

/** Sentences of the sheets a region collects its data with. */
export const templateText = {
  guideSheet: '書き方',
  choiceSheet: '選択肢',
  title: '資源マップの様式',
  /** The name of the example row: a name that begins with ※ is read as a note, not as an office. */
  exampleName: '※記入例（この行はそのままでも、消してもかまいません）',
  answer:
    '○ 対応あり、△ 要相談、予定、× 対応なし。わからないときは空らんのまま。説明は後ろのかっこに書けます（例：△（退院前に連絡を））',
  meanings: {
    id: 'この地域で付ける番号（半角の英数字と「-」）。ページの住所になり、変えません。決めていないときは空らんで',
    type: 'サービスの種類。一覧から選びます',
    fax: 'FAX番号。専門職だけに見せます',
    email: 'メール。専門職だけに見せます',
    consent:
      'サイトにのせることに同意したか。「なし」の行は、のせません。空らんの行も、この列を使うときは、のせません',
    listing: '「専門職のみ」「非公開」の行は、住民向けのページに出ません。空らんは「公開」です',
    status: '「休止」「廃止」の行は、のせません',
    confirmedOn: '電話などで確かめた日',
    confirmedBy: '確かめた人や団体',
    confirmedHow: '確かめかた',
    caremanagerTime: 'ケアマネジャーからの連絡を受ける時間',
  } as Readonly<Partial<Record<FieldKey, string>>>,
  examples: {
    caremanagerTime: '火・木 13:00-14:00',
    contactRule: '主治医意見書：医事課にFAX',
    person: '相談員 みほん',
    nightPhone: '070-0000-0001',
    professionalRemarks: '退院前カンファレンスは1週間前までに連絡を',
    vacancy: '月 1名',
    consent: 'あり',
    listing: '公開',
    fax: '0254-00-1001',
    email: 'info@mihon.example.jp',
  } as Readonly<Partial<Record<FieldKey, string>>>,
  guide: [
    '1. 下の見出し（シート）から、事業所の種類に合う用紙を選びます。1行が1つのサービスです。',
    '2. 「名称」と「種別」は、かならず書きます。わからないところは空らんのままにします。空らんは「できない」ではなく「わからない」になります。',
    '3. 青い見出しは、みんなに見える項目。だいだい色の見出しは、専門職だけに見せる項目。灰色の見出しは、どこにも見えない項目です。',
    '4. 見出しの行は、書きかえられないようにしてあります（校閲 →「シート保護の解除」で外せます。パスワードはありません）。',
    '5. 列は、使わなければ消してかまいません。足した列は、columns.yaml に書くまで、どこにも出ません。',
    '6. できあがったら、地域のフォルダーの facilities に入れます。Excel のまま（.xlsx）でかまいません。',
  ],
  columns: {
    sheet: '用紙',
    header: '見出し',
    meaning: '書くこと',
    example: '例',
    audience: 'だれに見えるか',
  },
  audiences: { public: 'みんな', professional: '専門職だけ', none: '見えない' },
  wrongChoice: '一覧にない言葉です。一覧から選ぶか、そのまま入れてあとで直すこともできます。',
} as const;
