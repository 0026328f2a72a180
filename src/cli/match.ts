import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Region } from '../dataset/load.ts';
import { openFolder, readRegion } from '../files/load-region.ts';
import { writeSheet } from '../files/write-sheet.ts';
import { formatIssue, type Issue } from '../issues/issue.ts';
import type { SheetFile } from '../match/list-grid.ts';
import { proposalSheet } from '../match/sheet.ts';
import { takeVerdicts } from '../match/take.ts';
import { proposalWorkbook } from '../match/workbook.ts';
import { matchText as text } from '../text/match.ts';
import { parseFlags, requireFolder, requireFolderOf } from './flags.ts';

/**
 * `match`: pairs that are probably one office, as a sheet to decide (`--out`, CSV or XLSX); a sheet that was filled in goes into
 * `same.csv` (`--take`). Exit 1 when the region or the sheet cannot be read, or a filled-in line was not taken.
 */
export async function matchCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string', default: 'data' },
    out: { type: 'string' },
    take: { type: 'string' },
  });
  if (!flags || !requireFolder(flags.data) || !requireFolderOf('out', flags.out)) return 2;
  const { data, out, take } = flags;
  for (const file of [out, take]) if (file && wouldReplaceDecisions(data, file)) return 2;
  if (take !== undefined && !existsSync(take)) return refuse(text.noSheet(take), 2);
  const region = await regionIn(data);
  if (!region) return 1;
  const code = take === undefined ? 0 : takeSheet(region, data, take);
  const current = take === undefined ? region : await regionIn(data);
  if (!current) return 1;
  process.stdout.write(text.found(current.proposals.map(({ score }) => score)));
  if (out !== undefined) await writeProposals(current, out);
  else if (current.proposals.length > 0) process.stdout.write(text.hint);
  return code;
}

/** `same.csv` holds decisions; a sheet of open pairs must not take its place. */
export function wouldReplaceDecisions(data: string, file: string): boolean {
  if (resolve(file) !== resolve(data, 'same.csv') || !existsSync(file)) return false;
  process.stderr.write(text.isSame(file));
  return true;
}

/** Writes the sheet to decide, for `check --propose` too. */
export async function writeProposals(
  { proposals, dataset, publicDataset }: Region,
  file: string,
): Promise<void> {
  const { types } = dataset.vocabulary;
  const open = new Set(publicDataset.facilities.map(({ id }) => id));
  const isForAll = proposals.every(({ a, b }) => open.has(a.id) && open.has(b.id));
  const isWorkbook = /\.xlsx$/i.test(file);
  const sheet = isWorkbook ? await proposalWorkbook(proposals, types) : proposalSheet(proposals, types);
  const backup = writeSheet(file, sheet);
  const parts = [text.written(file, proposals.length), isForAll ? '' : text.notForAll];
  process.stderr.write(parts.join('') + (backup ? text.backup(backup) : ''));
}

/** 1 when a line was not taken. */
function takeSheet({ records }: Region, data: string, file: string): number {
  const { value: taken, issues } = takeVerdicts(
    fileAt(join(data, 'same.csv')),
    { name: basename(file), bytes: readFileSync(file) },
    records,
  );
  tell(issues);
  if (!taken) return refuse(text.notTaken, 1);
  for (const refusal of taken.refused) process.stderr.write(text.refused(refusal));
  const backup = taken.text === null ? null : writeSheet(join(data, 'same.csv'), taken.text);
  process.stdout.write(text.taken(taken));
  if (backup) process.stderr.write(text.backup(backup));
  return taken.refused.length > 0 || issues.some(found => found.severity === 'error') ? 1 : 0;
}

/** Null, and the reason said, when `site.yaml` cannot be used. */
async function regionIn(data: string): Promise<Region | null> {
  const { value, issues } = readRegion(data, undefined, await openFolder(data));
  if (!value) tell(issues.filter(found => found.severity === 'error'));
  return value;
}

function fileAt(path: string): SheetFile | null {
  return existsSync(path) ? { name: basename(path), bytes: readFileSync(path) } : null;
}

function tell(issues: readonly Issue[]): void {
  for (const found of issues) process.stderr.write(`${formatIssue(found)}\n`);
}

function refuse(sentence: string, code: number): number {
  process.stderr.write(sentence);
  return code;
}
