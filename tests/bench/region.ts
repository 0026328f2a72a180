import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small generator with a seed (mulberry32): the same facilities on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const families: [string, string][] = [
  ...([
    ['高橋', 'タカハシ'],
    ['渡邉', 'ワタナベ'],
    ['佐々木', 'ササキ'],
    ['山﨑', 'ヤマザキ'],
  ] as [string, string][]),
  ...([
    ['斎藤', 'サイトウ'],
    ['小林', 'コバヤシ'],
    ['中村', 'ナカムラ'],
    ['吉田', 'ヨシダ'],
  ] as [string, string][]),
  ...([
    ['松本', 'マツモト'],
    ['井上', 'イノウエ'],
    ['清水', 'シミズ'],
    ['長谷川', 'ハセガワ'],
  ] as [string, string][]),
];
const words: [string, string][] = [
  ...([
    ['さくら', 'サクラ'],
    ['ひまわり', 'ヒマワリ'],
    ['みどり', 'ミドリ'],
    ['あおぞら', 'アオゾラ'],
  ] as [string, string][]),
  ...([
    ['ほほえみ', 'ホホエミ'],
    ['やすらぎ', 'ヤスラギ'],
    ['こもれび', 'コモレビ'],
    ['なごみ', 'ナゴミ'],
  ] as [string, string][]),
  ...([
    ['若葉', 'ワカバ'],
    ['青葉', 'アオバ'],
    ['希望', 'キボウ'],
    ['すみれ', 'スミレ'],
  ] as [string, string][]),
];
/** Label of the type; name after the word; its reading. */
const kinds: [type: string, suffix: string, kana: string][] = [
  ['診療所', 'クリニック', 'クリニック'],
  ['歯科診療所', '歯科医院', 'シカイイン'],
  ['薬局', '薬局', 'ヤッキョク'],
  ['訪問看護', '訪問看護ステーション', 'ホウモンカンゴステーション'],
  ['居宅介護支援', 'ケアプランセンター', 'ケアプランセンター'],
  ['訪問介護', 'ヘルパーステーション', 'ヘルパーステーション'],
  ['通所介護', 'デイサービスセンター', 'デイサービスセンター'],
  ['病院', '病院', 'ビョウイン'],
];
const towns = [
  '本町',
  '中央',
  '駅前',
  '東町',
  '西町',
  '南が丘',
  '北浜',
  '緑ケ丘',
  '泉',
  '大手町',
  '若宮',
  '桜木',
];
const marks = ['○', '○', '△', '×', '', '', '', '△ 退院前に連絡を', '○（平日のみ）', '予定'];
const capabilities = [
  '中心静脈栄養',
  '在宅酸素療法',
  '人工呼吸器',
  '胃ろう',
  '看取り',
  '褥瘡',
  '認知症',
  '麻薬管理',
];
const specialities = ['内科', '外科', '整形外科', '小児科', '皮膚科', '眼科', '精神科', '泌尿器科'];
const days = ['月', '火', '水', '木', '金', '土', '日', '祝'];

const headers = [
  ...[
    'ID',
    '名称',
    '名称_カナ',
    '種別',
    '住所',
    '郵便番号',
    '全国地方公共団体コード',
    '緯度',
    '経度',
    '電話番号',
  ],
  ...['FAX番号', '法人の名称', '診療科目', '定員', ...days, '時間の備考', '訪問地域', '対応保険', '備考'],
  ...['確認日', '確認者', '確認方法', 'ケアマネタイム', '連絡のルール', ...capabilities],
  ...['メール', '夜間連絡先', '担当者', '専門職向け備考'],
];

/** A professional edition is sealed too: it is made before the pages, and kept until they are written. */
const keys = `salt: AAECAwQFBgcICQoLDA0ODw==\nkeys:\n  - { id: k3v9, name: 計測, createdOn: 2026-11-22 }\n`;
const secrets = 'k3v9: れいせい のばす きこえる なっとう なたでここ げざい おんしゃ れいかん\n';

/** Writes a region of `count` made-up facilities in the layout of our own template. */
export function writeRegion(folder: string, count: number, seed = 20261122): void {
  const next = random(seed);
  const rows = Array.from({ length: count }, (_, index) => facility(index, next));
  const lines = [headers, ...rows].map(row => row.map(quote).join(','));
  mkdirSync(join(folder, 'facilities'), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), `name: 計測圏域\ndemo: true\nmunicipalities: ['131016']\n`);
  writeFileSync(join(folder, 'keys.yaml'), keys);
  writeFileSync(join(folder, 'keys.secret.yaml'), secrets);
  writeFileSync(join(folder, 'facilities', '計測.csv'), `\ufeff${lines.join('\r\n')}\r\n`);
}

function facility(index: number, next: () => number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const number = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const [type, suffix, suffixKana] = pick(kinds);
  const [first, firstKana] = pick(next() < 0.5 ? families : words);
  const [second, secondKana] = next() < 0.5 ? pick(words) : ['', ''];
  const town = pick(towns);
  const medical = type.includes('診療所') || type === '病院';
  return [
    `b${String(index + 1).padStart(6, '0')}`,
    `${first}${second}${suffix}${index % 7 === 0 ? '' : ` ${town}`}`,
    `${firstKana}${secondKana}${suffixKana}`,
    type,
    `東京都千代田区${town}${number(1, 6)}丁目${number(1, 30)}番${number(1, 20)}号`,
    `100-${String(number(1, 9999)).padStart(4, '0')}`,
    '131016',
    (35.668 + next() * 0.037).toFixed(6),
    (139.73 + next() * 0.053).toFixed(6),
    `03-${number(3000, 6999)}-${String(number(0, 9999)).padStart(4, '0')}`,
    next() < 0.6 ? `03-${number(3000, 6999)}-${String(number(0, 9999)).padStart(4, '0')}` : '',
    next() < 0.7 ? `医療法人${pick(words)[0]}会` : '',
    medical ? [...new Set([pick(specialities), pick(specialities)])].join(';') : '',
    type === '通所介護' ? String(number(10, 40)) : '',
    ...days.map((_, day) => hours(day, next)),
    next() < 0.1 ? '受付は終了の30分前まで' : '',
    type.startsWith('訪問') ? pick(['千代田区', '全域', '半径5km']) : '',
    '医療保険;介護保険',
    next() < 0.2 ? '駐車場があります。' : '',
    `2026-${String(number(1, 10)).padStart(2, '0')}-${String(number(1, 28)).padStart(2, '0')}`,
    '計測市',
    pick(['電話', 'FAX', '調査票']),
    next() < 0.3 ? '月～金 12:30-13:30' : '',
    next() < 0.3 ? '主治医意見書は窓口まで' : '',
    ...capabilities.map(() => pick(marks)),
    ...sealedCells(index),
  ];
}

/** Professional values that are all different: what the leak guard looks for in every file. */
function sealedCells(index: number): string[] {
  const number = String(index * 7919)
    .padStart(8, '0')
    .slice(-8);
  return [
    `renkei${index}@b${index % 97}.example.jp`,
    `070-${number.slice(0, 4)}-${number.slice(4)}`,
    `地域連携室 ${families[index % families.length]?.[0]}${index}号`,
    `退院前の連絡は前日の15時までに内線${index}へ。${words[index % words.length]?.[0]}棟の担当が折り返します。`,
  ];
}

function hours(day: number, next: () => number): string {
  if (day >= 6) return '休';
  if (day === 5) return next() < 0.5 ? '9:00-12:00' : '休';
  return next() < 0.1 ? '休' : '9:00-12:30,14:00-18:00';
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
