import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Bytes, toHex } from '../../src/secure/base64.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { type EditionHeader, readHeader } from '../../src/secure/header.ts';
import { contentKey, openFile, slotKey } from '../../src/secure/open.ts';
import { isRefusal } from '../../src/secure/refusal.ts';
import { type SealedEdition, type SealedFile, sealEdition } from '../../src/secure/seal.ts';
import { refusalText } from '../../src/text/secure.ts';
import { editionInput, keptSlotKey, open, phrases, utf8 } from './edition.ts';

let edition: SealedEdition;
let next: SealedEdition;
beforeAll(async () => {
  edition = await sealEdition(editionInput({ random: machineRandom }));
  next = await sealEdition(editionInput({ random: machineRandom }));
});

const fileOf = ({ files }: SealedEdition, role: string): SealedFile =>
  files.find(file => file.role === role) as SealedFile;
const withHeader = (changes: Partial<EditionHeader>): SealedEdition => ({
  ...edition,
  header: { ...edition.header, ...changes },
});
const withList = (content: Bytes): SealedEdition => ({
  ...edition,
  files: [{ ...fileOf(edition, 'list'), content }],
});
const flipped = (bytes: Bytes, index: number): Bytes => bytes.with(index, (bytes[index] ?? 0) ^ 1) as Bytes;
const read = (changes: object): unknown => readHeader(JSON.stringify({ ...edition.header, ...changes }));

test('every phrase opens every file, however it is typed', async () => {
  expect(await open(edition, phrases.hospital)).toBe('{"list":"みほん病院"}');
  expect(await open(edition, phrases.hospital.replaceAll(' ', ''))).toBe('{"list":"みほん病院"}');
  expect(
    await open(
      edition,
      '　ツミキ・ひまわり／オモイデ　たぬき ｭｳﾍﾞ'.replace('ｭｳﾍﾞ', 'ゆーべ、こむぎこすいからくご'),
    ),
  ).toBe('{"list":"みほん病院"}');
});

test('another phrase opens nothing', async () => {
  expect(await open(edition, phrases.office.replace('らくご', 'らくだ'))).toBe('wrong-phrase');
  expect(await open(edition, '')).toBe('wrong-phrase');
});

test('a key that was kept on a device opens the next edition', async () => {
  const kept = await slotKey(phrases.office, edition.header);
  if (isRefusal(kept)) throw new Error(kept.refused);
  const key = await contentKey(kept, next.header);
  if (isRefusal(key)) throw new Error(key.refused);
  expect(isRefusal(await openFile(key, next.header, 'list', fileOf(next, 'list').content))).toBe(false);
});

test('no key can be read back in a browser', async () => {
  const kept = await slotKey(phrases.office, edition.header);
  if (isRefusal(kept)) throw new Error(kept.refused);
  const key = await contentKey(kept, edition.header);
  if (isRefusal(key)) throw new Error(key.refused);
  await expect(crypto.subtle.exportKey('raw', kept)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('a file with any bit changed, or cut short anywhere, opens nothing', async () => {
  const { content } = fileOf(edition, 'list');
  const slot = await slotKey(phrases.hospital, edition.header);
  const key = isRefusal(slot) ? slot : await contentKey(slot, edition.header);
  if (isRefusal(key)) throw new Error(key.refused);
  for (let index = 0; index < content.length; index++) {
    const changed = await openFile(key, edition.header, 'list', flipped(content, index));
    expect(isRefusal(changed)).toBe(true);
    const cut = await openFile(key, edition.header, 'list', content.slice(0, index));
    expect(isRefusal(cut)).toBe(true);
  }
  expect(await openFile(key, edition.header, 'list', flipped(content, 40))).toEqual({ refused: 'tampered' });
  expect(await openFile(key, edition.header, 'list', content.slice(0, 40))).toEqual({
    refused: 'unreadable',
  });
});

test('files exchanged between roles or between builds open nothing', async () => {
  expect(await open(withList(fileOf(edition, 'records').content), phrases.hospital)).toBe('tampered');
  expect(await open(withList(fileOf(next, 'list').content), phrases.hospital)).toBe('other-build');
  // The build that a file says it is of is no secret, so it can be forged.
  const forged = fileOf(next, 'list').content.slice();
  forged.set(fileOf(edition, 'list').content.slice(4, 20), 4);
  expect(await open(withList(forged), phrases.hospital)).toBe('tampered');
});

test('a header with anything changed opens nothing', async () => {
  const { header } = edition;
  const refused = await Promise.all([
    open(withHeader({ madeAt: '2027-01-01T00:00:00Z' }), phrases.hospital),
    open(withHeader({ build: next.header.build }), phrases.hospital),
    open(withHeader({ files: header.files.slice(0, 1) }), phrases.hospital),
    open(withHeader({ kdf: { ...header.kdf, iterations: 600_001 } }), phrases.hospital),
    open(withHeader({ slots: header.slots.map(slot => ({ ...slot, id: `${slot.id}x` })) }), phrases.hospital),
    open(withHeader({ slots: next.header.slots }), phrases.hospital),
  ]);
  expect(refused).toEqual(refused.map(() => 'wrong-phrase'));
});

test('slots exchanged with each other open nothing', async () => {
  const [first, second] = edition.header.slots;
  const slots = [
    { id: first?.id ?? '', key: second?.key ?? '' },
    { id: second?.id ?? '', key: first?.key ?? '' },
  ];
  expect(await open(withHeader({ slots }), phrases.hospital)).toBe('wrong-phrase');
});

test('a header that asks for less is refused before a phrase is asked for', () => {
  const { kdf } = edition.header;
  expect(read({ kdf: { ...kdf, iterations: 599_999 } })).toEqual({ refused: 'weak-parameters' });
  expect(read({ kdf: { ...kdf, iterations: 1e12 } })).toEqual({ refused: 'weak-parameters' });
  expect(read({ kdf: { ...kdf, name: 'PBKDF2-SHA-1' } })).toEqual({ refused: 'weak-parameters' });
  expect(read({ kdf: { ...kdf, salt: '' } })).toEqual({ refused: 'weak-parameters' });
  expect(read({ version: 0 })).toEqual({ refused: 'unknown-version' });
  expect(read({ version: 2 })).toEqual({ refused: 'unknown-version' });
});

test('what is no header is refused, and no name leads to another folder', () => {
  const [file] = edition.header.files;
  expect(readHeader('<!doctype html>')).toEqual({ refused: 'unreadable' });
  expect(read({ format: 'x' })).toEqual({ refused: 'unreadable' });
  expect(read({ slots: [] })).toEqual({ refused: 'unreadable' });
  expect(read({ files: [{ ...file, name: '../../data/list-000000000000.bin' }] })).toEqual({
    refused: 'unreadable',
  });
  expect(read({ files: [file, file] })).toEqual({ refused: 'unreadable' });
  expect(read({ slots: [{ id: 'k3v9', key: 'AAAA' }] })).toEqual({ refused: 'unreadable' });
  expect(read({})).toEqual(edition.header);
});

test('two builds of the same data share nothing but salt, roles and sizes', () => {
  expect(edition.header.build).not.toBe(next.header.build);
  const windows = (bytes: Uint8Array): Set<string> =>
    new Set(Array.from({ length: bytes.length - 7 }, (_, at) => toHex(bytes.subarray(at, at + 8))));
  const before = edition.files.map(file => windows(file.content));
  const shared = next.files.flatMap(file =>
    [...windows(file.content)].filter(one => before.some(other => other.has(one))),
  );
  expect(shared).toEqual([]);
  expect(edition.header.slots.map(slot => slot.key)).not.toEqual(next.header.slots.map(slot => slot.key));
});

test('no key and no phrase is in what is published', () => {
  const published = [
    ...edition.files.map(file => toHex(file.content)),
    toHex(utf8(JSON.stringify(edition.header))),
  ];
  const secrets = [...edition.material.keys, ...edition.material.phrases.map(utf8)].map(toHex);
  expect(secrets).toHaveLength(5);
  expect(secrets.filter(secret => published.some(text => text.includes(secret)))).toEqual([]);
});

test('what is opened is what was sealed, byte for byte', async () => {
  const bytes = fc.uint8Array({ maxLength: 4096 }).map(array => new Uint8Array(array));
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (list, records) => {
      const files = [
        { role: 'list', bytes: list },
        { role: 'records', bytes: records },
      ];
      const slots = [{ id: 'k3v9', passphrase: phrases.hospital }];
      const sealed = await sealEdition(editionInput({ files, slots, random: machineRandom }));
      const header = readHeader(JSON.stringify(sealed.header));
      const slot = isRefusal(header) ? header : await keptSlotKey(phrases.hospital, header);
      const key = isRefusal(slot) ? slot : await contentKey(slot, sealed.header);
      if (isRefusal(key)) throw new Error(key.refused);
      for (const file of files) {
        const { content } = fileOf(sealed, file.role);
        expect(await openFile(key, sealed.header, file.role, content)).toEqual(file.bytes);
      }
    }),
    { numRuns: 12 },
  );
});

test('every refusal has a sentence that says what to do', () => {
  for (const sentence of Object.values(refusalText)) expect(sentence).toMatch(/ください。$/);
});
