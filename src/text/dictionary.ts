/** What each column means, for people who read or fill in the list. Japanese. */

import type { FieldKey } from '../columns/fields.ts';
import { formatCount } from './format.ts';

export type ColumnFormat =
  | 'text'
  | 'list'
  | 'number'
  | 'count'
  | 'code'
  | 'phone'
  | 'date'
  | 'hours'
  | 'area'
  | 'word';

/** `input`: read from a region's lists, and not written under this header into the published one. */
export type ColumnAudience = 'public' | 'input' | 'professional';

export interface ColumnText {
  meaning: string;
  format: ColumnFormat;
  /** Empty for what is never shown. */
  example: string;
  audience: ColumnAudience;
  /** In `facilities.json`; null when it has no place of its own there. */
  path: string | null;
}

const of =
  (audience: ColumnAudience) =>
  (format: ColumnFormat, meaning: string, example: string, path: string | null = null): ColumnText => ({
    ...{ meaning, format, example, audience, path },
  });
const open = of('public');
const input = of('input');
const sealed = (format: ColumnFormat, meaning: string) => of('professional')(format, meaning, '');
const record = (path: string) => `facilities[].${path}`;
const service = (path: string) => `facilities[].services[].${path}`;
const beds = (kind: string) => open('count', `${kind}の数`, '40', service('beds[].count'));
const day = (name: string) =>
  open(
    'hours',
    `${name}の時間。休みは「休」、時間がわからない営業日は「○」`,
    '09:00-12:00,14:00-18:00',
    service('hours[].days'),
  );

export const columnTexts: Readonly<Record<FieldKey, ColumnText>> = {
  id: open('code', '事業所の番号。ページの住所（/f/ID/）と同じで、変わりません', 'mihono-001', record('id')),
  formerIds: open('list', '前に使っていたID', 'old-1;old-2', record('aliases')),
  name: open('text', '事業所の名前', 'みほん医院', record('name')),
  serviceName: open(
    'text',
    'サービスの届出の名前（事業所の名前とちがうとき）',
    'みほん訪問看護',
    service('name'),
  ),
  kana: open('text', '名前のよみがな（全角カタカナ）', 'ミホンイイン', record('kana')),
  nameEn: input('text', '英語の名前', 'Mihon Clinic'),
  commonName: input('text', '通称', 'みほん'),
  type: open('word', 'サービスの種類。下の「種類」の名前', '訪問看護事業所', service('type')),
  hospitalKind: input('word', '医療機関の種類（自治体の様式）', '無床診療所'),
  kaigoService: input('word', '介護サービスの種類（公表データの様式）', '訪問介護'),
  poi: input('code', '公共施設の種類の番号（自治体の様式）', '1601'),
  address: open('text', '住所', 'みほ野市本町1-2-3', record('address.text')),
  addressTown: input('text', '町や字の名前', '本町'),
  addressRest: input('text', '番地から後ろ', '1-2-3'),
  building: open('text', '建物の名前と階', 'みほんビル2階', record('address.building')),
  prefecture: open('text', '都道府県', '新潟県', record('address.prefecture')),
  municipality: open('text', '市区町村', 'みほ野市', record('address.municipality')),
  municipalityCode: open('code', '市区町村の番号。6けた', '131016', record('address.municipalityCode')),
  addressCode: input('code', '住所の市区町村の番号', '131016'),
  postalCode: open('code', '郵便番号。JSONではハイフンなしの7けた', '959-0001', record('address.postalCode')),
  latitude: open('number', '緯度（10進の度）', '37.9084', record('position.lat')),
  longitude: open('number', '経度（10進の度）', '139.534', record('position.lng')),
  positionState: open(
    'word',
    '元の位置が正しいか確認できないとき「未確認」',
    '未確認',
    record('positionState'),
  ),
  phone: open('phone', '電話番号。2つ以上は「 / 」で区切る', '0254-00-0001', service('phones[].text')),
  extension: open('code', '内線番号', '12', service('phones[].extension')),
  fax: open(
    'phone',
    'FAX番号。公表されている一覧にあるものだけです。調査で集めたものは、専門職どうしの連絡のために聞いた番号なので、出していません',
    '0254-00-1001',
    service('fax'),
  ),
  email: open(
    'text',
    'メール。公表されている一覧にあるものだけです。調査で集めたものは、専門職どうしの連絡のために聞いたアドレスなので、出していません',
    'info@mihon.example.jp',
    service('email'),
  ),
  formUrl: input('text', '問い合わせフォームの住所', 'https://mihon.example.jp/form'),
  url: open('text', 'ホームページの住所', 'https://mihon.example.jp/', record('url')),
  corporationNumber: open('code', '法人番号。13けた', '1234567890123', record('corporation.number')),
  corporation: open('text', '運営する法人の名前', '医療法人みほん会', record('corporation.name')),
  officeNumber: open('code', '介護保険などの事業所番号。10けた', '1579900010', service('numbers[].value')),
  medicalCode: open('code', '医療機関コード。10けた', '1519900039', service('numbers[].value')),
  naviiId: open('code', '医療情報ネット（ナビイ）のID', '1511234567890', service('numbers[].value')),
  specialities: open('list', '診療科目。下の「診療科目」の名前', '内科;外科', service('specialities[].name')),
  beds: open('count', '病床の合計', '80', service('beds[].count')),
  bedsGeneral: beds('一般病床'),
  bedsLongTerm: beds('療養病床'),
  bedsPsychiatric: beds('精神病床'),
  bedsTuberculosis: beds('結核病床'),
  bedsInfectious: beds('感染症病床'),
  wards: open(
    'list',
    '病棟の種類と病床の数',
    '回復期リハビリテーション 40;地域包括ケア 20',
    service('wards[].count'),
  ),
  capacity: open('count', '定員', '30', service('capacity')),
  staff: open('list', '職員の人数（常勤に換算）', '看護師 3.5;保健師 1', service('staff[].count')),
  days: input('text', '開いている曜日（自治体の様式）', '月火水木金'),
  start: input('hours', '始まりの時間（自治体の様式）', '09:00'),
  end: input('hours', '終わりの時間（自治体の様式）', '17:00'),
  hoursRemark: open('text', '時間についての説明', '水曜午後は予約のみ', service('hours[].text')),
  mon: day('月曜日'),
  tue: day('火曜日'),
  wed: day('水曜日'),
  thu: day('木曜日'),
  fri: day('金曜日'),
  sat: day('土曜日'),
  sun: day('日曜日'),
  holiday: day('祝日'),
  nthClosed: open('hours', '第何週の何曜日が休みか', '第2・第4土曜', service('hours[].closedNth')),
  exceptions: open('text', '年末年始などの休み', '12月29日～1月3日', service('hours[].exceptions')),
  hoursList: open(
    'hours',
    '診療科や目的ごとの時間。1行に1つ',
    '内科：月～金 09:00-12:00／土 休',
    service('hours'),
  ),
  afterHours: open('text', '時間外の対応', '電話で対応', service('afterHours')),
  serviceArea: open(
    'area',
    '訪問する地域。地域の名前、「全域」、「半径10km」など',
    '西町;東町',
    service('serviceArea'),
  ),
  serviceAreaRemark: open('text', '訪問する地域の説明', 'ほかの町は相談', service('serviceArea.remark')),
  transferArea: open('area', '送迎する地域', '西町;東町', service('transferArea')),
  transferAreaRemark: open('text', '送迎する地域の説明', '車いすは相談', service('transferArea.remark')),
  insurance: open('list', '使える保険', '医療保険;介護保険', service('insurance')),
  careLevels: open('list', '受け入れる要介護度', '要介護1;要介護2', service('careLevels')),
  fees: open('text', '料金', '1日 1,500円', service('fees')),
  acceptance: open('text', '新しい人の受け入れ', '電話で相談', service('acceptance')),
  ict: open('list', '連携に使うICTツール', 'みほんネット', service('ict')),
  languages: open('list', '対応する言葉', '英語;中国語', service('languages')),
  remarks: open('text', '備考', '駐車場3台', record('remarks')),
  status: input('word', '営業の状況。廃止・休止のものは、のせません', '営業中'),
  listing: input('word', 'だれに見せるか', '公開'),
  consent: input('word', '掲載の同意。同意のない回答は、のせません', 'あり'),
  sourceKind: open('word', '公表データか調査か。この一覧では、いつも「公表」', '公表'),
  confirmedOn: open('date', '確認した日', '2026-05-01', service('confirmed.on')),
  confirmedBy: open('text', '確認した人や団体', 'みほ野市', service('confirmed.by')),
  confirmedHow: open('text', '確認のしかた', '電話', service('confirmed.method')),
  caremanagerTime: sealed('hours', 'ケアマネジャーからの連絡を受ける時間'),
  contactRule: sealed('text', '連絡のルール'),
  person: sealed('text', '担当者や管理者の名前'),
  nightPhone: sealed('phone', '夜間や緊急の連絡先'),
  professionalRemarks: sealed('text', '専門職だけに見せる備考'),
  vacancy: sealed('text', '空きの状況'),
};

export const dictionaryText = {
  title: 'データの項目',
  description: 'ダウンロードできるデータの項目の意味、書きかた、種類と「できること」の番号の一覧です。',
  lead: '一覧のファイルにある項目の、意味と書きかたです。',
  machine: 'プログラム用',
  machineLead: '同じ内容を、プログラムで読める形でも出しています。',
  dictionaryFile: '項目の一覧（JSON）',
  schemaFile: 'facilities.json の形（JSON Schema）',
  packageFile: 'ファイルの一覧（Data Package）',
  stability: (version: number) =>
    `JSONとGeoJSONの formatVersion は ${version} です。項目は増えることがあります。項目をなくす、名前や意味を変えるときは、この数字を上げます。`,
  columns: '一覧の列',
  show: (count: number) => `一覧を開く（${formatCount(count)}個）`,
  columnsLead: '表（CSV）は、1行が1つのサービスです。空らんは「わからない」で、「できない」ではありません。',
  inputs: '読み取るだけの列',
  inputsLead:
    '地域の表や自治体の様式から読み取る列です。ダウンロードする一覧には、この名前の列はありません。',
  sealed: '専門職だけの列',
  sealedLead:
    '地域の表にあっても、公開のページとファイルには、中身を出しません。ここにあるのは、列の説明だけです。',
  answers: '「できること」の列',
  answersLead:
    '答えは ○（対応あり）、△（要相談）、予定、×（対応なし）の4つです。空らんは、答えがないという意味です。答えの後ろに、説明が続くことがあります。',
  answersRelation:
    '「（実施）」は事業所がすること、「（受け入れ）」は必要な人を受け入れることです。何も付いていない列は、種類ごとに決まったほうの意味です。',
  types: '種類',
  specialities: '診療科目',
  custom: '地域で足した列',
  customLead: 'この地域だけの列です。',
  header: '列の名前',
  meaning: '意味',
  format: '書きかた',
  example: '例',
  path: 'JSONでの場所',
  id: '番号',
  label: '名前',
  prominence: '見せかた',
  accepts: '受け入れるときの名前',
  group: 'まとまり',
  modes: { everyone: 'みんなに', detail: 'くわしい項目' },
  formats: {
    text: '文字',
    list: '「;」で区切った文字',
    number: '小数',
    count: '整数',
    code: '番号（先頭の0も書く）',
    phone: '電話番号',
    date: '日付（年-月-日）',
    hours: '時間',
    area: '「;」で区切った地域',
    word: '決まった言葉',
  } satisfies Record<ColumnFormat, string>,
} as const;
