import fc from 'fast-check';
import { csv, type Files } from '../dataset/region.ts';

type Row = Record<string, string>;

const pick = (...values: string[]) => fc.constantFrom(...values);
const often = (value: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') });
const some = (...values: string[]) =>
  fc.uniqueArray(pick(...values), { maxLength: 3 }).map(list => list.join('、'));

/** Texts that a spreadsheet, a CSV reader or our own cleaning could change. */
const free = pick(
  '=SUM(A1)',
  "'=1",
  "''=1",
  '-5',
  '＋α',
  '@mihon',
  '"引用",と、読点',
  '一行目\n二行目',
  '一行目（改行）二行目',
  '　先頭の空白',
  '①㈱髙﨑',
  '退院前に連絡を',
  'a;b；c',
  "'ただの引用",
);
const spans = pick('9:00-12:00', '9:00-12:00,14:00-18:00', '24時間', '18:00-25:00', '○', '休', '昼から', '');
const days = ['月', '火', '水', '木', '金', '土', '日', '祝'];
const remark = pick(
  '',
  '',
  '水曜午後休診',
  '日曜・祝日休診',
  '予約制',
  '年中無休',
  '第2・第4土曜休診、12月29日～1月3日休業',
  '土曜は駐車場が使えません',
  '日曜は第1のみ診療',
  '元のデータ：昼休みの有無は分かりません。',
  '受付は30分前まで\n学会のため臨時休診あり',
);

const weekCells = fc.record({
  ...Object.fromEntries(days.map(day => [day, spans])),
  定期休診: pick('', '', '第2・第4土曜', '第1水曜、第3水曜', '隔週土曜'),
  休業日: pick('', '', '年末年始', '12月29日～1月3日', '年末年始、お盆'),
  時間の備考: remark,
  '診療科・目的別の時間': pick(
    '',
    '',
    '内科：月～金 9:00-12:00／土 休\n外科：火 13:00-17:00／備考「鍵かっこ「あ」」を含む」',
    '受付：月～土 8:30-11:30／昼休みの有無は不明',
    '訪問：毎日 ○／第1・第3日曜 休；受付「皮膚科」：水 9:00-11:00',
    '内科：だいたい午前',
  ),
}) as fc.Arbitrary<Row>;

const contactCells = fc.record({
  電話番号: often(
    pick(
      '0254-00-0001',
      '0254000002',
      '0254-00-0003（代表）/ 0254-00-0004 内線12（夜間）',
      '＋81-254-00-0005',
      'なし',
    ),
  ),
  内線番号: pick('', '', '12'),
  FAX番号: often(pick('0254-00-1001', '０２５４－００－１００２')),
  メール: often(pick('a@mihon.example.jp', 'ｂ@mihon.example.jp')),
  URL: often(pick('https://mihon.example.jp/', 'mihon.example.jp/あ', 'http://example.jp/?a=1&b=2')),
}) as fc.Arbitrary<Row>;

const serviceCells = fc.record({
  種別: pick('薬局', '診療所', '病院', '訪問看護', '通所介護', '居宅介護支援'),
  事業所番号: often(pick('0', '1', '1')),
  診療科目: often(
    pick(
      '内科、小児科',
      '内科;皮膚科;なぞ科',
      '歯科･小児歯科',
      '肝臓・胆のう・膵臓外科',
      '内科（循環器、糖尿病）',
    ),
  ),
  一般病床: pick('', '', '20'),
  療養病床: pick('', '', '0'),
  病床数: pick('', '19床', '120'),
  定員: pick('', '25', '0'),
  職員: often(pick('看護師 5.5;理学療法士 2', '看護師：２人、介護職員（夜間）３.5', '山田、看護師 1', '3')),
  時間外における対応: often(free),
  訪問地域: often(some('西町', '東町', '北町の一部', '全域', '半径10km', '重名', 'town-3', '外の町')),
  訪問地域の備考: pick('', '冬は相談'),
  送迎範囲: often(some('西町', '半径2.5キロ', '駅前')),
  送迎範囲の備考: pick('', '', '坂道は相談'),
  対応保険: often(some('医療保険', '介護保険', '自費（税込、要相談）')),
  要介護度: often(some('要支援1', '要介護3')),
  料金: often(free),
  新規の受け入れ: often(free),
  連携ICTツール: often(some('MCS', 'ＬＩＮＥ WORKS')),
  対応言語: often(some('英語', 'ベトナム語')),
  備考: often(free),
  確認日: pick('2026-04-01', '2026-04-01', 'R8.3', '2025', ''),
  確認者: pick('みほん市', ''),
  確認方法: pick('電話', ''),
  胃ろうの管理: often(pick('○', '△ 退院前に連絡を', '×', '予定', '○（平日のみ）', '△=要相談', '?')),
  '胃ろうの管理（受け入れ）': pick('', '', '○', '△'),
  生活保護を受けている人に対応: pick('', '○', '×'),
  '土日・祝日に対応': pick('', '○ 土のみ', '×'),
}) as fc.Arbitrary<Row>;

const placeCells = fc.record({
  名称: pick(
    'みほん薬局',
    'みほん医院',
    '㈱髙﨑ケア',
    '=名称',
    "'みほん",
    '二行の\n名称',
    'ステーション「あお」',
  ),
  名称_カナ: often(pick('ミホン', 'みほん やっきょく', 'ﾐﾎﾝ', '漢字')),
  住所: pick(
    'みほ野市西町1-2',
    '新潟県みほ野市西町１丁目２番３号',
    'みほ野市東町4-5 みほんビル2F',
    '〒959-0001 みほ野市本町1',
    '西町9',
    '',
  ),
  方書: pick('', 'みほんビル2F', 'あおばハイツ 101'),
  郵便番号: pick('', '959-0001', '9590002'),
  市区町村名: pick('', 'みほ野市', '新潟県みほ野市'),
  法人の名称: pick('', '医療法人みほん会', '=法人'),
  緯度: pick('37.95', '37.9501', '北緯37.96', '0', ''),
  経度: pick('139.33', '139.3301', '139.34', '0', ''),
  地図上の位置: pick('', '', '', '未確認'),
  駐車場: often(free),
  P: often(pick('3台', '-')),
}) as fc.Arbitrary<Row>;

const row = fc
  .tuple(placeCells, contactCells, weekCells, serviceCells)
  .map(parts => Object.assign({}, ...parts) as Row);

/** Numbers and places that other offices do not share, else most would be one record or none could be drawn. */
function ofOffice(office: number, { 事業所番号, 緯度, 経度, 住所 }: Row): Row {
  const moved = (degrees: string | undefined) => degrees?.replace(/\d$/, digit => `${digit}${office}1`) ?? '';
  return {
    事業所番号: 事業所番号 ? `1570${String(office).padStart(3, '0')}${事業所番号}00` : '',
    緯度: 緯度 === '0' ? '0' : moved(緯度),
    経度: 経度 === '0' ? '0' : moved(経度),
    住所: 住所?.replace(/[1１]/, String(office + 1)) ?? '',
  };
}

/** Rows of one layer, most of them of offices that other layers have, too. */
const layer = (prefix: string) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), row), { minLength: 90, maxLength: 120 }).map(list =>
    csv(
      list.map(([office, cells], index) => ({
        ID: `office-${office}`,
        ...cells,
        ...ofOffice(office, cells),
        ...(index % 7 === 0 && { 以前のID: `${prefix}-${index};旧${index}` }),
      })),
    ),
  );

const columnsYaml = 'P: { label: 駐輪場, audience: public }\n駐車場: { label: 駐車場, audience: public }\n';
const areasCsv = [
  'id,名前,種別,親,人口,65歳以上,75歳以上',
  '159999,みほ野市,市区町村,,1000,300,150',
  'town-1,西町,町丁,159999,100,30,15',
  'town-2,東町,町丁,159999,100,30,15',
  'town-3,重名,町丁,159999,100,30,15',
  'town-4,重名,町丁,159999,100,30,15',
].join('\n');

/** Official data, a survey and a later list over the same hundred offices, which contradict each other. */
export const syntheticRegion: fc.Arbitrary<Files> = fc
  .tuple(layer('a'), layer('b'), layer('c'))
  .map(([first, second, third]) => ({
    'site.yaml':
      'name: みほん圏域\nsources:\n  - { file: a.csv, kind: official, asOf: 2026-01-01 }\n  - { file: b.csv }\n  - { file: c.csv, kind: official }\n',
    'columns.yaml': columnsYaml,
    'areas.csv': areasCsv,
    'a.csv': first,
    'b.csv': second,
    'c.csv': third,
  }));
