/**
 * A cell that begins with one of these is run as a formula by spreadsheets (OWASP "CSV Injection", with the
 * full-width forms). Apostrophes before it are part of the pattern so that escaping can be undone exactly.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts one apostrophe before a cell that a spreadsheet would run. `unescapeFormula` gives back the same text. */
export function escapeFormula(cell: string): string {
  return risky.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe `escapeFormula` put there; every other text stays, also one that begins with `'`. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
}
