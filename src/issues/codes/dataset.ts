import { defineCodes } from '../define.ts';

const nearestHint = (nearest: string | undefined): string =>
  nearest ? `「${nearest}」のまちがいではありませんか。` : '';

const noHeaderCauses: Readonly<Record<string, string>> = {
  garbled:
    '文字化けしているようです。もとのファイルを開き、「CSV UTF-8（コンマ区切り）」かExcelブック（.xlsx）で保存し直してください。',
  separator:
    '列の区切りが「，」や「、」などになっているようです。区切りを半角の「,」にするか、Excelブック（.xlsx）で保存し直してください。',
};

/** Problems of tables, rows and records: headers, identity, joining, completeness. */
export const datasetCodes = defineCodes({
  'table-empty': {
    severity: 'warning',
    sentence: () =>
      'このシートには何も書かれていません。1行目に見出し（例：名称、種別、電話番号）、2行目から1行に1件ずつ入力してください。',
  },
  'table-header-only': {
    severity: 'warning',
    sentence: () => '見出しだけで、事業所の行がありません。見出しの次の行から1行に1件ずつ入力してください。',
  },
  'header-not-found': {
    severity: 'error',
    sentence: ({ cause }) =>
      `で始まるこの表には、知っている見出しの行が見つかりません。${noHeaderCauses[cause ?? ''] ?? '「名称」「種別」「住所」「電話番号」などの見出しを1行に並べてください。'}この表の行は使っていません。`,
  },
  'header-required-missing': {
    severity: 'error',
    sentence: ({ meant }) =>
      `の見出しがないため、この表の行は使っていません。${(meant ?? '')
        .split('\n')
        .filter(Boolean)
        .map(pair => pair.split('\t'))
        .map(
          ([header, wanted = '名称']) =>
            `見出し「${header}」が「${wanted}」のことなら、「${wanted}」と書き直してください。`,
        )
        .join('')}見出しの行には「名称」と「種別」が必要です（例：名称、種別、住所、電話番号）。`,
  },
  'header-unknown': {
    severity: 'warning',
    sentence: ({ nearest }) =>
      `という見出しは使い方が決まっていないため、この列は公開していません。${nearestHint(nearest)}使う列なら見出しを直すか columns.yaml に書き、使わない列なら columns.yaml に「使わない」と書いてください。`,
  },
  'header-duplicate': {
    severity: 'warning',
    sentence: ({ first }, value) =>
      `は、前の列「${first}」と同じ内容の見出しです。前の列だけを使いました。1つにまとめるか、見出しを変えてください。${first === value ? `表を変えられないときは、columns.yaml に「${value} (2): …」のように、何番目の列かを付けて書けます。` : ''}`,
  },
  'header-missing': {
    severity: 'warning',
    sentence: () => 'の列に見出しがないため、この列は使っていません。見出し（例：備考）を入力してください。',
  },
  'column-not-used': {
    severity: 'info',
    sentence: () =>
      'などが入力されている列ですが、資源マップでは使わない項目なので公開していません。直す必要はありません。',
  },
  'columns-field-unknown': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `は columns.yaml の「項目」に書けない項目名です。${nearestHint(nearest)}項目名は様式の見出し（例：電話番号）で書いてください。この列は公開していません。`,
  },
  'columns-header-not-found': {
    severity: 'warning',
    sentence: ({ nearest, position }) =>
      position
        ? `この見出しの列は、どの表にもありません。列の位置のことなら、「ファイルごと:」の下のファイル名の中に書いてください（例：ファイルごと: { 一覧.csv: { ${position}: 電話番号 } }）。`
        : `この見出しの列は、どの表にもありません。${nearestHint(nearest)}表の見出しのとおりに書き直し、もう使わないなら columns.yaml のこの行を消してください。`,
  },
  'columns-file-not-found': {
    severity: 'warning',
    sentence: ({ nearest }) =>
      `というファイルもシートも、読んだ表の中にありません。${nearestHint(nearest)}「ファイルごと:」の下には、ファイル名（例：一覧.csv）か、ファイル名とシート名（例：一覧.xlsx/薬局）を書いてください。`,
  },
  'columns-value-unreadable': {
    severity: 'error',
    sentence: ({ wanted, nearest }) =>
      `は、columns.yaml に書かれていますが、この列では使えない言葉です。${nearestHint(nearest)}${wanted ?? '様式で使う言葉'}で書いてください。`,
  },
  'answer-unknown': {
    severity: 'warning',
    sentence: ({ nearest }) =>
      `という機能は分からないため、この答えは使っていません（同じセルのほかの答えは使いました）。${nearestHint(nearest)}columns.yaml の「値」に、どの機能のことか（使わないなら「使わない」）を書いてください。`,
  },
  'option-not-plain': {
    severity: 'warning',
    sentence: ({ word }) =>
      `は○か空欄ではないため、「${word ?? ''}」には数えていません。○か空欄にするか、columns.yaml の「値」に読み方を書いてください（例：値: { △: ○ }）。`,
  },
  'column-personal-names': {
    severity: 'warning',
    sentence: ({ count }) =>
      `など、人の名前と思われる値が${count ?? ''}件あり、公開される列です。名前を出さないなら columns.yaml に「使わない」か「公開: 専門職」と書いてください。`,
  },
  'cell-personal-name': {
    severity: 'warning',
    sentence: ({ count }) =>
      `のように、人の名前かもしれない書き方が、公開される列に${count ?? ''}件あります。名前を出さないなら消すか、「担当者」の列（専門職だけが見ます）に移してください。`,
  },
  'columns-audience-undecided': {
    severity: 'warning',
    sentence: () =>
      'この列をだれに見せるかが書かれていないので、専門職だけに見せています。columns.yaml のこの列に「公開: だれでも」か「公開: 専門職」と書いてください。',
  },
  'contact-sealed-by-default': {
    severity: 'info',
    sentence: () =>
      'のような FAX 番号とメールは、調査の答えと考えて、専門職だけに見せています。公表されている値なら、「データ区分」の列に「公表」と書くか、site.yaml の sources にこのファイルと kind: official を書いてください。調査の答えなら、kind: survey と書くと、この知らせは出なくなります。',
  },
  'columns-capability-unknown': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `は columns.yaml の「機能」に書けない名前です。${nearestHint(nearest)}機能の名前かID（例：胃ろうの管理、proc-gastrostomy）で書いてください。この列は公開していません。`,
  },
  'row-not-a-record': {
    severity: 'info',
    sentence: () =>
      'の行は、注や合計などの行と考えて、事業所として数えていません。事業所なら「名称」と「種別」を入力してください。',
  },
  'row-too-short': {
    severity: 'warning',
    sentence: ({ cells, header }) =>
      `見出しは${header}列ありますが、この行は${cells}列しかありません。足りない列は空欄として読みました。列がずれていないか確かめてください。`,
  },
  'cell-beyond-header': {
    severity: 'warning',
    sentence: () =>
      'は見出しのある列より右にあるため、使っていません。列がずれていないか、セルの中の「,」が列の区切りになっていないか確かめてください。',
  },
  'name-missing': {
    severity: 'error',
    sentence: () =>
      '名称がないため、この行は掲載していません。「名称」の列に事業所の名前を入力してください（例：みほん訪問看護ステーション）。',
  },
  'type-missing': {
    severity: 'error',
    sentence: () =>
      '種別がないため、この行は掲載していません。「種別」の列に入力してください（例：訪問看護、診療所、薬局）。',
  },
  'type-unknown': {
    severity: 'error',
    sentence: ({ nearest, candidates, several }) =>
      several
        ? `には種別が${several.split('\n').length}つ書かれているため、この行は掲載していません。1行に1つのサービスを書き、「${several.replaceAll('\n', '」の行と「')}」の行に分けてください（同じIDか事業所番号なら1つの事業所にまとまります）。`
        : `という種別は分からないため、この行は掲載していません。${candidates ? `「${candidates.replaceAll('\n', '」か「')}」のどちらかを書いてください。` : nearestHint(nearest)}様式の種別の名前（例：訪問看護、診療所、薬局）で入力してください。`,
  },
  'service-unknown': {
    severity: 'error',
    sentence: ({ word, nearest }) =>
      `のうち「${word}」というサービスは分からないため、掲載していません（ほかのサービスは掲載しました）。${nearestHint(nearest)}介護サービスの種類の名前（例：訪問看護、通所介護）で入力してください。`,
  },
  'status-unknown': {
    severity: 'error',
    sentence: () =>
      'という状況は読めないため、掲載していません。「営業中」「休止」「廃止」「非公開」のどれかで入力してください。',
  },
  'position-state-unknown': {
    severity: 'warning',
    sentence: () =>
      'という地図上の位置は読めません。位置が確かでない施設だけ「未確認」と入力し、ほかは空欄にしてください。',
  },
  'source-kind-unknown': {
    severity: 'warning',
    sentence: () =>
      'というデータ区分は読めないため、調査として扱いました。「公表」「調査」のどちらかで入力してください。',
  },
  'erasure-not-possible': {
    severity: 'error',
    sentence: () =>
      'はこの列には使えないため、この記録は公開していません。公開しないなら「非公開」、公開するなら空欄にしてください。',
  },
  'name-marked-deleted': {
    severity: 'warning',
    sentence: () =>
      'は名称の初めに【削除】とあるため、掲載していません。掲載をやめるなら「状況」に「廃止」か「非公開」と入力してください。',
  },
  'listing-unknown': {
    severity: 'error',
    sentence: () =>
      'という掲載区分は読めないため、一般には公開していません。「公開」「専門職のみ」「非公開」のどれかで入力してください。',
  },
  'consent-missing': {
    severity: 'warning',
    sentence: () =>
      '掲載の同意が記入されていないため、この行は使っていません。「あり」か「なし」を入力してください。',
  },
  'consent-unknown': {
    severity: 'error',
    sentence: () =>
      'という掲載同意は読めないため、この行は使っていません。「あり」か「なし」で入力してください。',
  },
  'capability-official-only': {
    severity: 'warning',
    sentence: ({ label }) =>
      `「${label}」は国や県の名簿にもとづく項目なので、調査の回答では掲載していません。公表データのファイルなら site.yaml の sources に kind: official と書いてください。`,
  },
  'duplicate-row': {
    severity: 'warning',
    sentence: ({ row }) =>
      `は${row}行目と同じ内容です。1件として掲載しました。どちらかの行を消してください。`,
  },
  'duplicate-id': {
    severity: 'error',
    sentence: ({ name, row }) =>
      `というIDは${row}行目「${name}」でも使われているため、この行は掲載していません。別の事業所なら別のIDを、同じ事業所の別のサービスなら「種別」を変えてください。`,
  },
  'duplicate-number': {
    severity: 'warning',
    sentence: ({ name, row }) =>
      `という番号は${row}行目「${name}」と同じです。別の記録として掲載し、この行の番号は照合に使っていません。番号を確かめてください。`,
  },
  'duplicate-name-address': {
    severity: 'warning',
    sentence: ({ name, row }) =>
      `は、名称と住所が${row}行目「${name}」と同じで、ほかの内容が違います。別の記録として掲載しました。同じ事業所ならどちらかの行を消すか「ID」の列に同じIDを入れ、別の事業所なら別のIDを入れてください（例：mihon-001）。`,
  },
  'same-record-empty': {
    severity: 'warning',
    sentence: () =>
      'ここが空欄のため、この組は使っていません。公開中のページのID（/f/ のうしろの文字）を入力するか、行を消してください（例：1570600001）。',
  },
  'same-verdict-contradiction': {
    severity: 'error',
    sentence: ({ row }) =>
      `の組は、${row}行目では違う判定です。どちらか決められないため、1件にまとめていません。どちらかの行を消してください。`,
  },
  'same-record-not-found': {
    severity: 'warning',
    sentence: () =>
      'という記録が見つからないため、この組は使っていません。廃止された事業所なら行を消し、番号が変わったなら書き直してください。',
  },
  'same-verdict-unknown': {
    severity: 'warning',
    sentence: () =>
      'という判定は読めないため、まだ決まっていない組として扱いました。「同じ」か「別」を入力してください。',
  },
  'same-proposed': {
    severity: 'info',
    sentence: ({ name, reasons }) =>
      `は「${name}」と同じ事業所かもしれません（${reasons}）。match --out same-案.xlsx で表を作り、判定を入れて match --take same-案.xlsx で加えると1件にまとまります。`,
  },
  'ids-record-not-found': {
    severity: 'warning',
    sentence: () =>
      'にあたる記録が見つかりません。名称か住所が変わったなら、キーを新しいもの（check --ids で書き出せます）に直すと、ページのIDは変わりません。なくなった事業所なら行を消してください。',
  },
  'suppress-record-not-found': {
    severity: 'error',
    sentence: () =>
      'にあたる記録が見つからないため、何も止めていません。公開中のページのID（/f/ のうしろの文字）か事業所番号で書いてください。もう元データにないなら行を消してください。',
  },
  'suppress-line-empty': {
    severity: 'error',
    sentence: () =>
      '記録も名称も書かれていないため、何も止めていません。「記録」にページのIDか事業所番号を入力してください（例：4071802468）。',
  },
  'list-header-missing': {
    severity: 'error',
    sentence: () =>
      'の見出しがそろった行がないため、このファイルは使っていません。見出しの行に加えてください。',
  },
  'list-column-unknown': {
    severity: 'warning',
    sentence: ({ nearest }) =>
      `という見出しは読み方が決まっていないため、この列は使っていません。${nearestHint(nearest)}使う列なら見出しを直し、覚え書きなら見出しを「メモ」にしてください。`,
  },
  'list-record-empty': {
    severity: 'error',
    sentence: () =>
      'ここが空欄のため、どの事業所のことか分からず、この行は使っていません。ページのID（/f/ のうしろの文字）か事業所番号を入力してください（例：1570600001）。',
  },
  'list-record-not-found': {
    severity: 'error',
    sentence: () =>
      'にあたる事業所が見つからないため、この行は使っていません。ページのID（/f/ のうしろの文字）か事業所番号で書いてください（例：1570600001）。なくなった事業所なら行を消してください。',
  },
  'list-record-ambiguous': {
    severity: 'error',
    sentence: () =>
      'にあたる事業所が2つ以上あるため、この行は使っていません。事業所番号のかわりに、ページのID（/f/ のうしろの文字）で書いてください。',
  },
  'list-service-not-found': {
    severity: 'error',
    sentence: () =>
      'というサービスは、この事業所にありません。この行は使っていません。事業所のページにあるサービスの名前を入力するか、空欄にしてください（例：訪問看護）。',
  },
  'list-service-needed': {
    severity: 'error',
    sentence: () =>
      'だけでは、この事業所のどのサービスのことか決められないため、この行は使っていません。「サービス」に、事業所のページにある名前を入力してください（例：訪問看護）。',
  },
  'contact-purpose-empty': {
    severity: 'warning',
    sentence: () =>
      '目的が空欄のため、「連絡」として載せました。何のための窓口かを入力してください（例：退院調整、主治医意見書、照会）。',
  },
  'contact-time-unreadable': {
    severity: 'warning',
    sentence: () =>
      'は曜日と時間として読めないため、そのまま載せ、「いま連絡してよいか」は「わからない」と示します。曜日から書いてください（例：月～金 13:00-14:00／土 9:00-12:00）。',
  },
  'vacancy-count-empty': {
    severity: 'warning',
    sentence: () =>
      '空き数が空欄のため、「記入なし」と示します。数か言葉を入力してください（例：2、なし、要相談）。',
  },
  'vacancy-date-missing': {
    severity: 'warning',
    sentence: () =>
      '時点がないため、いつの空きか分からず、「電話で確認」と示します。確かめた日を入力してください（例：2026-04-01）。',
  },
  'area-id-invalid': {
    severity: 'error',
    sentence: () =>
      'は区域のIDに使えません。半角の英小文字・数字・「-」で入力してください（例：nishi-machi）。',
  },
  'area-id-duplicate': {
    severity: 'error',
    sentence: () => 'という区域のIDが2回あります。あとの行は使っていません。別のIDにしてください。',
  },
  'area-parent-cycle': {
    severity: 'error',
    sentence: ({ area }) =>
      `が「${area}」の親になっていますが、親をたどると自分に戻ります。親のない区域として扱いました。広い区域のIDを「親」に入力してください。`,
  },
  'area-name-empty': {
    severity: 'error',
    sentence: ({ id }) =>
      `区域の名前がないため、ID「${id}」のまま表示します。「名前」の列に入力してください（例：北部圏域）。`,
  },
  'area-parent-unknown': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `という親の区域はありません。親のない区域として扱いました。${nearestHint(nearest)}areas.csv にある区域のIDを入力してください（例：mihono）。`,
  },
  'area-figures-contradict': {
    severity: 'warning',
    sentence: ({ whole, count }) =>
      `は「${whole}」の${count}より多いため、使っていません。2つの数を確かめてください。`,
  },
  'area-kind-unknown': {
    severity: 'warning',
    sentence: () =>
      'という区域の種別は読めないため、町丁として扱いました。「市区町村」「圏域」「町丁」のどれかで入力してください。',
  },
  'missing-kana': {
    severity: 'missing',
    sentence: () =>
      'のカナがありません。「名称_カナ」を入力すると、五十音順の正しい場所に並び、よみでも探せます（例：ミホンクリニック）。',
  },
  'missing-position': {
    severity: 'missing',
    sentence: () =>
      'の地図上の位置がありません。一覧には載りますが、地図には出ません。「緯度」「経度」を入力してください（例：37.951234、139.401234）。',
  },
  'missing-address': {
    severity: 'missing',
    sentence: () => 'の住所がありません。「住所」を入力してください（例：みほん県みほ野市西町1-2-3）。',
  },
  'missing-phone': {
    severity: 'missing',
    sentence: () => 'の電話番号がありません。「電話番号」を入力してください（例：0254-00-0004）。',
  },
  'date-in-future': {
    severity: 'error',
    sentence: ({ today }) =>
      `は今日（${today}）より先の日付のため、使っていません。年を確かめて入力し直してください（例：2026-04-01）。`,
  },
  'missing-confirmation': {
    severity: 'missing',
    sentence: () =>
      'の確認日がありません。電話などで確かめた日を「確認日」に入力してください（例：2026-05-01）。',
  },
  'id-not-permanent': {
    severity: 'info',
    sentence: ({ id }) =>
      `のページのID「${id}」は名称と住所から作ったもので、名称が変わると変わります。「ID」の列か ids.csv に書いておくと変わりません。`,
  },
  'refusal-not-published': {
    severity: 'info',
    sentence: ({ label }) =>
      `の「${label}」の × は、人の集まりへの断りになるため公開せず、答えのない項目として扱いました。`,
  },
  'place-not-found': {
    severity: 'error',
    sentence: ({ nearest }) =>
      `にあたる行がどのファイルにもありません。${nearestHint(nearest)}市区町村の名前か6けたのコード、区域のIDを確かめてください（例：飯塚市、402052）。`,
  },
  'row-outside': {
    severity: 'info',
    sentence: () =>
      'は site.yaml の municipalities の外にあるため、掲載していません。地域の中なら、住所か市区町村名を確かめてください。',
  },
  'record-held-back': {
    severity: 'info',
    sentence: ({ reason }) => `は掲載していません（${reason}）。`,
  },
  'same-id-different-office': {
    severity: 'error',
    sentence: ({ name, file, row }) =>
      `というIDは${file} ${row}行目の「${name}」と同じですが、名称も住所も違います。1件にまとめて掲載しました。別の事業所なら、別のIDにしてください。`,
  },
  'ditto-filled': {
    severity: 'repaired',
    sentence: ({ to }) => `は上の行と同じ「${to}」と読みました。元の表も、同じ言葉を入力してください。`,
  },
  'hours-columns-not-used': {
    severity: 'warning',
    sentence: () =>
      'は使っていません。曜日の列に時間が入力されている行では、曜日の列だけを使います。どちらかに合わせてください。',
  },
  'source-not-found': {
    severity: 'error',
    sentence: () =>
      'というファイルが見つかりません。ファイル名と場所を確かめてください（site.yaml のある場所から書きます。例：facilities/一覧.csv）。',
  },
  'layout-unknown': {
    severity: 'error',
    sentence: ({ nearest, known }) =>
      `という layout はありません。${nearestHint(nearest)}${known ? `使えるのは「${known.replaceAll('\n', '」「')}」です。` : ''}見出しから様式を判断して読みました。分からないときは layout を書かないでください。`,
  },
  'control-file-misnamed': {
    severity: 'error',
    sentence: ({ meant }) =>
      `このファイルは読んでいません。「${meant}」のまちがいではありませんか。ファイル名を「${meant}」に直してください（大文字・小文字と、最後の .txt や .xlsx も確かめてください）。`,
  },
  'file-not-used': {
    severity: 'info',
    sentence: () =>
      'このファイルは使っていません。事業所の一覧なら facilities フォルダーに入れてください。使わないファイルなら、そのままでかまいません。',
  },
  'source-not-listed': {
    severity: 'warning',
    sentence: () =>
      'このファイルは site.yaml の sources に書かれていないため、読んでいません。使うなら sources に加え、使わないならフォルダーから出してください。',
  },
  'file-duplicate': {
    severity: 'error',
    sentence: ({ first }) =>
      `このファイルは「${first}」と中身が同じなので、読んでいません。コピーなら facilities フォルダーから出してください。`,
  },
  'file-kind-unknown': {
    severity: 'warning',
    sentence: () =>
      'この種類のファイルは読めません。CSV、TSV、Excel（.xlsx）、zip、YAMLのどれかで保存してください。',
  },
  'facilities-empty': {
    severity: 'warning',
    sentence: () =>
      '表のファイルがありません。事業所の一覧（CSVかExcel）を facilities フォルダーに入れてください。',
  },
  'site-missing': {
    severity: 'error',
    sentence: () =>
      'site.yaml がありません。地域の名前を1行書いたファイルを置いてください（例：name: みほん圏域）。',
  },
  'site-type-unknown': {
    severity: 'warning',
    sentence: ({ nearest }) => `という種別のIDはありません。${nearestHint(nearest)}`,
  },
  'extension-without-phone': {
    severity: 'warning',
    sentence: () =>
      'は内線番号ですが、電話番号がないため、掲載していません。「電話番号」に代表の番号を入力してください（例：0254-00-0001）。',
  },
});
