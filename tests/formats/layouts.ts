/** The header rows of the official layouts, as their files have them. */
const list = (text: string): string[] => text.split(' ');

export const headers = {
  hospitalsA: list(
    '都道府県コード又は市区町村コード NO 都道府県名 市区町村名 名称 名称_カナ 医療機関の種類 住所 方書 緯度 経度 電話番号 内線番号 FAX番号 法人番号 法人の名称 医療機関コード 診療曜日 診療開始時間 診療終了時間 診療日時特記事項 時間外における対応 診療科目 病床数 URL 備考',
  ),
  hospitalsB: list(
    '全国地方公共団体コード ID 地方公共団体名 名称 名称_カナ 名称_英字 医療機関の種類 所在地_全国地方公共団体コード 町字ID 所在地_連結表記 所在地_都道府県 所在地_市区町村 所在地_町字 所在地_番地以下 建物名等(方書) 緯度 経度 高度の種別 高度の値 電話番号 内線番号 FAX番号 連絡先メールアドレス 連絡先FormURL 連絡先備考（その他、SNSなど） 郵便番号 法人番号 法人の名称 医療機関コード 診療曜日 診療開始時間 診療終了時間 診療日時特記事項 時間外における対応 診療科目 病床数 災害拠点分類 状況 URL 画像 画像_ライセンス 備考',
  ),
  careA: list(
    '都道府県コード又は市区町村コード NO 都道府県名 市区町村名 介護サービス事業所名称 介護サービス事業所名称_カナ 実施サービス 住所 方書 緯度 経度 電話番号 内線番号 FAX番号 法人番号 法人の名称 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL 備考',
  ),
  careB: list(
    '全国地方公共団体コード ID 地方公共団体名 介護サービス事業所名称 介護サービス事業所名称_カナ 実施サービス 所在地_全国地方公共団体コード 町字ID 所在地_連結表記 所在地_都道府県 所在地_市区町村 所在地_町字 所在地_番地以下 建物名等(方書) 緯度 経度 電話番号 内線番号 FAX番号 連絡先メールアドレス 郵便番号 法人番号 法人の名称 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL 備考',
  ),
  publicB: list(
    '全国地方公共団体コード ID 地方公共団体名 名称 名称_カナ 名称_英字 名称_通称 POIコード 所在地_全国地方公共団体コード 町字ID 所在地_連結表記 所在地_都道府県 所在地_市区町村 所在地_町字 所在地_番地以下 建物名等(方書) 緯度 経度 電話番号 内線番号 郵便番号 法人番号 団体名 利用可能曜日 開始時間 終了時間 利用可能時間特記事項 説明 車椅子可 URL 備考',
  ),
  kaigo24: list(
    '都道府県コード又は市町村コード No 都道府県名 市区町村名 事業所名 事業所名カナ サービスの種類 住所 方書（ビル名等） 緯度 経度 電話番号 FAX番号 法人番号 法人の名称 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL 高齢者の方と障害者の方が同時一体的に利用できるサービス 介護保険の通常の指定基準を満たしている 障害福祉の通常の指定基準を満たしている 備考',
  ),
  kaigo17: list(
    '都道府県コード又は市町村コード No 都道府県名 市区町村名 事業所名 事業所名カナ サービスの種類 住所 方書（ビル名等） 緯度 経度 電話番号 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL',
  ),
  naviiFacility: naviiFacilityHeaders(),
  naviiHours: naviiHoursHeaders(),
  naviiClinic: naviiFacilityHeaders().filter(header => !/精神|結核|感染症/.test(header)),
  naviiDental: naviiFacilityHeaders().filter(header => !/病床/.test(header)),
  naviiMaternity: naviiMaternityHeaders(),
  naviiPharmacy: naviiPharmacyHeaders(),
  wam: list(
    '都道府県コード又は市区町村コード NO（※システム内の固有の番号、連番） 指定機関名 法人の名称 法人の名称_かな 法人番号 法人住所（市区町村） 法人住所（番地以降） 法人電話番号 法人FAX番号 法人URL サービス種別 事業所の名称 事業所の名称_かな 事業所番号 事業所住所（市区町村） 事業所住所（番地以降） 事業所電話番号 事業所FAX番号 事業所URL 事業所緯度 事業所経度 利用可能な時間帯（平日） 利用可能な時間帯（土曜） 利用可能な時間帯（日曜） 利用可能な時間帯（祝日） 定休日 利用可能曜日特記事項（留意事項） 定員',
  ),
  pharmacists: [
    ...list('薬局名 所在地 連絡先電話番号（開局時間中）'),
    ...[...'月火水木金土日祝'].map(day => `開局時間（${day}）`),
    ...list('開局時間外の外来対応 時間外連絡先 備考 在宅訪問の実施可否'),
    ...[...'月火水木金土日祝'].map(day => `在宅患者に対応可能な時間帯（${day}）`),
    ...list(
      '開局時間外における在宅業務の可否 医療用麻薬の取扱い 医療材料・衛生材料 高度管理医療機器 無菌製剤処理 第二種協定指定医療機関 オンライン服薬指導 要指導医薬品・一般用医薬品 検査キット 緊急避妊薬 小児在宅（医療的ケア児等） 中心静脈栄養 医療用麻薬の持続注射療法',
    ),
  ],
  bureau: list(
    '項番 都道府県コード 都道府県名 区分 医療機関番号 併設医療機関番号 医療機関記号番号 医療機関名称 医療機関所在地（郵便番号） 医療機関所在地（住所） 電話番号 FAX番号 病床数 受理届出名称 受理記号 受理番号 算定開始年月日 個別有効開始年月日 備考（見出し） 備考（データ） 市町村コード 市町村名 種別コード 種別',
  ),
  template: list(
    'ID 名称 名称_カナ 名称_英字 種別 住所 方書 郵便番号 全国地方公共団体コード 緯度 経度 電話番号 内線番号 FAX番号 メール URL 法人番号 法人の名称 事業所番号 医療機関コード ナビイID 診療科目 病床数 定員 月 火 水 木 金 土 日 祝 定期休診 休業日 時間の備考 訪問地域 訪問地域の備考 送迎範囲 対応保険 要介護度 料金 新規の受け入れ 連携ICTツール 対応言語 備考 状況 掲載区分 掲載同意 確認日 確認者 確認方法 ケアマネタイム 連絡のルール 担当者 夜間連絡先 専門職向け備考 空き',
  ),
} as const;

function naviiFacilityHeaders(): string[] {
  const days = [...'月火水木金土日'];
  const weekly = days.map(day => `毎週決まった曜日に休診（${day}）`);
  const nth = [1, 2, 3, 4, 5].flatMap(week =>
    days.map(day => `決まった週に休診（定期週）第${week}週（${day}）`),
  );
  const first = list(
    'ID 正式名称 正式名称（フリガナ） 略称 略称（フリガナ） 英語表記（ローマ字表記） 機関区分 都道府県コード 市区町村コード 所在地 所在地座標（緯度） 所在地座標（経度） 案内用ホームページアドレス',
  );
  const beds = list(
    '一般病床 療養病床 療養病床のうち医療保険適用 療養病床のうち介護保険適用 精神病床 結核病床 感染症病床 合計病床数',
  );
  return [...first, ...weekly, ...nth, '祝日に休診', 'その他の休診日（gw、お盆等）', ...beds];
}

function naviiHoursHeaders(): string[] {
  const times = ['診療', '外来受付'].flatMap(kind =>
    [...'月火水木金土日祝'].flatMap(day => [`${day}_${kind}開始時間`, `${day}_${kind}終了時間`]),
  );
  return ['ID', '診療科目コード', '診療科目名', '診療時間帯', ...times];
}

/** 月_就業時間帯1_開始時間: slot by slot, day by day. */
function slotHeaders(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => index + 1).flatMap(slot =>
    [...'月火水木金土日祝'].flatMap(day => [
      `${day}_${name}${slot}_開始時間`,
      `${day}_${name}${slot}_終了時間`,
    ]),
  );
}

function naviiMaternityHeaders(): string[] {
  const first = naviiFacilityHeaders()
    .filter(header => !header.includes('病床'))
    .map(header => header.replace('休診', '休業'));
  return [...first, ...slotHeaders('就業時間帯', 3), ...slotHeaders('外来受付時間帯', 3)];
}

function naviiPharmacyHeaders(): string[] {
  const first = list(
    'ID 名称 フリガナ ローマ字 機関区分 都道府県コード 市区町村コード 所在地 所在地座標（緯度） 所在地座標（経度） 薬局のホームページアドレス',
  );
  const days = [...'月火水木金土日祝'];
  const nth = [...'１２３４５'].flatMap(week => days.slice(0, 7).map(day => `定期閉店第${week}週（${day}）`));
  return [
    ...first,
    ...days.map(day => `営業日（${day}）`),
    ...days.map(day => `定期閉店毎週（${day}）`),
    ...nth,
    ...['祝日', 'その他の閉店日（gw、お盆等）'],
    ...slotHeaders('開店時間帯', 4),
  ];
}

export type Row = Readonly<Record<string, string>>;

/** A file of a layout: its whole header, then the given cells; a header that the layout lacks is a slip of the test. */
export function fileOf(layout: keyof typeof headers, rows: readonly Row[]): string {
  const known: readonly string[] = headers[layout];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(row => {
    const foreign = Object.keys(row).filter(header => !known.includes(header));
    if (foreign.length > 0) throw new Error(`${layout} has no column ${foreign.join(', ')}`);
    return known.map(header => row[header] ?? '');
  });
  return [known, ...lines].map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}
