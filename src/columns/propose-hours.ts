import type { Guess, SeenColumn } from './propose-column.ts';
import { shareText } from './propose-column.ts';
import { readWeekHeader, type WeekHeader } from './propose-week.ts';
import { answerWords } from './propose-words.ts';
import type { ColumnRule } from './region-columns.ts';

const purposeOfHeader = /訪問|往診|在宅/;

interface Slot {
  column: SeenColumn;
  week: WeekHeader;
}

/** The weekday columns: whole days, or the start and end of each span, for 外来 and for 訪問; by their index. */
export function guessHours(columns: readonly SeenColumn[]): Map<number, Guess> {
  const slots = columns.flatMap(column => slotOf(column, columns));
  const guesses = new Map<number, Guess>();
  const seen = new Map<string, Slot[]>();
  for (const slot of slots) {
    const marked = markOf(slot);
    if (marked) guesses.set(slot.column.index, marked);
    else {
      const key = `${slot.week.purpose} ${slot.week.day}`;
      const before = seen.get(key) ?? [];
      guesses.set(slot.column.index, hoursOf(slot, before));
      seen.set(key, [...before, slot]);
    }
  }
  return guesses;
}

function slotOf(column: SeenColumn, columns: readonly SeenColumn[]): Slot[] {
  const week = readWeekHeader(column.header);
  if (!week) return [];
  const { profile } = column;
  const share = hoursShare(column);
  if (profile.filled >= 3 && share < 0.3 && answerWords(profile).share < 0.8) return [];
  const isRepeated = columns.some(({ header, index }) => header === column.header && index < column.index);
  // A second set under the same headers is of visits where a header before it says so.
  const before = columns.slice(Math.max(0, column.index - 10), column.index);
  const isVisit = isRepeated && before.some(({ header }) => purposeOfHeader.test(header));
  return [{ column, week: isVisit ? { ...week, purpose: 'visit' } : week }];
}

const closedWord = /休|×|^-$|なし|^予約|終日/;

function hoursShare({ profile }: SeenColumn): number {
  let closed = 0;
  for (const [word, times] of profile.words) if (closedWord.test(word) && !/\d/.test(word)) closed += times;
  return profile.share('hours') + profile.share('time') + closed / Math.max(1, profile.filled);
}

/** ○ under a weekday says that it is open, not when. */
function markOf({ column, week }: Slot): Guess | null {
  const { profile } = column;
  if (profile.filled === 0 || profile.share('hours') + profile.share('time') >= 0.3 || week.day.length > 1)
    return null;
  if (profile.share('mark') < 0.8) return null;
  return {
    rule: { fields: ['診療曜日'], mark: week.day },
    ...{ confidence: 'たぶん', reasons: ['曜日の見出しに○だけが入っている'], score: 110 },
  };
}

function hoursOf({ column, week }: Slot, before: readonly Slot[]): Guess {
  const purpose: ColumnRule = week.purpose === 'outpatient' ? {} : { purpose: week.purpose };
  const join: ColumnRule = before.length === 0 ? {} : { join: joinOf(week, before) };
  const share = Math.min(1, hoursShare(column));
  const isDoubtful = before.some(slot => slot.week.span === week.span && slot.week.part === week.part);
  const reasons = [
    '曜日の見出し',
    ...(column.profile.filled > 0 ? [shareText(share, '時間か休み')] : []),
    ...(week.purpose === 'visit' ? ['訪問の時間'] : []),
    ...(isDoubtful ? ['同じ曜日の列がもう1つある。続けて読む（午後の分など）'] : []),
  ];
  return {
    rule: { fields: [week.day], ...purpose, ...join },
    confidence: isDoubtful || (column.profile.filled >= 3 && share < 0.7) ? 'たぶん' : '高い',
    ...{ reasons, score: 125 },
  };
}

function joinOf(week: WeekHeader, before: readonly Slot[]): string {
  return week.part === 'end' && before.at(-1)?.week.part === 'start' ? '-' : '、';
}
