import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { formatSentence, issue } from '../../src/issues/issue.ts';
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../../src/model/facility.ts';
import { everyDayLine, weekParts } from '../../src/normalize/format-hours.ts';
import {
  applyClosedDays,
  type HoursRead,
  hoursFromDayCells,
  hoursFromDayWords,
  hoursFromSlots,
  hoursFromWholeDay,
  type SlotTexts,
} from '../../src/normalize/hours.ts';
import { type HoursRemark, readHoursRemark } from '../../src/normalize/remarks.ts';
import { formatDayCell, minutesOf, readDayCell, readSpans, readTime } from '../../src/normalize/time.ts';
import { formatWeekdays } from '../../src/normalize/week-words.ts';
import { readNthWeekdays, readWeekdayList } from '../../src/normalize/weekday.ts';
import { writtenTimes } from '../../src/normalize/written-times.ts';

type Row = Record<'入力' | '値' | '指摘' | 'まとめ' | '読めず' | '読み' | '備考', string>;

function table(name: string): Row[] {
  const text = readFileSync(new URL(`hours/${name}.csv`, import.meta.url), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const kanji: Record<Weekday, string> = {
  ...{ mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日', holiday: '祝' },
};
const show = (days: readonly Weekday[]) => days.map(day => kanji[day]).join('');
const codes = (read: { findings: { code: string }[] }) => read.findings.map(found => found.code).join(';');

function showDay(day: DayHours): string {
  if (day.state !== 'open') return day.state === 'closed' ? '休み' : '不明';
  return day.spans.map(span => `${span.start}-${span.end}`).join(',') || '○';
}

/** `月 09:00-18:00 | 火 不明 …`, for looking at a whole week at once. */
function week({ value }: HoursRead): string {
  return value ? weekdays.map(day => `${kanji[day]} ${showDay(value.days[day])}`).join(' | ') : 'なし';
}

function told({ findings }: HoursRead): string[] {
  return findings.map(found => {
    const sentence = formatSentence(issue(found.code, { file: 'a.csv' }, found.value, found.detail));
    return `${found.cell}「${found.value}」${sentence}`;
  });
}

describe('readTime', () => {
  test.each(table('times'))('$備考: $入力', row => {
    const read = readTime(row.入力);
    expect([read.value ?? '', codes(read)]).toEqual([row.値, row.指摘]);
  });
});

describe('readSpans', () => {
  test.each(table('spans'))('$備考: $入力', row => {
    const read = readSpans(row.入力);
    const spans = (read.value ?? []).map(span => `${span.start}-${span.end}`).join(',');
    expect([spans, codes(read)]).toEqual([row.値, row.指摘]);
  });

  test.each([
    ['0.375-0.75', '09:00-18:00'],
    ['0.375-0.5,0.5625-0.75', '09:00-12:00,13:30-18:00'],
    ['900-1230', '09:00-12:30'],
    ['9:00-1230 1400-18:00', '09:00-12:30,14:00-18:00'],
  ])('a repair is told once, with all that was read: %s', (text, to) => {
    expect(readSpans(text).findings.map(found => found.detail)).toEqual([{ to }]);
  });

  test('what was not read is not told as repaired', () => {
    expect(codes(readSpans('0.75-0.375'))).toBe('time-span-reversed');
    expect(codes(readSpans('900-1200,午後'))).toBe('time-unreadable');
  });

  test('whatever is typed, no span ends before it starts and none overlap', () => {
    const part = fc.constantFrom(
      '9:00',
      '13:30',
      '25:00',
      '0.5',
      '-',
      '～',
      ',',
      '、',
      ' ',
      '翌',
      '午後',
      '24時間',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        let before = -1;
        for (const span of readSpans(parts.join('')).value ?? []) {
          expect(minutesOf(span.start)).toBeGreaterThanOrEqual(before);
          expect(minutesOf(span.end)).toBeGreaterThan(minutesOf(span.start));
          before = minutesOf(span.end);
        }
      }),
      { seed: 20260401, numRuns: 2000 },
    );
  });
});

describe('readDayCell', () => {
  test.each(table('day-cells'))('$備考: $入力', row => {
    const read = readDayCell(row.入力);
    expect([showDay(read.value!), codes(read)]).toEqual([row.値, row.指摘]);
  });
});

describe('readWeekdayList', () => {
  test.each(table('weekdays'))('$備考: $入力', row => {
    const { value, findings } = readWeekdayList(row.入力);
    const rest = findings.map(found => found.detail?.['rest'] ?? '全部').join();
    expect([show(value?.days ?? []), show(value?.grouped ?? []), rest]).toEqual([
      row.値,
      row.まとめ,
      row.読めず,
    ]);
    expect(value?.complete ?? false).toBe(row.値 !== '' && row.読めず === '');
  });
});

describe('readNthWeekdays', () => {
  test.each(table('nth'))('$備考: $入力', row => {
    const read = readNthWeekdays(row.入力);
    const shown = read.value?.map(nth => kanji[nth.day] + nth.weeks.join('・')).join(' ') ?? '不明';
    expect(shown).toBe(row.値);
    expect(codes(read)).toBe(read.value ? '' : 'nth-weekday-unreadable');
  });
});

function showRemark(read: HoursRemark): string {
  const list = (label: string, days: readonly Weekday[]) => (days.length > 0 ? `${label}=${show(days)}` : '');
  const nth = read.closedNth.map(each => kanji[each.day] + each.weeks.join('')).join(' ');
  return [
    list('休', read.closed),
    list('開', read.open),
    list('一部', read.partly),
    list('午前', read.morningOnly),
    read.perhaps.length > 0 ? `休か一部=${read.perhaps.map(show).join('|')}` : '',
    list('触', read.touched),
    nth ? `第=${nth}` : '',
    read.neverCloses ? '無休' : '',
    read.namesSome ? '一部だけ' : '',
    list('冬など', read.seasonal),
    read.mayOpenMore ? '以外も' : '',
    read.unreadDays ? '全日?' : '',
    read.unreadTimes ? '全時?' : '',
    read.exceptions ? `例外=${read.exceptions}` : '',
  ]
    .filter(part => part !== '')
    .join(' ');
}

describe('readHoursRemark', () => {
  test.each(table('remarks'))('$備考: $入力', row => {
    const read = readHoursRemark(row.入力);
    expect(showRemark(read)).toBe(row.読み);
    expect(read.readFully).toBe(!/触|全|以外|冬/.test(row.読み));
  });

  test('a remark that says nothing is not shown, any other is', () => {
    expect(readHoursRemark('特になし。').text).toBeNull();
    expect(readHoursRemark('土曜は要相談（改行）日曜休み').text).toBe('土曜は要相談\n日曜休み');
  });

  test('never throws and always ends', () => {
    const part = fc.constantFrom(
      ...'月火水木金土日祝曜（）()【】、・･　 \n。:：～-0123456789第休診午後前のみまではを除く年末始予約制'.split(
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), parts => {
        readHoursRemark(parts.join(''));
      }),
      { seed: 20260401, numRuns: 2000 },
    );
    // Its own time, not that of a busy machine.
    const started = process.cpuUsage();
    for (const text of [
      '月'.repeat(20_000),
      '('.repeat(20_000),
      '1/'.repeat(20_000),
      '第1・'.repeat(10_000),
      '年末年始'.repeat(5_000),
    ]) {
      readHoursRemark(text);
      readWeekdayList(text);
      readNthWeekdays(text);
      readSpans(text);
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  });
});

const municipal = (days: string, remark = '', start = '09:00', end = '18:00') =>
  hoursFromWholeDay({ days, start, end, remark, purpose: 'outpatient' });

describe('hoursFromWholeDay', () => {
  test('listed days are open, others closed, 祝日 unknown; the lunch break cannot be seen', () => {
    const read = municipal('月火水木金');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 09:00-18:00 | 金 09:00-18:00 | 土 休み | 日 休み | 祝 不明"`,
    );
    expect(read.value?.breaksStated).toBe(false);
    expect(read.findings).toEqual([]);
  });

  test('an afternoon off makes the day unknown, with the remark', () => {
    const read = municipal('月火水木金土', '水土:午後休診');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 不明 | 木 09:00-18:00 | 金 09:00-18:00 | 土 不明 | 日 休み | 祝 不明"`,
    );
    expect(read.value?.text).toBe('元のデータ：「水・土 9:00～18:00」\n水土:午後休診');
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "remark「水土:午後休診」からは時間が決まらないので、水・土は「わかりません」とし、この文を添えて表示します。時間が分かる場合は、曜日の列に入力してください（例：「土」の列に 9:00-12:00）。",
      ]
    `);
  });

  test('「木・日曜・祝日・土曜午後休診」: what the list does not name is closed, what it names is unknown', () => {
    expect(week(municipal('月火水金土', '木・日曜・祝日・土曜午後休診'))).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 休み | 金 09:00-18:00 | 土 不明 | 日 休み | 祝 休み"`,
    );
    expect(week(municipal('月火水木金土', '木・日曜・祝日・土曜午後休診'))).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 不明 | 金 09:00-18:00 | 土 不明 | 日 休み | 祝 休み"`,
    );
    expect(week(municipal('月火水金土日', '木・祝・日曜午後休診'))).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 休み | 金 09:00-18:00 | 土 09:00-18:00 | 日 不明 | 祝 不明"`,
    );
  });

  test('a remark takes no more than it speaks of, and no time that was typed is lost', () => {
    const typed = '元のデータ：「木・土 9:00～18:00」';
    const children = municipal('月火水木金土', '木・土曜午後休診。予防接種は14時から（予約制）');
    expect(week(children)).toBe(
      '月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 不明 | 金 09:00-18:00 | 土 不明 | 日 休み | 祝 不明',
    );
    expect(children.value?.text).toBe(`${typed}\n木・土曜午後休診。予防接種は14時から（予約制）`);
    const eyes = municipal('月火水金土', '木曜・日曜・祝日休診。手術日（火曜午後）は外来休診');
    expect(week(eyes)).toBe(
      '月 09:00-18:00 | 火 不明 | 水 09:00-18:00 | 木 休み | 金 09:00-18:00 | 土 09:00-18:00 | 日 休み | 祝 休み',
    );
    expect(eyes.value?.text).toContain('9:00～18:00');
    const village = municipal('火', '第1・第3火曜のみ（町立病院から出張）', '13:00', '15:30');
    expect(showDay(village.value!.days.tue)).toBe('13:00-15:30');
    expect(village.value?.closedNth).toEqual([{ day: 'tue', weeks: [2, 4, 5] }]);
    const winter = municipal('火木', '冬期（12月～3月）は木曜のみ', '13:30', '16:00');
    expect([showDay(winter.value!.days.tue), showDay(winter.value!.days.thu)]).toEqual([
      '不明',
      '13:30-16:00',
    ]);
    const half = municipal('月火水木金', '第2・第4水曜は午後休診');
    expect([showDay(half.value!.days.wed), half.value?.text]).toEqual([
      '不明',
      '元のデータ：「水 9:00～18:00」\n第2・第4水曜は午後休診',
    ]);
  });

  test('the holiday clinic keeps its hours, and opening at the turn of the year is no closing', () => {
    const remark = '受付は16:30まで。年末年始（12月31日～1月3日）も診療';
    const read = municipal('日祝', remark, '09:00', '17:00');
    expect(week(read)).toBe(
      '月 休み | 火 休み | 水 休み | 木 休み | 金 休み | 土 休み | 日 09:00-17:00 | 祝 09:00-17:00',
    );
    expect(read.value).toMatchObject({ exceptions: null, text: remark });
    expect(read.findings).toEqual([]);
  });

  test('a slip in the list leaves all other days open to doubt', () => {
    const read = municipal('月火水木黄');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 09:00-18:00 | 金 不明 | 土 不明 | 日 不明 | 祝 不明"`,
    );
    expect(read.value?.text).toBe('元のデータ：「月火水木黄 9:00～18:00」');
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "days「月火水木黄」の「黄」は曜日として読めません。ほかに書かれていない曜日は「わかりません」と表示します。「月火水木金土」のように入力してください。",
      ]
    `);
  });

  test('listed and 休診 at once is not decided', () => {
    const read = municipal('月火水木金土', '土曜・祝日休診');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 09:00-18:00 | 金 09:00-18:00 | 土 不明 | 日 休み | 祝 休み"`,
    );
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "remark「土曜・祝日休診」（土）は、開いている日としても休みの日としても書かれています。「わかりません」と表示します。どちらかに直してください。",
      ]
    `);
  });

  test('only a word for several days gives way', () => {
    expect(week(municipal('平日', '水曜・祝日休診'))).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 休み | 木 09:00-18:00 | 金 09:00-18:00 | 土 休み | 日 休み | 祝 休み"`,
    );
  });

  test('a remark about times that names no day touches every open day', () => {
    expect(week(municipal('月火水木金', '受付・診療時間は各科によって異なります。'))).toMatchInlineSnapshot(
      `"月 不明 | 火 不明 | 水 不明 | 木 不明 | 金 不明 | 土 休み | 日 休み | 祝 不明"`,
    );
  });

  test('reversed times are never published', () => {
    const read = municipal('月火', '', '13:30', '12:00');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 休み | 木 休み | 金 休み | 土 休み | 日 休み | 祝 不明"`,
    );
    expect(JSON.stringify(read.value)).not.toContain('13:30');
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "start「13:30-12:00」は開始と終了が逆か同じです。この時間は掲載していません。開始を先に入力してください（例：9:00-12:00。日付をまたぐときは 18:00-25:00）。",
      ]
    `);
  });

  test('spreadsheet fractions are repaired and told', () => {
    const read = municipal('月', '', '0.375', '0.770833333333333');
    expect(showDay(read.value!.days.mon)).toBe('09:00-18:30');
    expect(told(read)).toEqual([
      'start「0.375-0.770833333333333」は表計算ソフトの時刻の値なので、「09:00-18:30」に直して読みました。',
    ]);
  });

  test('closed nth weeks are kept beside the open day', () => {
    const read = municipal('月火水木金土', '第2・第4土曜休診');
    expect(showDay(read.value!.days.sat)).toBe('09:00-18:00');
    expect(read.value?.closedNth).toEqual([{ day: 'sat', weeks: [2, 4] }]);
  });

  test('no days: nothing is claimed', () => {
    expect(municipal('', '', '', '')).toEqual({ value: null, findings: [] });
    expect(week(municipal('特記事項参照', '外来：月火 10：00～12：00', '', ''))).toMatchInlineSnapshot(
      `"月 不明 | 火 不明 | 水 不明 | 木 不明 | 金 不明 | 土 不明 | 日 不明 | 祝 不明"`,
    );
    expect(codes(municipal('', '', '09:00', '18:00'))).toBe('hours-days-missing');
  });

  test('無休 speaks of 祝日, too', () => {
    expect(week(municipal('月火水木金土日', '無休'))).toMatchInlineSnapshot(
      `"月 09:00-18:00 | 火 09:00-18:00 | 水 09:00-18:00 | 木 09:00-18:00 | 金 09:00-18:00 | 土 09:00-18:00 | 日 09:00-18:00 | 祝 ○"`,
    );
  });
});

const care = (days: string, remark = '') => hoursFromDayWords({ days, remark, purpose: 'visit' });

describe('hoursFromDayWords', () => {
  test('open without times; 祝日 has its own word', () => {
    expect(week(care('平日,土曜日,祝日'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 ○ | 日 休み | 祝 ○"`,
    );
    expect(week(care('平日'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 休み | 日 休み | 祝 休み"`,
    );
  });

  test('what is said of one weekday refines 平日', () => {
    const read = care('平日,土曜日', '水曜日、日曜日、12/30～1/3を除く');
    expect(week(read)).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 休み | 木 ○ | 金 ○ | 土 ○ | 日 休み | 祝 休み"`,
    );
    expect(read.value?.exceptions).toBe('12/30~1/3');
    expect(read.findings).toEqual([]);
  });

  test('a remark about times leaves days as they are; one about more days does not', () => {
    expect(week(care('平日', '時間延長あり'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 休み | 日 休み | 祝 休み"`,
    );
    expect(week(care('平日', '上記以外の日も対応できるものとする'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 不明 | 日 不明 | 祝 不明"`,
    );
    expect(week(care('平日', '木曜日は午後休診（改行）土曜日は要相談'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 不明 | 日 休み | 祝 休み"`,
    );
  });

  test('days named as if only they were meant leave the rest of 平日 unsure', () => {
    expect(week(care('平日', '火・金曜日の営業。'))).toMatchInlineSnapshot(
      `"月 不明 | 火 ○ | 水 不明 | 木 不明 | 金 ○ | 土 休み | 日 休み | 祝 休み"`,
    );
    expect(week(care('平日', '木・土曜午後休診'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 不明 | 金 ○ | 土 不明 | 日 休み | 祝 休み"`,
    );
  });

  test('list and remark that contradict are told', () => {
    const read = care('平日', '祝日は営業');
    expect(showDay(read.value!.days.holiday)).toBe('不明');
    expect(codes(read)).toBe('hours-contradiction');
  });

  test('nothing said is nothing', () => {
    expect(care('', '特になし').value).toBeNull();
    expect(week(care('', '年中無休'))).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 ○ | 日 ○ | 祝 ○"`,
    );
  });
});

const empty = Object.fromEntries(weekdays.map(day => [day, ''])) as Record<Weekday, string>;
const template = (cells: Partial<Record<Weekday | 'nth' | 'exceptions' | 'remark', string>>) =>
  hoursFromDayCells({ ...empty, ...cells, purpose: 'outpatient' });

describe('hoursFromDayCells', () => {
  const usual = { mon: '9:00-12:00,14:00-18:00', tue: '○', wed: '9:00-12:00', sat: '9:00-13:00', sun: '休' };

  test('each cell speaks for its day; empty is unknown', () => {
    const read = template({ ...usual, nth: '第2・第4土曜', exceptions: '12月29日～1月3日' });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-12:00,14:00-18:00 | 火 ○ | 水 09:00-12:00 | 木 不明 | 金 不明 | 土 09:00-13:00 | 日 休み | 祝 不明"`,
    );
    expect(read.value).toMatchObject({
      closedNth: [{ day: 'sat', weeks: [2, 4] }],
      exceptions: '12月29日～1月3日',
    });
    expect(read.findings).toEqual([]);
  });

  test('a remark about times changes no cell, one about a day does', () => {
    expect(week(template({ ...usual, remark: '予約制です' }))).toBe(week(template(usual)));
    expect(week(template({ ...usual, remark: '月曜は要相談' }))).toMatchInlineSnapshot(
      `"月 不明 | 火 ○ | 水 09:00-12:00 | 木 不明 | 金 不明 | 土 09:00-13:00 | 日 休み | 祝 不明"`,
    );
  });

  test('午後休診 beside a morning says it again; beside a whole day it does not', () => {
    expect(showDay(template({ ...usual, remark: '水曜午後休診' }).value!.days.wed)).toBe('09:00-12:00');
    expect(showDay(template({ ...usual, remark: '月曜午後休診' }).value!.days.mon)).toBe('不明');
  });

  test('contradictions are told, not decided', () => {
    const read = template({ ...usual, remark: '月曜休診', nth: '第1日曜' });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 不明 | 火 ○ | 水 09:00-12:00 | 木 不明 | 金 不明 | 土 09:00-13:00 | 日 不明 | 祝 不明"`,
    );
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "remark「月曜休診」（月・日）は、開いている日としても休みの日としても書かれています。「わかりません」と表示します。どちらかに直してください。",
      ]
    `);
  });

  test('an unreadable cell or 定期休診 leaves its day unknown', () => {
    const read = template({ ...usual, wed: '昼まで', nth: '隔週土曜' });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-12:00,14:00-18:00 | 火 ○ | 水 不明 | 木 不明 | 金 不明 | 土 不明 | 日 休み | 祝 不明"`,
    );
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "nth「隔週土曜」は第何週の何曜日か読めません。「第2・第4土曜」のように入力してください。",
        "wed「昼まで」は時間として読めないため、その曜日は「わかりません」と表示します。「9:00-12:00,14:00-18:00」「休」「○」（開いているが時間は不明）のどれかで入力してください。",
      ]
    `);
  });

  test('all empty is nothing', () => {
    expect(template({})).toEqual({ value: null, findings: [] });
  });
});

function slot(pairs: Partial<Record<Weekday, string>>): Record<Weekday, SlotTexts> {
  return Object.fromEntries(
    weekdays.map(day => {
      const [start = '', end = ''] = (pairs[day] ?? '').split('-');
      return [day, { start, end }];
    }),
  ) as Record<Weekday, SlotTexts>;
}
function flags(open: string): Record<Weekday, string> {
  return Object.fromEntries(weekdays.map((day, i) => [day, open.charAt(i).trim()])) as Record<
    Weekday,
    string
  >;
}

describe('hoursFromSlots', () => {
  const navii = { purpose: 'outpatient' as const, speciality: null, nthOpenFlags: null, exceptions: '' };

  test('1 is open and 0 closed, against the name of the column; empty is not answered', () => {
    const read = hoursFromSlots({ ...navii, openFlags: flags('11111000'), slots: [] });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 ○ | 土 休み | 日 休み | 祝 休み"`,
    );
    expect(week(hoursFromSlots({ ...navii, openFlags: flags('1    0  '), slots: [] }))).toMatchInlineSnapshot(
      `"月 ○ | 火 不明 | 水 不明 | 木 不明 | 金 不明 | 土 休み | 日 不明 | 祝 不明"`,
    );
  });

  test('times of several slots; 00:00–00:00 is not set, 00:00–23:59 all day', () => {
    const slots = [
      slot({ mon: '09:00-12:00', tue: '00:00-00:00', wed: '00:00-23:59' }),
      slot({ mon: '13:30-17:00' }),
    ];
    const read = hoursFromSlots({ ...navii, speciality: '内科', openFlags: null, slots });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-12:00,13:30-17:00 | 火 不明 | 水 00:00-24:00 | 木 不明 | 金 不明 | 土 不明 | 日 不明 | 祝 不明"`,
    );
    expect(read.findings).toEqual([]);
  });

  test('reversed, endless and unlikely times are unknown and told', () => {
    const slots = [
      slot({ mon: '13:30-12:00', tue: '09:00-09:00', wed: '00:45-17:15', thu: '09:00', fri: '25:70-26:00' }),
    ];
    const read = hoursFromSlots({ ...navii, speciality: '内科', openFlags: null, slots });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 不明 | 火 不明 | 水 不明 | 木 不明 | 金 不明 | 土 不明 | 日 不明 | 祝 不明"`,
    );
    expect(read.value?.text).toMatchInlineSnapshot(`"元のデータ：月～金は時間の登録に誤りがあるようです。"`);
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "mon「13:30-12:00」は開始と終了が逆か同じです。この時間は掲載していません。開始を先に入力してください（例：9:00-12:00。日付をまたぐときは 18:00-25:00）。",
        "tue「09:00-09:00」は開始と終了が逆か同じです。この時間は掲載していません。開始を先に入力してください（例：9:00-12:00。日付をまたぐときは 18:00-25:00）。",
        "wed「00:45-17:15」（水）は未明に始まり午後まで続いています。入力の誤りと思われるため、「わかりません」と表示します。正しい時間か確かめてください（例：08:45-17:15）。",
        "thu「09:00-」は開始と終了の片方しかありません。両方を入力してください（例：09:00 と 18:00）。",
        "fri「25:70-26:00」はありえない時刻です。時は0〜30、分は0〜59で入力してください（例：18:30、翌日の午前1時は25:00）。",
      ]
    `);
  });

  test('flags and times that contradict are not decided', () => {
    const slots = [slot({ mon: '09:00-12:00', sun: '09:00-12:00' })];
    const read = hoursFromSlots({ ...navii, openFlags: flags('11000000'), slots });
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-12:00 | 火 不明 | 水 休み | 木 休み | 金 休み | 土 休み | 日 不明 | 祝 休み"`,
    );
    expect(read.value?.text).toMatchInlineSnapshot(`
      "元のデータ：火は診療日とされていますが、時間の登録がありません。
      元のデータ：日は休診日とされていますが、時間の登録もあります。"
    `);
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "flags「」（火）は開いている日とされていますが、時間がありません。「わかりません」と表示します。時間を入力してください（例：09:00〜17:00）。",
        "flags「」（日）は休みの日とされていますが、時間も入力されています。「わかりません」と表示します。どちらかに直してください。",
      ]
    `);
  });

  test('closed weeks of the month; all five against an open day contradict', () => {
    const nthOpenFlags = {
      sat: ['1', '0', '1', '0', '1'],
      fri: ['0', '0', '0', '0', '0'],
      sun: ['0', '1', '1', '1', '1'],
    };
    const read = hoursFromSlots({ ...navii, openFlags: flags('11111100'), nthOpenFlags, slots: [] });
    expect(read.value?.closedNth).toEqual([{ day: 'sat', weeks: [2, 4] }]);
    expect(week(read)).toMatchInlineSnapshot(
      `"月 ○ | 火 ○ | 水 ○ | 木 ○ | 金 不明 | 土 ○ | 日 不明 | 祝 休み"`,
    );
    expect(codes(read)).toBe('hours-contradiction');
  });

  test('overlapping reception is joined, and the text keeps what was typed', () => {
    const slots = [slot({ mon: '08:30-10:30' }), slot({ mon: '08:30-11:00' })];
    const read = hoursFromSlots({ ...navii, speciality: '内科', openFlags: null, slots });
    expect(showDay(read.value!.days.mon)).toBe('08:30-11:00');
    expect(read.value?.text).toMatchInlineSnapshot(
      `"元のデータ：月は時間帯が重なっています（08:30-10:30、08:30-11:00）。"`,
    );
  });

  test('a 診療科 without any time says nothing', () => {
    expect(
      hoursFromSlots({ ...navii, speciality: '内科', openFlags: null, slots: [slot({})] }).value,
    ).toBeNull();
  });

  test('closed days of the office close its 診療科, unless that has times', () => {
    const office = hoursFromSlots({
      ...navii,
      openFlags: flags('11111000'),
      slots: [],
      exceptions: '年末年始',
    });
    const slots = [slot({ mon: '09:00-12:00', sun: '09:00-12:00' })];
    const own = hoursFromSlots({ ...navii, speciality: '内科', openFlags: null, slots });
    const read = applyClosedDays(office.value!, own.value!);
    expect(week(read)).toMatchInlineSnapshot(
      `"月 09:00-12:00 | 火 不明 | 水 不明 | 木 不明 | 金 不明 | 土 休み | 日 不明 | 祝 休み"`,
    );
    expect(read.value).toMatchObject({ speciality: '内科', exceptions: '年末年始' });
    expect(told(read)).toMatchInlineSnapshot(`
      [
        "flags「」（日）は休みの日とされていますが、時間も入力されています。「わかりません」と表示します。どちらかに直してください。",
      ]
    `);
  });
});

describe('a week in one line', () => {
  const open = (...spans: [string, string][]): DayHours => ({
    state: 'open',
    spans: spans.map(([start, end]) => ({ start, end })),
  });
  const whole = open(['09:00', '12:00'], ['14:00', '18:00']);
  const set: HoursSet = {
    ...{ purpose: 'outpatient', speciality: null, exceptions: null, text: null, breaksStated: true },
    days: {
      ...{ mon: whole, tue: whole, wed: { state: 'unknown' }, thu: whole, fri: open() },
      ...{ sat: open(['09:00', '12:00']), sun: { state: 'closed' }, holiday: { state: 'closed' } },
    },
    closedNth: [{ day: 'sat', weeks: [2, 4] }],
  };

  test('equal days come together; unknown is said', () => {
    expect(weekParts(set)).toMatchInlineSnapshot(`
      [
        "月・火・木 9:00～12:00、14:00～18:00",
        "水 電話で確認",
        "金 あり（時間は電話で確認）",
        "土 9:00～12:00（第2・第4は休み）",
        "日・祝 休み",
      ]
    `);
  });

  test('all day and past midnight', () => {
    const late = {
      ...set,
      days: { ...set.days, mon: open(['18:00', '25:30']), tue: open(['00:00', '24:00']) },
    };
    expect(weekParts(late).slice(0, 2)).toEqual(['月 18:00～翌1:30', '火 24時間']);
  });

  test.each<[string, DayHours, string | null]>([
    ['24時間', open(['00:00', '24:00']), '毎日24時間'],
    ['同じ時間', open(['09:00', '18:00']), '毎日 9:00～18:00'],
    ['時間の記載なし', open(), '毎日（時間は電話で確認）'],
    ['休み', { state: 'closed' }, null],
    ['不明', { state: 'unknown' }, null],
  ])('every day alike: %s', (_, day, line) => {
    const days = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day, holiday: day };
    expect(everyDayLine({ days, closedNth: [] })).toBe(line);
    expect(everyDayLine({ days, closedNth: [{ day: 'sat', weeks: [1] }] })).toBeNull();
    const holiday: DayHours = { state: 'unknown' };
    expect(everyDayLine({ days: { ...days, holiday }, closedNth: [] })).toBeNull();
  });

  test('labels', () => {
    expect(formatWeekdays(['mon', 'tue', 'wed', 'fri', 'sat', 'holiday'])).toBe('月～水・金・土・祝');
  });
});

describe('a 休 cell beside a remark that names its day', () => {
  const sunday = (remark: string) => {
    const week = { mon: '9:00-17:00', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '休', holiday: '' };
    return hoursFromDayCells({ ...week, remark, purpose: 'outpatient' }).value?.days.sun.state;
  };

  test.each(['日曜は駐車場が使えません', '日曜・祝日休診', '日曜は留守番電話です'])(
    '「%s」: closed',
    remark => {
      expect(sunday(remark)).toBe('closed');
    },
  );

  test.each(['日曜は第1のみ診療', '日曜は往診のみ', '日曜は診療'])(
    '「%s」: unknown, for it may be open',
    remark => {
      expect(sunday(remark)).toBe('unknown');
    },
  );
});

describe('times that a remark takes away stand beside their day', () => {
  const cells = (week: Partial<Record<Weekday, string>>, remark: string) =>
    hoursFromDayCells({
      ...{ mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '休', holiday: '休' },
      ...{ ...week, remark, purpose: 'outpatient' },
    }).value!;
  const whole = (days: string, remark: string) =>
    hoursFromWholeDay({ days, start: '09:00', end: '18:00', remark, purpose: 'outpatient' }).value!;

  test.each<[string, HoursSet, string[]]>([
    [
      '土曜午後休診 touches Saturday alone',
      whole('月火水木金土', '土曜午後休診、日曜・祝日休診'),
      ['月～金 9:00～18:00', '土 9:00～18:00（電話で確認）', '日・祝 休み'],
    ],
    [
      'an afternoon of some weeks touches its day alone',
      cells({ mon: '8:30-12:00,13:30-17:00', wed: '8:30-12:00,13:30-17:00' }, '第2・第4水曜は午後休診'),
      [
        '月 8:30～12:00、13:30～17:00',
        '火・木～土 電話で確認',
        '水 8:30～12:00、13:30～17:00（電話で確認）',
        '日・祝 休み',
      ],
    ],
    [
      'winter takes the other day away; the day that stays keeps its times',
      cells(
        { mon: '休', tue: '13:30-16:00', wed: '休', thu: '13:30-16:00', fri: '休', sat: '休' },
        '冬期は木曜のみ（雪の日は電話で確認してください）',
      ),
      ['月・水・金～日・祝 休み', '火 13:30～16:00（電話で確認）', '木 13:30～16:00'],
    ],
    [
      'snow on the road touches no week',
      cells(
        { mon: '休', tue: '13:00-15:30', wed: '休', thu: '休', fri: '休', sat: '休' },
        '雪で道がふさがったときは休みます',
      ),
      ['月・水～日・祝 休み', '火 13:00～15:30'],
    ],
  ])('%s', (_, set, parts) => {
    expect(weekParts(set)).toEqual(parts);
  });

  test('an exported week reads back with its written times', () => {
    const set = cells({ mon: '9:00-12:00', wed: '9:00-12:00,14:00-25:00' }, '第2・第4水曜は午後休診');
    const exported = Object.fromEntries(weekdays.map(day => [day, formatDayCell(set.days[day])]));
    const again = hoursFromDayCells({
      ...(exported as Record<Weekday, string>),
      ...{ remark: set.text!, purpose: 'outpatient' },
    }).value!;
    expect(again).toEqual(set);
    expect(writtenTimes(again).get('wed')).toEqual([
      { start: '09:00', end: '12:00' },
      { start: '14:00', end: '25:00' },
    ]);
  });
});
