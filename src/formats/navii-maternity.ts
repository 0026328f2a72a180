import type { HoursSet } from '../model/facility.ts';
import { foldHeader } from '../normalize/keys.ts';
import type { Format } from './format.ts';
import {
  closedDayHeaders,
  naviiPart,
  naviiPublication,
  naviiWhereabouts,
  officeHeaders,
  readNaviiOffice,
  readOfficeWeek,
  readSlotCells,
  slotHeaders,
} from './navii-office.ts';

const slots = 3;

/** 医療情報ネット（ナビイ）オープンデータ 助産所: 就業時間 and 外来受付時間, three slots a day, in one row. */
export const naviiMaternityFormat: Format = {
  id: 'navii-maternity',
  label: '医療情報ネット（ナビイ）助産所',
  publication: naviiPublication,
  partOf: naviiPart,
  headers: new Map([
    ...officeHeaders,
    ...closedDayHeaders('休業'),
    ...slotHeaders('就業時間帯', slots),
    ...slotHeaders('外来受付時間帯', slots),
  ]),
  recognise: folded =>
    ['正式名称', '機関区分', '月_就業時間帯1_開始時間'].every(header => folded.has(foldHeader(header))),
  whereabouts: naviiWhereabouts,
  read: (row, context) =>
    readNaviiOffice(row, context, ({ fields }) => {
      const sets: (HoursSet | null)[] = [
        readOfficeWeek(row, { purpose: 'outpatient', slots: readSlotCells(row, '就業時間帯', slots) }),
        readOfficeWeek(row, {
          ...{ purpose: 'reception', slots: readSlotCells(row, '外来受付時間帯', slots) },
          // The closed days are said once, with 就業時間.
          openFlag: () => '',
        }),
      ];
      const hours = sets.filter(set => set !== null);
      if (hours.length > 0) fields.hours = hours;
    }),
};
