import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { valueCodes } from '../../src/issues/codes/values.ts';
import { type CellRead, formatIssue, formatSentence, type Issue, issue } from '../../src/issues/issue.ts';
import { readAddress } from '../../src/normalize/address.ts';
import { readMunicipalityCode, readOfficeNumber } from '../../src/normalize/codes.ts';
import { readLatitude, readPosition } from '../../src/normalize/coordinates.ts';
import { readMark } from '../../src/normalize/mark.ts';
import { readPhone } from '../../src/normalize/phone.ts';
import { readUrl } from '../../src/normalize/url.ts';

const at = { file: '一覧.csv', row: 12, column: 'C', header: '列' };

function sentences(value: string, { findings }: CellRead<unknown>): string {
  return findings.map(({ code, detail }) => formatIssue(issue(code, at, value, detail))).join('\n');
}

const tables = new URL('tables/', import.meta.url);
const produced = new Set(
  readdirSync(tables).flatMap(file =>
    Papa.parse<Record<string, string>>(readFileSync(new URL(file, tables), 'utf8'), {
      header: true,
    }).data.flatMap(row => (row.指摘 ?? '').split(';')),
  ),
);

describe.each(Object.keys(valueCodes) as Issue['code'][])('%s', code => {
  test('has a row in the tables', () => {
    expect(produced).toContain(code);
  });

  test('says what is wrong, how to mend it and an example, politely', () => {
    const detail = {
      to: 'あ',
      suggestion: 'い',
      digits: '9',
      expected: 'う',
      options: 'え',
      name: 'お',
      length: '10',
      found: '9',
      email: 'か',
      limit: '90',
      lat: '1',
      lng: '2',
      count: '3',
    };
    const text = formatSentence(issue(code, at, '値', detail));
    expect(text).not.toContain('undefined');
    expect(text).toMatch(/。$/);
    if (code !== 'stated-none') expect(text).toMatch(/（例：.+）/);
    expect(text).toMatch(/ください|かまいません/);
  });
});

test('sentences a clerk reads', () => {
  expect(sentences('254000004', readPhone('254000004'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「254000004」は先頭の 0 が失われた番号のようです（「0254000004」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：025-000-0000）。"`,
  );
  expect(sentences('12106', readMunicipalityCode('12106'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「12106」は5桁のため、どの市区町村か決められません（012106・121061 のどちらにも読めます）。6桁で入力してください（例：402052）。"`,
  );
  expect(sentences('170100143', readOfficeNumber('170100143'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「170100143」は事業所番号の10桁に1桁足りません（先頭の 0 が失われた「0170100143」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：0170100000）。"`,
  );
  expect(sentences('35,6812', readLatitude('35,6812'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「35,6812」は数値として読めません。小数点は「.」で入力してください（例：35.6812）。"`,
  );
  expect(sentences('139.7671', readPosition('139.7671', '35.6812'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「139.7671」は緯度と経度が入れ替わっているため、「35.6812, 139.7671」（緯度, 経度）として使いました。元の表の2つの列を直してください（例：緯度 35.6812、経度 139.7671）。"`,
  );
  expect(sentences('hppts//example.jp', readUrl('hppts//example.jp'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「hppts//example.jp」は「https://example.jp」と直しました。開くことを確かめ、元の表も直してください（例：https://www.example.jp/）。"`,
  );
  expect(sentences('検討中', readMark('検討中'))).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「検討中」は ○・△・予定・× のどれか分からないため、「情報なし」として扱いました。記号で答え、説明は続けてかっこに書いてください（例：△（退院前に連絡を））。"`,
  );
  const address = readAddress({ text: '小山市みほん1', prefecture: '栃木県', municipality: '栃木市' });
  expect(sentences('小山市みほん1', address)).toMatchInlineSnapshot(
    `"一覧.csv 12行目 C列「列」：「小山市みほん1」は、同じ行の市区町村（栃木市）と合わないため、書かれたとおりに載せます。合併や区の再編で名前が変わっていないか確かめてください（例：栃木市で始まる住所）。"`,
  );
});
