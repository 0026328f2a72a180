import type { FieldKey } from './fields.ts';
import type { ValueKind } from './propose-values.ts';

/** What a field's header and values look like in lists nobody has seen before. */
export interface FieldSign {
  field: FieldKey;
  /** Words of headers, in NFKC without spaces; the most telling of several signs stands first. */
  header: RegExp | null;
  /** Its values look like one of these; none = any text. */
  kinds: readonly ValueKind[];
  /** Values alone are enough to know it, whatever the header says. */
  plain?: true;
}

export const fieldSigns: readonly FieldSign[] = [
  { field: 'email', header: /メール|e-?mail|mail/i, kinds: ['email'], plain: true },
  {
    field: 'url',
    header: /URL|ホームページ|HP|ウェブ|WEB|サイト(?!に|への|掲載)|リンク/i,
    kinds: ['url'],
    plain: true,
  },
  { field: 'postalCode', header: /郵便|〒|zip/i, kinds: ['postalCode'], plain: true },
  { field: 'latitude', header: /緯度|lat/i, kinds: ['latitude'], plain: true },
  { field: 'longitude', header: /経度|lng|lon/i, kinds: ['longitude'], plain: true },
  { field: 'corporationNumber', header: /法人番号|法人ナンバー/, kinds: ['corporationNumber'], plain: true },
  { field: 'fax', header: /FAX|ファクス|ファックス|ファクシミリ/i, kinds: ['phone', 'digits'] },
  {
    field: 'nightPhone',
    header: /(夜間|緊急|時間外|休日|直通|携帯).*(電話|連絡|TEL|番号)|携帯/i,
    kinds: ['phone', 'digits'],
  },
  { field: 'extension', header: /内線/, kinds: [] },
  {
    field: 'phone',
    header: /電話|TEL|でんわ|連絡先|問合せ先|問い合わせ先/i,
    kinds: ['phone', 'digits'],
    plain: true,
  },
  { field: 'officeNumber', header: /(介護|指定|事業所).*番号|事業所(コード|No)/i, kinds: ['officeNumber'] },
  { field: 'medicalCode', header: /(医療|薬局|保険).*(コード|番号)/, kinds: [] },
  {
    field: 'municipalityCode',
    header: /(市区?町村|自治体|団体|地方公共団体).*(コード|番号)/,
    kinds: ['municipalityCode'],
    plain: true,
  },
  {
    field: 'kana',
    header: /フリガナ|ふりがな|カナ|かな|よみ|ヨミ|読み/,
    kinds: ['kana', 'hiragana'],
    plain: true,
  },
  {
    field: 'listing',
    header: /^(?!.*同意).*(公開|掲載|表示)/,
    kinds: ['listing', 'mark', 'consent'],
    plain: true,
  },
  { field: 'consent', header: /同意|承諾/, kinds: ['consent', 'mark'] },
  {
    field: 'status',
    header: /状態|状況|ステータス|営業区分|現況|廃止|休止|存続/,
    kinds: ['status'],
    plain: true,
  },
  { field: 'confirmedOn', header: /(確認|回答|調査|照会|時点).*(日|年月)|^(回答|確認)日/, kinds: ['date'] },
  { field: 'confirmedHow', header: /(確認|回答|調査)(の)?方法/, kinds: [] },
  { field: 'specialities', header: /診療科|標榜|科目/, kinds: ['specialities'], plain: true },
  { field: 'insurance', header: /保険/, kinds: ['insurance'], plain: true },
  { field: 'careLevels', header: /介護度|要介護/, kinds: ['careLevels'], plain: true },
  { field: 'languages', header: /外国語|言語|ことば/, kinds: [] },
  { field: 'ict', header: /ICT|連携(システム|ツール)|情報共有ツール/i, kinds: [] },
  { field: 'transferArea', header: /送迎.*(範囲|地域|エリア|区域|可能)/, kinds: [] },
  {
    field: 'serviceAreaRemark',
    header: /(訪問|対応|提供|実施|活動|担当).*(地域|エリア|区域|範囲).*(備考|補足|注)/,
    kinds: [],
  },
  {
    field: 'serviceArea',
    header: /(訪問|対応|提供|実施|活動|担当|営業|配達|往診).*(地域|エリア|区域|範囲|圏域|地区)|^エリア/,
    kinds: ['area'],
  },
  {
    field: 'type',
    header: /種別|種類|業種|業態|区分|サービス(名|内容|種)|カテゴリ|分類|職種|形態/,
    kinds: ['type'],
    plain: true,
  },
  { field: 'prefecture', header: /都道府県/, kinds: ['prefecture'], plain: true },
  { field: 'municipality', header: /市区?町村|自治体/, kinds: ['municipality'], plain: true },
  { field: 'addressRest', header: /番地|地番/, kinds: [] },
  { field: 'addressTown', header: /町字|町名|大字|町丁|字名/, kinds: [] },
  { field: 'building', header: /建物|ビル|方書|マンション|号室/, kinds: [] },
  {
    field: 'address',
    header: /住所|所在|住まい|場所/,
    kinds: ['address', 'street', 'municipality'],
    plain: true,
  },
  {
    field: 'corporation',
    header: /法人|運営(主体|会社|母体|者|団体|して)|経営|開設(者|主体)|設置(者|主体)|事業者名|申請者|会社/,
    kinds: ['corporation'],
    plain: true,
  },
  { field: 'exceptions', header: /(休診|休業|定休|休館|休所|閉所|お?休み)(日|曜)?|休日/, kinds: [] },
  {
    field: 'days',
    header: /(診療|営業|利用|開所|開局|受付|実施|活動|開催).*(曜日|日)$|曜日/,
    kinds: ['weekdays'],
    plain: true,
  },
  { field: 'start', header: /(開始|始業|開店|開院|オープン)(時刻|時間)?/, kinds: ['time'] },
  { field: 'end', header: /(終了|終業|閉店|閉院|クローズ)(時刻|時間)?/, kinds: ['time'] },
  {
    field: 'hoursRemark',
    header:
      /(時間|日時|曜日).*(備考|特記|補足|注|メモ)|(診療|営業|受付|利用|開所|開局|対応)(可能)?時間(帯)?$/,
    kinds: [],
  },
  { field: 'wards', header: /病棟/, kinds: [] },
  { field: 'beds', header: /^(?!.*うち).*(病床|床数|ベッド)/, kinds: ['count'] },
  { field: 'capacity', header: /定員|受入(可能)?人数|利用人数/, kinds: ['count'] },
  { field: 'staff', header: /職員数|スタッフ数|人員/, kinds: [] },
  { field: 'fees', header: /料金|費用|利用料|会費|参加費|月額|値段|価格/, kinds: [] },
  { field: 'vacancy', header: /空き|空床|空室/, kinds: [] },
  { field: 'acceptance', header: /新規|受け?入れ?(状況|可否|の可否)/, kinds: [] },
  {
    field: 'professionalRemarks',
    header: /(専門職|関係者|内部|事務局|連携先).*(備考|メモ|向け|連絡|用)|内部/,
    kinds: [],
  },
  { field: 'caremanagerTime', header: /ケアマネ.*(タイム|時間|対応)/, kinds: [] },
  { field: 'contactRule', header: /連絡(の)?(方法|ルール|手段)/, kinds: [] },
  { field: 'serviceName', header: /サービス(の)?(名称|愛称)/, kinds: [] },
  { field: 'nameEn', header: /英語|英字|ローマ字|english/i, kinds: [] },
  { field: 'commonName', header: /通称|略称|愛称/, kinds: [] },
  {
    field: 'name',
    header:
      /(事業所|施設|医療機関|薬局|店舗?|ステーション|病院|診療所|機関|サロン|団体|窓口|教室|場)(の)?お?(名称?|名前|なまえ)?$|名称|屋号|^お?名前|^名$/,
    kinds: ['name'],
    plain: true,
  },
  {
    field: 'remarks',
    header: /備考|特記|コメント|PR|紹介|補足|自由記|その他|メモ|アピール|ひとこと/i,
    kinds: [],
  },
];

/** Headers of columns that are not about the office, or of no use to anyone but whoever keeps the list. */
export const uselessHeader =
  /^(No\.?|NO|番号|連番|行番号|整理番号|受付番号|通番|項番|#|更新日時?|登録日時?|作成日時?|最終更新|更新者|登録者|作成者|入力者|記入者|記入日|回答者|回答(番号|ID|No)|タイムスタンプ|IPアドレス|ログイン|パスワード|アカウント)/i;

/** A block of columns about who runs the office, not about the office. */
export const corporationBlock = /法人|本部|本社|運営会社|開設者|設置者|申請者|事業者(?!番号)/;

/** Header of a person at the desk; other people are not for a site. */
export const deskPerson = /担当|窓口|相談員/;
