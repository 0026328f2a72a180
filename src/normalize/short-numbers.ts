/** A piece of a sentence; with digits it is a number to dial. */
export interface NumberPart {
  text: string;
  digits?: string;
}

/** 119, #7119 (救急安心センター) and #8000 (子ども医療電話相談) in a sentence. */
export function shortNumbers(text: string): NumberPart[] {
  const parts: NumberPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![\d#-])(?:119|#\d{4})(?![\d-])/g)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: match[0], digits: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A bare `#` would begin a fragment (RFC 3986). */
export function shortNumberHref(digits: string): string {
  return `tel:${digits.replace('#', '%23')}`;
}
