import { escapeFormula } from '../normalize/formula-safe.ts';

/**
 * A sheet for Excel: UTF-8 with BOM, CRLF, quoted where needed, and no cell that Excel would take for a formula.
 * `safe`: how a cell is made harmless.
 */
export function csvText(
  header: readonly string[],
  lines: readonly (readonly string[])[],
  safe: (text: string) => string = escapeFormula,
): string {
  const rows = [header, ...lines].map(line => line.map(text => quoted(safe(text))).join(','));
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
