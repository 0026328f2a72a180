/** What the codes of a PDF font mean (ISO 32000-1, 9.10.3 ToUnicode). */

export interface CodeTable {
  /** Bytes of one code. */
  width: number;
  texts: ReadonlyMap<number, string>;
}

/** A `ToUnicode` table. */
export function readTable(text: string): CodeTable {
  const texts = new Map<number, string>();
  const width = Math.max(1, (/begincodespacerange\s*<([0-9a-f]+)>/i.exec(text)?.[1]?.length ?? 4) / 2);
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f\s]+)>/gi))
      texts.set(Number.parseInt(code, 16), textOfHex(to));
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) readRanges(body, texts);
  return { width, texts };
}

function readRanges(body: string, texts: Map<number, string>): void {
  const ranges = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f\s]+)>|\[([^\]]*)\])/gi;
  for (const [, low = '', high = '', first, list] of body.matchAll(ranges)) {
    const from = Number.parseInt(low, 16);
    const count = Math.min(Number.parseInt(high, 16) - from + 1, 0x10000);
    const each = [...(list ?? '').matchAll(/<([0-9a-f\s]+)>/gi)].map(([, hex = '']) => textOfHex(hex));
    const start = textOfHex(first ?? '');
    for (let step = 0; step < count; step += 1)
      texts.set(from + step, list === undefined ? following(start, step) : (each[step] ?? ''));
  }
}

/** The last character counts up. */
function following(text: string, step: number): string {
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + step);
}

const utf16 = new TextDecoder('utf-16be');

function textOfHex(hex: string): string {
  return utf16.decode(bytesOfHex(hex));
}

/** The text of a string; a code that the table does not know is nothing. */
export function spell(bytes: Uint8Array, { width, texts }: CodeTable): string {
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    let code = 0;
    for (let byte = 0; byte < width; byte += 1) code = code * 256 + (bytes[at + byte] as number);
    text += texts.get(code) ?? '';
  }
  return text;
}

/** What `<…>` holds; an odd last digit stands for itself and a zero. */
export function bytesOfHex(hex: string): Uint8Array {
  const digits = hex.replace(/\s+/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return Uint8Array.from({ length: even.length / 2 }, (_, at) =>
    Number.parseInt(even.slice(at * 2, at * 2 + 2), 16),
  );
}
