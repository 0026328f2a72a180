import { readCorporateNumber, readMunicipalityCode } from '../normalize/codes.ts';
import { readDate } from '../normalize/date.ts';
import { readMark } from '../normalize/mark.ts';
import { splitList } from '../normalize/split-list.ts';
import { cleanCell } from '../normalize/text.ts';
import { readDayCell } from '../normalize/time.ts';
import type { VocabularyLookup } from '../vocabulary/lookup.ts';
import { listingOf } from './listing-words.ts';
import { isPersonName } from './person-names.ts';

/** What the values of a column may look like. */
export const valueKinds = [
  'email',
  'url',
  'postalCode',
  'latitude',
  'longitude',
  'corporationNumber',
  'officeNumber',
  'municipalityCode',
  'phone',
  'digits',
  'date',
  'weekdays',
  'time',
  'hours',
  'mark',
  'type',
  'specialities',
  'capabilities',
  'insurance',
  'careLevels',
  'listing',
  'status',
  'consent',
  'prefecture',
  'municipality',
  'address',
  'street',
  'kana',
  'hiragana',
  'person',
  'corporation',
  'name',
  'area',
  'count',
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What was seen of one column. */
export interface Profile {
  filled: number;
  /** Different values, as typed, by how often they occur; the most frequent first. */
  words: ReadonlyMap<string, number>;
  /** Share of the filled cells that look so, 0–1. */
  share(kind: ValueKind): number;
  /** The sign between several answers in a cell, when there is one. */
  separator: string | null;
  /** Share of the filled cells that no other filled cell repeats. */
  distinct: number;
}

export interface ValueContext {
  lookup: VocabularyLookup;
  /** Is this word an area of the region? */
  isArea(text: string): boolean;
}

const facilityWord =
  /病院|医院|クリニック|診療所|歯科|薬局|ステーション|センター|事業所|施設|ホーム|苑|園|荘|の里|の家|デイ|ケアプラン|サロン|訪問|訪看|ドラッグ|介護|支援|居宅|ヘルパー|看護|リハ|老健|特養|助産/;
const corporationWord =
  /法人|株式会社|有限会社|合同会社|合資会社|生活協同組合|農業協同組合|協議会$|組合$|^[^\s]{1,6}[市町村県]$|㈱|㈲|[(（](株|有|医|福|社)[)）]/;
const prefecture = /^(北海道|東京都|京都府|大阪府|.{2,3}県)$/;
const insurance = /^(医療保険|介護保険|自費|公費|生活保護|労災|自立支援|健康保険|国民健康保険|後期高齢)/;
const careLevel = /^(自立|事業対象者|要支援[1-2]?|要介護[1-5]?)([~～〜\-・].*)?$/;
const status =
  /^(営業中?|開設|開業|開所|開院|開局|稼働中?|運営中|廃止|休止中?|閉院|閉所|閉局|閉鎖|廃業|休業中?|移転|準備中|再開)/;
const consent =
  /^(同意|掲載|公開)?(する|しない|しません|します|可|不可|してよい|希望(する|しない)?|あり|なし)$/;
const time = /^(([01]?\d|2[0-4])[:：時]([0-5]\d)?分?|0\.\d+)$/;
const phone = /^[(]?0\d{1,4}[)-]\d{1,4}[)-]?\d{3,4}(?!\d)/;
const bareNumber = /^0\d{9,10}$/;

const looks: Readonly<Record<ValueKind, (text: string, context: ValueContext) => boolean>> = {
  email: text => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text),
  url: text => /^(https?:\/\/|www\.)\S+$/i.test(text),
  postalCode: text => /^〒?\s?\d{3}-\d{4}$/.test(text) || /^〒\s?\d{7}$/.test(text),
  latitude: text => isBetween(text, 20, 46.5),
  longitude: text => isBetween(text, 122, 154.5),
  corporationNumber: text => /^\d{13}$/.test(text) && readCorporateNumber(text).findings.length === 0,
  officeNumber: text => /^(0[1-9]|[1-3]\d|4[0-7])[0-9A-Z]\d{7}$/.test(text),
  municipalityCode: text =>
    /^\d{5,6}$/.test(text) && readMunicipalityCode(text, { prefecture: null }).value !== null,
  phone: text => phone.test(text),
  digits: text => bareNumber.test(text),
  date: text => /[年/.\-月]|^\d{8}$/.test(text) && !phone.test(text) && readDate(text).value !== null,
  weekdays: text =>
    /^(毎週|平日|毎日|[月火水木金土日祝](曜日?)?|[・、,，;；|~～〜\-ー\s]|から|第[1-5１-５])+$/.test(text) &&
    /[月火水木金土日祝平毎]/.test(text),
  time: text => time.test(text),
  hours: text => /\d/.test(text) && !time.test(text) && !phone.test(text) && isHours(text),
  mark: text => text.length < 30 && readMark(text).value !== null,
  type: (text, { lookup }) => splitList(text).every(part => lookup.typesNamed(part).length > 0),
  specialities: (text, { lookup }) =>
    mostOf(
      splitList(text).flatMap(part => part.split('・')),
      part => lookup.findSpeciality(bare(part)) !== null,
    ),
  capabilities: (text, { lookup }) =>
    mostOf(splitList(text), part => lookup.findCapability(bare(part)) !== null),
  insurance: text => mostOf(splitList(text), part => insurance.test(part)),
  careLevels: text => mostOf(splitList(text), part => careLevel.test(part)),
  listing: text => listingOf(text) !== null && !/^[×○〇可]$/.test(text),
  status: text => status.test(text),
  consent: text => consent.test(text),
  prefecture: text => prefecture.test(text),
  municipality: text => /^[^\s\d]{1,6}[市区町村]$/u.test(text) && !/[、。]/.test(text),
  address: text =>
    /[都道府県市区町村郡]/.test(text) &&
    /[\d一二三四五六七八九十]|番地|丁目|字/.test(text) &&
    !/[時:]/.test(text),
  street: text => /\d+-\d+|\d+番|番地|丁目|^[^\d\s]{2,8}\d{1,4}$/.test(text) && !phone.test(text),
  kana: text => /^[ァ-ヶー・\s()「」0-9A-Z&-]+$/.test(text) && /[ァ-ヶ]{2}/.test(text),
  hiragana: text => /^[ぁ-んー・\s()「」0-9A-Z&-]+$/.test(text) && /[ぁ-ん]{2}/.test(text),
  person: text => isPersonName(text),
  corporation: text =>
    corporationWord.test(text) &&
    !/(病院|医院|クリニック|診療所|薬局|ステーション|センター|事業所)$/.test(text),
  name: text => facilityWord.test(text) && text.length < 40 && !/[。]/.test(text),
  area: (text, { isArea }) =>
    mostOf(
      splitList(text),
      part => isArea(part) || /^(全域|市内全域|圏域全域|半径\d)|[市区町村郡]$|地区|一部$/.test(part),
    ),
  count: text => /^\d{1,4}(人|名|床|台|室)?$/.test(text),
};

function bare(part: string): string {
  return part.replace(/[(（:：].*$/, '');
}

function mostOf(parts: readonly string[], fits: (part: string) => boolean): boolean {
  return parts.length > 0 && parts.filter(fits).length * 2 >= parts.length;
}

function isBetween(text: string, from: number, to: number): boolean {
  // 0.0 is "no position" in official lists.
  return text === '0.0' || (/^\d{2,3}\.\d{2,}$/.test(text) && Number(text) >= from && Number(text) <= to);
}

function isHours(text: string): boolean {
  return readDayCell(text).value !== null || /\d{1,2}\s*[:時]\s*\d{0,2}.*[~-].*\d{1,2}/.test(text);
}

const separators = ['|', ';', '\n', '、', ',', '/', '・'];

/** Looks at the values of one column. */
export function profileOf(cells: readonly string[], context: ValueContext): Profile {
  const texts = cells.map(cell => plain(cell)).filter(text => text !== '');
  const words = new Map<string, number>();
  for (const text of texts) words.set(text, (words.get(text) ?? 0) + 1);
  const sorted = new Map([...words].sort(([, a], [, b]) => b - a));
  const shares = new Map<ValueKind, number>();
  const share = (kind: ValueKind): number => {
    const known = shares.get(kind);
    if (known !== undefined) return known;
    let count = 0;
    for (const [word, times] of sorted) if (looks[kind](word, context)) count += times;
    const value = texts.length === 0 ? 0 : count / texts.length;
    shares.set(kind, value);
    return value;
  };
  const separator =
    separators.find(sign => texts.filter(text => text.includes(sign)).length * 10 >= texts.length) ?? null;
  const single = [...words.values()].filter(times => times === 1).length;
  return {
    filled: texts.length,
    words: sorted,
    share,
    separator,
    distinct: single / Math.max(1, texts.length),
  };
}

/** Width folded and one kind of dash, so that look-alikes count the same; － and 〃 say nothing. */
function plain(cell: string): string {
  const text = cleanCell(cell)
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ｰ]/g, '-')
    .trim();
  return /^[-〃]+$/.test(text) ? '' : text;
}
