import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/issues/issue.ts';
import { shortNumbers } from '../../src/normalize/short-numbers.ts';
import { rubyParts } from '../../src/text/ruby.ts';
import { overrideVocabulary } from '../../src/vocabulary/load.ts';
import { vocabulary } from './shipped.ts';

/** Kanji that carry no furigana. */
function bareKanji(text: string): string[] {
  return rubyParts(text).flatMap(part =>
    part.reading === undefined ? (part.text.match(/[\p{Script=Han}々]+/gu) ?? []) : [],
  );
}

describe('やさしい日本語 and English of the vocabulary', () => {
  const { types, capabilities, capabilityGroups, scenes, needs, glossary } = vocabulary;
  const easy = [
    ...[...types.values(), ...capabilities.values(), ...capabilityGroups, ...scenes, ...glossary].map(
      each => [each.id, each.easy ?? ''] as const,
    ),
    ...needs.flatMap(need =>
      [need.easy, need.easyDescription, ...need.first.map(call => call.easy)].map(
        text => [need.id, text ?? ''] as const,
      ),
    ),
  ];

  it('has furigana over every kanji', () => {
    expect(easy.flatMap(([id, text]) => bareKanji(text).map(kanji => `${id}: ${kanji}`))).toEqual([]);
  });

  it('has readings in hiragana only', () => {
    const readings = easy.flatMap(([, text]) => rubyParts(text).flatMap(part => part.reading ?? []));
    expect(readings.length).toBeGreaterThan(500);
    expect(readings.filter(reading => !/^[ぁ-ゖー]+$/.test(reading))).toEqual([]);
  });

  it('says every type, scene, need and word of the glossary in all three', () => {
    const all = [...types.values(), ...scenes, ...needs, ...glossary];
    expect(all.filter(each => !each.easy || !each.en).map(each => each.id)).toEqual([]);
    for (const need of needs) {
      expect(need.easyDescription && need.enDescription, need.id).toBeTruthy();
      for (const call of need.first) expect(call.easy && call.en, `${need.id}: ${call.label}`).toBeTruthy();
    }
  });
});

describe('needs', () => {
  it('say whom to call first, with types that exist, and the urgent one begins with 119', () => {
    expect(vocabulary.needs.length).toBeGreaterThanOrEqual(12);
    for (const { id, first, urgent } of vocabulary.needs) {
      expect(first.length, id).toBeGreaterThan(0);
      for (const { type } of first) if (type) expect(vocabulary.types.has(type), `${id}: ${type}`).toBe(true);
      if (urgent) expect(first[0]?.label).toContain('119');
    }
  });

  it('name the same short numbers in all three', () => {
    const numbers = (text = '') => shortNumbers(text).flatMap(({ digits }) => digits ?? []);
    const calls = vocabulary.needs.flatMap(need => need.first);
    expect(calls.filter(call => numbers(call.label).includes('#8000'))).toHaveLength(1);
    for (const call of calls) {
      expect(numbers(call.easy), call.label).toEqual(numbers(call.label));
      expect(numbers(call.en), call.label).toEqual(numbers(call.label));
    }
  });
});

describe('the glossary', () => {
  const { glossary } = vocabulary;

  it('explains the words residents meet here, briefly', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(60);
    expect(glossary.filter(({ brief }) => brief.length > 20).map(({ term }) => term)).toEqual([]);
  });

  it('has each word once, and no explanation that only repeats it', () => {
    const words = glossary.flatMap(({ term, aliases }) => [term, ...aliases]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(glossary.filter(({ term, brief }) => brief.includes(term)).map(({ term }) => term)).toEqual([]);
  });

  const region = (text: string) =>
    overrideVocabulary(vocabulary, [{ name: 'vocabulary/glossary.yaml', text }]);

  it('takes a region’s own word and its change to a known one', () => {
    const { value, issues } = region(`glossary:
  - id: gastrostomy
    brief: おなかの管
    aliases: [PEG]
  - id: mihono-card
    term: みほ野カード
    reading: みほのかーど
    brief: 市の緊急連絡カード
    text: 急なときの連絡先を書いて、冷蔵庫に入れておくカードです。
`);
    expect(issues).toEqual([]);
    const known = value.glossary.find(({ id }) => id === 'gastrostomy');
    expect(known).toMatchObject({ term: '胃ろう', brief: 'おなかの管', aliases: ['胃瘻', 'PEG'] });
    expect(value.glossary.at(-1)?.term).toBe('みほ野カード');
  });

  it('tells what is wrong with a region’s entry and keeps the shipped one', () => {
    const { value, issues } = region(`glossary:
  - id: gastrostomy
    reading: 胃ろう
  - id: acp
    types: [hospitl]
`);
    expect(issues.map(formatIssue)).toMatchInlineSnapshot(`
      [
        "vocabulary/glossary.yaml 3行目 「reading」：「胃ろう」は決められた書き方と合いません。説明書の例と見比べてください。",
        "vocabulary/glossary.yaml 5行目 「types」：「hospitl」は語彙にありません。「hospital」のまちがいではありませんか。",
      ]
    `);
    expect(value.glossary.find(({ id }) => id === 'gastrostomy')?.reading).toBe('いろう');
    expect(value.glossary.find(({ id }) => id === 'acp')?.types).toEqual([]);
  });
});
