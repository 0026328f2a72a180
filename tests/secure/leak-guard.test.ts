import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/files/guard-output.ts';
import { LeakGuard, type Watched } from '../../src/secure/leak-guard.ts';

const utf8 = new TextEncoder();
const watched = (value: string | Uint8Array): Watched => ({
  value,
  field: '夜間連絡先',
  at: '調査.csv 2行目',
});
const guardOf = (...values: (string | Uint8Array)[]) => new LeakGuard(values.map(watched), unpack);
const isFound = (value: string | Uint8Array, file: string | Uint8Array) =>
  guardOf(value).scan('index.html', typeof file === 'string' ? utf8.encode(file) : file).length > 0;

const upper = (text: string) =>
  text.replace(/\\u[0-9a-f]{4}|%[0-9a-f]{2}/g, found => found.slice(0, 2) + found.slice(2).toUpperCase());
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) =>
  [...json(text)]
    .flatMap(sign =>
      sign > '~'
        ? sign.split('').map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : sign,
    )
    .join('');
const html = (text: string) =>
  text.replace(
    /[&<>"']/g,
    sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? '',
  );
const everyByte = (text: string) =>
  [...utf8.encode(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
const base64 = (text: string, shift: number) =>
  Buffer.from(`${'x'.repeat(shift)}${text}yz`).toString('base64');

/** Every way in which the build, or a tool it uses, could write a value into a text. */
const spelled: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'HTML-escaped': html,
  'HTML-escaped twice': text => html(html(text)),
  'HTML, every sign by its number': text => [...text].map(sign => `&#${sign.codePointAt(0)};`).join(''),
  'HTML, every sign by its hexadecimal number': text =>
    [...text].map(sign => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
  'JSON-escaped': json,
  'JSON, beyond ASCII by \\u': unicode,
  'JSON, \\U in upper case': text => upper(unicode(text)).replaceAll('\\U', '\\u'),
  'JSON with \\/': text => json(text).replaceAll('/', '\\/'),
  'JSON within JSON': text => json(unicode(text)),
  'JSON within an HTML attribute': text => html(unicode(text)),
  'percent-encoded': encodeURIComponent,
  'percent-encoded, lower case': text => encodeURIComponent(text).toLowerCase(),
  'percent-encoded, every byte': everyByte,
  'percent-encoded, every byte, upper case': text => everyByte(text).toUpperCase(),
  'percent-encoded with + for a space': text => encodeURIComponent(text).replaceAll('%20', '+'),
  'base64, first alignment': text => base64(text, 0),
  'base64, second alignment': text => base64(text, 1),
  'base64, third alignment': text => base64(text, 2),
  'base64 for addresses': text =>
    base64(text, 1).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  'in CSV': text => text.replaceAll('"', '""'),
  'with line breaks': text => text.replace(/(\D{3})(?=\D)/gsu, '$1\n  '),
  'in capitals': text => text.replace(/[a-z]/g, sign => sign.toUpperCase()),
};

const packed: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'as it is': bytes => bytes,
  gzip: bytes => gzipSync(bytes),
  'second member of gzip': bytes => Buffer.concat([gzipSync('x'.repeat(50)), gzipSync(bytes)]),
  'gzip within gzip': bytes => gzipSync(gzipSync(bytes)),
  'UTF-16, little end first': bytes =>
    Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}\r\n`, 'utf16le'),
  'UTF-16, big end first': bytes =>
    Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}\r\n`, 'utf16le').swap16(),
  'UTF-16 from an odd byte': bytes =>
    Buffer.concat([Buffer.from('x'), Buffer.from(`${Buffer.from(bytes).toString('utf8')}\r\n`, 'utf16le')]),
  zip: bytes => zipOf(bytes, true),
  'zip without compression': bytes => zipOf(bytes, false),
  'a source map in its script': bytes =>
    Buffer.from(
      `f();\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify({ sourcesContent: [Buffer.from(bytes).toString('utf8')] })).toString('base64')}`,
    ),
};

function zipOf(bytes: Uint8Array, isPacked: boolean): Uint8Array {
  const data = isPacked ? deflateRawSync(bytes) : Buffer.from(bytes);
  const name = Buffer.from('a.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(isPacked ? 8 : 0, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(bytes.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

const value = '夜間は佐藤（内線12）&"連携室"へ/<至急> 070-0000-9919';

describe('a planted value is found', () => {
  it.each(Object.keys(spelled))('written %s', name => {
    expect(isFound(value, `<p>まえ ${spelled[name]?.(value)} うしろ</p>`)).toBe(true);
  });
  it.each(Object.keys(packed))('packed as %s', name => {
    expect(isFound(value, packed[name]?.(utf8.encode(`まえ ${value} うしろ`)) ?? '')).toBe(true);
  });
  it('in the name of a file', () => {
    expect(
      guardOf('himitsu-no-kiroku').scan('f/himitsu-no-kiroku/index.html', utf8.encode('x')),
    ).toHaveLength(1);
  });
  it.each([
    ['without hyphens', '07000009919'],
    ['in full width', '０７０－００００－９９１９'],
    ['with brackets', '070(0000)9919'],
    ['with spaces', '070 0000 9919'],
    ['with non-breaking hyphens', '070\u20110000\u20119919'],
    ['in an address', 'tel:+07000009919'],
    ['beside another number', '03-0000-0000 070-0000-9919 2026'],
  ])('a number %s', (_how, text) => {
    expect(isFound('070-0000-9919', `電話${text}まで`)).toBe(true);
  });
});

/** Any text that is long enough to be watched. */
const anyText = fc
  .string({ unit: 'grapheme', minLength: 8, maxLength: 60 })
  .filter(
    text =>
      text.isWellFormed() && text.normalize('NFKC').replace(/[\s\p{P}\p{S}\p{C}\p{M}]/gu, '').length >= 8,
  );
const japanese = fc
  .array(fc.constantFrom(...'退院前は地域連携室へ電話カナひらがな佐藤花子0123456789-&<"/（）、 \n㈱①ﾊﾟ'), {
    minLength: 14,
    maxLength: 60,
  })
  .map(signs => `連携室の直通番号${signs.join('')}です`);

it('any value, written in any way, at any place of any file', () => {
  const around = fc.string({ unit: 'binary', maxLength: 40 }).map(text => text.replace(/\d/g, 'x'));
  const names = fc.constantFrom(...Object.keys(spelled));
  const files = fc.constantFrom(...Object.keys(packed));
  fc.assert(
    fc.property(
      fc.oneof(anyText, japanese),
      names,
      files,
      around,
      around,
      (text, name, file, before, after) => {
        // An escape that begins before the value is another text.
        const whole = `${before.replace(/[&\\%\p{Cs}]/gu, ' ')}\n${spelled[name]?.(text)}\n${after}`;
        return isFound(text, packed[file]?.(utf8.encode(whole)) ?? '');
      },
    ),
    { seed: 6, numRuns: 1000 },
  );
});

it('key material is found as bytes, in hexadecimal digits and in base64', () => {
  const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(keys, fc.uint8Array({ maxLength: 50 }), (key, before) => {
      const files = [
        Buffer.concat([before, key, before]),
        Buffer.from(Buffer.from(key).toString('hex')),
        Buffer.from(Buffer.from(key).toString('hex').toUpperCase()),
        Buffer.from(Buffer.concat([before, key, before]).toString('base64')),
        Buffer.from(Buffer.concat([before, key]).toString('base64url')),
      ];
      return files.every(file => isFound(key, file));
    }),
    { seed: 7, numRuns: 300 },
  );
});

describe('what only looks like a value is none', () => {
  it.each([
    ['a longer number', '0254001234', '10254-00-12345'],
    ['digits behind a point', '0254001234', '139.0254001234'],
    ['other text', '連携室の佐藤へ電話してください', '連携室の鈴木へ電話してください'],
  ])('%s', (_what, text, file) => {
    expect(isFound(text, file)).toBe(false);
  });
  it('a thousand values and a text without any of them', () => {
    const values = Array.from({ length: 1000 }, (_, index) => `070-1234-${String(index).padStart(4, '0')}`);
    const guard = guardOf(...values);
    const text = readFileSync(join(import.meta.dirname, '../../README.md'));
    expect(guard.scan('README.md', text)).toEqual([]);
    expect(guard.scan('x', utf8.encode('x 07012340777 x'))).toHaveLength(1);
  });
});

it('a leak names file, field and place, never the value', () => {
  const leaks = guardOf('070-0000-9919').scan('data/a.json', utf8.encode('{"a":"07000009919"}'));
  expect(leaks).toEqual([{ file: 'data/a.json', field: '夜間連絡先', at: '調査.csv 2行目' }]);
});

describe('PDF', () => {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const pdf = (...streams: [content: string, isPacked?: boolean, about?: string][]) =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      ...streams.flatMap(([content, isPacked = true, about = ''], index) => {
        const bytes = isPacked ? deflateSync(content) : Buffer.from(content, 'latin1');
        const filter = isPacked ? '/Filter /FlateDecode' : '';
        return [
          Buffer.from(`${index + 1} 0 obj\n<< ${about} /Length ${bytes.length} ${filter} >>\nstream\n`),
          bytes,
          Buffer.from('\nendstream\nendobj\n'),
        ];
      }),
      Buffer.from('%%EOF'),
    ]);
  const text = '連携室の佐藤へ070-0000-9919';

  it.each([
    ['Latin text in brackets', 'BT (Tel 070-0000-9919) Tj ET'],
    ['text set sign by sign', 'BT [(070) -20 (\\0550000) 3 (-99) (19)] TJ ET'],
    ['hexadecimal UTF-16', `BT <${hex(text)}> Tj ET`],
  ])('%s', (_what, content) => {
    expect(isFound('070-0000-9919', pdf([content]))).toBe(true);
    expect(isFound('070-0000-9919', pdf([content, false]))).toBe(true);
  });

  it('glyph numbers that a table of the font explains', () => {
    const signs = [...new Set(text)];
    const code = (sign: string) => (signs.indexOf(sign) + 3).toString(16).padStart(4, '0');
    const table = `1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${signs.length} beginbfchar\n${signs
      .map(sign => `<${code(sign)}> <${hex(sign)}>`)
      .join('\n')}\nendbfchar`;
    const content = `BT <${[...text].map(code).join('')}> Tj ET`;
    expect(isFound(text, pdf([content], [table]))).toBe(true);
    const range =
      '1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange\n<0001> <000a> <0030>\nendbfrange';
    const digits = [...'07000009919']
      .map(digit => (Number(digit) + 1).toString(16).padStart(4, '0'))
      .join('');
    expect(isFound('070-0000-9919', pdf([`BT <${digits}> Tj ET`], [range]))).toBe(true);
  });

  it('a value that is set in several fonts, each with its own table, some of it packed in an object stream', () => {
    const table = (codes: Record<string, string>) =>
      `1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar\n${Object.entries(codes)
        .map(([code, sign]) => `<${code}> <${hex(sign)}>`)
        .join('\n')}\nendbfchar`;
    const objects = [
      '<< /Font << /F1 8 0 R /F2 9 0 R >> >>',
      '<< /ToUnicode 2 0 R >>',
      '<< /ToUnicode 3 0 R >>',
    ];
    const starts = objects.map((_, at) => objects.slice(0, at).join(' ').length + (at === 0 ? 0 : 1));
    const head = `7 ${starts[0]} 8 ${starts[1]} 9 ${starts[2]} `;
    const content =
      'BT /F1 9 Tf <01> Tj /F2 9 Tf <0102> Tj /Span<</ActualText <FEFF53E3>>> BDC /F1 9 Tf <02> Tj EMC <0304> Tj ET';
    const file = pdf(
      [content],
      [table({ '01': '裏', '02': '\u2f1d', '03': 'の', '04': '鈴' })],
      [table({ '01': '通', '02': '用' })],
      [head + objects.join(' '), true, `/Type /ObjStm /N 3 /First ${head.length}`],
    );
    expect(isFound('裏通用口の鈴', file)).toBe(true);
    expect(isFound('裏通用口の錠', file)).toBe(false);
  });

  it('text in the signs of ASCII85', () => {
    const packed = ascii85(deflateSync(`BT <${hex('夜間は070-0000-9919')}> Tj ET`));
    const file = `%PDF-1.4\n1 0 obj\n<< /Filter [ /ASCII85Decode /FlateDecode ] >>\nstream\n${packed}\nendstream\nendobj\n`;
    expect(isFound('070-0000-9919', file)).toBe(true);
  });
});

function ascii85(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const part = [0, 1, 2, 3].map(offset => bytes[at + offset] ?? 0);
    let value = part.reduce((sum, byte) => sum * 256 + byte, 0);
    const five: number[] = [];
    for (let digit = 0; digit < 5; digit += 1) {
      five.unshift(value % 85);
      value = Math.floor(value / 85);
    }
    const kept = Math.min(4, bytes.length - at) + 1;
    signs +=
      value === 0 && kept === 5 && five.every(digit => digit === 0)
        ? 'z'
        : String.fromCharCode(...five.slice(0, kept).map(digit => digit + 33));
  }
  return `${signs}~>`;
}

describe('encodings of older programs', () => {
  const typed = '夜間は連携室の佐藤へ';
  it.each([
    ['CP932', '96e98ad482cd98418c678eba82cc8db293a182d6'],
    ['EUC-JP', 'ccebb4d6a4cfcfa2b7c8bcbca4cebab4c6a3a4d8'],
    ['ISO-2022-JP', '1b24424c6b3456244f4f2237483c3c244e3a34462324581b2842'],
  ])('%s', (_name, digits) => {
    const file = Buffer.concat([Buffer.from('a,b\r\n'), Buffer.from(digits, 'hex'), Buffer.from('\r\n')]);
    expect(isFound(typed, file)).toBe(true);
    expect(isFound(typed, gzipSync(file))).toBe(true);
    expect(isFound(typed, zipOf(file, true))).toBe(true);
  });
  it('UTF-16 without a single byte of zero', () => {
    expect(isFound(typed, Buffer.from(`\ufeff${typed}`, 'utf16le'))).toBe(true);
    expect(isFound(typed, Buffer.from(`\ufeff${typed}`, 'utf16le').swap16())).toBe(true);
  });
});

it('a document of Word or Excel that cuts the value by tags', () => {
  const xml =
    '<w:p><w:r><w:t>夜間は 070-</w:t></w:r><w:r><w:b/><w:t>0000-</w:t></w:r><w:r><w:t>9919</w:t></w:r></w:p>';
  expect(isFound('070-0000-9919', zipOf(utf8.encode(xml), true))).toBe(true);
});
