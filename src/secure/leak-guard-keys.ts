import { leakGuardText } from '../text/leak-guard.ts';
import type { Watched } from './leak-guard.ts';
import { normalizePhrase } from './phrase.ts';

/** Beyond the head that all packed files have in common. */
const sample = { from: 16, to: 80 };

/**
 * What opens a professional edition, and its files before they are sealed: none of it may be published. `phrases`:
 * also of slots that are not used now. Folding makes the spaces between their words nothing.
 */
export function watchedKeys(
  phrases: readonly string[],
  keys: readonly Uint8Array[],
  files: readonly { role: string; bytes: Uint8Array }[],
): Watched[] {
  const { phrase, key, unsealed } = leakGuardText.secrets;
  const watch = (field: string, value: Watched['value']): Watched => ({
    value,
    field,
    at: leakGuardText.edition,
  });
  return [
    ...phrases.flatMap(typedForms).map(form => watch(phrase, form)),
    ...keys.map(bytes => watch(key, bytes)),
    ...files
      .filter(({ bytes }) => bytes.length > sample.to)
      .map(({ role, bytes }) => watch(`${unsealed}（${role}）`, bytes.slice(sample.from, sample.to))),
  ];
}

const betweenWords = ['', '、', '・', ',', '.', '/', '_'];

/** The ways a phrase is written down: in hiragana, katakana or as it is compared, with a sign between its words. */
function typedForms(phrase: string): string[] {
  const words = phrase.trim().split(/\s+/);
  const katakana = words.map(word =>
    word.replace(/[ぁ-ゖ]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60)),
  );
  const forms = [words, katakana].flatMap(row => betweenWords.map(sign => row.join(sign)));
  return [...new Set([...forms, normalizePhrase(phrase)])].filter(form => form.length >= 8);
}
