import fc from 'fast-check';
import { expect, test } from 'vitest';
import { professionalFiles } from '../../src/professional/files.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { deflate, inflate } from '../../src/secure/gzip.ts';
import { readHeader } from '../../src/secure/header.ts';
import { contentKey, openFile } from '../../src/secure/open.ts';
import { isRefusal } from '../../src/secure/refusal.ts';
import { type SealedEdition, sealEdition } from '../../src/secure/seal.ts';
import { filesOf, generatedRegion } from '../dataset/generated-region.ts';
import { regionOf } from '../dataset/region.ts';
import { editionInput, keptSlotKey, phrases, utf8 } from './edition.ts';

/** As a browser opens it, from what is published alone. */
async function opened({ header, files }: SealedEdition): Promise<{ role: string; json: string }[]> {
  const read = readHeader(JSON.stringify(header));
  if (isRefusal(read)) throw new Error(read.refused);
  const slot = await keptSlotKey(phrases.hospital, read);
  const key = isRefusal(slot) ? slot : await contentKey(slot, read);
  if (isRefusal(key)) throw new Error(key.refused);
  const texts = files.map(async ({ role, content }) => {
    const bytes = await openFile(key, read, role, content);
    if (isRefusal(bytes)) throw new Error(bytes.refused);
    return { role, json: new TextDecoder().decode(await inflate(bytes)) };
  });
  return Promise.all(texts);
}

test('what is opened is the professional view, of any region', async () => {
  await fc.assert(
    fc.asyncProperty(generatedRegion, async region => {
      const view = professionalFiles(regionOf(filesOf(region)).professionalDataset);
      const packed = view.map(async ({ role, json }) => ({ role, bytes: await deflate(utf8(json)) }));
      const files = await Promise.all(packed);
      const slots = [{ id: 'k3v9', passphrase: phrases.hospital }];
      const sealed = await sealEdition(editionInput({ files, slots, random: machineRandom }));
      expect(await opened(sealed)).toEqual(view);
    }),
    { numRuns: 10 },
  );
});
