/** Sentences of the leak guard. A field is called by the header of its column. */
const fields: Readonly<Record<string, string>> = {
  ...{ keys: '番号', numbers: '番号', name: '名称', kana: '名称_カナ', address: '住所' },
  ...{ phones: '電話番号', fax: 'FAX番号', email: 'メール', url: 'URL', corporation: '法人の名称' },
  ...{ hours: '時間', serviceArea: '訪問地域', transferArea: '送迎範囲', specialities: '診療科目' },
  ...{ remarks: '備考', fees: '料金', acceptance: '新規の受け入れ', afterHours: '時間外における対応' },
  ...{
    capabilities: '対応できることの補足',
    confirmed: '確認者',
    title: '出典の名前',
    publisher: '出典の公表者',
  },
  ...{ persons: '担当者', contactRules: '連絡のルール', caremanagerHours: 'ケアマネタイム', vacancy: '空き' },
};

export const leakGuardText = {
  /** Where a key is from. */
  edition: '専門職版',
  secrets: { phrase: '合言葉', key: '鍵', unsealed: '封をする前の中身' },
  fields,
  /** Nothing was published. `lines`: one for each file and value. */
  found: (lines: readonly string[], rest: number) =>
    [
      '公開しない値が、作ったサイトの中に見つかったため、公開していません。前のサイトはそのままです。',
      ...lines.map(line => `  ${line}`),
      ...(rest > 0 ? [`  …（ほか${rest}ファイル）`] : []),
      'サイトの中のファイルと、その値を読んだところです（値そのものは表示しません）。',
      'files/ に置いたファイルなら、その値を消すか、ファイルを外してください。だれが見てもよい値なら、site.yaml の publicTexts にその値を書いてください。ほかのファイルのときは、このツールの誤りかもしれません。公開せずに、配布元へ知らせてください。',
    ].join('\n'),
  /** `original`: the file of the region's folder that was copied. `found`: at least one value. */
  line: (file: string, original: string | null, found: readonly { at: string; field: string }[]) => {
    const copied = original === null || original === file ? '' : `（地域のフォルダーの ${original}）`;
    const values = found.slice(0, 3).map(({ at, field }) => `${at}「${field}」の値`);
    const rest = found.length > 3 ? ` ほか${found.length - 3}件` : '';
    return `${file}${copied}：${values.join('、')}${rest}`;
  },
  /** Of what stands in the professional part. */
  professionalFields: {
    ...fields,
    phones: '夜間連絡先',
    remarks: '専門職向け備考',
    name: '担当者',
  } as Readonly<Record<string, string>>,
};
