import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toHex } from '../../src/secure/base64.ts';
import { decrypt, encrypt, importKey, pbkdf2 } from '../../src/secure/cipher.ts';
import { additionalData, type EditionHeader, readHeader } from '../../src/secure/header.ts';
import { normalizePhrase } from '../../src/secure/phrase.ts';
import { isRefusal } from '../../src/secure/refusal.ts';
import { sealEdition } from '../../src/secure/seal.ts';
import { editionInput, hex, open, phrases, utf8 } from './edition.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'sealed', 'edition-v1');

// RFC 7914 §11.
test.each([
  [
    'passwd',
    'salt',
    1,
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
  ],
  [
    'Password',
    'NaCl',
    80000,
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
  ],
])('PBKDF2-HMAC-SHA-256 of %s, %s, %i rounds', async (password, salt, rounds, derived) => {
  expect(toHex(await pbkdf2(utf8(password), utf8(salt), rounds, 64))).toBe(derived);
});

// McGrew and Viega, The Galois/Counter Mode of Operation (submission to NIST), test cases 13, 14 and 16.
test.each([
  ['', '', '', '0'.repeat(64), '0'.repeat(24), '530f8afbc74536b9a963b4f1c4cb738b'],
  [
    '00000000000000000000000000000000',
    '',
    'cea7403d4d606b6e074ec5d3baf39d18',
    '0'.repeat(64),
    '0'.repeat(24),
    'd0d1c8a799996bf0265b98b5d48ab919',
  ],
  [
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    'cafebabefacedbaddecaf888',
    '76fc6ece0f4e1768cddf8853bb2d551b',
  ],
])('AES-256-GCM of %s', async (plain, additional, sealed, key, iv, tag) => {
  const aes = await importKey(hex(key), ['encrypt', 'decrypt']);
  const bytes = await encrypt(aes, hex(iv), hex(plain), hex(additional));
  expect(toHex(bytes)).toBe(sealed + tag);
  expect(toHex((await decrypt(aes, hex(iv), bytes, hex(additional))) ?? utf8('refused'))).toBe(plain);
});

test('the additional data is one JSON array without white space', () => {
  const context = {
    build: '000102030405060708090a0b0c0d0e0f',
    madeAt: '2026-11-22T03:00:00Z',
    kdf: { name: 'PBKDF2-SHA-256', iterations: 600_000, salt: 'AAECAwQFBgcICQoLDA0ODw==' },
    roles: ['list', 'records'],
  } as const;
  expect(new TextDecoder().decode(additionalData(context, 'file', 'list'))).toBe(
    '["shigen-map/professional-edition",1,"000102030405060708090a0b0c0d0e0f","2026-11-22T03:00:00Z",' +
      '"PBKDF2-SHA-256",600000,"AAECAwQFBgcICQoLDA0ODw==",["list","records"],"file","list"]',
  );
});

test('what a phrase becomes before a key is derived never changes', () => {
  expect(normalizePhrase('けいさつ　トウキョー ｶﾞｯｺｳ つづく おおや')).toBe('けさつときよがつこつずくおや');
});

test('with the same randomness the same edition is made, byte by byte', async () => {
  const { header, files } = await sealEdition(editionInput());
  if (process.env.WRITE_FIXTURES) writeEdition(header, files);
  expect(`${JSON.stringify(header, null, 2)}\n`).toBe(readFileSync(join(folder, 'edition.json'), 'utf8'));
  for (const { name, content } of files)
    expect(toHex(content)).toBe(readFileSync(join(folder, name)).toString('hex'));
});

test('an edition of this version stays readable', async () => {
  const header = readHeader(readFileSync(join(folder, 'edition.json'), 'utf8'));
  if (isRefusal(header)) throw new Error(header.refused);
  const files = header.files.map(file => ({
    ...file,
    content: new Uint8Array(readFileSync(join(folder, file.name))),
  }));
  expect(readdirSync(folder).sort()).toEqual(
    ['edition.json', ...header.files.map(({ name }) => name)].sort(),
  );
  expect(await open({ header, files }, phrases.office, 'records')).toBe(
    '{"records":"退院調整は 地域連携室へ"}',
  );
});

function writeEdition(header: EditionHeader, files: { name: string; content: Uint8Array }[]): void {
  writeFileSync(join(folder, 'edition.json'), `${JSON.stringify(header, null, 2)}\n`);
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
}
