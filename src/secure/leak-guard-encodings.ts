/** Readings of bytes that are no UTF-8: what Excel and older programs write in Japan. */

const utf8 = new TextEncoder();

/**
 * The same bytes as UTF-8, read as UTF-16 in either order from either parity, or as Shift_JIS (CP932), EUC-JP and
 * ISO-2022-JP. None when they are UTF-8 and nothing else; else one of the readings is right, if it is text at all.
 */
export function otherReadings(bytes: Uint8Array): Uint8Array[] {
  if (bytes.includes(0) || hasUtf16Mark(bytes))
    return ['utf-16le', 'utf-16be'].flatMap(encoding =>
      [0, 1].map(start => read(encoding, bytes.subarray(start))),
    );
  if (!isUtf8(bytes)) return ['shift_jis', 'euc-jp'].map(encoding => read(encoding, bytes));
  return switchesSets(bytes) ? [read('iso-2022-jp', bytes)] : [];
}

function read(encoding: string, bytes: Uint8Array): Uint8Array {
  return utf8.encode(new TextDecoder(encoding).decode(bytes));
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** `ESC $`: what follows is in a set of two bytes (RFC 1468). */
function switchesSets(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24) return true;
  return false;
}
