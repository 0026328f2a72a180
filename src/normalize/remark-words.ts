import type { Weekday } from '../model/facility.ts';
import { inWeekOrder } from './week-words.ts';
import { dayRun, daysOfRun } from './weekday.ts';

/*
 * The words of 特記事項, gathered from the remarks that municipalities and 介護サービス情報公表 publish. All of them are
 * matched against folded text (`foldTimeText`): half-width, one kind of hyphen and wave.
 */

export const nothing =
  /^[・※\s]*(?:特記事項|特記|留意事項|備考|とくに?|特に?)?(?:は|も)?\s*(?:なし|無し?|ありません|ございません)(?:です)?[。.]*$|^[-ー―~・.。\s]*$/;

const month = '(?:1[0-2]|0?[1-9])';
const date = `(?:翌年?)?(?:${month}月\\s?[0-3]?\\d日?|${month}/\\s?[0-3]?\\d)(?:午後|午前)?`;
export const dates = `${date}(?:\\s?(?:~|-|から|より)\\s?(?:${date}|[0-3]?\\d日?))?(?:まで)?`;
export const season =
  '(?:特別)?(?:年末年始|年末|年始|お?正月三が日|お?正月|元旦|元日|三が日|お?盆|ゴールデンウイーク|ゴールデンウィーク|GW|夏季|夏期|冬季|冬期)(?:等|など)?(?:の?(?:休暇|休業|休み|休日|休診|期間))*|特別休業期間|創立記念日|開院記念日';
export const dateItem = new RegExp(
  `^(?:${dates}|${season})(?:\\s?\\((?:${dates}|${season}|[0-3]?\\d日|[、,・\\s:]|休業|休み)*\\))?[:]?`,
  'i',
);
export const startsWithDate = new RegExp(
  `^(?:但し|ただし|なお|尚|また|その他)?[、,・*]*(?:${dates}|${season})`,
  'i',
);

export const runItem = new RegExp(`^(?:毎週の?)?(${dayRun})`);
export const half = /^(?:の|は|:)*(?:午前|午後)中?(?:の?み)?(?=$|[、,・/と]|は?休|が休|の休|及び)/;
export const separator = /^(?:[、,・/]|と|及び|および|並びに|ならびに|の他[、,]?|又は)+/;

export const closes =
  /^(?:は|が|も|を|の|:)*(?:すべて|全て|全日|終日|毎週)?(?:(?:お|定)?休(?:み|診日?|業日?|館日?|日)?|閉館|除く|除き(?:ます)?|除いて|除外)(?:に?(?:です|と?なります|とする|とします|します|いたします|致します|しています|しております|とさせて(?:頂き|いただき)ます|とさせて(?:頂いて|いただいて)おります|をいただいております|を頂いております|になります))?[)。、]*$/;
export const opens =
  /^(?:は|も|:)*(?:通常(?:通り|どおり)?|平常(?:通り|どおり)?)?(?:営業|診療|開館|開所)(?:日|です|します|いたします|しています|しております|させていただいております)?[)。]*$/;
export const hasSeason =
  /^(?:休み|休暇|休業|休日|休)?(?:が|は)?(?:あり|有り?|ある|ございます|あります)[。]*$/;
/** What may follow a day when only the times of that day are spoken of. */
export const timesOnly =
  /^(?:[\d:~\-/、,・\s＝=()]|は|の|が|も|だけ|のみ|午前|午後|中|診察|診療|営業|受付|夜間|まで|迄|から|より|時|分|半|終了|開始)*$/;
/** Said of dates, it takes nothing out of the year: 年末年始も診療. */
export const opensOnDates =
  /(?:営業|診療|診察|開館|開所)(?![日時]|(?:は|を)?(?:お?休|なし|しな|しませ|行いませ|いたしませ|致しませ|ありませ))|実施|対応/;
/** 「手術日（火曜午後）は外来休診」 is 「火曜午後休診」. */
export const dayOfOtherWork =
  /(?:手術|検査|往診|訪問診療|健診|検診|学校医)日?\(([^()]*)\)(?:は|の?ため|につき)?(?:外来)?(?:は|が)?(休診|お?休み)/g;
export const headOfClosed = /^(?:定休日?|休診日?|休業日?|休館日?|お?休み)(?:は|:)*/;
export const prefix = /^(?:[※*・○●◎＊]|但し|ただし|なお|尚|また|外来:|診療日?:|[、,])+/;

/** Hours of other work than consultations: 予防接種は14時から（予約制）. */
export const otherWork =
  /^(?:(?:予防|ワクチン)接種|ワクチン|(?:乳幼児|乳児|特定)?健診|健康診断|健康診査|各種検診|検診|人間ドック|検査|手術)(?:は|:)/;
/** 「冬期（12月～3月）は木曜のみ」 */
export const onlyInSeason = new RegExp(
  `^(?:${season}|${month}月(?:~|-|から)${month}月(?:まで)?)(?:\\([^()]{0,20}\\))?(?:の間|期間)?は(${dayRun})(?:のみ|だけ)(?:の?(?:診療|営業))?$`,
);
/** Says nothing about the hours of the week, whatever words it is made of. */
export const harmless = [
  /^(?:詳細|詳しく|くわしく)(?:は|については)?(?:当院|病院)?(?:の)?(?:ホームページ|HP|ウェブサイト).{0,12}$/i,
  /^臨時(?:休診|休業)(?:の場合)?(?:が)?(?:あり|有り?|あります)$/,
  /^(?:.{0,8})ご?予約(?:下さい|ください)$/,
  /^お間違いの?無?な?いようにお願い(?:いたし|致し|し)ます$/,
  /^(?:但し|ただし)?救急(?:外来|診療|患者)?(?:は|を)除く$/,
  // When the desk stops taking patients says nothing against the hours that are stated.
  /^(?:外来|最終)?受付(?:時間)?(?:は|:)?(?:診療|診察|営業|終了|閉館)?(?:時間)?の?(?:終了)?の?(?:\d{1,2}(?::\d{2}|時(?:\d{1,2}分|半)?)|\d{1,2}分前|\d時間前)(?:まで|迄)(?:です|となります|となっています)?$/,
  /^(?:大?雪|雨|悪天候|荒天)の(?:日|とき|時|場合)は(?:電話で|お電話で)?(?:ご?確認|お?問い?合わ?せ)(?:して)?(?:ください|下さい)$/,
  otherWork,
];
/** Closings nobody can put into a week: weather, alarms, epidemics. */
export const emergencies =
  /台風|天候|天災|大雨|大雪|降雪|積雪|豪雪|雪(?:で|の(?:日|とき|時|ため|場合))|通行止|道[がの](?:ふさが|塞が)|警報|注意報|災害|地震|感染症/;
export const mayOpenMore =
  /^(?!.*(?:休みます|お休み|休業となり|休診)).*(?:以外|時間外|休業日であっても).*(?:対応|相談|営業|提供|可能|実施)/;
/** Without any of these a text about a day does not say that it is open. */
export const mayOpen =
  /営業|診[療察]|開|対応|実施|受[付診け]|相談|提供|可|有|あり|やって|無休|除|以外|のみ|だけ|時|:\d|午前|午後|第|週|回|予約/;
export const aboutDays = /休|曜|隔週|除|以外|臨時|閉|祝|開放|年末|お盆|月1回|不定期/;
export const aboutTimes =
  /診|受付|予約制|要予約|要事前|完全予約|予約のみ|時|午前|午後|夜|昼|外来|営業|開館|延長|\d:\d/;

const sure =
  '(?:祝祭日|祝日|祭日|平日|毎日|土日祝?|[月火水木金土日](?:[・、,]?[月火水木金土日])*曜日?|祝(?![い儀]))';
const short =
  '(?<!\\p{Script=Han})(?<!\\d(?=[月日]))(?:[月火水木金土日](?:[~・、,-]?[月火水木金土日])+|[月火水木金土日](?=$|[は:、・,/)~午休-]|のみ)|[火水木金土](?=[をに]))';
const anyNamed = new RegExp(`${sure}|${short}`, 'gu');
const namedRange = new RegExp(`(?:${sure}|${short})(?:~|-|から|より)(?:${sure}|[月火水木金土日])`, 'gu');

/** Weekdays named anywhere in running text; 月1回, 手術日 and 12月29日 name none. */
export function namedDays(text: string): Weekday[] {
  const plain = text.replace(new RegExp(dates, 'g'), ' ');
  const ranges = [...plain.matchAll(namedRange)].flatMap(([found]) => daysOfRun(found));
  const single = [...plain.matchAll(anyNamed)].flatMap(([found]) =>
    found.split(/[・、,]/).flatMap(part => daysOfRun(part)),
  );
  return inWeekOrder([...ranges, ...single]);
}
