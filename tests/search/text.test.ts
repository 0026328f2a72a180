/** Text in, answers out: what the golden set cannot say in a row. */
import { describe, expect, test } from 'vitest';
import { searchDataOf } from '../../src/search/data.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { matchText, perhapsMeant } from '../../src/search/query.ts';
import { emptyState } from '../../src/search/state.ts';
import { typedWords } from '../../src/search/typed-words.ts';
import { overrideVocabulary } from '../../src/vocabulary/load.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { vocabulary } from '../vocabulary/shipped.ts';
import { syntheticDataset } from './synthetic.ts';

const at = (text: string, postalCode: string | null = null) => ({
  address: { ...facility('x', 'x', []).address, text, postalCode },
});
const facilities = [
  facility('sato', '佐藤医院', [service('clinic')], {
    kana: 'サトウイイン',
    ...at('みほん市中町1', '9501234'),
  }),
  facility('kato', '加藤医院', [service('clinic')], {
    kana: 'カトウイイン',
    ...at('みほん市中町2', '9501234'),
  }),
  facility('nurse', 'ナースケア', [service('visiting-nursing')], at('みほん市北町3')),
];
const index = buildIndex(searchDataOf(sampleDataset({ vocabulary, facilities })));
const found = (text: string, of = index) =>
  find(of, { ...emptyState, text }).facilities.map(n => of.data.facilities[n]!.id);

describe('postal codes', () => {
  test.each([
    ['950-1234', ['kato', 'sato']],
    ['〒950-1234', ['kato', 'sato']],
    ['９５０－１２３４', ['kato', 'sato']],
    ['9501234', ['kato', 'sato']],
    ['〒950-1234 みほん市中町2', ['kato']],
    ['950-9999', []],
    ['〒950-9999 みほん市北町3', ['nurse']],
  ])('「%s」', (text, ids) => {
    expect(found(text).toSorted()).toEqual(ids);
  });
});

describe('words of an officer', () => {
  const withWords = (text: string) => {
    const read = overrideVocabulary(vocabulary, [{ name: 'vocabulary/synonyms.yaml', text }]);
    return {
      issues: read.issues.map(({ code, at: place }) => `${code} ${place.file}:${place.row ?? ''}`),
      index: buildIndex(searchDataOf(sampleDataset({ vocabulary: read.value, facilities }))),
    };
  };

  test('a line of the region finds what it points to, and the shipped ones stay', () => {
    const { issues, index: own } = withWords('synonyms:\n  ナースさん: [訪問看護]\n');
    expect(issues).toEqual([]);
    expect(found('ナースさん')).not.toEqual(['nurse']);
    expect(found('ナースさん', own)).toEqual(['nurse']);
    expect(found('訪看', own)).toEqual(['nurse']);
  });

  test('a line that points to another line finds what that finds', () => {
    expect(found('ナース', withWords('synonyms:\n  ナース: [訪看]\n').index)).toContain('nurse');
  });

  test('a mistake is told with its line, and costs no other file', () => {
    const { issues, index: own } = withWords('synonyms:\n  ナースさん: 訪問看護\n');
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('vocabulary/synonyms.yaml:2');
    expect(found('訪看', own)).toEqual(['nurse']);
  });
});

test('every shipped synonym leads to a word of the vocabulary', () => {
  const words = new Set([
    ...[...vocabulary.types.values()].flatMap(({ label, short, aliases }) => [label, short, ...aliases]),
    ...[...vocabulary.capabilities.values()].flatMap(one => [one.label, one.acceptsLabel, ...one.aliases]),
    ...[...vocabulary.specialities.values()].flatMap(({ label, aliases }) => [label, ...aliases]),
    ...vocabulary.ambiguous.flatMap(({ terms }) => terms),
    ...vocabulary.synonyms.keys(),
  ]);
  const dead = [...vocabulary.synonyms].flatMap(([word, also]) =>
    also.filter(other => !words.has(other)).map(other => `${word} → ${other}`),
  );
  expect(dead).toEqual([]);
});

describe('what is said beside the list', () => {
  test.each([
    ['訪看', ['訪問看護']],
    ['いろう 訪問看護', ['胃ろう', '訪問看護']],
    ['床ずれ', []],
    ['佐藤', []],
  ])('terms of 「%s」 are explained', (text, terms) => {
    expect(matchText(index, text)!.explained.map(({ term }) => term)).toEqual(terms);
  });

  test('where little was found, names that come near are offered, not listed', () => {
    const match = matchText(index, 'さとういいん')!;
    expect(perhapsMeant(index, match)).toEqual([{ typed: 'さとういいん', names: ['加藤医院'] }]);
    expect(match.near).toEqual([]);
    expect(found('さとういいん')).toEqual(['sato']);
  });

  test('conditions alone keep the order of the list, and say so', () => {
    expect(find(index, { ...emptyState, text: '診療所' }).order).toBe('kana');
    expect(find(index, { ...emptyState, text: '中町' }).order).toBe('kana');
  });
});

describe('hostile text', () => {
  const large = buildIndex(searchDataOf(syntheticDataset(2000)));
  const signs: readonly [string, string][] = [
    ['patterns', '.*+?^$()|[]\\ (((( [a-z]{1000}'],
    ['10,000 letters', 'あ'.repeat(10_000)],
    ['10,000 digits', '0'.repeat(10_000)],
    ['10,000 hyphens and digits', '0-'.repeat(5_000)],
    ['10,000 particles', 'の'.repeat(10_000)],
    ['10,000 letters of Latin', 'na'.repeat(5_000)],
    ['5,000 words', 'さく '.repeat(5_000)],
    ['emoji', '👨‍👩‍👧🏥'.repeat(50)],
    ['variation selectors', '葛\u{E0100}\u{E0101}'.repeat(100)],
    ['marks of direction', '\u202E\u200F\u2066訪問看護\u2069'],
    ['percent signs', '%E3%81%%%00%ZZ%'],
    ['half a pair', '\uD800\uDC00\uD800'],
    ['combining marks', `${'が'.normalize('NFD')}${'\u0301'.repeat(500)}`],
    ['control characters', '\u0000\u0001\u001F\u007F'],
    ['names of objects', '__proto__ constructor toString'],
  ];
  test.each(signs)('%s', (_, text) => {
    found('さくら', large);
    const before = process.cpuUsage();
    expect(found(text, large).length).toBeLessThanOrEqual(large.data.facilities.length);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(250);
  });

  test('what is past three hundred letters is not read', () => {
    expect(typedWords('訪問看護 '.repeat(1_000)).length).toBeLessThan(70);
  });
});
