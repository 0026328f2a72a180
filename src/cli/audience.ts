import { openRegion, readRegion } from '../files/load-region.ts';
import { writeSheet } from '../files/write-sheet.ts';
import { audienceCounts, audienceOf, recordsNamed } from '../report/audience.ts';
import { audienceToHtml, audienceToText, countsToHtml, countsToText } from '../report/audience-pages.ts';
import { formatReport } from '../report/text.ts';
import { audienceText as text } from '../text/audience.ts';
import { parseWords, requireFolder, requireFolderOf } from './flags.ts';
import { refuse } from './refuse.ts';
import { todayInJapan } from './today.ts';

/** As many as a person reads through to find the one. */
const listed = 20;

/**
 * `audience [<id or name>]`: what residents and professionals see of a record, and why; without a record, of which
 * fields. Professional values are shown, for the region's folder lies on the same machine, but not in a workflow, whose
 * log others read. Exit 1 when the region or the record cannot be found.
 */
export async function audienceCommand(args: string[]): Promise<number> {
  const options = { data: { type: 'string', default: 'data' }, html: { type: 'string' } } as const;
  const parsed = parseWords(args, options, ['IDか名称…'], 0);
  if (!parsed || !requireFolder(parsed.flags.data)) return 2;
  const { flags, words } = parsed;
  if (!requireFolderOf('html', flags.html)) return 2;
  const { folder } = await openRegion(flags.data);
  const { value: region, issues } = readRegion(flags.data, todayInJapan(), folder);
  if (!region) return refuse(formatReport(flags.data, null, issues));
  const showProfessional = !process.env.CI;
  const { name } = region.dataset.site;
  if (words.length === 0) {
    const counts = audienceCounts(region);
    return tell(countsToText(name, counts), flags.html && countsToHtml(name, counts), flags.html);
  }
  const typed = words.join(' ');
  const found = recordsNamed(region, typed);
  const [one] = found;
  if (!one) return refuse(text.notFound(showProfessional ? typed : text.hidden));
  if (found.length > 1) {
    const open = new Set(region.publicDataset.facilities.map(({ id }) => id));
    const isShown = (id: string): boolean => showProfessional || open.has(id);
    const lines = found
      .slice(0, listed)
      .map(each => `  ${each.id}　${isShown(each.id) ? each.name : text.hidden}`);
    return refuse([text.several(typed, found.length), ...lines].join('\n'));
  }
  const record = audienceOf(region, one);
  const isMasked = !showProfessional && record.who !== 'everyone';
  const seen = isMasked ? { ...record, name: text.hidden, fields: [] } : record;
  return tell(
    audienceToText(seen, showProfessional),
    flags.html && audienceToHtml(seen, showProfessional),
    flags.html,
  );
}

function tell(report: string, page: string | undefined, file: string | undefined): number {
  if (page === undefined || file === undefined || page === '') process.stdout.write(report);
  else {
    const backup = writeSheet(file, page);
    process.stderr.write(
      `「${file}」に書きました。${backup ? `前のファイルは「${backup}」に残しました。` : ''}\n`,
    );
  }
  return 0;
}
