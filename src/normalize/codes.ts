import type { CellRead, Finding } from '../issues/issue.ts';
import { compactAscii, dashCharacters, nothing, repaired, statesNone } from './text.ts';

const dash = new RegExp(`[${dashCharacters}]`, 'g');

/** Prefectures by their two digits (JIS X 0401). */
export const prefectures: ReadonlyMap<string, string> = new Map(
  (
    '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 ' +
    '石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 ' +
    '岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
  )
    .split(' ')
    .map((name, i) => [String(i + 1).padStart(2, '0'), name]),
);

const codesByName = new Map([...prefectures].map(([code, name]) => [name, code]));

/** `福岡県` → `40`; null when it is no prefecture's name. */
export function prefectureCode(name: string): string | null {
  return codesByName.get(name.trim()) ?? null;
}

/** What the rest of the row says, where it helps to decide which of two readings was meant. */
export interface CodeContext {
  /** Prefecture's name. */
  prefecture?: string | null;
}

/** Check digit of 全国地方公共団体コード over its first five digits (総務省; weights 6 5 4 3 2, modulo 11). */
export function checkDigitOfMunicipality(five: string): string {
  const sum = [...five].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0);
  return String((11 - (sum < 11 ? sum : sum % 11)) % 10);
}

/** Two digits of prefecture and three of municipality, as 医療情報ネット writes them, to the six-digit code. */
export function joinMunicipalityCode(prefecture: string, municipality: string): string | null {
  const five = compactAscii(prefecture).padStart(2, '0') + compactAscii(municipality).padStart(3, '0');
  return isMunicipality(five) ? five + checkDigitOfMunicipality(five) : null;
}

// The last three digits are 000 for the prefecture itself and 100 or more for wards, cities, towns and villages.
function isMunicipality(five: string): boolean {
  return /^\d{2}(?:000|[1-9]\d\d)$/.test(five) && prefectures.has(five.slice(0, 2));
}

/**
 * 全国地方公共団体コード in six digits. A code that came without its check digit gets it, one whose leading zero a
 * spreadsheet ate gets that; five digits can be either, and are read only when one of the two makes a possible code
 * or the row's prefecture decides. Does not check that the municipality exists (codes change with mergers).
 */
export function readMunicipalityCode(text: string, context: CodeContext = {}): CellRead<string> {
  const code = compactAscii(text).replace(dash, '');
  if (isBlank(text)) return nothing();
  if (statesNone(text)) return nothing([{ code: 'stated-none' }]);
  if (/^\d{6}$/.test(code)) return readSixDigits(code);
  if (!/^\d{4,5}$/.test(code)) return nothing([damaged(code) ?? { code: 'municipality-code-unreadable' }]);
  const padded = code.padStart(5, '0');
  const complete = isMunicipality(padded) ? padded + checkDigitOfMunicipality(padded) : null;
  const restored = code.length === 5 && readSixDigits(`0${code}`).value;
  const wanted = context.prefecture ? prefectureCode(context.prefecture) : null;
  const options = [restored, complete].filter(option => option !== false && option !== null);
  const fitting = wanted ? options.filter(option => option.startsWith(wanted)) : options;
  const [value] = fitting;
  if (value && fitting.length === 1) {
    const lostZero = value === restored || code.length === 4;
    return {
      value,
      findings: [
        repaired(lostZero ? 'municipality-code-lost-zero' : 'municipality-code-without-check-digit', value),
      ],
    };
  }
  if (options.length > 1)
    return nothing([{ code: 'municipality-code-ambiguous', detail: { options: options.join('・') } }]);
  return nothing([{ code: 'municipality-code-unreadable' }]);
}

function readSixDigits(code: string): CellRead<string> {
  const expected = code.slice(0, 5) + checkDigitOfMunicipality(code.slice(0, 5));
  if (code === expected && isMunicipality(code.slice(0, 5))) return { value: code, findings: [] };
  return nothing([{ code: 'municipality-code-check-digit', detail: { expected } }]);
}

/**
 * 法人番号, 13 digits. A wrong check digit is only pointed out: official files hold such numbers. The `T` of an
 * invoice number is taken off.
 */
export function readCorporateNumber(text: string): CellRead<string> {
  const typed = compactAscii(text).replace(dash, '');
  if (isBlank(text) || /^0+$/.test(typed)) return nothing();
  if (statesNone(text)) return nothing([{ code: 'stated-none' }]);
  const value = typed.replace(/^T(?=\d)/i, '');
  if (!/^\d{13}$/.test(value))
    return nothing([damaged(typed) ?? lengthFault('corporate-number-wrong-length', value)]);
  const findings: Finding[] = value === text.trim() ? [] : [repaired('code-repaired', value)];
  if (value.charAt(0) !== checkDigitOfCorporation(value.slice(1)))
    findings.push({ code: 'corporate-number-check-digit' });
  return { value, findings };
}

/** Check digit of 法人番号 over its last twelve digits (法人番号の指定等に関する省令: 9 − Σ Pn·Qn mod 9). */
export function checkDigitOfCorporation(twelve: string): string {
  const sum = [...twelve].reduceRight((total, digit, i) => total + Number(digit) * (i % 2 === 1 ? 1 : 2), 0);
  return String(9 - (sum % 9));
}

interface FixedCode {
  name: string;
  length: number;
  pattern: RegExp;
}
const office: FixedCode = { name: '事業所番号', length: 10, pattern: /^\d{2}[0-9A-Z]\d{7}$/ };
const medical: FixedCode = { name: '医療機関コード', length: 10, pattern: /^\d{10}$/ };

/** 介護 事業所番号: ten characters, of which the third may be a letter. */
export function readOfficeNumber(text: string, context: CodeContext = {}): CellRead<string> {
  return readFixed(text, office, context);
}

/** 医療機関コード: prefecture 2 + 点数表 1 + 7 digits. */
export function readMedicalCode(text: string, context: CodeContext = {}): CellRead<string> {
  return readFixed(text, medical, context);
}

/**
 * 医療情報ネット ID: prefecture 2 + 機関区分 1 + the prefecture's own number, 10 digits in most of them, but 2 to 9,
 * some with letters, in nine (editions 2025-12). So a lost zero shows only by prefecture and 機関区分; where both
 * readings are possible the row's prefecture decides. Case is kept.
 */
export function readNaviiId(text: string, context: CodeContext = {}): CellRead<string> {
  const typed = compactAscii(text).replace(dash, '');
  if (isBlank(text)) return nothing();
  if (statesNone(text)) return nothing([{ code: 'stated-none' }]);
  const detail = { name: 'ナビイID', length: '13' };
  const wanted = context.prefecture ? prefectureCode(context.prefecture) : null;
  const options = [typed, /^\d+$/.test(typed) ? `0${typed}` : ''].filter(isNaviiId);
  const fitting = wanted ? options.filter(option => option.startsWith(wanted)) : options;
  const [value = options[0]] = fitting;
  if (value === undefined) {
    return nothing([
      damaged(typed) ?? { code: 'code-unreadable', detail: { ...detail, found: String(typed.length) } },
    ]);
  }
  if (fitting.length > 1)
    return nothing([{ code: 'code-lost-zero', detail: { ...detail, suggestion: `0${typed}` } }]);
  if (value === text.trim()) return { value, findings: [] };
  return { value, findings: [repaired(value === typed ? 'code-repaired' : 'code-zero-restored', value)] };
}

function isNaviiId(code: string): boolean {
  return /^\d{2}[1-5][0-9A-Za-z]{2,10}$/.test(code) && prefectures.has(code.slice(0, 2));
}

function readFixed(text: string, kind: FixedCode, context: CodeContext): CellRead<string> {
  const typed = compactAscii(text).replace(dash, '').toUpperCase();
  if (isBlank(text)) return nothing();
  if (statesNone(text)) return nothing([{ code: 'stated-none' }]);
  const detail = { name: kind.name, length: String(kind.length) };
  if (isCode(typed, kind)) {
    const asTyped = typed === text.trim();
    return { value: typed, findings: asTyped ? [] : [repaired('code-repaired', typed)] };
  }
  const whole = `0${typed}`;
  if (!isCode(whole, kind)) {
    return nothing([
      damaged(typed) ?? { code: 'code-unreadable', detail: { ...detail, found: String(typed.length) } },
    ]);
  }
  if (!lostItsZero(typed, context))
    return nothing([{ code: 'code-lost-zero', detail: { ...detail, suggestion: whole } }]);
  return { value: whole, findings: [repaired('code-zero-restored', whole)] };
}

function isCode(code: string, kind: FixedCode): boolean {
  return code.length === kind.length && kind.pattern.test(code) && prefectures.has(code.slice(0, 2));
}

// One digit short can also be a digit forgotten elsewhere: then the first two still name a prefecture.
function lostItsZero(typed: string, context: CodeContext): boolean {
  const wanted = context.prefecture ? prefectureCode(context.prefecture) : null;
  if (wanted) return `0${typed}`.startsWith(wanted);
  return !prefectures.has(typed.slice(0, 2));
}

function isBlank(text: string): boolean {
  return compactAscii(text) === '';
}

function damaged(typed: string): Finding | null {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(typed) ? { code: 'number-in-exponent-form' } : null;
}

function lengthFault(code: Finding['code'], value: string): Finding {
  return { code, detail: { found: String(value.length) } };
}
