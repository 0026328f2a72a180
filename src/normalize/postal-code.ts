import type { CellRead } from '../issues/issue.ts';
import { compactAscii, dashCharacters, nothing, repaired, statesNone } from './text.ts';

const dash = new RegExp(`[${dashCharacters}]`, 'g');

/** A postal code as 7 digits without hyphen (GIF DS-443). `〒` and a hyphen are taken off; six digits lost their zero. */
export function readPostalCode(text: string): CellRead<string> {
  const typed = compactAscii(text);
  if (typed === '') return nothing();
  if (statesNone(typed)) return nothing([{ code: 'stated-none' }]);
  const digits = typed.replace(/^〒/, '').replace(dash, '');
  if (/^\d{7}$/.test(digits)) return { value: digits, findings: [] };
  // 0XX-XXXX are Hokkaido and Tohoku; no code of six digits exists.
  if (/^[1-9]\d{5}$/.test(digits))
    return { value: `0${digits}`, findings: [repaired('postal-code-lost-zero', `0${digits}`)] };
  return nothing([{ code: 'postal-code-unreadable' }]);
}

/** `8200001` → `820-0001`. */
export function formatPostalCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}
