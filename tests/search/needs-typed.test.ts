/** 困りごと that are typed into the search, with the vocabulary as shipped. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, answererOf } from '../../src/search/answer.ts';
import { needsTypedOf } from '../../src/search/needs-typed.ts';
import { emptyState } from '../../src/search/state.ts';
import { foldLabel } from '../../src/vocabulary/fold.ts';
import { vocabulary } from '../vocabulary/shipped.ts';
import { indexOfRegion } from './golden/read.ts';

const { ask } = answererOf(indexOfRegion(join(import.meta.dirname, '../../data')));
const asked = (text: string): Answer =>
  ask({ state: { ...emptyState, text }, shown: 20, selected: [], moment: null });
const needsIn = (text: string) => asked(text).needs.map(({ id }) => id);

describe('words of an emergency', () => {
  const emergencies = [
    ...[
      '胸が痛い',
      '胸が　いたい',
      'むねがくるしい',
      '父の胸が急に痛くなりました',
      'ムネガイタイ',
      '胸が痛い 西町',
      '父の胸が 痛い',
    ],
    ...[
      '息が苦しくて眠れない',
      'おじいさんが倒れた',
      '父が倒れてる',
      '意識が ない',
      'もちをつまらせた',
      'のどに 詰まった',
      '救急車',
    ],
    ...[
      '胸痛い',
      'むねいたい',
      '意識ない',
      '息してない',
      '反応ない',
      '血吐いた',
      '気を失った',
      'いきをしていない',
    ],
  ];
  test.each(emergencies)('%s leads to 119 and is taken for nothing else', text => {
    const { needs, near, perhaps } = asked(text);
    expect(needs[0]).toEqual({ id: 'night-worry', label: expect.any(String), urgent: true });
    expect({ near, perhaps }).toEqual({ near: [], perhaps: [] });
  });

  test.each([
    ...[
      '髙橋',
      '訪問看護',
      '胸',
      'いき',
      'たおる',
      '息子の薬',
      'ひざが痛い',
      '胃が痛い',
      '痙攣時の処置',
      '民間救急車',
    ],
    ...[
      '嚥下 血糖測定',
      '嚥下血液透析',
      '嘔吐 血圧',
      '救急 車いす',
      '二次救急 車椅子可',
      'せいけい れんとげん',
    ],
    ...['硬膜下血腫', '皮下血腫', '休息ができない'],
  ])('%s is none', text => expect(asked(text).needs.some(({ urgent }) => urgent)).toBe(false));

  test('a name that is mistyped is still guessed', () => {
    expect(asked('ほしぞら歯料').near[0]?.taken).toContain('ほしぞら歯科');
  });
});

describe('words of what one is in need of', () => {
  test('lead to its page, and list what answers it', () => {
    expect(needsIn('介護で疲れた')).toEqual(['tired-carer']);
    expect(needsIn('介護 で 疲れた')).toEqual(['tired-carer']);
    const { parts, count } = asked('介護で疲れた');
    expect(count).toBeGreaterThan(0);
    expect(asked('介護で疲れた').explained).toEqual([]);
    expect(parts[0]!.meanings.map(({ option }) => option)).toContain('short-stay-care');
  });

  test('a word that has a meaning of its own keeps it, and leads to the page too', () => {
    expect(needsIn('一人暮らし')).toEqual(['living-alone']);
    expect(asked('一人暮らし').count).toBeLessThan(asked('買い物に行けない').count);
    expect(asked('ひとり暮らし').count).toBe(asked('一人暮らし').count);
  });

  test('nothing typed names none; of a text of ten thousand letters only the beginning is a question', () => {
    expect(needsIn('')).toEqual([]);
    expect(needsIn(`介護で疲れた${'あ'.repeat(10_000)}`)).toEqual(['tired-carer']);
    expect(needsIn(`${'あ'.repeat(10_000)}介護で疲れた`)).toEqual([]);
  });
});

test('no two words of what an office is or can do, typed one after the other, cry an emergency', () => {
  const known = [
    ...vocabulary.types.values(),
    ...vocabulary.capabilities.values(),
    ...vocabulary.specialities.values(),
  ];
  const words = [
    ...known.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...vocabulary.synonyms.keys(),
  ].filter(word => word !== '救急車');
  const urgent = vocabulary.needs.filter(need => need.urgent);
  const urgentIn = needsTypedOf(urgent);
  const cries = urgent.flatMap(need => need.words.flatMap(word => [word, word.replace(/[がを]/, '')]));
  // Only where the last letter of one and the first of the other follow each other in such a word, at most ten of each.
  const pairs = new Set(cries.flatMap(word => [...word].map((letter, i) => letter + (word[i + 1] ?? ''))));
  const ends = new Set(words.map(word => foldLabel(word).slice(-10)));
  const beginnings = [...new Set(words.map(word => foldLabel(word).slice(0, 10)))];
  const typed = [...ends].flatMap(end =>
    beginnings.filter(next => pairs.has(`${end.at(-1)}${next[0]}`)).map(next => `${end} ${next}`),
  );
  expect(typed.length).toBeGreaterThan(1000);
  expect(typed.filter(text => urgentIn(text).length > 0)).toEqual([]);
});
