import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { idsSheet } from '../dataset/ids-sheet.ts';
import type { Region } from '../dataset/load.ts';
import { openRegion, readRegion } from '../files/load-region.ts';
import { writeSheet } from '../files/write-sheet.ts';
import { proposalSheet } from '../match/sheet.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import { formatReport } from '../report/text.ts';
import { parseFlags, requireFolder, requireFolderOf } from './flags.ts';
import { todayInJapan } from './today.ts';

/** `check`: every problem in Japanese, or as JSON. Exit 1 when there are errors. */
export async function checkCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    'show-professional': { type: 'boolean', default: false },
    html: { type: 'string' },
    propose: { type: 'string' },
    ids: { type: 'string' },
  });
  if (!flags || !requireFolder(flags.data) || wouldReplaceDecisions(flags.data, flags.propose)) return 2;
  const written = ['html', 'propose', 'ids'] as const;
  if (!written.every(flag => requireFolderOf(flag, flags[flag]))) return 2;
  const { folder } = await openRegion(flags.data);
  const { value: region, issues } = readRegion(flags.data, todayInJapan(), folder);
  const account = region?.dataset.account ?? null;
  const name = region?.dataset.site.name ?? flags.data;
  const { full, 'show-professional': showProfessional } = flags;
  const report = flags.json
    ? `${JSON.stringify(jsonReport(account, issues, { showProfessional }), null, 1)}\n`
    : formatReport(name, account, issues, { full, showProfessional });
  process.stdout.write(report);
  if (flags.html) writeHtml(htmlReport({ name, region, issues, showProfessional }), flags.html);
  if (region && flags.propose) writeProposals(region, flags.propose);
  if (region && flags.ids) writeIds(region, flags.ids);
  return issues.some(found => found.severity === 'error') ? 1 : 0;
}

function writeHtml(html: string, file: string): void {
  const isBackedUp = writeSheet(file, html);
  say(`報告を「${file}」に書きました。ブラウザーで開き、印刷もできます。`, file, isBackedUp);
}

/** `same.csv` holds decisions; a sheet of open pairs must not take its place. */
function wouldReplaceDecisions(data: string, file: string | undefined): boolean {
  if (!file || resolve(file) !== resolve(data, 'same.csv') || !existsSync(file)) return false;
  process.stderr.write(
    `「${file}」には決めた判定が入っているため、書きかえません。別の名前（例：same-案.csv）を指定し、決めた行を same.csv に加えてください。\n`,
  );
  return true;
}

function writeProposals({ proposals }: Region, file: string): void {
  const isBackedUp = writeSheet(file, proposalSheet(proposals));
  say(
    `同じ事業所かもしれない組 ${proposals.length}件を「${file}」に書きました。判定の列に「同じ」か「別」を入れ、その行を same.csv に加えてください。`,
    file,
    isBackedUp,
  );
}

function writeIds({ records, keptIds }: Region, file: string): void {
  const isBackedUp = writeSheet(file, idsSheet(records, keptIds));
  say(
    `番号のない記録のIDを「${file}」に書きました。地域のフォルダーの ids.csv として保存してください。`,
    file,
    isBackedUp,
  );
}

function say(sentence: string, file: string, isBackedUp: boolean): void {
  process.stderr.write(`${sentence}${isBackedUp ? `前のファイルは「${file}.bak」に残しました。` : ''}\n`);
}
