import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bytes } from '../../src/secure/base64.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { openSealedFile, sealFile } from '../../src/secure/sealed-file.ts';
import { countingRandom, phrases, utf8 } from './edition.ts';

const phrase = phrases.hospital;
const fixture = join(import.meta.dirname, '../fixtures/sealed/一覧.csv.sealed');
const seal = (bytes: Bytes, name = '一覧.csv') =>
  sealFile(name, bytes, phrase, '封をした表です', machineRandom);

test('what is opened is what was sealed, byte for byte', async () => {
  const files = fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array({ maxLength: 5000 }));
  await fc.assert(
    fc.asyncProperty(files, async ([name, array]) => {
      const bytes = new Uint8Array(array);
      expect(await openSealedFile(name, await seal(bytes, name), phrase)).toEqual(bytes);
    }),
    { numRuns: 8 },
  );
});

test('another phrase, another name, a changed or missing byte: not opened', async () => {
  const sealed = await seal(utf8('名称,担当者\n'));
  const last = sealed.length - 1;
  expect(await openSealedFile('一覧.csv', sealed, phrases.office)).toEqual({ refused: 'wrong-phrase' });
  expect(await openSealedFile('窓口.csv', sealed, phrase)).toEqual({ refused: 'wrong-phrase' });
  expect(await openSealedFile('一覧.csv', sealed.with(last, (sealed[last] ?? 0) ^ 1), phrase)).toEqual({
    refused: 'wrong-phrase',
  });
  expect(await openSealedFile('一覧.csv', sealed.slice(0, last), phrase)).toEqual({
    refused: 'wrong-phrase',
  });
  expect(await openSealedFile('一覧.csv', sealed.slice(0, sealed.indexOf(10) + 5), phrase)).toEqual({
    refused: 'unreadable',
  });
  expect(await openSealedFile('一覧.csv', utf8('名称,担当者\n'), phrase)).toEqual({ refused: 'unreadable' });
});

test('a header that asks for less, or is of another version, is refused', async () => {
  const text = Buffer.from(await seal(utf8('x'))).toString('latin1');
  const changed = (from: string, to: string) => new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
  expect(await openSealedFile('一覧.csv', changed('600000', '1000'), phrase)).toEqual({
    refused: 'weak-parameters',
  });
  expect(await openSealedFile('一覧.csv', changed('"version":1', '"version":2'), phrase)).toEqual({
    refused: 'unknown-version',
  });
});

test('it shows nothing of its contents, and the same file sealed twice shares nothing', async () => {
  const bytes = utf8('名称,担当者\nみほん病院,かくれ たろう\n');
  const [one, two] = [await seal(bytes), await seal(bytes)];
  const bodies = [one, two].map(sealed => Buffer.from(sealed.subarray(sealed.indexOf(10) + 1)));
  expect(bodies[0]?.includes('かくれ')).toBe(false);
  expect(bodies[0]?.equals(bodies[1] as Buffer)).toBe(false);
});

test('a name is the same however its letters are composed', async () => {
  const sealed = await seal(utf8('x'), 'デイ.csv'.normalize('NFD'));
  expect(await openSealedFile('デイ.csv'.normalize('NFC'), sealed, phrase)).toEqual(utf8('x'));
});

test('a file sealed by this version stays readable', async () => {
  const bytes = utf8('名称,種別,担当者\nみほん病院,病院,かくれ たろう\n');
  if (process.env.WRITE_FIXTURES)
    writeFileSync(fixture, await sealFile('一覧.csv', bytes, phrase, '封をした表です', countingRandom()));
  expect(await openSealedFile('一覧.csv', new Uint8Array(readFileSync(fixture)), phrase)).toEqual(bytes);
});
