import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fieldHeaders } from '../../src/columns/fields.ts';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { foldHeader } from '../../src/normalize/keys.ts';
import { lookupOf } from '../../src/vocabulary/lookup.ts';
import { folderOf, regionOf, vocabulary } from '../dataset/region.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { syntheticRegion } from './synthetic-region.ts';
import { expectRoundTrip } from './trip.ts';

describe('the published CSV, read back as the only layer of its region, changes nothing', () => {
  test('in the demo region', () => {
    expectRoundTrip(regionFolder('data'));
  });

  test.each(
    fc.sample(syntheticRegion, { seed: 20260401, numRuns: 2 }).map((files, index) => ({ files, index })),
  )('in made-up region $index, of about a hundred facilities and three layers', ({ files }) => {
    expect(expectRoundTrip(folderOf(files))).toBeGreaterThan(60);
  });
});

describe('every header it can write is known', () => {
  const lookup = lookupOf(vocabulary);
  const capabilities = [...vocabulary.capabilities.values()];
  const fields = new Set(Object.values(fieldHeaders).flatMap(headers => headers.map(foldHeader)));

  test('each type by its label', () => {
    const lost = [...vocabulary.types.values()].filter(type => lookup.findType(type.label)?.id !== type.id);
    expect(lost.map(type => type.label)).toEqual([]);
  });

  test.each(['', '（実施）', '（受け入れ）'])('each capability by its label with 「%s」', suffix => {
    const lost = capabilities.filter(({ id, label }) => {
      const found = lookup.findCapability(label + suffix);
      const isPlain = suffix !== '' || found?.relation === null;
      return fields.has(foldHeader(label)) || found?.ids.join() !== id || found.conditionalOnly || !isPlain;
    });
    expect(lost.map(({ label }) => label)).toEqual([]);
  });

  test('no two columns of all that can be written mean the same', () => {
    const relations = ['performs', 'accepts'] as const;
    const services = ['clinic', 'day-service'].map(type =>
      service(type, {
        capabilities: capabilities.flatMap(({ id }) =>
          relations.map(relation => answer(id, 'yes', null, relation)),
        ),
      }),
    );
    const csv = facilitiesToCsv(sampleDataset({ vocabulary, facilities: [facility('a', 'あ', services)] }));
    const { codes } = regionOf({ 'facilities/a.csv': csv });
    expect(codes.filter(code => code.startsWith('header'))).toEqual([]);
  });
});

test('what an officer marks as text with an apostrophe, as Excel does, is the text', () => {
  const { facilities } = regionOf({
    'facilities/a.csv': "ID,名称,種別,住所,料金\na,みほん薬局,薬局,みほ野市本町1,'=無料\n",
  });
  expect(facilities[0]?.services[0]?.fees).toBe('=無料');
});

test('a record keeps its former ids, and is suppressed by them', () => {
  const list = 'ID,名称,種別,住所,以前のID\nnew,みほん薬局,薬局,みほ野市本町1,old-1;old-2\n';
  expect(regionOf({ 'facilities/a.csv': list }).facilities[0]?.aliases).toEqual(['old-1', 'old-2']);
  const held = regionOf({ 'facilities/a.csv': list, 'suppress.csv': '記録,理由\nold-2,本人の希望\n' });
  expect(held.facilities).toEqual([]);
});

test('the columns say of themselves that they are public, and columns.yaml comes first', () => {
  const lines = 'ID,名称,種別,住所,駐車場（公開項目）\na,みほん薬局,薬局,みほ野市本町1,3台\n';
  expect(regionOf({ 'facilities/a.csv': lines }).facilities[0]?.custom).toEqual([
    { key: '駐車場', label: '駐車場', value: '3台' },
  ]);
  const sealed = regionOf({
    'facilities/a.csv': lines,
    'columns.yaml': '駐車場: { label: 駐車場, audience: professional }\n',
  });
  expect(sealed.published).not.toContain('3台');
});

test('a file without データ区分 is a survey as before: its FAX stays with professionals', () => {
  const published = regionOf({
    'site.yaml': 'name: みほん\nsources: [{ file: a.csv, kind: official }]\n',
    'a.csv': 'ID,名称,種別,住所,FAX番号\na,みほん薬局,薬局,みほ野市本町1,0254-00-0001\n',
  }).publicDataset;
  const csv = facilitiesToCsv(published);
  expect(regionOf({ 'facilities/a.csv': csv }).facilities[0]?.services[0]?.fax).toBe('0254-00-0001');
  const rows = Papa.parse<string[]>(csv.slice(1)).data;
  const at = rows[0]!.indexOf('データ区分');
  const without = Papa.unparse(rows.map(row => row.filter((_, index) => index !== at)));
  expect(regionOf({ 'facilities/a.csv': without }).facilities[0]?.services[0]?.fax).toBe(null);
});
