import { expect, test } from 'vitest';
import { canLists, canListsByGroup, typesOfCan } from '../../src/components/can-lists.ts';
import { deskSections, desksByArea } from '../../src/components/desks.ts';
import { kanaRows } from '../../src/components/kana-rows.ts';
import { sceneViews } from '../../src/components/scenes.ts';
import { type Desk, siteSchema } from '../../src/model/site.ts';
import type { Scene } from '../../src/model/vocabulary.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const nursing = (...given: ReturnType<typeof answer>[]) =>
  service('visiting-nursing', { capabilities: given });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('who answered what: ○, △, 予定; a refusal and silence are not listed, silence is counted as such', () => {
  const dataset = sampleDataset({
    facilities: [
      facility('yes', 'あ', [nursing(answer('proc-oxygen', 'yes'))]),
      facility('ask', 'い', [nursing(answer('proc-oxygen', 'conditional', '退院前に連絡を'))]),
      facility('later', 'う', [nursing(answer('proc-oxygen', 'planned'))]),
      facility('no', 'え', [nursing(answer('proc-oxygen', 'no'), answer('terminal-care', 'no'))]),
      facility('silent', 'お', [nursing()]),
      facility('accepts', 'か', [
        service('day-service', { capabilities: [answer('proc-oxygen', 'yes', null, 'accepts')] }),
      ]),
      facility('not-asked', 'き', [service('pharmacy')]),
    ],
  });
  const [list, ...others] = canLists(dataset);
  expect(others).toEqual([]);
  expect(list!.groups.map(({ id, statement, facilities }) => [id, statement, ids(facilities)])).toEqual([
    ['performs-yes', '在宅酸素療法', ['yes']],
    ['performs-conditional', '在宅酸素療法', ['ask']],
    ['performs-planned', '在宅酸素療法', ['later']],
    ['accepts-yes', '在宅酸素を使う人の受け入れ', ['accepts']],
  ]);
  expect([...list!.groups[1]!.remarks.values()]).toEqual([['退院前に連絡を']]);
  expect({ count: list!.count, able: list!.able, asked: list!.asked, unanswered: list!.unanswered }).toEqual({
    count: 4,
    able: 3,
    asked: 6,
    unanswered: 1,
  });
  expect(ids(list!.askedTypes)).toEqual(['visiting-nursing', 'day-service']);
  expect(canListsByGroup(dataset).map(({ group }) => group.label)).toEqual(['医療処置']);
  expect(typesOfCan(list!.groups[0]!, dataset).map(({ type, count }) => [type.id, count])).toEqual([
    ['visiting-nursing', 1],
  ]);
});

test('official listings ask nobody, and one relation needs no statement', () => {
  const [list] = canLists(
    sampleDataset({ facilities: [facility('a', 'あ', [nursing(answer('std-visit-nursing-24h-a', 'yes'))])] }),
  );
  expect(list).toMatchObject({ asked: 0, unanswered: 0, askedTypes: [] });
  expect(list!.groups[0]!.statement).toBeNull();
});

test('nothing answered: no lists, no scenes’ places', () => {
  expect(canLists(sampleDataset({ facilities: [] }))).toEqual([]);
  expect(kanaRows(sampleDataset({ facilities: [] }))).toEqual([]);
});

test('a scene: its needs, what is answered for it, and who; questions put to everybody list nobody', () => {
  const scene: Scene = { id: 'daily', label: '日常', easy: '毎日', description: '' };
  const { vocabulary } = sampleDataset();
  const dataset = sampleDataset({
    vocabulary: { ...vocabulary, scenes: [scene] },
    facilities: [
      facility('visits', 'あ', [
        service('clinic', {
          capabilities: [answer('home-visit-care', 'yes'), answer('available-24h', 'no')],
        }),
      ]),
      facility('all', 'い', [service('clinic', { capabilities: [answer('public-assistance', 'yes')] })]),
    ],
  });
  const [view] = sceneViews(dataset);
  expect(ids(view!.needs)).toEqual(['hard-to-go', 'night']);
  expect(view!.groups.map(({ id, facilities }) => [id, ids(facilities)])).toEqual([['clinic', ['visits']]]);
  expect([...view!.answers.values()]).toEqual([
    [{ label: '訪問診療（計画的・定期的な訪問）', value: 'yes', note: null }],
  ]);
  expect(view!.types.map(({ type, count }) => [type.id, count])).toEqual([['clinic', 2]]);
});

test('五十音: voiced and small kana under their row, kana names without a reading too, the unknown last', () => {
  const named = (id: string, name: string, kana: string | null) =>
    facility(id, name, [service('clinic')], { kana });
  const rows = kanaRows(
    sampleDataset({
      facilities: [
        named('ga', '外科', 'ガイカ'),
        named('ka', '川', 'カワ'),
        named('hiragana', 'ぱんだ', null),
        named('latin', 'ＡＢＣ', 'ＡＢＣクリニック'),
        named('kanji', '東町診療所', null),
        named('half', 'ｱｵﾊﾞ', null),
      ],
    }),
  );
  expect(rows.map(({ label, facilities }) => [label, ids(facilities)])).toEqual([
    ['あ行', ['half']],
    ['か行', ['ga', 'ka']],
    ['は行', ['hiragana']],
    ['英字・数字など', ['latin']],
    ['よみがなが わからないところ', ['kanji']],
  ]);
  expect(rows[1]!.groups.map(({ id, label }) => `${id} ${label}`)).toEqual(['kana-304b か']);
});

test('desks: residents’ first; 地域包括 by the areas it answers for, and those that state none', () => {
  const center = (id: string, serviceArea: ReturnType<typeof service>['serviceArea']) =>
    facility(id, id, [service('community-support-center', { serviceArea })]);
  const none = { everywhere: false, areas: [], towns: [], radiusKm: null, remark: null };
  const desks: Desk[] = [
    { name: '医師会', for: 'professionals', areas: [] },
    { name: '市', for: 'residents', areas: [] },
    { name: 'センター', for: 'both', areas: [] },
  ];
  const dataset = sampleDataset({
    site: siteSchema.parse({ name: 'x', desks }),
    facilities: [
      center('east', { ...none, areas: ['higashi'], towns: ['北町'] }),
      center('west', { ...none, areas: ['nishi'] }),
      center('all', { ...none, everywhere: true }),
      center('remark', { ...none, remark: '相談' }),
      center('silent', null),
      facility('hub', 'hub', [service('coordination-hub')]),
    ],
  });
  expect(
    deskSections(dataset).map(({ audience, own, groups }) => [
      audience,
      own.map(({ name }) => name),
      ids(groups),
    ]),
  ).toEqual([
    ['residents', ['市', 'センター'], ['community-support-center']],
    ['professionals', ['医師会'], ['coordination-hub']],
  ]);
  const { areas, without } = desksByArea(dataset);
  expect(areas.map(({ area, facilities }) => `${area} ${ids(facilities)}`)).toEqual([
    '西町 west',
    '東町 east',
    '北町 east',
    '全域 all',
  ]);
  expect(ids(without)).toEqual(['silent']);
  expect(deskSections(sampleDataset({ facilities: [] }))).toEqual([]);
});
