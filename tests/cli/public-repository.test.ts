import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearConfidentialFiles } from '../../src/cli/exposed-files.ts';
import { isPublicRepository, isUnsure } from '../../src/cli/public-repository.ts';
import { watchListOf } from '../../src/files/guard-output.ts';
import { type Files, folderOf, regionOf } from '../dataset/region.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-event-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function event(repository: unknown): { GITHUB_EVENT_PATH: string } {
  const file = join(home, 'event.json');
  writeFileSync(file, JSON.stringify({ repository }));
  return { GITHUB_EVENT_PATH: file };
}

test.each([
  [{ visibility: 'public', private: false }, true],
  [{ visibility: 'private', private: true }, false],
  [{ visibility: 'internal', private: true }, false],
  [{ private: false }, true],
  [{ private: true }, false],
  [{}, null],
  [undefined, null],
])('a repository of GitHub that says %j', (repository, isPublic) => {
  expect(isPublicRepository(event(repository))).toBe(isPublic);
});

test('GitLab says it in a variable; on a person’s own machine nobody does', () => {
  expect(isPublicRepository({ CI_PROJECT_VISIBILITY: 'public' })).toBe(true);
  expect(isPublicRepository({ CI_PROJECT_VISIBILITY: 'internal' })).toBe(false);
  expect(isPublicRepository({})).toBeNull();
  expect(isPublicRepository({ GITHUB_EVENT_PATH: join(home, 'none.json') })).toBeNull();
});

const open = '名称,種別,住所\nみほん薬局,薬局,新発田市西町0-1\n';
const closed = '名称,種別,住所,担当者\nみほん訪看,訪問看護,新発田市東町0-2,かくれ たろう\n';
const exposed = (files: Files): string[] => {
  const region = regionOf(files);
  return clearConfidentialFiles(region, folderOf(files), watchListOf(region));
};

test('files with a professional value, a row not for everyone, their backups and the phrases are named', () => {
  expect(exposed({ 'facilities/a.csv': open })).toEqual([]);
  expect(
    exposed({
      'facilities/a.csv': open,
      'facilities/b.csv': closed,
      'facilities/b.csv.bak2': closed,
      'facilities/c.csv': '名称,種別,住所,掲載区分\nみほん病院,病院,新発田市北町0-3,専門職のみ\n',
      'keys.secret.yaml': 'k3v9: さくら\n',
    }),
  ).toEqual(['facilities/b.csv', 'facilities/c.csv', 'facilities/b.csv.bak2', 'keys.secret.yaml']);
});

test('old phrases, and tables moved away when they were sealed, are named as well', () => {
  expect(
    exposed({
      'facilities/a.csv': open,
      'keys.secret.yaml.bak2': 'k3v9: さくら\n',
      '封をする前の表/b.csv': closed,
    }),
  ).toEqual(['keys.secret.yaml.bak2', '封をする前の表/b.csv']);
});

test('a layer that the settings open to professionals only is named; a fictional region has no secrets', () => {
  const listed = 'name: みほん圏域\nsources:\n  - { file: facilities/a.csv, listing: professional }\n';
  expect(exposed({ 'site.yaml': listed, 'facilities/a.csv': open })).toEqual(['facilities/a.csv']);
  const fictional = 'name: みほん圏域\ndemo: true\nmunicipalities: [みほ野市, あかね沢町, しらはと町]\n';
  expect(exposed({ 'site.yaml': fictional, 'facilities/b.csv': closed })).toEqual([]);
});

test('a copy of the fictional region that kept its “demo: true” is a real one', () => {
  for (const site of [
    'name: 新発田圏域\ndemo: true\n',
    'name: みほん圏域\ndemo: true\nmunicipalities: [新発田市]\n',
  ])
    expect(exposed({ 'site.yaml': site, 'facilities/b.csv': closed })).toEqual(['facilities/b.csv']);
});

test('who wants to be shown no longer, and why, is named; numbers alone are not', () => {
  const files = { 'facilities/a.csv': open };
  const header = '記録,名称,住所,理由\n';
  expect(exposed({ ...files, 'suppress.csv': `${header}1510000000,,,\n` })).toEqual([]);
  expect(exposed({ ...files, 'suppress.csv': `${header}1510000000,,,院長の希望\n` })).toEqual([
    'suppress.csv',
  ]);
  expect(exposed({ ...files, 'suppress.csv': `${header},みほん医院,新発田市東町0-2,\n` })).toEqual([
    'suppress.csv',
  ]);
});

test('any other file that says a professional value is named, be it a note, an article or a proposal', () => {
  const files = {
    'facilities/b.csv': `ID,名称,種別,住所,夜間連絡先\nb-1,みほん訪看,訪問看護,新発田市東町0-2,070-0000-9919\n`,
    'same.csv': '判定,記録A,記録B,電話A\n別,b-1,b-2,07000009919\n',
    'メモ.txt': '夜は 070-0000-9919',
    'pages/a.md': '# 夜間\n\n070-0000-9919\n',
    'columns-案.yaml': '夜間連絡先: 使わない\n',
  };
  // What an article says is public, whoever else has it.
  expect(exposed(files)).toEqual(['facilities/b.csv']);
  const { 'pages/a.md': _article, ...rest } = files;
  expect(exposed(rest)).toEqual(['facilities/b.csv', 'same.csv', 'メモ.txt']);
});

test('an office that is withdrawn here stands in an open list all the same, and numbers in same.csv', () => {
  const header = 'ID,名称,種別,住所,電話番号';
  const files = {
    'facilities/a.csv': `${header}\n15x9900012345,みほん訪問看護所,訪問看護,新発田市東町0-2,0254-00-9999\n`,
    'facilities/b.csv': `${header},掲載区分\n15x9900012345,みほん訪問看護所,訪問看護,,,非公開\n`,
    'same.csv': '判定,記録A,記録B\n別,15x9900012345,b-2\n',
  };
  expect(exposed(files)).toEqual(['facilities/b.csv']);
});

test.each([
  [{ CI: '1' }, true],
  [{}, false],
  [{ CI: '1', CI_PROJECT_VISIBILITY: 'private' }, false],
  [{ CI: '1', CI_REPO_PRIVATE: 'true' }, false],
])('at a service with %j it is unsure: %s', (environment, unsure) => {
  expect(isUnsure(environment)).toBe(unsure);
});
test('Woodpecker (Codeberg) says it in a variable', () => {
  expect(isPublicRepository({ CI_REPO_PRIVATE: 'false' })).toBe(true);
  expect(isPublicRepository({ CI_REPO_PRIVATE: 'true' })).toBe(false);
});
