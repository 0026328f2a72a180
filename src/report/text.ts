import { formatIssue, type Issue, type Severity } from '../issues/issue.ts';
import type { Account } from '../model/dataset.ts';
import { formatAccount } from './account.ts';
import { masked } from './mask.ts';

const headings: readonly [Severity, string][] = [
  ['error', 'エラー'],
  ['warning', '注意'],
  ['repaired', '自動で直したもの'],
  ['missing', 'たりないもの'],
  ['info', 'お知らせ'],
];

/** Shown in full before the rest is folded into 「ほかn件」. */
const shownPerCode = 3;

/**
 * What the officer reads in the terminal: the account, then errors first, then the rest; repeats of one code in one
 * file are folded with a count. `full` folds nothing. Values that are professional are masked.
 */
export function formatReport(
  name: string,
  account: Account | null,
  issues: readonly Issue[],
  { full = false, showProfessional = false } = {},
): string {
  const told = masked(issues, showProfessional);
  const parts = account ? [formatAccount(name, account)] : [];
  for (const [severity, heading] of headings) {
    const found = told.filter(one => one.severity === severity);
    if (found.length === 0) continue;
    parts.push(
      [
        `${heading} ${found.length}`,
        ...foldedLines(found, full ? Number.POSITIVE_INFINITY : limitOf(severity)),
      ].join('\n'),
    );
  }
  if (issues.length === 0) parts.push('問題は見つかりませんでした。');
  return `${parts.join('\n\n')}\n`;
}

function limitOf(severity: Severity): number {
  return severity === 'error' ? shownPerCode * 4 : severity === 'warning' ? shownPerCode : 1;
}

function foldedLines(issues: readonly Issue[], limit: number): string[] {
  const groups = Map.groupBy(issues, one => `${one.code} ${one.at.file}`);
  return [...groups.values()].flatMap(group => {
    const lines = group.slice(0, limit).map(one => `  ${formatIssue(one)}`);
    const rest = group.length - lines.length;
    return rest > 0 ? [...lines, `  …（同じ内容 ほか${rest}件）`] : lines;
  });
}
