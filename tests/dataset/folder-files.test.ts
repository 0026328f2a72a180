import { expect, test } from 'vitest';
import { checkFolderFiles } from '../../src/dataset/folder-files.ts';
import { folderOf } from './region.ts';

const codes = (...names: string[]) => {
  const folder = { ...folderOf({}), list: (path: string) => (path === '.' ? names : []) };
  return checkFolderFiles(folder, null).map(({ code, at }) => `${at.file} ${code}`);
};

test('sheets that a command wrote for the officer to decide are waited for', () => {
  expect(codes('same-案.csv', 'same-案.xlsx', 'columns-案2.yaml')).toEqual([]);
});

test('a file of a nearly right name is told: it would have been read', () => {
  expect(codes('supress.csv', 'メモ.csv')).toEqual([
    'supress.csv control-file-misnamed',
    'メモ.csv file-not-used',
  ]);
});
