import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regionFolder } from '../../src/files/region-folder.ts';
import { expectRoundTrip } from '../export/trip.ts';

const realData = join(import.meta.dirname, '../../../shared/realdata');
const reason = existsSync(realData)
  ? ''
  : ' — skipped: the folder of real open data (../shared/realdata) is not here';

describe.skipIf(reason !== '')(`the published CSV of real data, read back${reason}`, () => {
  it.each(['oyama', 'iizuka'])('%s: nothing changes', name => {
    expect(expectRoundTrip(regionFolder(join(import.meta.dirname, name)))).toBeGreaterThan(100);
  });
});
