import { writeFileSync } from 'node:fs';
import { proposalSheet } from '../dataset/proposal-sheet.ts';
import { readRegion } from '../files/load-region.ts';
import { issue } from '../issues/issue.ts';
import { jsonReport } from '../report/json.ts';
import { formatReport } from '../report/text.ts';
import { parseFlags, requireFolder } from './flags.ts';

/** `check`: every problem in Japanese, or as JSON. Exit 1 when there are errors. */
export async function checkCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    propose: { type: 'string' },
  });
  if (!flags || !requireFolder(flags.data)) return 2;
  const read = readRegion(flags.data);
  const proposed = (read.value?.proposals ?? []).map(({ a, b, reasons }) => {
    const row = b.rows[0];
    const at = row ? { file: row.at.file, row: row.at.row } : { file: '' };
    return issue('same-proposed', at, row?.facility.name ?? b.id, {
      name: a.rows[0]?.facility.name ?? a.id,
      reasons: reasons.join('・'),
    });
  });
  const issues = [...read.issues, ...proposed];
  const account = read.value?.dataset.account ?? null;
  if (flags.json) process.stdout.write(`${JSON.stringify(jsonReport(account, issues), null, 1)}\n`);
  else
    process.stdout.write(
      formatReport(read.value?.dataset.site.name ?? flags.data, account, issues, flags.full),
    );
  if (flags.propose && read.value) {
    writeFileSync(flags.propose, proposalSheet(read.value.proposals));
    process.stderr.write(
      `同じ事業所かもしれない組 ${read.value.proposals.length}件を「${flags.propose}」に書きました。判定の列に「同じ」か「別」を入れ、same.csv として保存してください。\n`,
    );
  }
  return issues.some(found => found.severity === 'error') ? 1 : 0;
}
