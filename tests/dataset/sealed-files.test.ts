import { beforeAll, expect, test } from 'vitest';
import { loadRegion, type RegionFolder } from '../../src/dataset/load.ts';
import { withSealedFiles } from '../../src/dataset/sealed-files.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { sealFile } from '../../src/secure/sealed-file.ts';
import { folderOf, vocabulary } from './region.ts';

const phrase = 'さくら みかん はちみつ ゆびわ そよかぜ ことり かまぼこ ともだち';
const other = 'つみき ひまわり おもいで たぬき ゆうべ こむぎこ すいか らくご';
const open = '名称,種別,住所\nみほん薬局,薬局,新発田市西町0-1\n';
const clear = '名称,種別,住所,担当者\nみほん訪看,訪問看護,新発田市東町0-2,かくれ たろう\n';
let sealed: Uint8Array;
beforeAll(async () => {
  sealed = await sealFile('b.csv', new TextEncoder().encode(clear), phrase, '', machineRandom);
});

/** What a build says and shows of a folder. */
async function read(folder: RegionFolder, sources: readonly string[], key: string | undefined) {
  const { value, issues } = loadRegion(await withSealedFiles(folder, sources, key), vocabulary);
  return {
    names: value?.publicDataset.facilities.map(({ name }) => name),
    persons: value?.professionalDataset.facilities.flatMap(({ professional }) => professional.persons).length,
    told: issues.filter(({ code }) => code.startsWith('sealed-')).map(({ code, at }) => `${code} ${at.file}`),
    errors: issues.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}

test('with the phrase a sealed file is read as if it were not sealed', async () => {
  const folder = folderOf({ 'facilities/a.csv': open, 'facilities/b.csv.sealed': sealed });
  const inClear = folderOf({ 'facilities/a.csv': open, 'facilities/b.csv': clear });
  const opened = await read(folder, [], phrase);
  expect(opened).toEqual(await read(inClear, [], undefined));
  expect(opened).toMatchObject({ names: ['みほん薬局', 'みほん訪看'], persons: 1, told: [] });
});

test.each([
  ['no phrase', undefined],
  ['another phrase', other],
])('with %s its rows are left out, and that is an error', async (_, key) => {
  const folder = folderOf({ 'facilities/a.csv': open, 'facilities/b.csv.sealed': sealed });
  const unopened = await read(folder, [], key);
  expect(unopened.names).toEqual(['みほん薬局']);
  expect(unopened.told).toEqual(['sealed-file-unopened b.csv.sealed']);
  expect(unopened.errors).toEqual(['sealed-file-unopened']);
});

test('settings name the file as they did before it was sealed, or by its sealed name', async () => {
  for (const file of ['facilities/b.csv', 'facilities/b.csv.sealed']) {
    const folder = folderOf({
      'site.yaml': `name: みほん圏域\nsources:\n  - file: ${file}\n`,
      'facilities/b.csv.sealed': sealed,
    });
    expect(await read(folder, [file], phrase)).toMatchObject({ names: ['みほん訪看'], told: [], errors: [] });
    expect((await read(folder, [file], undefined)).errors).toEqual(['sealed-file-unopened']);
  }
});

test('a file that is being edited goes before its sealed form, and is counted once', async () => {
  const folder = folderOf({ 'facilities/b.csv': clear, 'facilities/b.csv.sealed': sealed });
  const both = await read(folder, [], phrase);
  expect(both).toMatchObject({ names: ['みほん訪看'], told: ['sealed-file-beside-clear b.csv'], errors: [] });
});

test('a sealed file under another name is not opened', async () => {
  const folder = folderOf({ 'facilities/a.csv': open, 'facilities/c.csv.sealed': sealed });
  expect((await read(folder, [], phrase)).told).toEqual(['sealed-file-unopened c.csv.sealed']);
});
