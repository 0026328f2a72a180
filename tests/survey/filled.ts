import fc from 'fast-check';
import type { TemplateSheet } from '../../src/survey/template.ts';

/** What an officer types, and what the published list says of it in the same column. */
export interface FilledCell {
  typed: string;
  back: string;
}

type CellOf = fc.Arbitrary<FilledCell>;

const same = (...words: string[]): CellOf => fc.constantFrom(...words.map(typed => ({ typed, back: typed })));
const as = (...pairs: [typed: string, back: string][]): CellOf =>
  fc.constantFrom(...pairs.map(([typed, back]) => ({ typed, back })));
const orEmpty = (cell: CellOf): CellOf =>
  fc.oneof({ weight: 3, arbitrary: cell }, { weight: 1, arbitrary: same('') });
const phone = fc.oneof(
  same('0254-00-0001', '070-0000-0001', '0120-000-001', '03-0000-0001'),
  as(
    ['０２５４－００－０００２', '0254-00-0002'],
    ['(0254)00-0003', '0254-00-0003'],
    ['0254 00 0004', '0254-00-0004'],
  ),
);
const text = fc.oneof(
  same(
    '駐車場3台',
    '0001',
    '1-2',
    '2026-05-01',
    '髙﨑・①・㈱みほん',
    '1E5',
    'TRUE',
    '"みほん"の隣、3階',
    '半角ｶﾅもある',
  ),
  same('=無料', '+1名', '-', '@みほん'),
  as(['一行目\n二行目', '一行目\n二行目'], ['  前後に空白 ', '前後に空白']),
);
const day = fc.oneof(
  same('09:00-12:00,14:00-18:00', '休', '○', '18:00-25:00', '00:00-24:00'),
  as(['9:00-17:00', '09:00-17:00'], ['９：００～１７：００', '09:00-17:00'], ['9時～12時半', '09:00-12:30']),
);
const answer = fc.oneof(
  same('○', '△', '予定', '×', '△ 退院前に連絡を', '○ 夜間をのぞく'),
  as(
    ['◯', '○'],
    ['△（退院前に連絡を）', '△ 退院前に連絡を'],
    ['有', '○'],
    ['×（医師がいない日）', '× 医師がいない日'],
  ),
);
const count = fc.oneof(same('0', '1', '40'), as(['１２', '12'], ['30名', '30']));

/** Full width, as it stands in a letter, is read as it is meant. */
const officialNumber = (digits: string): CellOf =>
  as(
    [digits, digits],
    [digits.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), digits],
  );

/** By header; a column that is not here is a question. ID, 名称 and 種別 are given by the row. */
const cells: Readonly<Record<string, CellOf>> = {
  名称_カナ: fc.oneof(
    same('ミホンイイン', 'ホウモンカンゴ　ミホン'),
    as(['ﾐﾎﾝ', 'ミホン'], ['みほん', 'ミホン']),
  ),
  住所: fc.oneof(
    same('みほ野市本町1-2-3', 'みほ野市大字本町字上123番地4'),
    as(['新潟県みほ野市西町１丁目２番地', '新潟県みほ野市西町1丁目2番地']),
  ),
  方書: same('みほんビル2階', '3F', '101号室'),
  郵便番号: fc.oneof(same('959-0001', '060-0001'), as(['9590001', '959-0001'], ['〒959-0001', '959-0001'])),
  市区町村名: same('みほ野市'),
  電話番号: phone,
  内線番号: same('12', '0001'),
  FAX番号: phone,
  メール: same('info@mihon.example.jp'),
  URL: same('https://mihon.example.jp/', 'http://mihon.example.jp/a?b=1&c=2'),
  法人の名称: same('医療法人みほん会', '社会福祉法人 みほん会', '㈱みほん'),
  診療科目: same('内科', '内科;外科', '小児科;皮膚科'),
  一般病床: count,
  療養病床: count,
  病床数: count,
  病棟: same('地域包括ケア 20', '一般 40;緩和ケア', '障害者施設等 30'),
  職員: same('看護師 3.5', '看護師 3.5;保健師 1'),
  訪問地域: same('西町', '西町;東町'),
  訪問地域の備考: text,
  送迎範囲: same('西町', '西町;東町'),
  送迎範囲の備考: text,
  定期休診: fc.oneof(same('第2・第4土曜'), as(['第2第4土', '第2・第4土曜'])),
  休業日: same('12月29日～1月3日'),
  時間の備考: same('電話は17時まで', '予約の人から'),
  '診療科・目的別の時間': same('訪問：月～金 13:00-15:00', '窓口：月～金 09:00-12:00'),
  時間外における対応: text,
  新規の受け入れ: text,
  連携ICTツール: same('みほんネット', 'みほんネット;ひなたノート'),
  対応言語: same('英語', '英語;中国語'),
  備考: text,
  ケアマネタイム: same('火・木 13:00-14:00'),
  連絡のルール: same('主治医意見書：医事課にFAX'),
  担当者: same('相談員 みほん'),
  夜間連絡先: same('070-0000-0001'),
  専門職向け備考: text,
  空き: same('月 1名'),
  状況: same('営業中'),
  掲載区分: same('公開'),
  掲載同意: same('あり'),
  確認日: fc.oneof(
    same('2026-05-01', '2026-05', '2026'),
    as(['令和8年5月1日', '2026-05-01'], ['2026/5/1', '2026-05-01'], ['R8.5.1', '2026-05-01']),
  ),
  確認者: text,
  確認方法: same('電話', '訪問', '調査票', 'メール', 'ホームページ'),
  対応保険: same('医療保険', '医療保険;介護保険'),
  要介護度: same('要介護1', '要介護1;要介護2'),
  料金: text,
  定員: count,
};

for (const letter of '月火水木金土日祝') Object.assign(cells, { [letter]: day });

/** They decide what is shown, and are not shown: empty on the published list. */
const alwaysThere = new Set(['状況', '掲載区分', '掲載同意', '住所', '市区町村名']);

export interface FilledRow {
  id: string;
  type: string;
  cells: ReadonlyMap<string, FilledCell>;
}

/** One office of each type of the sheet, every column filled or left empty as officers do. */
export function filledRows(sheet: TemplateSheet, first: number): fc.Arbitrary<FilledRow[]> {
  return fc.tuple(...sheet.types.map((type, index) => filledRow(sheet, type.label, first + index)));
}

function filledRow(sheet: TemplateSheet, type: string, number: number): fc.Arbitrary<FilledRow> {
  const id = `m-${String(number).padStart(4, '0')}`;
  const own: Readonly<Record<string, CellOf>> = {
    ID: same(id),
    名称: same(`みほん${number}`, `医療法人 みほん　${number}`, `髙﨑${number}・「分院」`),
    種別: same(type),
    医療機関コード: orEmpty(officialNumber(`1519${900_000 + number}`)),
    事業所番号: orEmpty(officialNumber(`0179${900_000 + number}`)),
    緯度: orEmpty(
      as([`37.${900 + number}1`, `37.${900 + number}1`], [`37.${900 + number}10`, `37.${900 + number}1`]),
    ),
    経度: orEmpty(same(`139.${500 + number}1`)),
  };
  const columns = sheet.columns.map(({ header }) => {
    const cell = own[header] ?? cells[header] ?? answer;
    return [header, own[header] || alwaysThere.has(header) ? cell : orEmpty(cell)] as const;
  });
  return fc.tuple(...columns.map(([, cell]) => cell)).map(values => ({
    id,
    type,
    cells: new Map(columns.map(([header], index) => [header, values[index]!])),
  }));
}
