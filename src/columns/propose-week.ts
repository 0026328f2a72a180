import type { ListedPurpose } from '../normalize/hours-list.ts';

/** What a header says of opening hours. */
export interface WeekHeader {
  /** The weekday as our template names it (月 … 祝, 平日, 土日, 日祝 …). */
  day: string;
  part: 'whole' | 'start' | 'end';
  /** 午前, 午後, 1, 2 …: which span of the day. */
  span: string;
  purpose: ListedPurpose;
}

const dayPattern = '(土日祝日?|日祝日?|日曜・?祝日|土日|平日|毎日|[月火水木金土日](?:曜日?)?|祝日?|休日)';
const frame =
  /診療|営業|利用|開所|開局|開店|受付|訪問|往診|在宅医療|在宅|対応|可能|時間帯?|時刻|曜日別|外来|スケジュール|な|の|帯|実施/g;
const partWords: readonly [RegExp, WeekHeader['part']][] = [
  [/開始|始業?|開店|から|自|from/i, 'start'],
  [/終了|終業?|閉店|まで|至|to/i, 'end'],
];

/** `診療時間（月曜）午前開始` → Monday, first span, start; null for any other header. */
export function readWeekHeader(header: string): WeekHeader | null {
  const text = header.normalize('NFKC').replace(/\s/g, '');
  const purpose = /訪問|往診|在宅/.test(text) ? 'visit' : /受付/.test(text) ? 'reception' : 'outpatient';
  const span = /午後|PM|夜|2$|[(_]2/i.test(text) ? '2' : '1';
  let rest = text.replace(/午前|午後|AM|PM|[(_]?[12１２][)]?$/gi, '');
  let part: WeekHeader['part'] = 'whole';
  for (const [pattern, meant] of partWords) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    part = meant;
    break;
  }
  const bare = rest.replace(frame, '').replace(/[^\p{L}・]/gu, '');
  const [, day] = new RegExp(`^${dayPattern}$`).exec(bare) ?? [];
  return day === undefined ? null : { day: plainDay(day), part, span, purpose };
}

/** 月曜日 → 月, 日曜祝日 → 日祝. */
function plainDay(day: string): string {
  if (/^日曜?・?祝/.test(day)) return '日祝';
  if (/^土日祝/.test(day)) return '土日祝';
  if (day === '休日') return '祝';
  return day.length > 1 && /^[月火水木金土日]曜/.test(day) ? day.charAt(0) : day.replace(/^祝日$/, '祝');
}
