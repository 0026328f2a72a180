import { loadRegion, type Region, type RegionFolder } from '../../src/dataset/load.ts';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { facilitiesToJson } from '../../src/export/json.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import type { IssueCode } from '../../src/issues/catalogue.ts';
import { formatIssue, type Issue } from '../../src/issues/issue.ts';
import type { Account, FileAccount } from '../../src/model/dataset.ts';
import type { PublicFacility } from '../../src/model/facility.ts';

export const vocabulary = shippedVocabulary();

/** Path from the region's folder → text (UTF-8) or bytes. `site.yaml` is one line when it is not given. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function folderOf(files: Files): RegionFolder {
  const all: Files = { 'site.yaml': 'name: みほん圏域\n', ...files };
  return {
    list: folder =>
      Object.keys(all)
        .filter(path => (folder === '.' ? !path.includes('/') : path.startsWith(`${folder}/`)))
        .sort(),
    read: path => {
      const contents = all[path];
      if (contents === undefined) return null;
      return typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    },
  };
}

/** A region read from memory, with what the tests ask of it. */
export interface TestRegion extends Region {
  facilities: readonly PublicFacility[];
  account: Account;
  codes: IssueCode[];
  named(name: string): PublicFacility | undefined;
  told(code: IssueCode): Issue[];
  /** The whole sentences of one code, as the officer reads them. */
  sentences(code: IssueCode): string[];
  /** What the public downloads say, as one text. */
  published: string;
}

export function regionOf(files: Files): TestRegion {
  const { value: region, issues } = loadRegion(folderOf(files), vocabulary);
  if (!region) throw new Error(`The region cannot be read:\n${issues.map(formatIssue).join('\n')}`);
  const { publicDataset } = region;
  const told = (code: IssueCode) => region.issues.filter(found => found.code === code);
  return {
    ...region,
    facilities: publicDataset.facilities,
    account: region.dataset.account,
    codes: region.issues.map(found => found.code),
    named: name => publicDataset.facilities.find(facility => facility.name === name),
    told,
    sentences: code => told(code).map(formatIssue),
    published: publicText(region),
  };
}

/** One text of all that a public file may be made of. */
export function publicText({ publicDataset }: Region): string {
  const { vocabulary: _shipped, provenance, ...rest } = publicDataset;
  return [
    JSON.stringify(rest),
    JSON.stringify([...provenance]),
    facilitiesToCsv(publicDataset),
    JSON.stringify(facilitiesToJson(publicDataset)),
  ].join('\n');
}

/** A region of one file in `facilities/`. */
export function oneFile(lines: readonly string[], more: Files = {}): TestRegion {
  return regionOf({ 'facilities/a.csv': `${lines.join('\n')}\n`, ...more });
}

const fates = ['published', 'merged', 'heldBack', 'rejected', 'outside', 'skipped'] as const;

/** What is wrong with the account's sums: nothing, when every row read has exactly one fate. */
export function accountFaults(account: Account): string[] {
  const sum = (of: Omit<FileAccount, 'file'>) => fates.reduce((total, fate) => total + of[fate], 0);
  const faults = account.files
    .filter(file => file.read !== sum(file))
    .map(file => `${file.file}: ${JSON.stringify(file)}`);
  if (account.read !== sum(account)) faults.push(`all: ${JSON.stringify(account)}`);
  for (const part of ['read', ...fates] as const) {
    const all = account.files.reduce((total, file) => total + file[part], 0);
    if (all !== account[part]) faults.push(`${part}: files ${all}, all ${account[part]}`);
  }
  return faults;
}

/** Rows by header as a CSV text; a header that a row lacks is an empty cell. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const headers = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  return [headers, ...rows.map(row => headers.map(header => row[header] ?? ''))].map(line).join('');
}
