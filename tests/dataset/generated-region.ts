import fc from 'fast-check';
import type { Files } from './region.ts';
import { csv } from './region.ts';

export type Row = Record<string, string>;

/** Headers whose cells only professionals may see, in a survey. */
export const professionalHeaders = [
  'FAX番号',
  'メール',
  'ケアマネタイム',
  '連絡のルール',
  '担当者',
  '夜間連絡先',
  '専門職向け備考',
  '空き',
  '裏口',
  'PEG（内部）',
] as const;

export const columnsYaml = [
  '駐車場: { label: 駐車場, audience: public }',
  '裏口: { label: 裏口, audience: professional }',
  'PEG（内部）: { capability: 胃ろう, audience: professional }',
  '',
].join('\n');

const pick = (...values: string[]) => fc.constantFrom(...values);
const often = (value: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') });

const place = pick('新発田市西町0-1', '新発田市西町０番１号', '新潟県新発田市東町0-2', '村上市本町0-3', '');
const publicCells: Record<string, fc.Arbitrary<string>> = {
  ID: often(pick('a-1', 'a-2', 'A-2', 'a-3', 'あ1', '0001')),
  名称: pick('みほん薬局', 'みほん医院', 'ひがし薬局', '医療法人 みほん医院', '', '合計', '※ 注'),
  種別: pick('薬局', '診療所', '訪問看護', '通所介護', '', '温泉'),
  住所: place,
  市区町村名: pick('新発田市', '村上市', '佐渡市', ''),
  電話番号: often(pick('0254-00-0001', '0254-00-0002', '254000003', 'なし')),
  事業所番号: often(pick('1570600001', '1570600002', '15706')),
  医療機関コード: often(pick('1510600001', '1510600002')),
  緯度: pick('37.95', '37.96', '0', ''),
  経度: pick('139.33', '139.34', '0', ''),
  月: often(pick('9:00-12:00', '休', '○', '昼まで', '【削除】')),
  胃ろう: often(pick('○', '△ 相談', '×', '【削除】')),
  備考: often(pick('いち', 'に', '【削除】')),
  駐車場: often(pick('3台', '【削除】')),
  状況: pick('営業中', '', '', '', '廃止'),
  掲載区分: pick('公開', '', '', '専門職のみ', '非公開', 'なぞ'),
  確認日: pick('2026-04-01', '2025-04-01', '', 'R8.4.1'),
};
const professionalCells: Record<string, fc.Arbitrary<string>> = {
  FAX番号: often(pick('0254-00-7001', '0254-00-7002')),
  メール: often(pick('a@mihon.example.jp', 'b@mihon.example.jp')),
  ケアマネタイム: often(pick('月 13:00', '【削除】')),
  連絡のルール: often(pick('FAXのみ', '【削除】')),
  担当者: often(pick('みほん花子', '※太郎', '合計', '【削除】')),
  夜間連絡先: often(pick('0254-00-7003', 'なし', '【削除】')),
  専門職向け備考: often(pick('ひみつ', '【削除】')),
  空き: often(pick('2床', '0')),
  裏口: often(pick('北側', '【削除】')),
  'PEG（内部）': often(pick('○', '△ 内密', '×', '【削除】')),
};

const publicPart = fc.record(publicCells) as fc.Arbitrary<Row>;
export const professionalPart = fc.record(professionalCells) as fc.Arbitrary<Row>;

export interface GeneratedRow {
  open: Row;
  sealed: Row;
  consent: string;
}

export const generatedRow: fc.Arbitrary<GeneratedRow> = fc.record({
  open: publicPart,
  sealed: professionalPart,
  consent: pick('あり', 'あり', 'あり', 'なし', ''),
});

/** Three layers: public, with consent asked for, and for professionals only. */
export interface GeneratedRegion {
  first: GeneratedRow[];
  survey: GeneratedRow[];
  inner: GeneratedRow[];
  blankAfter: number;
  note: string;
  municipalities: string;
}

export const generatedRegion: fc.Arbitrary<GeneratedRegion> = fc.record({
  first: fc.array(generatedRow, { maxLength: 6 }),
  survey: fc.array(generatedRow, { maxLength: 6 }),
  inner: fc.array(generatedRow, { maxLength: 4 }),
  blankAfter: fc.nat(5),
  note: pick('', '※ 令和8年4月現在', '合計'),
  municipalities: pick('[]', '[新発田市]', '[新発田市, 村上市]'),
});

/** Sealed cells stand before and behind the public ones, so that no column's place makes a difference. */
function rowOf({ open, sealed, consent }: GeneratedRow, asksConsent: boolean): Row {
  const { 担当者: person = '', ...rest } = sealed;
  return { 担当者: person, ...open, ...(asksConsent ? { 掲載同意: consent } : {}), ...rest };
}

export function filesOf(region: GeneratedRegion): Files {
  const lines = (rows: readonly GeneratedRow[], asksConsent: boolean): string => {
    const empty: GeneratedRow = {
      open: Object.fromEntries(Object.keys(publicCells).map(key => [key, ''])),
      sealed: Object.fromEntries(professionalHeaders.map(key => [key, ''])),
      consent: '',
    };
    const [header = '', ...records] = csv([empty, ...rows].map(row => rowOf(row, asksConsent)))
      .split('\r\n')
      .filter(line => line !== '');
    const body = records.slice(1);
    body.splice(region.blankAfter, 0, '');
    return ['医療・介護 一覧', '', header, ...body, region.note, ''].join('\r\n');
  };
  return {
    'site.yaml': `name: みほん\nmunicipalities: ${region.municipalities}\nsources:\n  - { file: first.csv }\n  - { file: survey.csv }\n  - { file: inner.csv, listing: professional }\n`,
    'columns.yaml': columnsYaml,
    'first.csv': lines(region.first, false),
    'survey.csv': lines(region.survey, true),
    'inner.csv': lines(region.inner, false),
  };
}

/** Rows of a file that hold anything, but for its header. */
export function writtenRows(text: string): number {
  return text.split('\r\n').filter(line => line.replaceAll(',', '').trim() !== '').length - 1;
}
