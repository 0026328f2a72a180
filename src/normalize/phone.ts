import type { CellRead, Finding } from '../issues/issue.ts';
import type { Phone } from '../model/facility.ts';
import { cleanCell, dashCharacters, isTooLong, nothing, repaired, statesNone } from './text.ts';

const dash = new RegExp(`[${dashCharacters}~\u301C]`, 'g');
const separator = /\s*(?:又は|または|もしくは|或いは|および|及び|[/／、，,;；・\n①-⑳])\s*/;
const extension = /[(\s]*(?:内線|ext\.?)\s*[:.]?\s*(\d[\d-]*)\)?/i;
// Digits with what people put between them: hyphens, brackets, spaces and slips of the finger.
const number = /\+?[(]?\d[\d\-()\s.*^]*\d/;

/**
 * One cell of telephone numbers. Written hyphens stay where they were, `(0285)37-7111` and `0285 37 7111` get them,
 * numbers without any stay without: their place cannot be known. Digits are folded to half width and `+81` to `0`.
 * `A / B`, `又は` and commas separate; 内線 and words such as （代表） become `extension` and `label`.
 * Lengths: 10 digits, 11 for 0X0 mobile, IP and 0800 (総務省 電気通信番号計画). A number that nobody could dial is
 * not a value: it is reported, with the likely number when only the leading zero is lost.
 */
export function readPhone(text: string): CellRead<Phone[]> {
  const clean = cleanCell(text);
  if (clean === '') return nothing();
  if (statesNone(clean)) return nothing([{ code: 'stated-none' }]);
  if (isTooLong(clean)) return nothing([{ code: 'value-too-long' }]);
  if (/^\d(?:\.\d+)?e\+?\d{1,2}$/i.test(clean.normalize('NFKC')))
    return nothing([{ code: 'number-in-exponent-form' }]);
  const reads = clean
    .split(separator)
    .flatMap(splitAtSpaces)
    .filter(part => /[^\s。.]/.test(part))
    .map(readOne);
  const found = reads.flatMap(read => read.value ?? []);
  const phones = found.filter((phone, i) => found.findIndex(other => sameNumber(other, phone)) === i);
  const findings = reads.flatMap(read => read.findings);
  // A stray word beside a good number (「外来、受付専用：06-…」) is no second number.
  if (reads.length === 0) findings.push({ code: 'phone-not-a-number' });
  const numeric = findings.filter(found => found.code !== 'phone-not-a-number');
  const kept = phones.length > 0 || numeric.length > 0 ? numeric : findings.slice(0, 1);
  const shown = phones.map(formatPhone).join(' / ');
  const changed = phones.length > 0 && shown !== clean && kept.length === 0;
  return {
    value: phones.length > 0 ? phones : null,
    findings: changed ? [repaired('phone-repaired', shown)] : kept,
  };
}

/** FAX columns: the first number as text. */
export function readFax(text: string): CellRead<string> {
  const { value, findings } = readPhone(text);
  return { value: value?.[0]?.text ?? null, findings };
}

/** `tel:` and the digits alone. */
export function telHref(phone: Pick<Phone, 'digits'>): string {
  return `tel:${phone.digits}`;
}

/** One number as a line of text; reading it again gives the same phone. */
export function formatPhone(phone: Phone): string {
  const label = phone.label ? `（${phone.label}）` : '';
  return phone.text + (phone.extension ? ` 内線${phone.extension}` : '') + label;
}

function sameNumber(a: Phone, b: Phone): boolean {
  return a.digits === b.digits && a.extension === b.extension;
}

function splitAtSpaces(part: string): string[] {
  const pieces = part.split(/\s+/);
  const whole = pieces.filter(piece => isDiallable(digitsOf(piece)));
  return whole.length > 1 && whole.length === pieces.length ? pieces : [part];
}

function readOne(part: string): CellRead<Phone> {
  const folded = part.replace(/㈹/g, '(代表)').replace(dash, '-').normalize('NFKC').replace(dash, '-');
  const mistyped = letterForDigit(folded);
  if (mistyped) return nothing([mistyped]);
  const inside = extension.exec(folded);
  const rest = inside ? folded.replace(extension, ' ') : folded;
  const match = number.exec(rest);
  const short = /^#?\d{3,4}$/.exec(rest.trim());
  if (short && /^#\d{4}$|^1\d\d$/.test(rest.trim())) return phone(rest.trim(), rest.trim(), null, null);
  if (!match) return nothing([{ code: 'phone-not-a-number' }]);
  const domestic = match[0].replace(/^\+?\(?\+?81[-\s)]*(?:\(0\)|0(?=\d-))?(?=\d)/, digits =>
    /\+/.test(digits) ? '0' : digits,
  );
  const digits = digitsOf(domestic);
  const fault = faultOf(digits, domestic.startsWith('+'));
  if (fault) return nothing([fault]);
  return phone(hyphenate(domestic), digits, inside?.[1] ?? null, labelOf(rest.replace(match[0], ' ')));
}

/** `O254-00-0004`: a letter that looks like a digit, where digits in its place make a number one can dial. */
function letterForDigit(folded: string): Finding | null {
  const looksLikeNumber = /^(?=[^oil]*[oil])(?=.*\d)[\doil()\s-]+$/i.test(folded);
  const suggestion = folded.replace(/o/gi, '0').replace(/[il]/gi, '1');
  if (!looksLikeNumber || !isDiallable(digitsOf(suggestion))) return null;
  return { code: 'phone-letter-for-digit', detail: { suggestion } };
}

function phone(text: string, digits: string, ext: string | null, label: string | null): CellRead<Phone> {
  return { value: { text, digits, extension: ext, label }, findings: [] };
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

function isDiallable(digits: string): boolean {
  return digits.length === (/^0[5-9]0/.test(digits) ? 11 : 10) && digits.startsWith('0');
}

function faultOf(digits: string, abroad: boolean): Finding | null {
  if (isDiallable(digits)) return null;
  if (!abroad && /^[1-9]/.test(digits) && isDiallable(`0${digits}`)) {
    return { code: 'phone-lost-zero', detail: { suggestion: `0${digits}` } };
  }
  if (!abroad && !digits.startsWith('0')) return { code: 'phone-no-leading-zero' };
  return { code: 'phone-wrong-length', detail: { digits: String(digits.length) } };
}

function hyphenate(written: string): string {
  return written
    .replace(/[.*^]/g, '')
    .replace(/[()\s-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function labelOf(around: string): string | null {
  const label = around
    .replace(/[()[\]{}【】「」〔〕:.*^-]/g, ' ')
    .replace(/\b(?:tel|phone|fax)\b|電話番号|電話|℡/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (label === '代') return '代表';
  return label === '' || /^[\d\s]+$/.test(label) ? null : label;
}
