import { describe, expect, it } from 'vitest';
import { editionsOf, pathInEdition } from '../../src/components/editions.ts';
import { easyTexts } from '../../src/text/easy.ts';
import { editionWords } from '../../src/text/edition.ts';
import { enTexts } from '../../src/text/en.ts';
import { rubyParts } from '../../src/text/ruby.ts';
import { shellTexts } from '../../src/text/shell.ts';

/** Every sentence of a table of texts; those with slots are filled with figures. */
function sentences(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return [String(texts('2026'))];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentences) : [];
}

describe('texts of the editions', () => {
  it('やさしい日本語 has furigana over every kanji', () => {
    const all = [...sentences(easyTexts), ...sentences(shellTexts.easy), editionWords.easy.name];
    const bare = all.filter(text =>
      rubyParts(text).some(part => part.reading === undefined && /\p{Script=Han}/u.test(part.text)),
    );
    expect(all.length).toBeGreaterThan(70);
    expect(bare).toEqual([]);
  });

  it('English has no Japanese but the sign it explains', () => {
    const mixed = [...sentences(enTexts), ...sentences(shellTexts.en)].filter(text =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
    );
    expect(mixed).toEqual(['予定 : planned.']);
  });

  it.each([
    ['2026-04-01', '2026年4月1日', '2026年《ねん》4月《がつ》｜1日《ついたち》', '1 April 2026'],
    ['2026-05-24', '2026年5月24日', '2026年《ねん》5月《がつ》｜24日《にじゅうよっか》', '24 May 2026'],
    ['2026-05-12', '2026年5月12日', '2026年《ねん》5月《がつ》12日《にち》', '12 May 2026'],
    ['2026-05', '2026年5月', '2026年《ねん》5月《がつ》', 'May 2026'],
  ])('the day %s', (day, ja, easy, en) => {
    expect([editionWords.ja.day(day), editionWords.easy.day(day), editionWords.en.day(day)]).toEqual([
      ja,
      easy,
      en,
    ]);
  });
});

describe('addresses of the editions', () => {
  it('stand beside the Japanese ones, where the page is one of theirs', () => {
    expect(pathInEdition('/type/clinic/', 'en')).toBe('/en/type/clinic/');
    expect(pathInEdition('/about/#sources', 'easy')).toBe('/easy/about/#sources');
    expect(pathInEdition('/f/abc/', 'en')).toBeNull();
    expect(editionsOf('/easy/words/').map(({ path }) => path)).toEqual([
      '/words/',
      '/easy/words/',
      '/en/words/',
    ]);
    expect(editionsOf('/search/').map(({ path }) => path)).toEqual(['/search/']);
  });
});
