import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/dataset/load.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { findRecord, readExpectations, statedBy } from './expectation.ts';

const realData = join(import.meta.dirname, '../../../shared/realdata');
const reason = existsSync(realData)
  ? ''
  : ' — skipped: the folder of real open data (../shared/realdata) is not here';

function regionTests(name: string, more: (region: () => Region) => void): void {
  describe.skipIf(reason !== '')(`${name}${reason}`, () => {
    const folder = join(import.meta.dirname, name);
    let read: Region | null = null;
    const region = (): Region => {
      read ??= readRegion(folder).value;
      if (!read) throw new Error(`${name}/site.yaml cannot be used`);
      return read;
    };
    const expectations = readExpectations(join(folder, 'expected.csv'));
    const ids = [...new Set(expectations.map(one => one.id))];

    it('is checked by hand in at least twelve facilities', () => {
      expect(ids.length).toBeGreaterThanOrEqual(12);
    });

    it.each(ids)('says of %s what the source row says', id => {
      const record = findRecord(region().publicDataset.facilities, id);
      expect(record, `${id} is not published`).toBeDefined();
      if (!record) return;
      const wanted = expectations.filter(one => one.id === id);
      const wrong = wanted.flatMap(({ item, value, source }) => {
        const stated = statedBy(record, item);
        return value.split('|').includes(stated) ? [] : [`${item}: ${stated}, not ${value} (${source})`];
      });
      expect(wrong).toEqual([]);
    });

    it('accounts for every row, in every file', () => {
      const { account } = region().dataset;
      for (const one of [account, ...account.files]) {
        expect(one.read).toBe(
          one.published + one.merged + one.heldBack + one.rejected + one.outside + one.skipped,
        );
      }
      for (const part of [
        'read',
        'published',
        'merged',
        'heldBack',
        'rejected',
        'outside',
        'skipped',
      ] as const) {
        expect(account[part]).toBe(account.files.reduce((sum, file) => sum + file[part], 0));
      }
    });

    it('shows no broken character', () => {
      expect(JSON.stringify(region().publicDataset.facilities)).not.toMatch(/�|縺|繧|・ｽ/);
    });

    more(region);
  });
}

regionTests('iizuka', region => {
  it('reads every row of the files: the nation outside, the city published or merged', () => {
    const files = region().dataset.account.files.map(({ file, read, published, merged }) => [
      file.replace(/.*\//, ''),
      read,
      published + merged,
    ]);
    expect(Object.fromEntries(files.map(([file, ...rest]) => [file, rest.join(' / ')]))).toEqual({
      '01-1_hospital_facility_info_20251201.csv': '7640 / 11',
      'jigyosho_120.csv': '1568 / 1',
      'jigyosho_140.csv': '5091 / 7',
      'jigyosho_160.csv': '7737 / 12',
      'jigyosho_520.csv': '4121 / 6',
      'jigyosho_550.csv': '923 / 1',
      'jigyosho_710.csv': '207 / 0',
      'jigyosho_720.csv': '3088 / 1',
      'jigyosho_730.csv': '5451 / 5',
      'jigyosho_760.csv': '1466 / 1',
      'jigyosho_770.csv': '1106 / 3',
      'hospitals.csv': '140 / 140',
      '01-2_hospital_speciality_hours_20251201.csv': '246480 / 324',
    });
  });

  it('rejects nothing of the city', () => {
    expect(region().dataset.account.rejected).toBe(0);
  });

  it('shows each of the eleven hospitals once, with its telephone and its hours by 診療科', () => {
    const hospitals = region().publicDataset.facilities.filter(one =>
      one.services.some(service => service.type === 'hospital'),
    );
    expect(hospitals).toHaveLength(11);
    for (const { name, services } of hospitals) {
      expect(services[0]?.phones.length, name).toBeGreaterThan(0);
      expect(
        services.some(service => service.hours.some(set => set.speciality !== null || set.breaksStated)),
        name,
      ).toBe(true);
    }
  });

  it('credits every source', () => {
    const credits = region().publicDataset.sources.map(source => source.credit ?? '');
    for (const name of [
      '医療情報ネット（ナビイ）オープンデータ（厚生労働省',
      '介護サービス情報公表システム',
      '飯塚市',
    ]) {
      expect(
        credits.some(credit => credit.includes(name)),
        name,
      ).toBe(true);
    }
  });

  it('knows the 149 町丁 with their population', () => {
    const towns = region().publicDataset.areas.filter(area => area.kind === 'town');
    expect(towns).toHaveLength(149);
    expect(towns.find(area => area.name === '吉原町')).toMatchObject({ population: 828, population65: 256 });
  });

  it('has no pair of same.csv that does not exist any more', () => {
    expect(region().issues.filter(found => found.code === 'same-record-not-found')).toEqual([]);
  });
});

regionTests('oyama', region => {
  it('publishes all 119 rows with prefecture and city in front of every address', () => {
    const { facilities } = region().publicDataset;
    expect(facilities).toHaveLength(119);
    expect(facilities.filter(one => !one.address.text.startsWith('栃木県小山市'))).toEqual([]);
  });

  it('takes those with dental specialities only for 歯科診療所', () => {
    const dental = region().publicDataset.facilities.filter(one => one.services[0]?.type === 'dental-clinic');
    expect(dental).toHaveLength(55);
  });
});
