import type { CellRead, Finding } from '../issues/issue.ts';
import type { Address } from '../model/facility.ts';
import { prefectures } from './codes.ts';
import { placeKey } from './place-key.ts';
import { readPostalCode } from './postal-code.ts';
import {
  cleanCell,
  dashCharacters,
  foldRadicals,
  isTooLong,
  nothing,
  oneLine,
  repaired,
  statesNone,
} from './text.ts';

export interface AddressParts {
  /** The address as one line (住所, 所在地_連結表記). Default: the parts joined. */
  text?: string | null;
  prefecture?: string | null;
  /** May begin with the prefecture, and 郡 may be absent. */
  municipality?: string | null;
  /** 町字. */
  town?: string | null;
  /** 番地以下. */
  rest?: string | null;
  /** 方書. */
  building?: string | null;
  /** As `readMunicipalityCode` gave it. */
  municipalityCode?: string | null;
  /** As `readPostalCode` gave it. */
  postalCode?: string | null;
}

const names = [...prefectures.values()].join('|');
const atPrefecture = new RegExp(`^(?:${names})`);
const dashBetweenDigits = new RegExp(`(?<=\\d)[${dashCharacters}](?=\\d)`, 'g');
const postalPrefix = /^〒?\s*(\d{3})[-－‐−ー]?(\d{4})(?=\D)\s*/;

/**
 * One address of one row: a single line that begins with prefecture and municipality, put before it where the row
 * names them and the line leaves them out, whole or in part. Digits are shown in half width and every dash between
 * two digits as `-` (GIF DS-442), spaces before
 * the block number go; all else, `ー` in building names above all, stays as typed. A 方書 that the line
 * already holds is not kept twice. `municipality` comes out without 郡, so that all spellings group alike; where the
 * row does not name it, it is taken from the line if that is plain. Silent about the codes: they have own readers.
 */
export function readAddress(parts: AddressParts): CellRead<Address> {
  const row = rowPlace(parts);
  const typed = cellText(parts.text) || cellText(parts.town) + cellText(parts.rest);
  if (isTooLong(typed)) return nothing([{ code: 'value-too-long' }]);
  const { line, postalCode } = splitPostalCode(tidyLine(typed));
  if (line === '') return nothing();

  const inLine = atPrefecture.exec(line)?.[0] ?? null;
  const prefecture = inLine ?? row.prefecture;
  const body = withoutPrefecture(line, inLine);
  const elsewhere = inLine !== null && row.prefecture !== null && inLine !== row.prefecture;
  const completed = elsewhere ? body : completeMunicipality(body, row.municipality);
  const text = (prefecture ?? '') + (completed ?? body);
  const findings: Finding[] = [];
  if (elsewhere)
    findings.push({ code: 'address-other-prefecture', detail: { expected: row.prefecture ?? '' } });
  if (completed === null)
    findings.push({ code: 'address-other-municipality', detail: { expected: row.municipality } });
  const slipped = foldRadicals(typed) !== typed || postalCode !== null || (inLine ?? '') + body !== line;
  if (slipped) findings.push(repaired('address-repaired', text));
  return {
    value: {
      text,
      municipalityCode: parts.municipalityCode ?? null,
      prefecture,
      municipality: withoutCounty(row.municipality || municipalityIn(body, inLine)) || null,
      building: remainingBuilding(text, cellText(parts.building)),
      postalCode: parts.postalCode ?? postalCode,
    },
    findings,
  };
}

/** Prefecture and municipality as the row's own columns or its code name them. */
function rowPlace(parts: AddressParts): { prefecture: string | null; municipality: string } {
  const cell = cellText(parts.municipality);
  const leading = atPrefecture.exec(cell)?.[0] ?? '';
  const ofCode = prefectures.get((parts.municipalityCode ?? '').slice(0, 2));
  return {
    prefecture: cellText(parts.prefecture) || leading || ofCode || null,
    municipality: cell.slice(leading.length).trim(),
  };
}

function cellText(text: string | null | undefined): string {
  const clean = oneLine(cleanCell(text ?? ''));
  return statesNone(clean) ? '' : clean;
}

function tidyLine(typed: string): string {
  return foldRadicals(typed)
    .replace(/[０-９]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/^\D*?\s\D*(?=\d)/, beforeBlock => beforeBlock.replace(/(?<=[^!-~\s])\s+(?=[^!-~\s]|$)/g, ''))
    .replace(dashBetweenDigits, '-');
}

function splitPostalCode(typed: string): { line: string; postalCode: string | null } {
  const match = postalPrefix.exec(typed);
  if (!match) return { line: typed, postalCode: null };
  return { line: typed.slice(match[0].length), postalCode: readPostalCode(match[0]).value };
}

// Some lines name the prefecture twice (福岡県福岡県福岡市).
function withoutPrefecture(line: string, prefecture: string | null): string {
  let body = line;
  while (prefecture && body.startsWith(prefecture)) body = body.slice(prefecture.length).trimStart();
  return body;
}

/** The line with what it lacks of the municipality's name put before it; null when it names another one. */
function completeMunicipality(body: string, municipality: string): string | null {
  if (municipality === '' || startsAlike(body, municipality)) return body;
  const town = withoutCounty(municipality);
  if (town !== municipality && startsAlike(body, town)) return municipality.slice(0, -town.length) + body;
  const county = /[町村]$/.test(town) ? /^[^\d\s]{1,5}?郡/.exec(body)?.[0] : null;
  if (county) return startsAlike(body.slice(county.length).trimStart(), town) ? body : null;
  const [, city, ward] = /^(.+?市)(.+区)$/.exec(municipality) ?? [];
  if (city && ward) return completeWard(body, city, ward);
  return ownCity.test(body) ? null : municipality + body;
}

function completeWard(body: string, city: string, ward: string): string | null {
  if (startsAlike(body, ward)) return city + body;
  if (!startsAlike(body, city)) return ownCity.test(body) ? null : city + ward + body;
  const rest = body.slice(city.length).trimStart();
  if (/^[^\d\s]{1,4}?区/.test(rest)) return startsAlike(rest, ward) ? body : null;
  return city + ward + rest;
}

/** `下都賀郡壬生町` → `壬生町`. 郡 inside a city's name (小郡市) stays. */
function withoutCounty(municipality: string): string {
  return municipality.replace(/^.{1,5}?郡(?=.+[町村]$)/, '');
}

// Another city's name, not a town's with 市 in it (四日市, 大字市, 上市瀬, 市場).
const ownCity =
  /^(?!大字|字|[^\d\s]{0,3}[一二三四五六七八九十廿]日市)[^\d\s市町村区]{2,5}市(?![場町村の之ノ])/;

function startsAlike(line: string, name: string): boolean {
  return placeKey(line.slice(0, name.length)) === placeKey(name);
}

const designated =
  '札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本';
const municipalityAtStart = new RegExp(
  `^(?:(?:${designated})市[^\\d\\s市]{1,4}?区|大和郡山市|蒲郡市|小郡市|(?:余市|高市|[^\\d\\s市]{1,4}?)郡` +
    '(?:玉村町|大町町|余市町|上市町|下市町|市貝町|市川町|市川三郷町|[^\\d\\s市]{1,5}?[町村])|' +
    '(?:四日市|廿日市|野々市|八日市場)市|[^\\d\\s]{1,6}?市)',
);

// A town without its 郡 is plain only behind the prefecture, and when no block number follows (本町1-2 is no town).
const townAtStart = /^[^\d\s市区]{1,5}?[町村](?=[^\d\s一二三四五六七八九十])/;

/** The municipality a line begins with, where its ending makes that plain; `''` when it does not. */
function municipalityIn(body: string, prefecture: string | null): string {
  const ward = prefecture === '東京都' ? /^[^\d\s市町村]{1,3}?区/.exec(body)?.[0] : null;
  if (ward) return ward;
  const found = municipalityAtStart.exec(body)?.[0] ?? '';
  if (prefecture === null) return /^.市/.test(found) ? '' : found;
  return found || (townAtStart.exec(body)?.[0] ?? '');
}

function remainingBuilding(line: string, building: string): string | null {
  if (building === '') return null;
  const whole = placeKey(line);
  const part = placeKey(building);
  if (part === '' || whole.endsWith(part)) return null;
  return part.length >= 3 && /\D{2}/.test(part) && whole.includes(part) ? null : building;
}

const kanjiDigits = '〇一二三四五六七八九';
const numberedBlock = /[一二三四五六七八九十]+(?=丁目|番地|番|号|条)/g;

function kanjiNumber(text: string): string {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (part: string | undefined, empty: number) => (part ? kanjiDigits.indexOf(part) : empty);
  return String((tens === '0' ? 0 : digit(tens, 1) * 10) + digit(ones, 0));
}

/**
 * An address for matching: prefecture, municipality, 大字 and 字, 丁目・番地・号, the building and every difference of
 * dash, width and kana class are gone: `霞が関二丁目1番2号` = `霞ケ関2-1-2`. Without prefecture and municipality
 * the key is no place by itself: compare it together with the municipality or a phone.
 */
export function addressKey(text: string, municipality?: string | null): string {
  const typed = cleanCell(text.slice(0, 1000))
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^〒?\d{3}-?\d{4}(?=\D)/, '');
  const prefecture = atPrefecture.exec(typed)?.[0] ?? null;
  const rest = withoutMunicipality(withoutPrefecture(typed, prefecture), prefecture, municipality ?? '');
  const numbered = rest
    .replace(/大字|(?<=\D)字(?=\D)|^字/g, '')
    .replace(numberedBlock, kanjiNumber)
    .replace(/(?<=\d)(?:丁目|番地の?|番|号)(?=の?\d|$|[^\d])/g, '-')
    .replace(new RegExp(`(?<=\\d)-?[${dashCharacters}のノ之](?=\\d)`, 'g'), '-');
  const block = /^.*?\d+(?:-+\d+)*(?![\d条線区町丁地])/.exec(numbered)?.[0] ?? numbered;
  return placeKey(block.replace(/-+/g, '-').replace(/-$/, ''));
}

function withoutMunicipality(body: string, prefecture: string | null, municipality: string): string {
  const bare = municipality.replace(atPrefecture, '');
  if (bare === '') return body.slice(municipalityIn(body, prefecture).length);
  const town = withoutCounty(bare);
  const noCounty = body.replace(/^[^\d]{1,4}?郡(?=[^\d]{1,6}[町村])/, '');
  if (startsAlike(body, bare)) return body.slice(bare.length);
  return startsAlike(noCounty, town) ? noCounty.slice(town.length) : body;
}
