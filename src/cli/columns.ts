import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { countConfidence, proposeForFile } from '../columns/propose-file.ts';
import { formatProposals } from '../columns/propose-yaml.ts';
import { openFolder, readRegion, shippedVocabulary } from '../files/load-region.ts';
import { writeNew } from '../files/write-sheet.ts';
import { formatIssue } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import { searchKey } from '../normalize/keys.ts';
import { columnsText as text } from '../text/columns.ts';
import { parseWords, requireFolder, requireFolderOf } from './flags.ts';

/**
 * `columns`: proposes a `columns.yaml` for a list, from its headers and values, for the officer to correct. Nothing
 * that is there is changed. Exit 1 when the file holds no table.
 */
export async function columnsCommand(args: string[]): Promise<number> {
  const options = { data: { type: 'string', default: 'data' }, out: { type: 'string' } } as const;
  const parsed = parseWords(args, options, ['ファイル']);
  if (!parsed) return 2;
  const { flags, words } = parsed;
  const [path = ''] = words;
  if (!requireFolder(flags.data) || !requireFolderOf('out', flags.out)) return 2;
  if (!existsSync(path)) return say(text.noFile(path), 2);
  const region = readRegion(flags.data, undefined, await openFolder(flags.data)).value;
  const vocabulary = region?.dataset.vocabulary ?? shippedVocabulary();
  const isArea = areaFinder(region?.areas ?? []);
  const { value, issues } = proposeForFile(basename(path), readFileSync(path), { vocabulary, isArea });
  for (const found of issues.filter(({ severity }) => severity === 'error')) say(formatIssue(found), 1);
  if (value.length === 0) return say(text.noTable(path), 1);
  const out = write(formatProposals(value), flags.data, flags.out);
  if (out === null) return say(text.isThere(flags.out ?? ''), 2);
  const counts = countConfidence(value);
  const columns = counts.高い + counts.たぶん + counts.わからない;
  const summary = text.summary(columns, counts.高い, counts.たぶん, counts.わからない);
  process.stdout.write(`${[summary, text.written(out), text.next].join('\n')}\n`);
  return 0;
}

function say(sentence: string, code: 1 | 2): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

function areaFinder(areas: readonly Area[]): (word: string) => boolean {
  const fold = (word: string) => searchKey(word, { level: 'exact' });
  const names = new Set(areas.map(({ name }) => fold(name)));
  return word => names.has(fold(word));
}

/** Where it was written: `columns-案.yaml`, `columns-案2.yaml` … beside `columns.yaml`, or where `--out` says; null when a file is there. */
function write(yaml: string, data: string, out: string | undefined): string | null {
  if (out !== undefined) return writeNew(out, yaml) ? out : null;
  for (let number = 1; ; number += 1) {
    const file = join(data, `columns-案${number === 1 ? '' : number}.yaml`);
    if (writeNew(file, yaml)) return file;
  }
}
