import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRegion, type RegionFolder } from '../../src/dataset/load.ts';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { readRegion, shippedVocabulary } from '../../src/files/load-region.ts';
import { regionFolder } from '../../src/files/region-folder.ts';

/** The same region, its layers replaced by the one file it publishes. */
function withOnly(csv: string, region: RegionFolder): RegionFolder {
  const site = parse(new TextDecoder().decode(region.read('site.yaml')!));
  const text = new TextEncoder();
  const file = 'facilities/facilities.csv';
  const files: Record<string, Uint8Array> = {
    [file]: text.encode(csv),
    'site.yaml': text.encode(stringify({ ...site, sources: [{ file, kind: 'official' }] })),
  };
  const lists = ['same.csv', 'suppress.csv', 'ids.csv'];
  return {
    list: folder => (folder === 'facilities' ? [file] : region.list(folder)),
    read: path => files[path] ?? (lists.includes(path) ? null : region.read(path)),
  };
}

describe('the published CSV read back as the only layer of its region', () => {
  const published = readRegion('data').value!.publicDataset;
  const csv = facilitiesToCsv(published);
  const again = loadRegion(withOnly(csv, regionFolder('data')), shippedVocabulary());

  test('gives the same file again', () => {
    expect(facilitiesToCsv(again.value!.publicDataset).split('\r\n')).toEqual(csv.split('\r\n'));
  });

  test('loses no record and has no error', () => {
    expect(again.value!.publicDataset.facilities.map(({ id }) => id)).toEqual(
      published.facilities.map(({ id }) => id),
    );
    expect(again.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
