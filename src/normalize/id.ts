/**
 * A public id from what the region or an authority calls the record: lower-case ASCII letters, digits, `-`.
 * Ids are printed as QR codes and must not change, so a text that has other characters becomes a hash of itself.
 */
export function normaliseId(text: string): string {
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, '-');
  return /^[a-z0-9-]{1,64}$/.test(folded) ? folded : `x-${shortHash(folded)}`;
}

/** A short deterministic name for a text: 53 bits (cyrb53 by bryc, public domain) in base 36, 11 characters. */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
