/** Text → bytes as Windows writes them in Japan (Shift_JIS with ①㈱髙): the decoder that every runtime has, turned round. */
const codes = new Map<string, readonly number[]>();

function learn(bytes: readonly number[]): void {
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && !codes.has(text)) codes.set(text, bytes);
  } catch {
    // No character has these bytes.
  }
}

for (let byte = 0; byte < 256; byte++) learn([byte]);
for (let first = 0x81; first <= 0xfc; first++)
  for (let next = 0x40; next <= 0xfc; next++) learn([first, next]);

/** Throws on a character that CP932 does not have: a fixture must say what it means. */
export function encodeCp932(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap(character => {
      const bytes = codes.get(character);
      if (!bytes) throw new Error(`CP932 has no 「${character}」`);
      return bytes;
    }),
  );
}
