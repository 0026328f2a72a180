import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOf, fixture, readAll } from './reading.ts';

const csv = strToU8('名称,住所\nあおぞら,村上市\n');

/** An archive whose directory declares other sizes than the truth. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

describe('archives', () => {
  it('each CSV is a table; system files are passed over, others are named', () => {
    const bytes = zipSync({
      '一覧/病院.csv': csv,
      '薬局.csv': [csv, { level: 0 }],
      '__MACOSX/._病院.csv': csv,
      '.DS_Store': csv,
      '説明.pdf': strToU8('%PDF'),
      '偽.csv': strToU8('%PDF-1.7'),
      '空.csv': strToU8(''),
    });
    const reading = readAll('まとめ.zip', bytes);
    expect(reading.tables.map(table => table.file)).toEqual([
      'まとめ.zip/一覧/病院.csv',
      'まとめ.zip/薬局.csv',
    ]);
    expect(reading.tables[1]?.rows[1]?.cells).toEqual(['あおぞら', '村上市']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "まとめ.zip/説明.pdf：zip の中の、表ではなさそうなファイルなので読みませんでした。表であれば、名前の終わりを .csv にしてください。",
        "まとめ.zip/偽.csv：このファイルの中身はPDFで、表として読めません。もとの表を、Excel ブック（.xlsx）か CSV（コンマ区切り）で保存したものを置いてください。",
        "まとめ.zip/空.csv：このファイルには何も入っていません。表を保存し直すか、このファイルを取り除いてください。",
      ]
    `);
  });

  it('names written by Windows', () => {
    const reading = readAll('a.zip', fixture('member-names.zip'));
    expect(reading.tables[0]?.file).toBe('a.zip/一覧表/ソ能.csv');
    expect(cellsOf(reading)[1]?.[0]).toBe('青空病院');
  });

  it('names that climb out of the folder are only names', () => {
    const bytes = zipSync({ '../../etc/passwd.csv': csv, '/abs.csv': csv, 'C:\\win\\..\\x.csv': csv });
    expect(readAll('a.zip', bytes).tables.map(table => table.file)).toEqual([
      'a.zip/etc/passwd.csv',
      'a.zip/abs.csv',
      'a.zip/win/x.csv',
    ]);
  });

  it('archives inside are refused, also under the name of a workbook', () => {
    const bytes = zipSync({
      'inner.zip': zipSync({ 'a.csv': csv }),
      'hidden.csv': zipSync({ 'a.csv': csv }),
      'no-book.xlsx': zipSync({ 'a.csv': csv }),
    });
    expect(readAll('a.zip', bytes).codes).toEqual(['zip-nested', 'zip-nested', 'zip-nested']);
  });

  it('nothing inside, or no table', () => {
    expect(readAll('a.zip', zipSync({})).codes).toEqual(['zip-without-table']);
    expect(readAll('a.zip', zipSync({ 'word/document.xml': csv })).codes).toEqual(['not-a-table']);
  });

  it('a bomb is refused by its declared size, and by its true size when it lies', () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const bomb = zipSync({ 'a.csv': zeros });
    expect(readAll('a.zip', bomb).codes).toEqual(['zip-too-large']);
    expect(readAll('a.zip', lying(bomb.slice(), 0xfffffff0)).sentences).toMatchInlineSnapshot(`
      [
        "a.zip：中身が大きすぎるか、圧縮のしかたが不自然なため、開かずにおきました（ファイル1個、開くと4,096MB。上限は300MB、zip の大きさの200倍、1,000個まで）。必要な表だけを取り出して置いてください。",
      ]
    `);
    expect(readAll('a.zip', lying(bomb.slice(), 1_000)).codes).toEqual(['zip-broken']);
  });

  it('long sizes of Zip64, as streaming programs write them for small files', () => {
    const bytes = zipSync({ 'a.csv': [csv, { level: 0, extra: { 1: new Uint8Array(16) } }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entry = view.getUint32(bytes.length - 6, true);
    view.setUint32(entry + 20, 0xffffffff, true);
    view.setUint32(entry + 24, 0xffffffff, true);
    view.setBigUint64(entry + 46 + 5 + 4, BigInt(csv.length), true);
    view.setBigUint64(entry + 46 + 5 + 12, BigInt(csv.length), true);
    expect(cellsOf(readAll('a.zip', bytes))[1]).toEqual(['あおぞら', '村上市']);
  });

  it('a damaged archive, a damaged member', () => {
    const bytes = zipSync({ 'a.csv': [csv, { level: 0 }], 'b.csv': csv });
    expect(readAll('a.zip', bytes.subarray(0, bytes.length - 30)).codes).toEqual(['zip-broken']);
    const damaged = bytes.slice();
    damaged[40] = damaged[40]! ^ 1;
    const reading = readAll('a.zip', damaged);
    expect(reading.issues.map(({ code, at }) => [code, at.file])).toEqual([['zip-broken', 'a.zip/a.csv']]);
    expect(reading.tables.map(table => table.file)).toEqual(['a.zip/b.csv']);
  });
});
