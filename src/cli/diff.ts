import { basename, resolve } from 'node:path';
import { compareRegions } from '../diff/regions.ts';
import { shippedVocabulary } from '../files/load-region.ts';
import { type NamedState, readState } from '../files/region-state.ts';
import { writeSheet } from '../files/write-sheet.ts';
import { type DiffReport, diffToJson, diffToText } from '../report/diff.ts';
import { diffToHtml } from '../report/diff-html.ts';
import { diffToMarkdown } from '../report/diff-markdown.ts';
import { formatReport } from '../report/text.ts';
import { parseWords, requireFolder, requireFolderOf } from './flags.ts';

/**
 * `diff <old> <new>`: 追加・変更・削除 between two regions' folders, layers or published lists. Exit 0 when they could
 * be compared, whatever the difference; 1 when one of them cannot be read.
 */
export async function diffCommand(args: string[]): Promise<number> {
  const parsed = parseWords(
    args,
    {
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      html: { type: 'string' },
      'show-professional': { type: 'boolean', default: false },
    },
    ['前のデータ', '新しいデータ'],
  );
  if (!parsed) return 2;
  const { flags, words } = parsed;
  const [before = '', after = ''] = words;
  if (flags.data !== undefined && !requireFolder(flags.data)) return 2;
  if (!requireFolderOf('html', flags.html)) return 2;
  const [old, now] = [await stateOf(before, flags.data), await stateOf(after, flags.data)];
  if (!old || !now) return 1;
  const report: DiffReport = {
    ...namesOf(before, after),
    changes: compareRegions(
      old,
      now,
      now.words ?? old.words ?? { vocabulary: shippedVocabulary(), areas: [] },
    ),
    showProfessional: flags['show-professional'],
    onlyPublic: (old.full === null) !== (now.full === null),
  };
  const format = flags.json ? diffToJson : flags.markdown ? diffToMarkdown : diffToText;
  if (flags.html) writeHtml(diffToHtml(report), flags.html);
  if (!flags.html || flags.json || flags.markdown) process.stdout.write(format(report));
  return 0;
}

/** Null, and the reason said, when it cannot be read. */
async function stateOf(path: string, settings: string | undefined): Promise<NamedState | null> {
  const { value, issues } = await readState(path, settings ?? null);
  if (!value)
    process.stderr.write(
      `「${path}」を読めません。地域のフォルダー、前に作ったサイトのフォルダー、その data/facilities.json（ファイルかアドレス）、または一覧のファイルを指定してください。\n`,
    );
  if (issues.length > 0) process.stderr.write(formatReport(path, null, issues));
  return value;
}

/** The last part of each path, where it tells them apart. */
function namesOf(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before, after].map(path => (/^https?:/i.test(path) ? path : basename(resolve(path))));
  return old === now ? { before, after } : { before: old ?? before, after: now ?? after };
}

function writeHtml(page: string, file: string): void {
  const kept = writeSheet(file, page);
  const backup = kept ? `前のファイルは「${kept}」に残しました。` : '';
  process.stderr.write(`ちがいを「${file}」に書きました。ブラウザーで開き、印刷もできます。${backup}\n`);
}
