import { describe, expect, it } from 'vitest';
import { readAll } from './reading.ts';

const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const utf16 = (text: string) => [...text].flatMap(character => [character, '\0']).join('');
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(512, '\0');

describe('files that are no table', () => {
  it.each([
    ['empty.csv', latin1(''), 'file-empty'],
    ['bom.csv', latin1('\xef\xbb\xbf'), 'file-empty'],
    ['blank.csv', latin1(' \r\n\r\n'), 'file-empty'],
    ['paper.csv', latin1('%PDF-1.7\n%\xe2\xe3'), 'not-a-table'],
    ['photo.xlsx', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'not-a-table'],
    ['photo.jpg', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'not-a-table'],
    ['page.xls', latin1('<html><body><table><tr><td>1</td></tr></table>'), 'not-a-table'],
    ['page.csv', latin1('\xef\xbb\xbf\r\n<!DOCTYPE html><html>'), 'not-a-table'],
    ['book.xml', latin1('<?xml version="1.0"?><Workbook/>'), 'not-a-table'],
    ['towns.geojson', latin1('{ "type": "FeatureCollection" }'), 'not-a-table'],
    ['list.json', latin1('["a"]'), 'not-a-table'],
    ['noise.csv', Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256), 'not-a-table'],
    ['old.xls', latin1(ole + utf16('Workbook')), 'xls-old'],
    ['older.xls', latin1('\x09\x00\x04\x00\x02\x00\x10\x00'), 'xls-old'],
    ['secret.xlsx', latin1(ole + utf16('EncryptedPackage')), 'file-encrypted'],
    ['letter.doc', latin1(ole + utf16('WordDocument')), 'not-a-table'],
  ])('%s', (file, bytes, code) => {
    const reading = readAll(file, bytes);
    expect(reading.tables).toEqual([]);
    expect(reading.codes).toEqual([code]);
  });

  it('says what it found and what to do', () => {
    const sentences = ['%PDF-1.7', '<html>'].flatMap(text => readAll('名簿.csv', text).sentences);
    expect([
      ...sentences,
      ...readAll('名簿.xls', latin1(ole + utf16('Workbook'))).sentences,
    ]).toMatchInlineSnapshot(`
      [
        "名簿.csv：このファイルの中身はPDFで、表として読めません。もとの表を、Excel ブック（.xlsx）か CSV（コンマ区切り）で保存したものを置いてください。",
        "名簿.csv：このファイルの中身はウェブページ（HTML）で、表として読めません。もとの表を、Excel ブック（.xlsx）か CSV（コンマ区切り）で保存したものを置いてください。",
        "名簿.xls：古い形式の Excel ファイル（.xls）は読めません。Excel で開き、「名前を付けて保存」でファイルの種類「Excel ブック（*.xlsx）」を選んで保存し直してください。",
      ]
    `);
  });

  it('a CSV is a CSV by any name', () => {
    for (const file of ['一覧.xlsx', 'a', 'a.zip', '訪問看護 (1).CSV', '%E4.dat']) {
      expect(readAll(file, '名称,住所\nあおぞら,村上市\n').tables[0]?.rows).toHaveLength(2);
    }
  });
});
