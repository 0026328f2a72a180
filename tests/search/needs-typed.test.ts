/** 困りごと that are typed into the search, with the vocabulary as shipped. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, answererOf } from '../../src/search/answer.ts';
import { emptyState } from '../../src/search/state.ts';
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
    ],
    ...[
      '息が苦しくて眠れない',
      'おじいさんが倒れた',
      '意識が ない',
      'もちをつまらせた',
      'のどに 詰まった',
      '救急車',
    ],
  ];
  test.each(emergencies)('%s leads to 119 and is taken for nothing else', text => {
    const { needs, near, perhaps } = asked(text);
    expect(needs[0]).toEqual({ id: 'night-worry', label: expect.any(String), urgent: true });
    expect({ near, perhaps }).toEqual({ near: [], perhaps: [] });
  });

  test.each(['髙橋', '訪問看護', '胸', 'いき', 'たおる', '息子の薬', 'ひざが痛い', '胃が痛い'])(
    '%s is none',
    text => expect(asked(text).needs.some(({ urgent }) => urgent)).toBe(false),
  );

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
    expect(asked('一人暮らし').count).toBe(asked('独居').count);
  });

  test('nothing typed names none, and a text of ten thousand letters takes no longer', () => {
    expect(needsIn('')).toEqual([]);
    expect(needsIn('あ'.repeat(10_000))).toEqual([]);
  });
});
