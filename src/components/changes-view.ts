import type { FieldChange, RecordChange } from '../model/changes.ts';
import { newsText } from '../text/news.ts';

/** One line: what it says now, and for answers and names what it said before. */
export function changeLine({ service, label, before, after }: FieldChange): string {
  const text = newsText.changes;
  const whole = service === null ? label : `${service}の${label}`;
  if (after === null) return text.ended(whole);
  return before === null ? text.now(whole, after) : text.turned(whole, before, after);
}

export function changeLines({ fields }: RecordChange): string[] {
  return fields.map(changeLine);
}
