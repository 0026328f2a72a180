/** What the bytes of one line can be as UTF-8. */
export type Utf8Shape = 'ascii' | 'weak' | 'strong' | 'invalid';

/**
 * `weak`: valid UTF-8, but so little of it that another encoding could look the same by chance (half-width kana
 * of CP932 are often valid two-byte sequences). `strong`: two characters of three bytes or more.
 * Well-formed sequences by Unicode 15, table 3-7.
 */
export function utf8Shape(bytes: Uint8Array): Utf8Shape {
  let long = 0;
  let high = false;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    const follow = followers(lead, bytes[at + 1] ?? 0);
    if (follow === 0) return 'invalid';
    for (let next = 2; next <= follow; next++) if ((bytes[at + next] ?? 0) >> 6 !== 2) return 'invalid';
    high = true;
    if (follow >= 2) long++;
    at += follow;
  }
  if (!high) return 'ascii';
  return long >= 2 ? 'strong' : 'weak';
}

/** How many bytes follow this lead byte, or 0 when lead and second byte cannot stand together. */
function followers(lead: number, second: number): number {
  if (second < 0x80 || second > 0xbf) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead === 0xe0) return second >= 0xa0 ? 2 : 0;
  if (lead === 0xed) return second <= 0x9f ? 2 : 0;
  if (lead >= 0xe1 && lead <= 0xef) return 2;
  if (lead === 0xf0) return second >= 0x90 ? 3 : 0;
  if (lead === 0xf4) return second <= 0x8f ? 3 : 0;
  return lead >= 0xf1 && lead <= 0xf3 ? 3 : 0;
}
