import { defineCodes } from '../define.ts';

/** What can be wrong with the value of one cell. Names of persons, offices and places in the examples are invented. */
export const valueCodes = defineCodes({
  'stated-none': {
    severity: 'info',
    sentence: () => 'は「情報がない」という意味として、空欄と同じに扱いました。空欄のままでもかまいません。',
  },
  'value-too-long': {
    severity: 'error',
    sentence: () =>
      'は長すぎるため（1,000文字まで）、使えません。別の列の文章が入っていないか確かめ、説明は備考の列に移してください（例：電話番号の列には 025-000-0000 だけ）。',
  },
  'formula-like': {
    severity: 'warning',
    sentence: () =>
      'は表計算ソフトが計算式として扱うおそれのある文字（= + - @）で始まっています。意図したものでなければ、先頭の記号を消してください（例：=みほん医院 → みほん医院）。',
  },
  'lost-character': {
    severity: 'warning',
    sentence: () =>
      'に、読めなくなった文字（�）があります。元の資料を見て入力し直してください（例：�橋医院 → 髙橋医院）。',
  },
  'newline-in-name': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `はセルの中で改行されているため、「${to}」と1行にしました。元の表も1行にしてください（例：みほん病院 本館）。`,
  },

  'kana-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と全角カタカナに直しました。元の表も全角カタカナにしてください（例：ミホンイイン）。`,
  },
  'kana-has-kanji': {
    severity: 'warning',
    sentence: () =>
      'に漢字がまじっているため、ひらがなで探しても見つからないことがあります。すべて全角カタカナで入力してください（例：ホウモンカンゴ　ミホン）。',
  },
  'kana-not-kana': {
    severity: 'warning',
    sentence: () =>
      'は読みがなとして使えないため、空欄として扱いました。全角カタカナで入力してください（例：ミホンイイン）。',
  },

  'phone-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と読みました。元の表も半角の数字とハイフンにしてください（例：03-0000-0000）。`,
  },
  'phone-lost-zero': {
    severity: 'error',
    sentence: ({ suggestion }) =>
      `は先頭の 0 が失われた番号のようです（「${suggestion}」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：025-000-0000）。`,
  },
  'phone-wrong-length': {
    severity: 'error',
    sentence: ({ digits }) =>
      `は電話番号としては桁数が合いません（数字が${digits}個です）。市外局番から、10桁（携帯電話・050・0800 は11桁）で入力してください（例：025-000-0000）。`,
  },
  'phone-no-leading-zero': {
    severity: 'error',
    sentence: () =>
      'は 0 で始まっていないため、電話番号として使えません。市外局番から入力してください（例：025-000-0000）。',
  },
  'phone-letter-for-digit': {
    severity: 'error',
    sentence: ({ suggestion }) =>
      `には数字の代わりに英字（O や l など）が使われているようです（「${suggestion}」ではありませんか）。確かめたうえで、数字だけで入力し直してください（例：025-000-0000）。`,
  },
  'phone-not-a-number': {
    severity: 'error',
    sentence: () =>
      'は電話番号として読めません。番号だけを入力し、説明は備考の列に書いてください（例：025-000-0000）。番号がなければ空欄にしてください。',
  },
  'postal-code-lost-zero': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は先頭の 0 が失われていたため「${to}」と直しました。元の表は、セルの書式を「文字列」にして7桁で入力してください（例：0600001）。`,
  },
  'postal-code-unreadable': {
    severity: 'error',
    sentence: () =>
      'は郵便番号として読めません。7桁の数字で入力してください（例：8200001 または 820-0001）。',
  },

  'municipality-code-lost-zero': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は先頭の 0 が失われていたため「${to}」と直しました。元の表は、セルの書式を「文字列」にして6桁で入力してください（例：011029）。`,
  },
  'municipality-code-without-check-digit': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は検査数字（6桁目）がないため、補って「${to}」と読みました。元の表も6桁で入力してください（例：402052）。`,
  },
  'municipality-code-ambiguous': {
    severity: 'error',
    sentence: ({ options }) =>
      `は5桁のため、どの市区町村か決められません（${options} のどちらにも読めます）。6桁で入力してください（例：402052）。`,
  },
  'municipality-code-check-digit': {
    severity: 'error',
    sentence: ({ expected }) =>
      `は全国地方公共団体コードにない番号です（最初の5桁が正しければ「${expected}」です）。総務省の一覧で6桁の番号を確かめてください（例：402052）。`,
  },
  'municipality-code-unreadable': {
    severity: 'error',
    sentence: () => 'は全国地方公共団体コードとして読めません。6桁の数字で入力してください（例：402052）。',
  },

  'corporate-number-check-digit': {
    severity: 'warning',
    sentence: () =>
      'は法人番号の検査数字が合わないため、打ちまちがいのおそれがあります。国税庁の法人番号公表サイトで確かめてください（例：5080001018392）。',
  },
  'corporate-number-wrong-length': {
    severity: 'error',
    sentence: ({ found }) =>
      `は法人番号として読めません（${found}文字です）。13桁の数字で入力してください（例：5080001018392）。`,
  },
  'number-in-exponent-form': {
    severity: 'error',
    sentence: () =>
      'は Excel が長い番号を指数の形に変えたもので、元の番号には戻せません。セルの書式を「文字列」にしてから、番号を入力し直してください（例：2.54E+08 → 0254-00-0004）。',
  },
  'code-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と読みました。元の表も半角の英数字だけで入力してください（例：1370100000）。`,
  },
  'code-zero-restored': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は先頭の 0 が失われていたため「${to}」と直しました。元の表は、セルの書式を「文字列」にして入力してください（例：0170100000）。`,
  },
  'code-lost-zero': {
    severity: 'error',
    sentence: ({ name, length, suggestion }) =>
      `は${name}の${length}桁に1桁足りません（先頭の 0 が失われた「${suggestion}」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：0170100000）。`,
  },
  'code-unreadable': {
    severity: 'error',
    sentence: ({ name, length, found }) =>
      `は${name}として読めません（${found}文字です）。都道府県の番号で始まる${length}桁を半角で入力してください（例：${length === '13' ? '4011100000000' : '4070500000'}）。`,
  },

  'date-from-serial': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は Excel の日付の通し番号のため「${to}」と読みました。元の表は、セルの書式を「日付」にしてください（例：2026-04-01）。`,
  },
  'date-two-digit-year': {
    severity: 'error',
    sentence: () =>
      'は年が2桁のため、西暦か和暦か決められません。西暦4桁か、元号をつけて入力してください（例：2026-04-01 または 令和8年4月1日）。',
  },
  'date-fiscal-year': {
    severity: 'warning',
    sentence: () => 'は年度のため、日付として扱えません。年月か年月日で入力してください（例：2026-04）。',
  },
  'date-impossible': {
    severity: 'error',
    sentence: () => 'は実際にはない日付です。年・月・日を確かめてください（例：2026-04-30）。',
  },
  'date-unreadable': {
    severity: 'error',
    sentence: () =>
      'は日付として読めません。年・月・日の順に入力してください（例：2026-04-01 または 令和8年4月1日）。',
  },

  'url-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と直しました。開くことを確かめ、元の表も直してください（例：https://www.example.jp/）。`,
  },
  'url-several': {
    severity: 'warning',
    sentence: ({ to }) =>
      `にはアドレスが2つ以上あるため、最初の「${to}」だけを使いました。1つのセルに1つだけ入力してください（例：https://www.example.jp/）。`,
  },
  'url-forbidden-scheme': {
    severity: 'error',
    sentence: () =>
      'はホームページのアドレスではないため、載せません。http:// か https:// で始まるアドレスを入力してください（例：https://www.example.jp/）。',
  },
  'url-unreadable': {
    severity: 'error',
    sentence: () =>
      'はホームページのアドレスとして読めません。ホームページを開き、アドレス欄から写してください（例：https://www.example.jp/）。なければ空欄にしてください。',
  },
  'email-in-url-column': {
    severity: 'warning',
    sentence: ({ email }) =>
      `はメールアドレスのため、ホームページとしては載せません。公開してよければ「${email}」をメールの列に移してください（例：info@example.jp）。`,
  },
  'email-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と読みました。元の表も半角で1つだけ入力してください（例：info@example.jp）。`,
  },
  'email-unreadable': {
    severity: 'error',
    sentence: () =>
      'はメールアドレスとして読めません。半角で入力してください（例：info@example.jp）。なければ空欄にしてください。',
  },

  'mark-unknown': {
    severity: 'error',
    sentence: () =>
      'は ○・△・予定・× のどれか分からないため、「情報なし」として扱いました。記号で答え、説明は続けてかっこに書いてください（例：△（退院前に連絡を））。',
  },

  'mark-doubtful': {
    severity: 'warning',
    sentence: () =>
      'は「？」などの付いた確かでない答えのため、「情報なし」として扱いました。事業所に確かめ、○・△・予定・× のどれかで答えてください（例：△（要相談））。',
  },

  'number-repaired': {
    severity: 'repaired',
    sentence: ({ to }) => `は「${to}」と読みました。元の表も半角の数字だけにしてください（例：12）。`,
  },
  'count-not-whole': {
    severity: 'error',
    sentence: () => 'は小数のため、数として使えません。0 以上の整数で入力してください（例：12）。',
  },
  'count-unreadable': {
    severity: 'error',
    sentence: () =>
      'は数として読めません。0 以上の数字だけを入力し、説明は備考の列に書いてください（例：12）。',
  },
  'staff-unreadable': {
    severity: 'warning',
    sentence: detail =>
      `のうち ${detail.count}つは、職種と人数として読めないため、掲載していません。職種のあとに常勤換算の人数を書き、「;」で区切ってください（例：看護師 5.5;理学療法士 2）。`,
  },
  'wards-unreadable': {
    severity: 'warning',
    sentence: detail =>
      `のうち ${detail.count}つは、病棟の種類と病床の数として読めないため、掲載していません。種類のあとに病床の数を書き、「;」で区切ってください（例：回復期リハビリテーション 40;地域包括ケア 20）。`,
  },

  'latitude-not-a-number': {
    severity: 'error',
    sentence: () => 'は数値として読めません。小数点は「.」で入力してください（例：35.6812）。',
  },
  'longitude-not-a-number': {
    severity: 'error',
    sentence: () => 'は数値として読めません。小数点は「.」で入力してください（例：139.7671）。',
  },
  'degrees-out-of-range': {
    severity: 'error',
    sentence: ({ limit }) =>
      `は緯度・経度にない大きさ（${limit}度より大きい）です。分からなければ空欄にしてください（例：緯度 35.6812、経度 139.7671）。`,
  },
  'coordinates-repaired': {
    severity: 'repaired',
    sentence: ({ to }) => `は「${to}」と読みました。元の表も半角の小数にしてください（例：35.681111）。`,
  },
  'coordinates-half': {
    severity: 'warning',
    sentence: (_, value) =>
      (value === '' ? '' : 'は、') +
      '緯度と経度の片方しかないため、地図に示せません。両方を入力してください（例：緯度 35.6812、経度 139.7671）。',
  },
  'coordinates-zero': {
    severity: 'warning',
    sentence: () =>
      'は、緯度・経度が 0 のため、地図に示せません。分からなければ空欄に、分かれば小数で入力してください（例：緯度 35.6812、経度 139.7671）。',
  },
  'coordinates-swapped': {
    severity: 'warning',
    sentence: ({ to }) =>
      `は緯度と経度が入れ替わっているため、「${to}」（緯度, 経度）として使いました。元の表の2つの列を直してください（例：緯度 35.6812、経度 139.7671）。`,
  },
  'coordinates-outside-japan': {
    severity: 'error',
    sentence: ({ lat, lng }) =>
      `は日本の外の場所（緯度 ${lat}、経度 ${lng}）のため、地図に示しません。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。`,
  },

  'address-repaired': {
    severity: 'repaired',
    sentence: ({ to }) =>
      `は「${to}」と直しました。元の表の住所は、都道府県から番地までを入力してください（例：東京都みほん市本町1-2-3）。`,
  },
  'address-other-prefecture': {
    severity: 'warning',
    sentence: ({ expected }) =>
      `は、同じ行の都道府県（${expected}）と合いません。どちらが正しいか確かめてください（例：${expected}で始まる住所）。`,
  },
  'address-other-municipality': {
    severity: 'warning',
    sentence: ({ expected }) =>
      `は、同じ行の市区町村（${expected}）と合わないため、書かれたとおりに載せます。合併や区の再編で名前が変わっていないか確かめてください（例：${expected}で始まる住所）。`,
  },
});
