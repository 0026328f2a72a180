import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** BIZ UDPゴシック Bold (Morisawa, SIL Open Font License 1.1): made to be read by everyone, and all of JIS is in it. */
export function readPictureFont(): Promise<NonSharedBuffer> {
  const file = import.meta.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf');
  return readFile(fileURLToPath(file));
}
