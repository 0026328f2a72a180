/** The hours of a service as the tables of its page. */
import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { everyDayLine, formatHoursOfDay, isToldOfWeek } from '../normalize/format-hours.ts';
import { breaksNote, ownNote } from '../normalize/hours-read.ts';
import { isWrittenNote, writtenTimes } from '../normalize/written-times.ts';
import { ja } from '../text/ja.ts';

export interface HoursTable {
  /** 内科・外科; the name of its hours where they are not of one 診療科. */
  caption: string;
  /** Of some 診療科 only. */
  isOfSpecialities: boolean;
  /** 診療・営業時間, and 受付時間 beside it. */
  columns: string[];
  /** 毎日24時間: said instead of eight equal rows. */
  everyDay: string | null;
  /** Empty when `everyDay` says it, or when no day could be read: then only the text of the source is shown. */
  rows: { day: Weekday; label: string; cells: { state: DayHours['state']; text: string }[] }[];
  notes: string[];
  /** What the source typed. */
  source: string | null;
}

type TypeOfHours = Pick<FacilityType, 'id' | 'group'>;

/** One table per week of 診療 with its 受付; 診療科 with equal weeks share one. */
export function hoursTables(sets: readonly HoursSet[], type: TypeOfHours | undefined): HoursTable[] {
  const groups = new Map<string, HoursSet[][]>();
  for (const pair of withReception(sets)) {
    const key = JSON.stringify(pair.map(({ speciality: _, ...rest }) => rest));
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  const office = sets.find(set => set.purpose === 'outpatient' && set.speciality === null);
  return [...groups.values()].map(pairs => hoursTable(pairs, type, office));
}

/** Each 受付 of a 診療科 goes beside its 診療. */
function withReception(sets: readonly HoursSet[]): HoursSet[][] {
  const waiting = sets.filter(({ purpose }) => purpose === 'reception');
  const pairs = sets.flatMap(set => {
    if (set.purpose === 'reception') return [];
    const at =
      set.purpose === 'outpatient' ? waiting.findIndex(each => each.speciality === set.speciality) : -1;
    return [[set, ...(at === -1 ? [] : waiting.splice(at, 1))]];
  });
  return [...pairs, ...waiting.map(set => [set])];
}

function hoursTable(
  pairs: readonly HoursSet[][],
  type: TypeOfHours | undefined,
  office: HoursSet | undefined,
): HoursTable {
  const sets = pairs[0]!;
  const specialities = [...new Set(pairs.flatMap(([set]) => set?.speciality ?? []))].join('・');
  const columns = sets.map(set => purposeWords(set.purpose, type));
  const isRead = sets.some(isToldOfWeek);
  const everyDay = sets.length === 1 ? everyDayLine(sets[0]!) : null;
  const written = sets.map(writtenTimes);
  const typed = [...new Set(sets.flatMap(set => textLines(set).filter(line => !line.startsWith(ownNote))))];
  const source = typed.join('\n');
  return {
    caption: specialities || columns.join('と'),
    isOfSpecialities: specialities !== '',
    columns,
    everyDay,
    rows: isRead && everyDay === null ? weekdays.map(day => tableRow(day, sets, written)) : [],
    notes: [
      ...(written.some(({ size }) => size > 0) ? [ja.facility.hoursWritten] : []),
      ...new Set(sets.flatMap((set, at) => hoursNotes(withoutOffice(set, office), at, isRead, source))),
    ],
    source: source === '' ? null : source,
  };
}

/** 外来・営業 is 診療 only where doctors are; nobody "opens" a residence. */
function purposeWords(purpose: HoursSet['purpose'], type: TypeOfHours | undefined): string {
  const words = ja.facility.hoursPurpose;
  if (purpose !== 'outpatient' || !type) return words[purpose];
  if (type.group === 'residence') return ja.facility.hours;
  return type.group === 'medical' && type.id !== 'pharmacy' ? words.outpatient : ja.facility.businessHours;
}

function textLines({ text }: HoursSet): string[] {
  return text === null ? [] : text.split('\n');
}

function tableRow(
  day: Weekday,
  sets: readonly HoursSet[],
  written: readonly ReadonlyMap<Weekday, Span[]>[],
): HoursTable['rows'][number] {
  const cells = sets.map(({ days }, at) => ({
    state: days[day].state,
    text: formatHoursOfDay(days[day], written[at]?.get(day)),
  }));
  return { day, label: ja.weekdays[day], cells };
}

/** For the script: Monday is 0, 祝日 7. */
export function dayIndex(day: Weekday): number {
  return weekdays.indexOf(day);
}

/** What closes the whole office is said once, above its 診療科 and its 受付. */
function withoutOffice(set: HoursSet, office: HoursSet | undefined): HoursSet {
  if (!office || set === office) return set;
  const said = JSON.stringify(office.closedNth);
  return {
    ...set,
    exceptions: set.exceptions === office.exceptions ? null : set.exceptions,
    closedNth: set.closedNth.filter(nth => !said.includes(JSON.stringify(nth))),
  };
}

/** What the cells of the week cannot say, and our own notes about the source; not what `source` says already. */
function hoursNotes(set: HoursSet, column: number, isRead: boolean, source: string): string[] {
  const { facility } = ja;
  const nth = set.closedNth.map(({ day, weeks }) => facility.closedNth(weeks.join('・第'), ja.weekdays[day]));
  const isSaid = set.exceptions === null || folded(source).includes(folded(set.exceptions));
  const own = textLines(set).filter(
    line => line.startsWith(ownNote) && line !== breaksNote && !isWrittenNote(line),
  );
  return [
    ...(isRead || column > 0 ? [] : [facility.hoursOnlyText]),
    ...nth.map(note => (column === 0 ? note : `${facility.hoursPurpose[set.purpose]}：${note}`)),
    ...(isSaid ? [] : [`${facility.exceptions}：${set.exceptions}`]),
    ...(!set.breaksStated && coversNoon(set) ? [facility.hoursBreaks] : []),
    ...own,
  ];
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Open from the morning into the afternoon in one span, but not around the clock. */
function coversNoon({ days }: HoursSet): boolean {
  return weekdays.some(day => {
    const hours = days[day];
    return (
      hours.state === 'open' &&
      hours.spans.some(
        ({ start, end }) => start < '12:00' && end > '14:00' && !(start === '00:00' && end === '24:00'),
      )
    );
  });
}
