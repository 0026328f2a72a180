import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIssue } from '../../src/issues/issue.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import {
  activeKeys,
  addKey,
  ignoringSecrets,
  type KeyRing,
  revokeKey,
  rotateKeys,
  writeKeys,
  writeSecrets,
} from '../../src/secure/keys-change.ts';
import { isKnownToAll, type Keys, readKeys, readSecrets, usableSlots } from '../../src/secure/keys-file.ts';
import { countingRandom, phrases, utf8 } from './edition.ts';

const empty: KeyRing = { keys: null, secrets: new Map() };
const today = '2026-11-22';
const read = (text: string) => readKeys('keys.yaml', utf8(text));
const told = (text: string): string[] => read(text).issues.map(formatIssue);
const salt = 'AAECAwQFBgcICQoLDA0ODw==';

/** Without U+FFFD, which stands for what could not be read and is told as that. */
const anyName = fc.string({ minLength: 1, unit: 'grapheme' }).filter(name => !name.includes('\uFFFD'));

/** Three keys: one without end, one that ends today, one that ended. */
function threeKeys(): KeyRing & { keys: Keys } {
  const random = countingRandom();
  const { ring: one } = addKey(empty, 'みほん病院', null, today, random);
  const { ring: two } = addKey(one, 'みほん訪看', '2026-11-22', today, random);
  return addKey(two, 'みほん薬局', '2026-11-21', today, random).ring;
}

test('keys and phrases are read back as they were written, whatever their names', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 5 }), names => {
      const ring = names.reduce<KeyRing>(
        (before, name) => addKey(before, name, null, today, machineRandom).ring,
        empty,
      );
      if (!ring.keys) return;
      expect(read(writeKeys(ring.keys, '説明\n2行目'))).toEqual({ value: ring.keys, issues: [] });
      expect(readSecrets(writeSecrets(ring.secrets, '秘密'))).toEqual(ring.secrets);
    }),
    { numRuns: 50 },
  );
});

test('what is written without secrets holds no phrase', () => {
  const { keys, secrets } = threeKeys();
  const text = writeKeys(keys, '');
  expect(secrets.size).toBe(3);
  for (const word of [...secrets.values()].flatMap(phrase => phrase.split(' ')))
    expect(text).not.toContain(word);
});

test('a key counts through its last day, and is said to be left out from the next', () => {
  const { keys, secrets } = threeKeys();
  const names = ({ open, omitted }: ReturnType<typeof usableSlots>) => ({
    open: open.map(({ slot }) => slot.name),
    omitted: omitted.map(({ slot, reason }) => `${slot.name} ${reason}`),
  });
  expect(names(usableSlots(keys, secrets, today))).toEqual({
    open: ['みほん病院', 'みほん訪看'],
    omitted: ['みほん薬局 expired'],
  });
  expect(names(usableSlots(keys, secrets, '2026-11-23')).open).toEqual(['みほん病院']);
});

test('a key without its phrase, or with one that somebody thought up, is left out', () => {
  const { keys, secrets } = threeKeys();
  const [first, second] = [...secrets.keys()];
  const typed = new Map([[first ?? '', 'shigenmap2026']]);
  expect(second).toBeDefined();
  expect(usableSlots(keys, typed, today).omitted.map(({ reason }) => reason)).toEqual([
    'not-made-by-us',
    'no-phrase',
    'expired',
  ]);
});

test('the phrase of the region that ships with the tool is known to all: it is for that region only', () => {
  const { keys, secrets } = threeKeys();
  const [first = ''] = [...secrets.keys()];
  const copied = new Map([[first, phrases.hospital.replaceAll(' ', '　')]]);
  expect(usableSlots(keys, copied, today).omitted[0]).toMatchObject({ reason: 'known-to-all' });
  expect(usableSlots(keys, copied, today, true).open).toHaveLength(1);
  const shipped = readSecrets(readFileSync('data/keys.secret.yaml', 'utf8'));
  if ('brokenLine' in shipped) throw new Error('data/keys.secret.yaml');
  expect([...shipped.values()].filter(phrase => !isKnownToAll(phrase))).toEqual([]);
});

test('a revoked key stays on record; its phrase goes', () => {
  const ring = threeKeys();
  const [slot] = activeKeys(ring.keys, 'みほん病院');
  const after = revokeKey(ring, slot?.id ?? '', today);
  expect(after.keys?.slots[0]).toMatchObject({ name: 'みほん病院', revokedOn: today });
  expect(after.secrets.has(slot?.id ?? '')).toBe(false);
  expect(activeKeys(after.keys, 'みほん病院')).toEqual([]);
  expect(usableSlots(after.keys as Keys, ring.secrets, today).omitted[0]?.reason).toBe('revoked');
});

test('rotating changes the salt and every phrase that still opens something', () => {
  const before = threeKeys();
  const withLayers = { ...before, secrets: new Map([...before.secrets, ['layers', 'のこる']]) };
  const { ring, made } = rotateKeys(withLayers, today, machineRandom);
  expect(ring.keys?.salt).not.toBe(before.keys.salt);
  expect(made.map(({ slot }) => slot.name)).toEqual(['みほん病院', 'みほん訪看']);
  for (const { slot, passphrase } of made) {
    expect(passphrase).not.toBe(before.secrets.get(slot.id));
    expect(ring.secrets.get(slot.id)).toBe(passphrase);
  }
  expect([...ring.secrets.keys()]).toHaveLength(3);
  expect(ring.secrets.get('layers')).toBe('のこる');
});

test('problems are told with their line and what to do; then no key counts', () => {
  expect(
    told(`salt: ${salt}\nkeys:\n  - id: k3v9\n    name: みほん病院\n    createdOn: 2026/11/22\n`),
  ).toMatchInlineSnapshot(`
    [
      "keys.yaml 5行目 「createdOn」：「2026/11/22」は日付として読めません。年・月・日を「-」で区切って書いてください（例：2027-03-31）。",
    ]
  `);
  expect(told('salt: AAAA\nkeys: []\n')).toMatchInlineSnapshot(`
    [
      "keys.yaml 1行目 「salt」：「AAAA」は keys.yaml の salt として読めません。この値は手で直せません。keys.yaml.bak か、前の版の keys.yaml から戻してください。",
    ]
  `);
  expect(
    told(`salt: ${salt}\nkeys:\n  - id: k3v9\n    namae: みほん病院\n    createdOn: 2026-11-22\n`),
  ).toMatchInlineSnapshot(`
    [
      "keys.yaml 4行目 「namae」：この項目名は使えません。「name」のまちがいではありませんか。",
    ]
  `);
  expect(
    told(`salt: ${salt}\nkeys:\n  - id: layers\n    name: みほん\n    createdOn: 2026-11-22\n`),
  ).toMatchInlineSnapshot(`
    [
      "keys.yaml 3行目 「id」：「layers」という id の鍵が2つあります。まちがえて写した方を消してください（新しい鍵は、コマンド「keys add 名前」で作ります）。",
    ]
  `);
});

test('a secret file that cannot be read is told by its line, never by its words', () => {
  expect(readSecrets('a2b3: さくら\nq7d2 みかん\n')).toEqual({ brokenLine: 2 });
  expect(readSecrets('a2b3: [さくら, みかん]\n')).toEqual({ brokenLine: 1 });
  expect(readSecrets('')).toEqual(new Map());
});

test('.gitignore keeps its lines and names the secret file and its backups once', () => {
  expect(ignoringSecrets('')).toBe('keys.secret.yaml*\n.keys.secret.yaml*\n封をする前の表/\n');
  expect(ignoringSecrets('site/')).toBe('site/\nkeys.secret.yaml*\n.keys.secret.yaml*\n封をする前の表/\n');
  expect(ignoringSecrets(ignoringSecrets('site/\r\n'))).toBe(ignoringSecrets('site/\r\n'));
});
