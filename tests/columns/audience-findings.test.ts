import { describe, expect, it } from 'vitest';
import { personNamedIn } from '../../src/columns/person-names.ts';
import { csv, type Files, regionOf } from '../dataset/region.ts';

const row = { 名称: 'みほん薬局', 種別: '薬局', 電話番号: '0254-00-0001' };
const told = (cells: Record<string, string>, more: Files = {}) =>
  regionOf({ 'facilities/a.csv': csv([{ ...row, ...cells }]), ...more });

describe('a person named within a public text', () => {
  it.each([
    ['在宅の担当：佐藤花子まで', '担当：佐藤花子'],
    ['管理者: 山田 太郎（看護師）', '管理者: 山田 太郎'],
    ['ご相談は窓口の高橋さんへ', '窓口の高橋さん'],
    ['相談員は鈴木氏です', '相談員は鈴木氏'],
  ])('%s', (text, words) => {
    expect(personNamedIn(text)).toBe(words);
  });
  it.each([
    '担当：地域連携室',
    '担当：関係機関',
    '窓口：東京都福祉保健局',
    '管理者：中野市',
    '担当者が折り返します',
    '相談員は2名です',
    '連絡先：平日のみ',
    '窓口は本館1階',
    '責任者：各事業所',
    '担当：林業課',
    'ケアマネさんへ',
    '担当：訪問看護、山田診療所',
  ])('%s names nobody', text => {
    expect(personNamedIn(text)).toBeNull();
  });
  it('is told once for a column, with its place and the fix; not of a professional column', () => {
    expect(told({ 備考: '担当：佐藤花子まで' }).sentences('cell-personal-name')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 D列「備考」：「担当：佐藤花子」のように、人の名前かもしれない書き方が、公開される列に1件あります。名前を出さないなら消すか、「担当者」の列（専門職だけが見ます）に移してください。",
      ]
    `);
    expect(told({ 専門職向け備考: '担当：佐藤花子まで' }).codes).not.toContain('cell-personal-name');
  });
});

describe('a new field that nobody said who may see it', () => {
  const columns = (text: string) => ({ 'columns.yaml': text });
  it('is told at its line', () => {
    const region = told({ 窓口: '2階' }, columns('窓口: { label: 連携の窓口 }\n'));
    expect(region.sentences('columns-audience-undecided')).toMatchInlineSnapshot(`
      [
        "columns.yaml 1行目 「窓口」：この列をだれに見せるかが書かれていないので、専門職だけに見せています。columns.yaml のこの列に「公開: だれでも」か「公開: 専門職」と書いてください。",
      ]
    `);
  });
  it.each([
    '窓口: { label: 連携の窓口, audience: public }\n',
    '窓口: { label: 連携の窓口, audience: professional }\n',
    '窓口: 備考\n',
    '窓口: ignore\n',
  ])('is not told of %s', text => {
    expect(told({ 窓口: '2階' }, columns(text)).codes).not.toContain('columns-audience-undecided');
  });
});

describe('FAX and mail that professionals alone see by default', () => {
  it('is told once for a table', () => {
    const region = told({ FAX番号: '0254-00-0002', メール: 'a@example.jp' });
    expect(region.sentences('contact-sealed-by-default')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 D列「FAX番号」：「0254-00-0002」のような FAX 番号とメールは、調査の答えと考えて、専門職だけに見せています。公表されている値なら、「データ区分」の列に「公表」と書くか、site.yaml の sources にこのファイルと kind: official を書いてください。調査の答えなら、kind: survey と書くと、この知らせは出なくなります。",
      ]
    `);
  });
  it.each([
    ['the row says where it is from', { FAX番号: '0254-00-0002', データ区分: '調査' }, {}],
    [
      'site.yaml says so',
      { FAX番号: '0254-00-0002' },
      { 'site.yaml': 'name: x\nsources: [{ file: facilities/a.csv, kind: survey }]\n' },
    ],
    ['there is none', { FAX番号: '' }, {}],
  ])('not when %s', (_why, cells, more) => {
    expect(told(cells, more).codes).not.toContain('contact-sealed-by-default');
  });
});
