import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filesOf, generatedRegion, writtenRows } from './generated-region.ts';
import { accountFaults, regionOf } from './region.ts';

it('every row that was written is read, and has exactly one fate, whatever the rows say', () => {
  fc.assert(
    fc.property(generatedRegion, generated => {
      const files = filesOf(generated);
      const { account, facilities } = regionOf(files);
      expect(accountFaults(account)).toEqual([]);
      expect(account.files.map(file => [file.file, file.read])).toEqual(
        ['first.csv', 'survey.csv', 'inner.csv'].map(file => [file, writtenRows(String(files[file]))]),
      );
      expect(account.published).toBe(facilities.length);
    }),
    { seed: 1, numRuns: 60 },
  );
});

it('ids and aliases are unique, and lower-case ASCII', () => {
  fc.assert(
    fc.property(generatedRegion, generated => {
      const { facilities, dataset } = regionOf(filesOf(generated));
      const names = facilities.flatMap(({ id, aliases }) => [id, ...aliases]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter(name => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
      expect(new Set(dataset.facilities.map(one => one.id)).size).toBe(dataset.facilities.length);
    }),
    { seed: 2, numRuns: 40 },
  );
});

it('the same folder gives the same datasets', () => {
  fc.assert(
    fc.property(generatedRegion, generated => {
      const files = filesOf(generated);
      expect(regionOf(files).published).toBe(regionOf(files).published);
    }),
    { seed: 3, numRuns: 15 },
  );
});
