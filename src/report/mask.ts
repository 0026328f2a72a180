import type { Issue } from '../issues/issue.ts';

export const maskedText = '（専門職向けの値）';

/** Details that say nothing of what a cell holds: counts, limits, places. */
const facts: ReadonlySet<string> = new Set([
  ...['cells', 'columns', 'header', 'row', 'count', 'digits', 'found', 'length', 'km', 'reasons'],
  ...['limit', 'members', 'most', 'ratio', 'size', 'format', 'left', 'read'],
]);

/** The issue as a report that is passed on may tell it: the place and what to do, without what was typed. */
export function maskIssue(found: Issue): Issue {
  if (!found.sealed) return found;
  const isFact = (key: string) => facts.has(key) || (key === 'reason' && found.code === 'record-held-back');
  const masked = Object.entries(found.detail).map(([key, text]) => [key, isFact(key) ? text : maskedText]);
  return {
    ...found,
    value: found.value === '' ? '' : maskedText,
    detail: Object.fromEntries(masked) as Record<string, string>,
  };
}

/** Sealed issues masked, unless the officer asked to see everything. */
export function masked(issues: readonly Issue[], showProfessional = false): readonly Issue[] {
  return showProfessional ? issues : issues.map(maskIssue);
}
