import { idsSheet } from '../dataset/ids-sheet.ts';
import type { Region } from '../dataset/load.ts';
import { openRegion, readRegion } from '../files/load-region.ts';
import { writeSheet } from '../files/write-sheet.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import { mistakeFooter } from '../report/mistakes/text.ts';
import { formatStale, staleOffices, staleToJson } from '../report/stale.ts';
import { formatReport } from '../report/text.ts';
import { parseFlags, requireFolder, requireFolderOf } from './flags.ts';
import { wouldReplaceDecisions, writeProposals } from './match.ts';
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
  if (!flags || !requireFolder(flags.data)) return 2;
  if (flags.propose !== undefined && wouldReplaceDecisions(flags.data, flags.propose)) return 2;
  const written = ['html', 'propose', 'ids'] as const;
  if (!written.every(flag => requireFolderOf(flag, flags[flag]))) return 2;
  const { folder } = await openRegion(flags.data);
  const today = todayInJapan();
  const { value: region, issues } = readRegion(flags.data, today, folder);
  const account = region?.dataset.account ?? null;
  const name = region?.dataset.site.name ?? flags.data;
  const { full, 'show-professional': showProfessional } = flags;
  const stale = region ? staleOffices(region.publicDataset, today) : [];
  const report = flags.json
    ? `${JSON.stringify(jsonReport(account, issues, { showProfessional, stale: staleToJson(stale) }), null, 1)}
`
    : [
        formatReport(name, account, issues, { full, showProfessional }),
        mistakeFooter(issues),
        region ? formatStale(stale, region.publicDataset, today, { full }) : '',
      ].join('');
  process.stdout.write(report);
  if (flags.html) writeHtml(htmlReport({ name, region, issues, showProfessional, today }), flags.html);
  if (region && flags.propose) await writeProposals(region, flags.propose);
  if (region && flags.ids) writeIds(region, flags.ids);
  return issues.some(found => found.severity === 'error') ? 1 : 0;
}

function writeHtml(html: string, file: string): void {
  const backup = writeSheet(file, html);
  say(`報告を「${file}」に書きました。ブラウザーで開き、印刷もできます。`, backup);
}

function writeIds({ records, keptIds }: Region, file: string): void {
  const backup = writeSheet(file, idsSheet(records, keptIds));
  say(
    `番号のない記録のIDを「${file}」に書きました。地域のフォルダーの ids.csv として保存してください。`,
    backup,
  );
}

function say(sentence: string, backup: string | null): void {
  process.stderr.write(`${sentence}${backup ? `前のファイルは「${backup}」に残しました。` : ''}\n`);
}
