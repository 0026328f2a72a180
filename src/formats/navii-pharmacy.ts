import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { type Weekday, weekdays } from '../model/facility.ts';
import { foldHeader } from '../normalize/keys.ts';
import { weekdayLetters } from '../normalize/week-words.ts';
import type { Format } from './format.ts';
import {
  layout,
  naviiPart,
  naviiPublication,
  naviiWhereabouts,
  officeHeaders,
  readNaviiOffice,
  readOfficeWeek,
  readSlotCells,
  slotHeaders,
  weekdayNames,
  weeks,
} from './navii-office.ts';

const slots = 4;

/**
 * 医療情報ネット（ナビイ）オープンデータ 薬局. 営業日 and 定期閉店毎週 both hold 1 = open, 0 = closed. A slot's number says
 * nothing of the time of the day: the whole day may stand in slot 1 on Monday and in slot 2 on Tuesday.
 */
export const naviiPharmacyFormat: Format = {
  id: 'navii-pharmacy',
  label: '医療情報ネット（ナビイ）薬局',
  publication: naviiPublication,
  partOf: naviiPart,
  headers: new Map<string, Meaning>([
    ...officeHeaders,
    ...weekdays.flatMap((day): [string, Meaning][] => [
      [`営業日（${weekdayLetters[day]}）`, layout(`business ${day}`)],
      [`定期閉店毎週（${weekdayLetters[day]}）`, layout(`weekly ${day}`)],
    ]),
    ...weeks.flatMap(week =>
      weekdayNames.map((day): [string, Meaning] => [
        `定期閉店第${week}週（${weekdayLetters[day]}）`,
        layout(`open ${day} ${week}`),
      ]),
    ),
    ['祝日', layout('holidays')],
    ['その他の閉店日（gw、お盆等）', { kind: 'field', field: 'exceptions' }],
    ...slotHeaders('開店時間帯', slots),
  ]),
  recognise: folded =>
    ['機関区分', '薬局のホームページアドレス', '営業日（月）'].every(header =>
      folded.has(foldHeader(header)),
    ),
  whereabouts: naviiWhereabouts,
  read: (row, context) =>
    readNaviiOffice(row, context, ({ fields }) => {
      const cells = readSlotCells(row, '開店時間帯', slots);
      const hours = readOfficeWeek(row, {
        purpose: 'outpatient',
        slots: cells,
        openFlag: day => flagOf(row, day),
      });
      if (hours) fields.hours = [hours];
    }),
};

/** What the columns of a day agree on; where they contradict each other, nothing. */
function flagOf(row: RowReader, day: Weekday): string {
  const said = [`business ${day}`, `weekly ${day}`, ...(day === 'holiday' ? ['holidays'] : [])]
    .map(key => row.layoutText(key).normalize('NFKC'))
    .filter(text => text !== '');
  return new Set(said).size === 1 ? (said[0] ?? '') : '';
}
