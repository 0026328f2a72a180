import type { CellRead, Finding } from '../issues/issue.ts';

/** Characters typed as a hyphen in addresses, phones and ranges; `ー` is among them, so fold only where digits say so. */
export const dashCharacters =
  '\\-\uFF0D\uFE63\u2212\u2010\u2043\u2011\u2012\u2013\u2014\uFE58\u2015\u23AF\u23E4\u30FC\uFF70\u2500\u2501\u207B\u208B';

// C0 and C1 controls but not newline; zero-width, byte-order and bidirectional marks, which can make a text show
// as something else; halves of surrogate pairs, which no encoding can write. Joiners stay: emoji need them.
const invisible = /(?!\n)\p{Cc}|\p{Cs}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * What every reader does first: line ends become `\n`, tabs a space, the literal `（改行）` of the ministry's files
 * a newline; what cannot be seen is dropped and the ends are trimmed (full-width spaces too). Nothing else: the
 * text is shown as its author typed it, never in NFKC, which would turn ① into 1 and ㈱ into (株).
 */
export function cleanCell(text: string): string {
  if (/^[!-~\u3041-\u30FF\u4E00-\u9FFF]*$/.test(text) && !text.includes('改行')) return text;
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(invisible, '')
    .replace(/[（(]改行[）)]/g, '\n')
    .trim();
}

/** Full-width ASCII and the full-width space to their half-width forms; nothing else changes. */
export function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, c =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

// The radicals supplement has no compatibility mapping of its own. Source: Unicode EquivalentUnifiedIdeograph.txt.
const radicals: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻑': '長',
  '⻘': '青',
  '⻝': '食',
  '⻤': '鬼',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻭': '歯',
  '⻯': '竜',
  '⻲': '亀',
  '⻳': '亀',
};

/** Radicals that look like a kanji (`⼤` for 大, `⻘` for 青), as copying from a PDF leaves them, become the kanji. */
export function foldRadicals(text: string): string {
  if (!/[\u2E80-\u2FD5]/.test(text)) return text;
  return text.replace(/[\u2E80-\u2FD5]/g, c => radicals[c] ?? c.normalize('NFKC'));
}

/** The plain ASCII form of a number column: width folded, without spaces. */
export function compactAscii(text: string): string {
  return foldWidth(cleanCell(text)).replace(/\s+/g, '');
}

/** A finding that says what a reader made of a cell by itself. */
export function repaired(code: Finding['code'], to: string): Finding {
  return { code, detail: { to } };
}

/** A cell with nothing in it: no value and nothing to say. */
export function nothing<T>(findings: Finding[] = []): CellRead<T> {
  return { value: null, findings };
}

const none =
  /^(?:(?:特に|とくに)?(?:なし|ナシ|無し|無|ない)|該当なし|該当無し|不明|未定|未設定|未記入|非公開|非公表|n\/?a|none|null|nil|[\s・.*\-\u2010-\u2015\u2212\u30FC\u2500\u2501\uFF0D\uFF70]+)[。.]?$/i;

/** Does the cell say in words or by a dash that there is no value (`なし`, `不明`, `－`)? */
export function statesNone(text: string): boolean {
  return none.test(foldWidth(text).trim());
}

/** The lines of a cleaned text side by side, one space between them. */
export function oneLine(clean: string): string {
  if (!clean.includes('\n')) return clean;
  const lines = clean.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '').join(' ');
}

/** Longer than any address, number or link that a person types: the cell belongs to another column. */
export function isTooLong(text: string): boolean {
  return text.length > 1000;
}

/** Free text: kept whole, newlines included. Markup stays text; what a spreadsheet would run is pointed out. */
export function readText(text: string): CellRead<string> {
  const value = cleanCell(text);
  if (value === '') return nothing();
  // A remark may well begin with a dash or plus sign; only what continues like a formula is pointed out.
  const risky = /^[=＝@＠]|^[+＋\-－][A-Za-z0-9(]*[(!|]/.test(value);
  return { value, findings: textFindings(value, risky) };
}

/** A name on one line: a newline inside becomes a space. The full text is kept, whatever its length. */
export function readName(text: string): CellRead<string> {
  const clean = cleanCell(text);
  if (clean === '') return nothing();
  const value = oneLine(clean);
  const findings = textFindings(value, /^[=＝+＋\-－@＠]/.test(value));
  if (value !== clean) findings.push(repaired('newline-in-name', value));
  return { value, findings };
}

function textFindings(value: string, formulaLike: boolean): Finding[] {
  const findings: Finding[] = [];
  if (formulaLike) findings.push({ code: 'formula-like' });
  if (value.includes('\uFFFD')) findings.push({ code: 'lost-character' });
  return findings;
}
