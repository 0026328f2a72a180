import type { FieldChange, RecordChange } from '../model/changes.ts';
import { formatTypedTimes } from '../normalize/clock-words.ts';
import { newsText } from '../text/news.ts';

/** One line: what it says now, and for answers and names what it said before; cells of hours as pages write them. */
export function changeLine(change: FieldChange): string {
  const { service, label } = change;
  const [before, after] = [change.before, change.after].map(text => text && formatTypedTimes(text));
  const text = newsText.changes;
  const whole = service === null ? label : `${service}の${label}`;
  if (!after) return text.ended(whole);
  return !before ? text.now(whole, after) : text.turned(whole, before, after);
}

export function changeLines({ fields }: RecordChange): string[] {
  return fields.map(changeLine);
}
