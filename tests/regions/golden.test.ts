import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { goldenTests, indexOfRegion } from '../search/golden/read.ts';

const reason = existsSync(join(import.meta.dirname, '../../../shared/realdata'))
  ? ''
  : ' — skipped: the folder of real open data (../shared/realdata) is not here';

for (const region of ['oyama', 'iizuka'])
  describe.skipIf(reason !== '')(`${region}${reason}`, () => {
    goldenTests(region, () => indexOfRegion(join(import.meta.dirname, region)));
  });
