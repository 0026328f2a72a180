/**
 * Days of the year that a source takes out of the week: 年末年始, お盆, single dates. What has no dates is a season
 * of which we only know about when it is; what cannot be read takes nothing out.
 */
import { foldTimeText } from '../normalize/time.ts';

export interface Closures {
  /** `MMDD`–`MMDD`, both closed; may pass the end of the year. */
  closed: readonly DateRange[];
  /** Seasons named without dates: closed for some days in here. */
  perhaps: readonly DateRange[];
  /** Dates said to be open (年末年始（12月31日～1月3日）も診療): a week that closes them is not to be believed there. */
  opens: readonly DateRange[];
  /** 年中無休, 年末年始も営業: the turn of the year is like any other day. */
  neverCloses: boolean;
}

export interface DateRange {
  from: number;
  to: number;
}

const month = '(1[0-2]|0?[1-9])';
const day = '(3[01]|[12]\\d|0?[1-9])';
const date = `(?:翌年?)?${month}(?:月\\s?|/\\s?)${day}日?(?:午後|午前)?`;
const range = new RegExp(
  `${date}(?:\\s?(?:~|-|から|より)\\s?(?:(?:翌年?)?(?:${month}(?:月\\s?|/\\s?))?${day}日?))?`,
  'g',
);

/** About when a season is: public offices close from 12/29 to 1/3, お盆 is 8/13–8/16 nearly everywhere. */
const seasons: readonly { words: RegExp; range: DateRange }[] = [
  { words: /年末年始|年末|年始|正月|元旦|元日|三が日|冬[季期]/, range: { from: 1227, to: 106 } },
  { words: /盆|夏[季期]/, range: { from: 808, to: 818 } },
  { words: /ゴールデンウ[イィ]ーク|GW/i, range: { from: 427, to: 507 } },
];

/** The turn of the year, when most offices are closed and few lists say so. */
export const turnOfYear: DateRange = { from: 1229, to: 103 };

export function readClosures(exceptions: string | null, text: string | null): Closures {
  const said = foldTimeText(`${exceptions ?? ''}。${text ?? ''}`);
  const folded = foldTimeText(exceptions ?? '');
  const closing = folded.split(clauseEnd).filter(clause => !opening.test(clause));
  const closed = closing.flatMap(rangesIn);
  const dated = seasons.filter(({ range: season }) => closed.some(each => overlaps(each, season)));
  const perhaps = seasons.filter(
    season => closing.some(clause => season.words.test(clause)) && !dated.includes(season),
  );
  const opens = said
    .split(clauseEnd)
    .filter(clause => opening.test(clause))
    .flatMap(rangesIn);
  const neverCloses = /年中無休|365日|年末年始(?:も|は)?(?:通常)?(?:営業|診療|対応|開館)/.test(said);
  return { closed, perhaps: perhaps.map(season => season.range), opens, neverCloses };
}

const clauseEnd = /[。\n]|(?<=休[業診館みむ]?|営業|診療|対応|開館|開所)[、,]/;
/** 「緊急時は対応」 opens nothing. */
const opening =
  /(?<!緊急時?|救急|急患|急変時?|電話|連絡|相談|オンコール)[もは](?:通常(?:通り|どおり)?)?の?(?:営業|診療|対応|開館|開所)(?![日時]|(?:は|を)?(?:お?休|なし|しな|しませ|行いませ|いたしませ|致しませ|ありませ))/;

function rangesIn(clause: string): DateRange[] {
  return [...clause.matchAll(range)].map(toRange);
}

function toRange([, fromMonth, fromDay, toMonth, toDay]: RegExpMatchArray): DateRange {
  const from = Number(fromMonth) * 100 + Number(fromDay);
  const to = toDay === undefined ? from : Number(toMonth ?? fromMonth) * 100 + Number(toDay);
  return { from, to };
}

function overlaps(a: DateRange, b: DateRange): boolean {
  return covers(b, a.from) || covers(a, b.from);
}

/** Both ends belong to the range; one that ends before it begins passes the end of the year. */
export function covers({ from, to }: DateRange, monthDay: number): boolean {
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}
