import { readdirSync, readFileSync } from 'node:fs';
import type { Vocabulary } from '../../src/model/vocabulary.ts';
import { parseVocabulary, type VocabularyFile } from '../../src/vocabulary/load.ts';

const folder = new URL('../../src/vocabulary/', import.meta.url);

export const shippedFiles: VocabularyFile[] = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .sort()
  .map(name => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

export const shipped = parseVocabulary(shippedFiles);
export const vocabulary: Vocabulary = shipped.value;
