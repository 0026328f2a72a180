import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';
import { cellsOf, fixture, readAll } from './reading.ts';

const variants = [
  ['名称', 'カナ', '住所', '電話番号', '備考'],
  ['㈱髙橋クリニック①', 'ﾀｶﾊｼ', '山﨑市１－２～３', '0254-00-0001', '改行\nあり'],
  ['さくら訪問看護', 'サクラ', '新潟県村上市', '0254000002', '表ソ十予'],
];
const plain = [
  ['名称', '住所', '電話番号'],
  ['青空病院', '新潟県村上市本町１', '0254-00-0001'],
  ['さくら訪問看護', '新潟県村上市田端町', '0254-00-0002'],
];
const csv = `${plain.map(row => row.join(',')).join('\r\n')}\r\n`;

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const source = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(source.length * 2));
  for (let at = 0; at < source.length; at++) view.setUint16(at * 2, source.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('encodings', () => {
  it.each(['cp932.csv', 'cp932-lf.csv', 'cp932-cr.csv'])(
    '%s: Windows CP932 with ①㈱髙﨑 and bytes that look like \\ and |',
    name => {
      const reading = readAll(name, fixture(name));
      expect(cellsOf(reading)).toEqual(variants);
      expect(reading.codes).toEqual([]);
    },
  );

  it.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    ['UTF-8 with BOM', new TextEncoder().encode(`\ufeff${csv}`)],
    ['UTF-16LE with BOM', utf16(csv, true, true)],
    ['UTF-16BE with BOM', utf16(csv, false, true)],
    ['UTF-16LE without BOM', utf16(csv, true, false)],
    ['UTF-16BE without BOM', utf16(csv, false, false)],
  ])('%s', (_, bytes) => {
    const reading = readAll('一覧.csv', bytes);
    expect(cellsOf(reading)).toEqual(plain);
    expect(reading.codes).toEqual([]);
  });

  it.each([
    ['euc-jp.csv', 'encoding-euc-jp', plain],
    [
      'euc-jp-short.csv',
      'encoding-euc-jp',
      [
        ['名称', '住所'],
        ['青空', '村上市'],
      ],
    ],
    ['jis.csv', 'encoding-iso-2022-jp', plain],
  ])('%s is read and named', (name, code, cells) => {
    const reading = readAll(name, fixture(name));
    expect(cellsOf(reading)).toEqual(cells);
    expect(reading.codes).toEqual([code]);
    expect(reading.issues[0]?.severity).toBe('repaired');
  });

  it('EUC-JP with one damaged character stays EUC-JP', () => {
    const bytes = fixture('euc-jp.csv');
    bytes[bytes.indexOf(0x0a) + 1] = 0xff;
    const reading = readAll('euc.csv', bytes);
    expect(reading.codes).toEqual(['encoding-euc-jp', 'text-undecodable']);
    expect(cellsOf(reading)[2]).toEqual(plain[2]);
  });

  it('half-width kana in CP932 is no EUC-JP', () => {
    const reading = readAll('kana.csv', fixture('half-width-kana.csv'));
    expect(cellsOf(reading)[1]).toEqual(['ｱｵｿﾞﾗ', '青空', '村上']);
    expect(reading.codes).toEqual([]);
  });

  it('reads each line of a mixed file in its own encoding and names the row', () => {
    const utf8 = readAll('a.csv', fixture('mixed-utf8.csv'));
    expect(cellsOf(utf8)).toEqual([plain[0], plain[1], plain[2], plain[1]]);
    expect(utf8.issues.map(({ code, at }) => [code, at.row])).toEqual([['encoding-mixed', 3]]);
    const cp932 = readAll('b.csv', fixture('mixed-cp932.csv'));
    expect(cellsOf(cp932)).toEqual([plain[0], plain[1], plain[2], plain[1], plain[1]]);
    expect(cp932.issues.map(({ code, at }) => [code, at.row])).toEqual([['encoding-mixed', 3]]);
  });

  it('empties a cell nobody can decode, keeps the other rows, and says where', () => {
    const reading = readAll('名簿.csv', fixture('undecodable.csv'));
    expect(cellsOf(reading)).toEqual([
      ['名称', '住所'],
      ['青空病院', '村上市'],
      ['', ''],
      ['海病院', '村上市'],
    ]);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.csv 3行目 A列：「�」には読めない文字（�）があるため、このセルは空欄として扱いました。もとの資料を見て入力し直し、UTF-8 で保存してください。",
        "名簿.csv 3行目 B列：「�x�」には読めない文字（�）があるため、このセルは空欄として扱いました。もとの資料を見て入力し直し、UTF-8 で保存してください。",
      ]
    `);
  });

  it('decodes settings by the same rules', () => {
    expect(decodeText('site.yaml', fixture('cp932-cr.csv')).value.split('\n')[0]).toBe(
      '名称,カナ,住所,電話番号,備考',
    );
    expect(decodeText('site.yaml', new TextEncoder().encode('\ufeffname: みほん\r\n'))).toEqual({
      value: 'name: みほん\n',
      issues: [],
    });
    expect(decodeText('site.yaml', new Uint8Array())).toEqual({ value: '', issues: [] });
    const lost = decodeText('site.yaml', new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x0a, 0x63]));
    expect(lost.issues.map(({ code, at }) => [code, at.row])).toEqual([['text-undecodable', 2]]);
    const binary = decodeText(
      'site.yaml',
      Uint8Array.from({ length: 100 }, (_, index) => index % 7),
    );
    expect(binary.issues.map(found => found.code)).toEqual(['text-binary']);
  });
});
