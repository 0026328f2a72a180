import { type Bytes, fromHex } from './base64.ts';
import { ivBytes, tagBytes } from './cipher.ts';
import { buildBytes } from './header.ts';
import { type Refusal, refuse } from './refusal.ts';

/** `SGM1`: a sealed file of an edition. */
const mark = Uint8Array.of(0x53, 0x47, 0x4d, 0x31);
const headLength = mark.length + buildBytes + ivBytes;

/** The mark, the build, the IV, the ciphertext with its tag. */
export function joinSealed(build: string, iv: Bytes, ciphertext: Bytes): Bytes {
  const bytes = new Uint8Array(headLength + ciphertext.length);
  bytes.set(mark, 0);
  bytes.set(fromHex(build) ?? [], mark.length);
  bytes.set(iv, mark.length + buildBytes);
  bytes.set(ciphertext, headLength);
  return bytes;
}

/** The IV and the ciphertext of a file that says it is of this build. */
export function splitSealed(build: string, bytes: Bytes): { iv: Bytes; ciphertext: Bytes } | Refusal {
  if (bytes.length < headLength + tagBytes) return refuse('unreadable');
  if (!mark.every((byte, index) => bytes[index] === byte)) return refuse('unreadable');
  const own = fromHex(build) ?? new Uint8Array();
  if (!own.every((byte, index) => bytes[mark.length + index] === byte)) return refuse('other-build');
  return {
    iv: bytes.subarray(mark.length + buildBytes, headLength),
    ciphertext: bytes.subarray(headLength),
  };
}
