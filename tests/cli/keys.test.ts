import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder, readRegion } from '../../src/files/load-region.ts';
import { professionalFiles } from '../../src/professional/files.ts';
import { readHeader } from '../../src/secure/header.ts';
import { readSecrets } from '../../src/secure/keys-file.ts';
import { contentKey, openFile, slotKey } from '../../src/secure/open.ts';
import { isRefusal } from '../../src/secure/refusal.ts';
import { openSealedFile } from '../../src/secure/sealed-file.ts';
import { buildTurn } from '../build-turn.ts';
import { type BuildRun, runShigenMap } from '../e2e/harness-site.ts';

const header = 'ID,名称,種別,住所,電話番号,担当者';
const secret = 'かくれ たろう';
let home: string;
let releaseTurn: (() => void) | undefined;
const path = (...parts: string[]) => join(home, ...parts);
const data = (...parts: string[]) => path('region', ...parts);
const text = (...parts: string[]) => readFileSync(data(...parts), 'utf8');
const run = (command: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<BuildRun> =>
  runShigenMap([command, ...words, '--data', data()], env);
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
/** The phrase as it is read aloud. */
const spoken = (stdout: string): string =>
  [...stdout.matchAll(/[1-8]番目　([ぁ-ん]+)/g)].map(([, word]) => word).join(' ');

beforeAll(async () => {
  releaseTurn = await buildTurn();
  home = mkdtempSync(join(tmpdir(), 'shigen-map-keys-'));
  mkdirSync(data('facilities'), { recursive: true });
  writeFileSync(data('site.yaml'), 'name: みほん圏域\n');
  writeFileSync(
    data('facilities/a.csv'),
    'ID,名称,種別,住所,電話番号\na-1,みほん薬局,薬局,新発田市西町0-1,0254-00-0001\n',
  );
  writeFileSync(
    data('facilities/秘密.csv'),
    `${header}\nb-1,みほん訪看,訪問看護,新発田市東町0-2,0254-00-0002,${secret}\n`,
  );
});
afterAll(() => {
  releaseTurn?.();
  rmSync(home, { recursive: true });
});

/** Opens an edition as a browser does. */
async function opened(folder: string, phrase: string): Promise<{ role: string; json: string }[]> {
  const edition = readHeader(readFileSync(join(folder, 'pro/edition.json'), 'utf8'));
  if (isRefusal(edition)) throw new Error(edition.refused);
  const slot = await slotKey(phrase, edition);
  const key = isRefusal(slot) ? slot : await contentKey(slot, edition);
  if (isRefusal(key)) throw new Error(key.refused);
  const files = edition.files.map(async ({ role, name }) => {
    const bytes = await openFile(key, edition, role, new Uint8Array(readFileSync(join(folder, 'pro', name))));
    if (isRefusal(bytes)) throw new Error(bytes.refused);
    return { role, json: gunzipSync(bytes).toString('utf8') };
  });
  return Promise.all(files);
}

describe('keys', () => {
  it('makes a key, says its phrase once, and keeps it where git does not look', async () => {
    const added = await run('keys', ['add', 'みほん病院', '地域連携室', '--expires', '2098/3/31']);
    expect(added, added.stderr).toMatchObject({ code: 0, stderr: '' });
    const phrase = spoken(added.stdout);
    expect(phrase.split(' ')).toHaveLength(8);
    expect(added.stdout).toContain('期限：2098年3月31日');
    expect(text('keys.secret.yaml')).toContain(phrase);
    expect(text('keys.yaml')).toContain('name: みほん病院 地域連携室');
    expect(text('keys.yaml')).not.toContain(phrase.split(' ')[0]);
    expect(text('.gitignore')).toContain('keys.secret.yaml*');
    expect(statSync(data('keys.secret.yaml')).mode & 0o077).toBe(0);
    const listed = await run('keys', ['list']);
    expect(listed.stdout).toMatch(/みほん病院 地域連携室　.*に作成・2098年3月31日まで/);
    expect(listed.stdout).not.toContain(phrase.split(' ')[0]);
  });

  it('a second key keeps the first; a name twice, a past day and an unknown word change nothing', async () => {
    const second = await run('keys', ['add', 'みほん訪看']);
    expect(second.code).toBe(0);
    const before = text('keys.yaml');
    expect(before.match(/ - id: /g)).toHaveLength(2);
    const twice = await run('keys', ['add', 'みほん訪看']);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    const past = await run('keys', ['add', 'x', '--expires', '2020-01-01']);
    expect(past).toMatchObject({ code: 2, stdout: '' });
    const unknown = await run('keys', ['adds']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('「adds」は分かりません');
    expect(text('keys.yaml')).toBe(before);
  });

  it('a revoked key stays on record, the phrase goes, and a backup is said', async () => {
    const revoked = await run('keys', ['revoke', 'みほん訪看']);
    expect(revoked.code).toBe(0);
    expect(revoked.stderr).toContain('前の keys.yaml は keys.yaml.bak');
    expect(text('keys.yaml')).toContain('revokedOn: ');
    expect((await run('keys', ['revoke', 'みほん訪看'])).code).toBe(1);
  });

  it('on a machine without the phrases it warns before they are lost', async () => {
    renameSync(data('keys.secret.yaml'), path('kept'));
    const added = await run('keys', ['add', 'みほん薬局']);
    expect(added.stdout).toContain(
      '【注意】「みほん病院 地域連携室」の合言葉が、この keys.secret.yaml にありません',
    );
    rmSync(data('keys.secret.yaml'));
    renameSync(path('kept'), data('keys.secret.yaml'));
    expect((await run('keys', ['revoke', 'みほん薬局'])).code).toBe(0);
  });
});

describe('seal', () => {
  it('keeps the sheet as ciphertext and moves the clear one out of git’s sight', async () => {
    const clear = readFileSync(data('facilities/秘密.csv'));
    const sealed = await run('seal', ['facilities/秘密.csv']);
    expect(sealed.code, sealed.stderr).toBe(0);
    expect(sealed.stdout).toContain('これをなくすと、封をした表は二度と開けません');
    expect(readdirSync(data('facilities')).sort()).toEqual(['a.csv', '秘密.csv.sealed']);
    expect(readFileSync(data('facilities/秘密.csv.sealed')).includes('みほん訪看')).toBe(false);
    expect(readFileSync(data('封をする前の表/秘密.csv')).equals(clear)).toBe(true);
    expect(text('.gitignore')).toContain('封をする前の表/');
  });

  it('opens it for editing and seals it again under the same phrase; what was there is kept', async () => {
    const before = text('keys.secret.yaml');
    const open = await run('seal', ['facilities/秘密.csv.sealed', '--open']);
    expect(open.code, open.stderr).toBe(0);
    expect(text('facilities/秘密.csv')).toContain(secret);
    expect((await run('seal', ['facilities/秘密.csv.sealed', '--open'])).code).toBe(1);
    const again = await run('seal', ['facilities/秘密.csv']);
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).not.toContain('【大事】');
    expect(text('keys.secret.yaml')).toBe(before);
    expect(existsSync(data('封をする前の表/秘密.csv.bak'))).toBe(true);
  });

  it('rotating renews its phrase too: the sheet opens with the new one, and no longer with the old', async () => {
    const phrases = () => readSecrets(text('keys.secret.yaml')) as ReadonlyMap<string, string>;
    const before = phrases();
    const rotated = await run('keys', ['rotate']);
    expect(rotated.code, rotated.stderr).toBe(0);
    const after = phrases();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [id, phrase] of before) expect(after.get(id)).not.toBe(phrase);
    expect(rotated.stdout).toContain('「facilities/秘密.csv.sealed」は、新しい合言葉で封をし直してあります');
    const open = async (phrase = '') =>
      openSealedFile('秘密.csv', new Uint8Array(readFileSync(data('facilities/秘密.csv.sealed'))), phrase);
    expect(await open(before.get('layers'))).toEqual({ refused: 'wrong-phrase' });
    expect(new TextDecoder().decode((await open(after.get('layers'))) as Uint8Array)).toContain(secret);
  });

  it('a sealed file that does not open keeps the phrase of all, and is named; so does a phrase that is not here', async () => {
    const good = readFileSync(data('facilities/秘密.csv.sealed'));
    const secrets = text('keys.secret.yaml');
    const layers = /^layers:.*$/m.exec(secrets)?.[0] ?? 'none';
    writeFileSync(data('facilities/秘密.csv.sealed'), Buffer.concat([good, Buffer.from('x')]));
    const rotated = await run('keys', ['rotate']);
    expect(rotated.code).toBe(0);
    expect(rotated.stdout).toContain('「facilities/秘密.csv.sealed」を今の合言葉（layers）で開けないため');
    expect(text('keys.secret.yaml')).toContain(layers);
    expect(text('keys.secret.yaml')).not.toBe(secrets);
    writeFileSync(data('facilities/秘密.csv.sealed'), good);
    writeFileSync(data('keys.secret.yaml'), secrets.replace(layers, ''));
    expect((await run('keys', ['rotate'])).stdout).toContain('その合言葉（layers）がこの端末にないため');
    expect(readFileSync(data('facilities/秘密.csv.sealed')).equals(good)).toBe(true);
    writeFileSync(data('keys.secret.yaml'), `${text('keys.secret.yaml')}${layers}\n`);
  });

  it('settings cannot be sealed; without the phrase no second one is made', async () => {
    expect((await run('seal', ['site.yaml'])).code).toBe(2);
    writeFileSync(data('vacancy.csv'), 'ID,空き数\n');
    const secrets = text('keys.secret.yaml');
    writeFileSync(data('keys.secret.yaml'), secrets.replace(/^layers:.*\n/m, ''));
    const refused = await run('seal', ['vacancy.csv']);
    writeFileSync(data('keys.secret.yaml'), secrets);
    rmSync(data('vacancy.csv'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('合言葉（layers）が見つかりません');
    expect(existsSync(data('vacancy.csv.sealed'))).toBe(false);
  });
});

describe('build with keys', () => {
  const phraseOf = (): string => /^(?!layers|#)\w+: (.+)$/m.exec(text('keys.secret.yaml'))?.[1] ?? '';

  it('seals exactly the professional view; apart from the site, when that is wished', async () => {
    const built = await run('build', ['--out', path('site'), '--separate-pro', path('apart')]);
    expect(built, built.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout).toContain('専門職版：鍵 1本（みほん病院 地域連携室）で封をしました');
    const { value: region } = readRegion(data(), undefined, await openFolder(data()));
    if (!region) throw new Error('the region cannot be read');
    expect(await opened(path('apart'), phraseOf())).toEqual(professionalFiles(region.professionalDataset));
    expect(readdirSync(path('apart')).sort()).toEqual(expect.arrayContaining(['_astro', 'pro']));
    expect(existsSync(path('apart/pro/index.html'))).toBe(true);
    const site = filesBelow(path('site'));
    expect(site.filter(file => file.startsWith(path('site/pro')))).toEqual([]);
    expect(
      site.filter(file => file.endsWith('.html') && readFileSync(file, 'utf8').includes('"/pro/"')),
    ).toEqual([]);
    expect(site.filter(file => /ProApp|pro-worker/.test(file))).toEqual([]);
    expect(filesBelow(path('apart')).some(file => file.includes('ProApp'))).toBe(true);
    expect(existsSync(path('site/f/b-1/index.html'))).toBe(true);
  });

  it('in a public repository it stops while something confidential stands in clear', async () => {
    const event = path('event.json');
    const inPublic = { GITHUB_EVENT_PATH: event };
    writeFileSync(event, JSON.stringify({ repository: { private: false, visibility: 'public' } }));
    const stopped = await run('build', ['--out', path('site')], inPublic);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain('「keys.secret.yaml」を、だれでもそのまま読めます');
    writeFileSync(data('vacancy.csv'), 'ID,空き数\nb-1,2\n');
    const lists = await run('build', ['--out', path('site')], { CI_PROJECT_VISIBILITY: 'public' });
    rmSync(data('vacancy.csv'));
    expect(lists.stderr).toMatch(/「vacancy\.csv」.*「keys\.secret\.yaml\.bak」.*「keys\.secret\.yaml」/);
  });

  it('without a phrase: no edition, no row of the sealed sheet, both said loudly', async () => {
    renameSync(data('keys.secret.yaml'), path('kept'));
    const built = await run('build', ['--out', path('site')]);
    renameSync(path('kept'), data('keys.secret.yaml'));
    expect(built.code).toBe(0);
    expect(built.stderr).toContain('【専門職版なし】使える鍵がない');
    expect(built.stderr).toContain('【開いていない表】封をした 「秘密.csv.sealed」');
    expect(existsSync(path('site/pro'))).toBe(false);
    expect(existsSync(path('site/f/b-1'))).toBe(false);
    expect(existsSync(path('site/f/a-1/index.html'))).toBe(true);
  });
});
