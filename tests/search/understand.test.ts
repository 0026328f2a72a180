/** What people type, and what it is taken to say, with the vocabulary as shipped. */
import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/model/dataset.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { type AnswerLevel, emptyState } from '../../src/search/state.ts';
import { understand } from '../../src/search/understand.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { vocabulary } from '../vocabulary/shipped.ts';

const town = (id: string, name: string): Area => ({
  ...{ id, name, kind: 'town', parent: null, polygon: null },
  ...{ population: null, population65: null, population75: null },
});
const at = (text: string) => ({ ...facility('x', 'x', []).address, text });
const nurses = service('visiting-nursing', {
  capabilities: [answer('available-24h', 'yes'), answer('proc-gastrostomy', 'conditional')],
});
const index = buildIndex(
  searchDataOf(
    sampleDataset({
      vocabulary,
      areas: [town('nishi', '西町'), town('higashi', '東町')],
      facilities: [
        facility('hana', 'ステーションはな', [nurses], { areas: ['nishi'] }),
        facility('yuki', 'ステーションゆき', [service('visiting-nursing')], { areas: ['nishi'] }),
        facility('higashi-st', 'ステーション東', [nurses], { areas: ['higashi'], address: at('東町1') }),
        facility('teeth', '西町歯科', [service('dental-clinic')], { areas: ['nishi'] }),
        facility(
          'eyes',
          '田中医院',
          [service('clinic', { specialities: [{ code: '02100', name: '眼科' }] })],
          {
            areas: ['nishi'],
          },
        ),
        facility('named', '西町南薬局', [service('pharmacy')], { areas: ['higashi'] }),
      ],
    }),
  ),
);

/** `できること:24時間対応 種類:訪問看護 “あおば”`. */
const said = (text: string): string =>
  understand(index, text)
    .map(({ typed, meanings }) =>
      meanings.length === 0
        ? `“${typed}”`
        : [...new Set(meanings.map(({ facet, label }) => `${facet}:${label}`))].join('|'),
    )
    .join(' ');

const around = 'capabilities:24時間対応（利用者・登録者）';
const gastrostomy = 'capabilities:胃ろうの管理|capabilities:胃ろうのある人の受け入れ';

describe('words of the region become conditions', () => {
  test.each([
    ['24時間 訪看 胃ろう 西町', `${around} types:訪問看護 ${gastrostomy} areas:西町`],
    ['24時間対応の訪問看護', `${around} types:訪問看護`],
    ['西町の歯医者', 'areas:西町 types:歯科'],
    ['西町　訪看', 'areas:西町 types:訪問看護'],
    ['訪問 看護', 'types:訪問看護'],
    ['ほうもんかんご', 'types:訪問看護'],
    ['胃瘻のできるところ', gastrostomy],
    ['眼科', 'specialities:眼科'],
    ['西町の田中', 'areas:西町 “田中”'],
  ])('「%s」 → %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('names stay names', () => {
  test.each([
    ['西町歯科', '“西町歯科”'],
    ['西町南', '“西町南”'],
    ['田中医院', '“田中医院”'],
    ['西町眼科', 'areas:西町 specialities:眼科'],
    ['東田中', '“東田中”'],
    ['め', '“め”'],
  ])('「%s」 → %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

const found = (text: string, more = {}) => {
  const outcome = find(index, { ...emptyState, text, ...more });
  return { ids: outcome.facilities.map(n => index.data.facilities[n]!.id), leftOut: outcome.leftOut };
};

test('what the text says holds for one service, and who has not answered is counted, not dropped', () => {
  expect(found('24時間 訪看 胃ろう 西町')).toEqual({ ids: ['hana'], leftOut: 1 });
  expect(found('24時間 訪看 胃ろう 西町', { unanswered: true }).ids.toSorted()).toEqual(['hana', 'yuki']);
});

test('how strictly a typed capability is meant: ○ only, ○ and △, who has not answered too', () => {
  const strictly = (text: string, option: string, level: AnswerLevel) =>
    found(text, { levels: { [option]: level } }).ids.toSorted();
  expect(strictly('胃ろう 訪看 西町', 'proc-gastrostomy', 'yes')).toEqual([]);
  expect(strictly('胃ろう 訪看 西町', 'proc-gastrostomy', 'ask')).toEqual(['hana']);
  expect(strictly('胃ろう 訪看 西町', 'proc-gastrostomy', 'all')).toEqual(['hana', 'yuki']);
  expect(strictly('24時間 訪看 西町', 'available-24h', 'yes')).toEqual(['hana']);
});

test('a place is believed where it is only written in a name', () => {
  expect(found('西町 薬局').ids).toEqual(['named']);
});

test('a type is what the data says, not what a name sounds like', () => {
  expect(found('歯科').ids).toEqual(['teeth']);
});
