import { escapeFormula } from '../normalize/formula-safe.ts';

/** A sheet for Excel: UTF-8 with BOM, CRLF, quoted where needed, and no cell that Excel would take for a formula. */
export function csvText(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const rows = [header, ...lines].map(line => line.map(cell).join(','));
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = escapeFormula(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
