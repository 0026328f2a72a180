import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { decodeFacts, withFacts } from '../../src/professional/facts.ts';
import { professionalFiles } from '../../src/professional/files.ts';
import { professionalSearchData } from '../../src/professional/search-data.ts';
import { conditionsOf } from '../../src/search/clauses.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { decodePayload } from '../../src/search/payload.ts';
import { emptyState, type Fact, type SearchState } from '../../src/search/state.ts';
import { statedOf } from '../../src/search/why.ts';
import { regionOf, vocabulary } from '../dataset/region.ts';

const facilities = [
  'ID,名称,種別,市区町村名,住所,病床数,一般病床,療養病床,病棟,職員,料金,ケアマネタイム,空き,確認日',
  'a,ア病院,病院,みほん市,みほん市1,100,60,40,回復期リハ病棟 40;地域包括ケア,看護職員 30.5;理学療法士 2,,月 13:00-14:00,,2026-05-01',
  'a,ア病院,訪問看護,みほん市,みほん市1,,,,,保健師 1;看護師 1.5;准看護師 0.3,1回500円,,3枠,2026-05-01',
  'b,イ病院,病院,みほん市,みほん市2,20,20,0,療養 0,,,,,2026-05-01',
  'c,ウ医院,診療所,みほん市,みほん市3,,,,,看護職員 0,,,満床（4月1日）,2026-05-01',
].join('\n');
const vacancy = [
  '事業所番号またはID,サービス,曜日,空き数,時点',
  'a,訪問看護,月,2,2026-05-01',
  'b,,,なし,2026-05-01',
].join('\n');

function openedOn(today: string) {
  const { professionalDataset } = regionOf({ 'facilities/a.csv': facilities, 'vacancy.csv': vacancy });
  const files = new Map(
    professionalFiles(professionalDataset).map(({ role, json }) => [role, JSON.parse(json)]),
  );
  const [list, details] = [files.get('list'), files.get('details')];
  return withFacts(buildIndex(decodePayload({ list, details })), decodeFacts(details.facts), today);
}

const index = openedOn('2026-05-02');
const asking = (fact: string, word: string, more: Partial<SearchState> = {}): SearchState => ({
  ...emptyState,
  facts: { [`custom.professional/${fact}`]: [word] },
  ...more,
});
const idsFor = (state: SearchState, of = index) =>
  find(of, state).facilities.map(facility => of.data.facilities[facility]!.id);
const optionsOf = (fact: string, of = index) =>
  facetsOf(of, emptyState)
    .facts.find(each => each.fact === `custom.professional/${fact}`)
    ?.options.map(({ id, count }) => [id, count]);

describe('what only professionals filter by', () => {
  it('counts each kind of bed, each profession, each purpose', () => {
    expect(optionsOf('beds')).toEqual([
      ['一般病床', 2],
      ['療養病床', 1],
    ]);
    expect(optionsOf('staff')).toEqual([
      ['看護職員', 1],
      ['理学療法士', 1],
      ['保健師', 1],
      ['看護師', 1],
      ['准看護師', 1],
    ]);
    expect(optionsOf('fees')).toEqual([['記載あり', 1]]);
    expect(optionsOf('contact')).toEqual([['ケアマネタイム', 1]]);
  });

  it('病棟 by kind, with how many beds it has or without; a ward of no beds is none', () => {
    expect(optionsOf('wards')).toEqual([
      ['回復期リハビリテーション', 1],
      ['地域包括ケア', 1],
    ]);
    const also: Fact = 'custom.professional/wards';
    expect(idsFor(asking('wards', '地域包括ケア'))).toEqual(['a']);
    expect(idsFor(asking('wards', '地域包括ケア', { also: [also] }))).toEqual(['a', 'c']);
  });

  it('看護職員 by how many there are in all; who does not say is not below', () => {
    expect(optionsOf('nursing')).toEqual([
      ['2.5人以上', 1],
      ['5人以上', 1],
      ['10人以上', 1],
    ]);
    const ofStation = asking('nursing', '2.5人以上', { types: ['visiting-nursing'] });
    expect(idsFor(ofStation)).toEqual(['a']);
    const ofClinic = asking('nursing', '2.5人以上', { also: ['custom.professional/nursing'] });
    expect(idsFor(ofClinic)).toEqual(['a', 'b']);
  });

  it('a choice lists as many as it counts', () => {
    expect(idsFor(asking('beds', '一般病床'))).toEqual(['a', 'b']);
    expect(idsFor(asking('beds', '療養病床'))).toEqual(['a']);
  });

  it('of one service: the 病床 of the hospital are not those of its station', () => {
    const state = asking('beds', '一般病床', { types: ['visiting-nursing'] });
    expect(idsFor(state)).toEqual([]);
  });

  it('who says nothing may be shown as well; who says a nought is not', () => {
    const also: Fact = 'custom.professional/staff';
    const state = asking('staff', '看護職員', { also: [also] });
    expect(idsFor(state)).toEqual(['a', 'b']);
    expect(conditionsOf(index, state).clauses[0]?.doubts).toHaveLength(1);
  });

  it('who states other professions has not answered for the one asked for', () => {
    const also: Fact = 'custom.professional/staff';
    expect(idsFor(asking('staff', '理学療法士'))).toEqual(['a']);
    expect(idsFor(asking('staff', '理学療法士', { also: [also] }))).toEqual(['a', 'b', 'c']);
    expect(find(index, asking('staff', '理学療法士')).aside).toEqual([{ doubt: also, count: 2 }]);
  });

  it('a result says what is stated', () => {
    const state = asking('beds', '療養病床');
    const [record] = index.data.facilities;
    expect(statedOf(index, record!, record!.services[0]!, state)).toEqual([
      { fact: 'custom.professional/beds', text: '一般病床 60、療養病床 40' },
    ]);
  });
});

describe('空き', () => {
  it('is fresh for two weeks', () => {
    expect(optionsOf('vacancy')).toEqual([
      ['空きあり', 1],
      ['調査票に記載あり', 1],
    ]);
  });

  it('and then an option of its own; an old なし says nothing any more', () => {
    const later = openedOn('2026-06-01');
    expect(optionsOf('vacancy', later)).toEqual([
      ['空きあり（古い情報・電話で確認）', 1],
      ['調査票に記載あり（古い情報・電話で確認）', 1],
    ]);
    const also: Fact = 'custom.professional/vacancy';
    const state = asking('vacancy', '空きあり（古い情報・電話で確認）');
    expect(idsFor(state, later)).toEqual(['a']);
    expect(idsFor({ ...state, also: [also] }, later)).toEqual(['a', 'b', 'c']);
  });
});

describe('professional words', () => {
  it('types have their formal names; 略称 of a 届出 are found', () => {
    const { types, capabilities } = index.data.words;
    expect(types.find(({ id }) => id === 'clinic')?.label).toBe(vocabulary.types.get('clinic')?.label);
    const backup = capabilities.find(({ id }) => id === 'std-home-backup-hospital');
    expect(backup).toMatchObject({ label: '在宅療養後方支援病院', everyone: true });
    expect(backup?.terms).toContain('在後病');
  });

  it('an answer that has grown old says so, also one for professionals', () => {
    const files = {
      'site.yaml': 'name: みほん\nasOf: 2026-05-01\n',
      'facilities/a.csv':
        'ID,名称,種別,市区町村名,住所,PEG（内部）,往診,確認日\na,ア医院,診療所,みほん市,みほん市1,○,,2021-04-01\n',
      'facilities/b.csv':
        'ID,名称,種別,市区町村名,住所,往診,確認日\na,ア医院,診療所,みほん市,みほん市1,○,2026-04-01\n',
      'columns.yaml': 'PEG（内部）: { capability: 胃ろう, audience: professional }\n',
    };
    const { professionalDataset } = regionOf(files);
    const { oldAnswers } = professionalSearchData(professionalDataset, japaneseHolidays(2026, 2026));
    expect(oldAnswers.map(([option, on, , services]) => [option, on, services])).toEqual([
      ['proc-gastrostomy', '2021-04', [0]],
    ]);
  });

  it('what only professionals are told is looked through: answers, remarks, numbers', () => {
    const files = {
      'facilities/a.csv':
        'ID,名称,種別,市区町村名,住所,夜間連絡先,専門職向け備考,PEG（内部）,生活保護を受けている人に対応,掲載区分\n' +
        'a,ア医院,診療所,みほん市,みほん市1,0254-00-7003,裏口から,○,×,専門職のみ\n',
      'columns.yaml': 'PEG（内部）: { capability: 胃ろう, audience: professional }\n',
    };
    const { professionalDataset, publicDataset } = regionOf(files);
    expect(publicDataset.facilities).toEqual([]);
    const [record] = professionalSearchData(professionalDataset, japaneseHolidays(2026, 2026)).facilities;
    expect(record).toMatchObject({
      remarks: '裏口から',
      services: [
        {
          phone: '0254-00-7003',
          answers: [
            { capability: 'public-assistance', value: 'no' },
            { capability: 'proc-gastrostomy', value: 'yes' },
          ],
        },
      ],
    });
  });
});
