import { defineCodes } from '../define.ts';

/** Problems of a file, a sheet or a row as such, before anyone knows what its columns mean. */
export const ingestCodes = defineCodes({
  'file-empty': {
    severity: 'error',
    sentence: () =>
      'このファイルには何も入っていません。表を保存し直すか、このファイルを取り除いてください。',
  },
  'not-a-table': {
    severity: 'error',
    sentence: detail =>
      `このファイルの中身は${detail.format ?? '表ではないもの'}で、表として読めません。もとの表を、Excel ブック（.xlsx）か CSV（コンマ区切り）で保存したものを置いてください。`,
  },
  'text-binary': {
    severity: 'error',
    sentence: () =>
      'このファイルの中身は文字ではありません。メモ帳などで開いて、文字コード UTF-8 で保存し直してください。',
  },
  'xls-old': {
    severity: 'error',
    sentence: () =>
      '古い形式の Excel ファイル（.xls）は読めません。Excel で開き、「名前を付けて保存」でファイルの種類「Excel ブック（*.xlsx）」を選んで保存し直してください。',
  },
  'file-encrypted': {
    severity: 'error',
    sentence: () =>
      'パスワードで保護されているため読めません。パスワードを外して保存し直してください（Excel では「ファイル」→「情報」→「ブックの保護」）。',
  },
  'xlsx-broken': {
    severity: 'error',
    sentence: () =>
      'Excel ファイルが壊れていて読めません。Excel で開けるか確かめ、保存し直すか、もう一度受け取ってください。',
  },
  'zip-broken': {
    severity: 'error',
    sentence: () =>
      'zip が壊れていて読めません。もう一度ダウンロードするか、中の CSV を取り出して置いてください。',
  },
  'zip-too-large': {
    severity: 'error',
    sentence: detail =>
      `中身が大きすぎるか、圧縮のしかたが不自然なため、開かずにおきました（ファイル${detail.members}個、開くと${detail.size}MB。上限は${detail.limit}MB、zip の大きさの${detail.ratio}倍、${detail.most}個まで）。必要な表だけを取り出して置いてください。`,
  },
  'zip-nested': {
    severity: 'error',
    sentence: () =>
      'zip の中の zip や、zip の中のこわれた Excel ファイルは読みません。取り出して、フォルダーにそのまま置いてください。',
  },
  'zip-without-table': {
    severity: 'error',
    sentence: () => 'この zip には表が入っていません。CSV を入れた zip か、CSV そのものを置いてください。',
  },
  'zip-member-skipped': {
    severity: 'info',
    sentence: () =>
      'zip の中の、表ではなさそうなファイルなので読みませんでした。表であれば、名前の終わりを .csv にしてください。',
  },
  'encoding-euc-jp': {
    severity: 'repaired',
    sentence: () =>
      '文字コードが EUC-JP でした。EUC-JP として読みましたが、UTF-8 で保存し直しておくと確実です。',
  },
  'encoding-iso-2022-jp': {
    severity: 'repaired',
    sentence: () =>
      '文字コードが JIS（ISO-2022-JP）でした。JIS として読みましたが、UTF-8 で保存し直しておくと確実です。',
  },
  'encoding-mixed': {
    severity: 'repaired',
    sentence: () =>
      'この行だけ、ほかの行と文字コード（UTF-8 とシフト JIS）が違います。行ごとに読み分けましたが、文字化けがないか確かめ、UTF-8 で保存し直してください。',
  },
  'text-undecodable': {
    severity: 'error',
    sentence: detail => {
      const left =
        detail.left === 'text' ? 'があり、その値は使えません' : 'があるため、このセルは空欄として扱いました';
      return `には読めない文字（�）${left}。もとの資料を見て入力し直し、UTF-8 で保存してください。`;
    },
  },
  'quote-unclosed': {
    severity: 'error',
    sentence: detail =>
      detail.read === 'divided'
        ? 'の始めの「"」が閉じられていません。「"」がないものとして、この行だけを区切り直して読みました。「"」を消すか、セルの終わりにも付けてください（例："あおぞら病院"）。'
        : 'の始めの「"」が閉じられていないため、この行のここから後は空欄として扱いました。「"」を消すか、セルの終わりにも付けてください（例："あおぞら病院"）。',
  },
  'quote-stray': {
    severity: 'warning',
    sentence: () =>
      'の途中に「"」があります。このまま読みましたが、セルの切れ目が正しいか確かめてください。セルの中の「"」は2つ続けて書きます（例："""あおぞら""病院"）。',
  },
  'too-many-columns': {
    severity: 'error',
    sentence: detail =>
      `この行から${detail.columns}列あります。${detail.limit}列までを読み、残りは読みませんでした。使っていない列を削除してください。`,
  },
  'row-too-long': {
    severity: 'error',
    sentence: detail =>
      `この行は${detail.limit}文字を超えているため読みませんでした。改行が失われていないか確かめてください。`,
  },
  'sheet-hidden': {
    severity: 'info',
    sentence: () =>
      '表示されていないシートなので読みませんでした。載せる表であれば、シートを再表示して保存してください。',
  },
  'rows-hidden': {
    severity: 'info',
    sentence: detail =>
      `表示されていない行が${detail.count}行あります（${detail.first}行目${Number(detail.count) > 5 ? 'など' : ''}）。ほかの行と同じように読みました。載せない行は削除してください。`,
  },
  'columns-hidden': {
    severity: 'info',
    sentence: detail =>
      `表示されていない列が${detail.count}列あります（${detail.first}列${Number(detail.count) > 5 ? 'など' : ''}）。ほかの列と同じように読みました。載せない列は削除してください。`,
  },
  'cell-merged': {
    severity: 'repaired',
    sentence: detail =>
      `結合されたセルなので、「${detail.to}」をこの行にも補いました。違うときは、結合をやめて行ごとに入力してください。`,
  },
  'formula-error': {
    severity: 'warning',
    sentence: detail =>
      `計算式の結果がエラー（${detail.shown}）なので、空欄として扱いました。式を直すか、値を入力してください。`,
  },
  'formula-without-value': {
    severity: 'warning',
    sentence: () =>
      '計算式の結果が保存されていないので、空欄として扱いました。Excel で開いて、保存し直してください。',
  },
  'yaml-broken': {
    severity: 'error',
    sentence: detail => `YAML として読めません：${detail.reason}。`,
  },
  'yaml-too-large': {
    severity: 'error',
    sentence: detail =>
      `YAML のファイルは${detail.limit}MBまでです。ファイルを分けるか、CSV にしてください。`,
  },
  'yaml-not-a-list': {
    severity: 'error',
    sentence: () =>
      '事業所の一覧になっていません。事業所ごとに「- 」で始めて、項目を並べてください（例：「- 名称: あおぞら病院」）。',
  },
  'yaml-record-unreadable': {
    severity: 'error',
    sentence: (_, value) =>
      `${value === '' ? 'この行' : ''}は「項目: 値」の形になっていないため、読みませんでした。半角の「:」のあとに空白を1つ入れてください（例：「- 名称: あおぞら病院」）。`,
  },
  'yaml-key-duplicate': {
    severity: 'error',
    sentence: () =>
      '同じ項目が、違う値で2度書かれているため、空欄として扱いました。正しいほうだけを残してください。',
  },
  'yaml-value-too-deep': {
    severity: 'error',
    sentence: () =>
      '値が入れ子になりすぎているため、読みませんでした。「項目: 値」か「項目: [値, 値]」の形で書いてください。',
  },
});
