import type { CellRead, Finding } from '../issues/issue.ts';
import { type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { everyDay, unknown } from './hours-read.ts';
import { formatDayCell, readDayCell } from './time.ts';
import { formatWeekdays } from './week-words.ts';
import { formatNthWeekdays, readNthWeekdays, readWeekdayList } from './weekday.ts';

/*
 * Hours that the weekday columns have no room for, one set a line:
 *   内科：月～金 09:00-12:00,14:00-17:00／土 09:00-12:00／日・祝 休／第2・第4土曜 休
 *   受付「内科」：月～金 08:30-11:30／休業日「12月29日～1月3日」／備考「初診は午前のみ」／昼休みの有無は不明
 * A head is 診療科, a purpose, or both. Days that are not named are unknown. 」 inside 「」 is written twice.
 */

/** ケアマネタイム is not among them: it is professional and has a column of its own. */
export type ListedPurpose = Exclude<HoursSet['purpose'], 'caremanager'>;

const purposeWords: Readonly<Record<ListedPurpose, string>> = {
  outpatient: '外来',
  reception: '受付',
  visit: '訪問',
  desk: '窓口',
  emergency: '時間外',
};
const purposes = Object.keys(purposeWords) as ListedPurpose[];
const breaksUnknown = '昼休みの有無は不明';

/** `readHoursList` gives back the same sets. */
export function formatHoursList(sets: readonly HoursSet[]): string {
  return sets.flatMap(set => (set.purpose === 'caremanager' ? [] : [formatSet(set, set.purpose)])).join('\n');
}

function formatSet(set: HoursSet, purpose: ListedPurpose): string {
  const parts = [
    ...formatDays(set.days),
    ...(set.closedNth.length > 0 ? [`${formatNthWeekdays(set.closedNth)} 休`] : []),
    ...(set.exceptions === null ? [] : [`休業日${quote(set.exceptions)}`]),
    ...(set.text === null ? [] : [`備考${quote(set.text)}`]),
    ...(set.breaksStated ? [] : [breaksUnknown]),
  ];
  return `${formatHead(purpose, set.speciality)}：${parts.join('／')}`;
}

function formatHead(purpose: ListedPurpose, speciality: string | null): string {
  if (speciality === null) return purposeWords[purpose];
  return purpose === 'outpatient' && isPlain(speciality)
    ? speciality
    : purposeWords[purpose] + quote(speciality);
}

/** May stand as a head without quotes. */
function isPlain(speciality: string): boolean {
  return (
    /^[^\s\d：:；;／/「」]+$/.test(speciality) && !purposes.some(each => purposeWords[each] === speciality)
  );
}

/** Days with the same hours together, in the order of the week. */
function formatDays(days: HoursSet['days']): string[] {
  const groups = Map.groupBy(
    weekdays.filter(day => days[day].state !== 'unknown'),
    day => formatDayCell(days[day]),
  );
  return [...groups].map(([cell, same]) => `${formatWeekdays(same)} ${cell}`);
}

function quote(text: string): string {
  return `「${text.replaceAll('」', '」」')}」`;
}

const quoted = '「((?:[^」]|」」)*)」(?!」)';

function unquote(text: string): string {
  return text.replaceAll('」」', '」');
}

/** The lines that can be read; each of the others is told, none is read in part. */
export function readHoursList(text: string): CellRead<HoursSet[]> {
  const value: HoursSet[] = [];
  const findings: Finding[] = [];
  for (const line of splitOutsideQuotes(text, /[\n\r；;]/)) {
    const read = readLine(line);
    const isNew = !value.some(
      set => set.purpose === read.value?.purpose && set.speciality === read.value.speciality,
    );
    if (read.value && isNew) value.push(read.value);
    else findings.push({ code: 'hours-list-unreadable', detail: { line } });
    if (read.value && isNew) findings.push(...read.findings);
  }
  return { value: value.length > 0 ? value : null, findings };
}

/** The parts between separators, trimmed, without empty ones. */
function splitOutsideQuotes(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let inside = false;
  for (const character of text) {
    if (character === '「' && !inside) inside = true;
    else if (character === '」') inside = !inside;
    if (!inside && separator.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map(each => each.trim()).filter(each => each !== '');
}

const headPattern = new RegExp(
  `^(?:(${purposes.map(each => purposeWords[each]).join('|')})(?:\\s*${quoted})?|([^\\s\\d：:；;／/「」]+))\\s*[：:]`,
);

function readLine(line: string): CellRead<HoursSet> {
  const head = headPattern.exec(line);
  if (!head) return { value: null, findings: [] };
  const [whole, word, ofPurpose, speciality] = head;
  const set: HoursSet = {
    purpose: purposes.find(each => purposeWords[each] === word) ?? 'outpatient',
    speciality: speciality ?? (ofPurpose === undefined ? null : unquote(ofPurpose)),
    days: everyDay(() => unknown),
    closedNth: [],
    exceptions: null,
    text: null,
    breaksStated: true,
  };
  const findings: Finding[] = [];
  for (const part of splitOutsideQuotes(line.slice(whole.length), /[／/]/)) {
    const told = readPart(part, set);
    if (!told) return { value: null, findings: [] };
    findings.push(...told);
  }
  return { value: set, findings };
}

const remarkPart = new RegExp(`^(休業日|備考)\\s*${quoted}$`);

/** Puts into `set` what one part says; null when it cannot be read, or says again what was said. */
function readPart(part: string, set: HoursSet): Finding[] | null {
  if (part === breaksUnknown) {
    set.breaksStated = false;
    return [];
  }
  const remark = remarkPart.exec(part);
  if (remark) return readRemark(remark[1] === '備考' ? 'text' : 'exceptions', unquote(remark[2]!), set);
  if (/^(?:毎月|第|[1-5１-５])/.test(part)) return readNth(part, set);
  return readDays(part, set);
}

function readRemark(field: 'text' | 'exceptions', text: string, set: HoursSet): Finding[] | null {
  if (set[field] !== null || text === '') return null;
  set[field] = text;
  return [];
}

function readNth(part: string, set: HoursSet): Finding[] | null {
  const nth = readNthWeekdays(part.replace(/\s*休[診業みい]*$/, ''));
  if (!nth.value || set.closedNth.length > 0) return null;
  set.closedNth = nth.value;
  return [];
}

function readDays(part: string, set: HoursSet): Finding[] | null {
  const [, label = '', typed = ''] = /^([^\s\d０-９○◯〇休]+)\s*(.+)$/s.exec(part) ?? [];
  const list = readWeekdayList(label).value;
  const cell = readDayCell(typed);
  const isSaid = (day: Weekday): boolean => set.days[day].state !== 'unknown';
  if (!list?.complete || list.days.some(isSaid) || !cell.value || cell.value.state === 'unknown') return null;
  for (const day of list.days) set.days[day] = cell.value;
  return cell.findings;
}
