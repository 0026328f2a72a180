import type { CellRead, Finding } from '../issues/issue.ts';
import type { PublicService } from '../model/facility.ts';
import { cleanCell, foldWidth } from './text.ts';

type Staff = PublicService['staff'];

/** `看護師 5.5`, `理学療法士：２人`: a profession that does not end in a digit, and 常勤換算 from 0. */
const entry = /^(.*[^\s\d.．，,０-９：:])[\s：:]*([\d０-９]+(?:[.．][\d０-９]+)?)\s*[人名]?$/su;

const outsideBrackets = /[;；、\n](?![^（(]*[）)])/;

/** More is no count of staff but a number of another column. */
const most = 10_000;

/**
 * 職員 by profession (`看護師 5.5;理学療法士 2`), as typed. What has no number is told and left out: a name in
 * this column is not published.
 */
export function readStaff(text: string): CellRead<Staff> {
  const parts = cleanCell(text)
    .split(outsideBrackets)
    .map(part => part.trim())
    .filter(part => part !== '');
  const value: Staff = [];
  let unread = 0;
  for (const part of parts) {
    const [, role, typed = ''] = entry.exec(part) ?? [];
    const count = Number(foldWidth(typed));
    if (role !== undefined && count <= most) value.push({ role, count });
    else unread += 1;
  }
  const findings: Finding[] =
    unread > 0 ? [{ code: 'staff-unreadable', detail: { count: String(unread) } }] : [];
  return { value: value.length > 0 ? value : null, findings };
}

/** `readStaff` gives back the same. */
export function formatStaff(staff: Staff): string {
  return staff.map(({ role, count }) => `${role} ${count}`).join(';');
}
