/**
 * A cell that begins with one of these is run as a formula by spreadsheets (OWASP "CSV Injection", with the
 * full-width forms). Apostrophes before it are part of the pattern so that escaping can be undone exactly.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts one apostrophe before a cell that a spreadsheet would run. `unescapeFormula` gives back the same text. */
export function escapeFormula(cell: string): string {
  return risky.test(cell) ? `'${cell}` : cell;
}

/** Takes away what `escapeFormula` or `keepAsTyped` put there; every other text stays, also one that begins with `'`. */
export function unescapeFormula(cell: string): string {
  if (cell.startsWith("'")) return risky.test(cell) ? cell.slice(1) : cell;
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/**
 * What Excel would change by opening and saving a CSV, judged on the half-width form: zeros in front, more than eleven
 * digits, `1E10`, `(1)`, and what looks like a date (`1-2`, `3/4`, `1月2日`, `R7.4.1`). Times of the day stay times.
 */
const altered =
  /^(?:0\d+|\d{12,}|\d+(?:\.\d+)?E[+-]?\d+|\(\d+\)|(?:\d{1,2}|(?:19|20)\d\d)[-/]\d{1,2}(?:[-/]\d{1,4})?|(?:(?:[MTSHR]|明治|大正|昭和|平成|令和)?\d{1,4}年)?\d{1,2}月(?:\d{1,2}日)?|[MTSHR]\d{1,2}[./-]\d{1,2}[./-]\d{1,2})$/i;

/** A cell that Excel shows and saves as it is typed: `0110115678` → `="0110115678"`. `unescapeFormula` gives back the text. */
export function keepAsTyped(cell: string): string {
  return altered.test(cell.normalize('NFKC').trim()) ? `="${cell}"` : escapeFormula(cell);
}
