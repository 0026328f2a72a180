import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellRead } from '../../src/issues/issue.ts';
import { addressKey, readAddress } from '../../src/normalize/address.ts';
import * as codes from '../../src/normalize/codes.ts';
import { readLatitude, readLongitude, readPosition } from '../../src/normalize/coordinates.ts';
import { readDate } from '../../src/normalize/date.ts';
import { gojuonKey, hiragana, readKana } from '../../src/normalize/kana.ts';
import { foldHeader, nameKey, searchKey } from '../../src/normalize/keys.ts';
import { readMark } from '../../src/normalize/mark.ts';
import { readCount, readDecimal } from '../../src/normalize/number.ts';
import { formatPhone, readFax, readPhone } from '../../src/normalize/phone.ts';
import { placeKey } from '../../src/normalize/place-key.ts';
import { formatPostalCode, readPostalCode } from '../../src/normalize/postal-code.ts';
import { cleanCell, readName, readText } from '../../src/normalize/text.ts';
import { readEmail, readUrl } from '../../src/normalize/url.ts';
import { variants } from './variants.ts';

const settings = { seed: 20260401, numRuns: 400 };

/** What cells are made of: any unicode, halves of pairs, and the characters the readers look for. */
const pieces = fc.constantFrom(
  ...[
    '0',
    '1',
    '９',
    '-',
    '－',
    'ー',
    '〜',
    '/',
    '.',
    ',',
    '、',
    '(',
    '）',
    ' ',
    '\u3000',
    '\n',
    '\0',
    '\uFEFF',
  ],
  ...['http', '://', 'www.', '@', '.jp', 'javascript:', '○', '×', '△', '可', '令和', '年', '月', '日', '元'],
  ...[
    '内線',
    '又は',
    '〒',
    '福岡県',
    '飯塚市',
    '大字',
    '丁目',
    '番地',
    '号',
    '一',
    '十',
    'ｶ',
    'ﾞ',
    'ウ',
    '゛',
    'ヶ',
    'E+',
  ],
  ...[
    '\uD83D',
    '\uDE00',
    '葛\u{E0100}',
    '⻘',
    '（改行）',
    '度',
    '°',
    '′',
    '#',
    '+81',
    '郡',
    '区',
    '北緯',
    'T',
    '<',
  ],
);
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 14 }).map(parts => parts.join('')),
  fc.tuple(pieces, fc.integer({ min: 1, max: 3000 })).map(([piece, times]) => piece.repeat(times)),
);

/** Every reader, with how its value is written in a cell again. */
const readers: Record<
  string,
  { read: (text: string) => CellRead<unknown>; write?: (value: never) => string }
> = {
  text: { read: readText },
  name: { read: readName },
  kana: { read: readKana },
  phone: {
    read: readPhone,
    write: (phones: Parameters<typeof formatPhone>[0][]) => phones.map(formatPhone).join(' / '),
  },
  fax: { read: readFax },
  postalCode: { read: readPostalCode, write: formatPostalCode },
  municipalityCode: { read: codes.readMunicipalityCode },
  corporateNumber: { read: codes.readCorporateNumber },
  officeNumber: { read: codes.readOfficeNumber },
  medicalCode: { read: codes.readMedicalCode },
  naviiId: { read: codes.readNaviiId },
  date: { read: readDate },
  url: { read: readUrl },
  email: { read: readEmail },
  count: { read: readCount, write: String },
  decimal: { read: readDecimal, write: String },
  latitude: { read: readLatitude, write: String },
  longitude: { read: readLongitude, write: String },
};

describe.each(Object.entries(readers))('%s', (_, { read, write = (value: never) => value as string }) => {
  test('never throws, is silent about an empty cell and never about a lost value', () => {
    fc.assert(
      fc.property(cell, text => {
        const found = read(text);
        if (cleanCell(text) === '') expect(found).toEqual({ value: null, findings: [] });
        // A 法人番号 of zeros only is a spreadsheet's empty cell.
        else if (found.value === null && !/^[0\s\p{P}]*$/u.test(text.normalize('NFKC'))) {
          expect(found.findings).not.toEqual([]);
        }
      }),
      settings,
    );
  });

  test('reading its own value again gives the same and repairs nothing', () => {
    fc.assert(
      fc.property(cell, text => {
        const first = read(text);
        if (first.value === null) return;
        const again = read(write(first.value as never));
        expect(again.value).toEqual(first.value);
        expect(again.findings.filter(found => found.detail?.to !== undefined)).toEqual([]);
      }),
      settings,
    );
  });
});

test('marks, addresses, positions and keys never throw', () => {
  fc.assert(
    fc.property(cell, cell, cell, (a, b, c) => {
      readMark(a);
      readPosition(a, b);
      readAddress({ text: a, prefecture: b, municipality: c, building: b, town: c, rest: a });
      addressKey(a, b);
      placeKey(a);
      gojuonKey(a);
      hiragana(a);
      foldHeader(a);
      nameKey(a, variants);
      searchKey(a, { level: 'loose', variants });
    }),
    settings,
  );
});

test('an address read again is the same address', () => {
  fc.assert(
    fc.property(cell, text => {
      const first = readAddress({ text, prefecture: '福岡県', municipality: '飯塚市' }).value;
      if (first === null) return;
      const again = readAddress({ text: first.text, prefecture: '福岡県', municipality: '飯塚市' }).value;
      expect(again?.text).toBe(first.text);
    }),
    settings,
  );
});

test('whatever comes out as a URL is http or https', () => {
  fc.assert(
    fc.property(cell, text => {
      const { value } = readUrl(text);
      if (value !== null) expect(new URL(value).protocol).toMatch(/^https?:$/);
    }),
    { ...settings, numRuns: 2000 },
  );
});

test('keys of a key are the key', () => {
  fc.assert(
    fc.property(cell, fc.constantFrom('exact' as const, 'loose' as const), (text, level) => {
      const key = searchKey(text, { level, variants });
      expect(searchKey(key, { level, variants })).toBe(key);
    }),
    settings,
  );
});

test('a loose key keeps what an exact key joins', () => {
  const katakana = fc.string({ unit: fc.constantFrom(...'アカガサツッヤャーオウンプ'), maxLength: 8 });
  fc.assert(
    fc.property(katakana, text => {
      expect(searchKey(text, { level: 'loose' })).toBe(searchKey(hiragana(text), { level: 'loose' }));
    }),
    settings,
  );
});
