import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRegion } from '../../src/files/load-region.ts';
import { formatReport } from '../../src/report/text.ts';

const root = join(import.meta.dirname, '..', '..');

it('the tutorial shows what check says of the demo region: the account, the errors and the first of them', () => {
  const guide = readFileSync(join(root, 'data/pages/はじめての資源マップ.md'), 'utf8');
  const { value: region, issues } = readRegion(join(root, 'data'), '2026-11-22');
  const [account = '', ...lines] = formatReport('みほん圏域', region!.dataset.account, issues).split('\n');
  expect(guide).toContain(account);
  const errors = lines.findIndex(line => line.startsWith('エラー'));
  expect(guide).toContain(lines.slice(errors, errors + 2).join('\n'));
});
