import { formatIssue, type Issue } from '../issues/issue.ts';
import type { Account } from '../model/dataset.ts';
import { masked } from './mask.ts';
import type { StaleJson } from './stale.ts';

/** The stable contract of `check --json`, for other programs. Values that are professional are masked. */
export interface JsonReport {
  account: Account | null;
  issues: { code: string; severity: string; at: Issue['at']; value: string; message: string }[];
  /** Offices with something that has grown old, most needed first. */
  stale: StaleJson[];
}

export function jsonReport(
  account: Account | null,
  issues: readonly Issue[],
  { showProfessional = false, stale = [] as StaleJson[] } = {},
): JsonReport {
  return {
    account,
    issues: masked(issues, showProfessional).map(found => ({
      code: found.code,
      severity: found.severity,
      at: found.at,
      value: found.value,
      message: formatIssue(found),
    })),
    stale,
  };
}
