/** Made-up regions of any size, the same for the same number: for measuring and for properties. */
import type { PublicDataset } from '../../src/model/dataset.ts';
import type {
  AnswerValue,
  CapabilityAnswer,
  HoursSet,
  PublicService,
  ServiceArea,
} from '../../src/model/facility.ts';
import type { FacilityType, Vocabulary } from '../../src/model/vocabulary.ts';
import { facility, hours, phone, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const families =
  '佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邉 山本 中村 小林 加藤 吉田 山田 齋藤 斉藤 松本 井上 木村 林 清水 山﨑 森 池田 橋本'.split(
    ' ',
  );
const readings =
  'サトウ スズキ タカハシ タカハシ タナカ イトウ ワタナベ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ サイトウ サイトウ マツモト イノウエ キムラ ハヤシ シミズ ヤマザキ モリ イケダ ハシモト'.split(
    ' ',
  );
const flowers =
  'さくら ひまわり すみれ なのはな こすもす あおば みどり ひだまり やすらぎ ほほえみ つばさ にじいろ はな かぜ そら'.split(
    ' ',
  );
const kinds: readonly [type: string, name: string, kana: string][] = [
  ['hospital', '病院', 'ビョウイン'],
  ['clinic', '内科クリニック', 'ナイカクリニック'],
  ['dental-clinic', '歯科医院', 'シカイイン'],
  ['pharmacy', '薬局', 'ヤッキョク'],
  ['visiting-nursing', '訪問看護ステーション', 'ホウモンカンゴステーション'],
  ['home-care', 'ヘルパーステーション', 'ヘルパーステーション'],
  ['day-service', 'デイサービスセンター', 'デイサービスセンター'],
  ['care-management', 'ケアプランセンター', 'ケアプランセンター'],
];
// No refusals: some are never published, and pages check that.
const values: readonly AnswerValue[] = ['yes', 'yes', 'yes', 'conditional', 'planned'];

/** A linear congruential generator: the same numbers on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const mornings = ['08:30-12:00', '08:45-12:15', '09:00-12:00', '09:00-12:30', '09:00-13:00'];
const afternoons = ['', ',13:30-17:30', ',14:00-18:00', ',15:00-18:30', ',16:00-19:00'];

/** About as many different weeks as offices keep: a few hundred. */
function hoursOf(random: (below: number) => number): HoursSet[] {
  const [morning, evening] = [mornings[random(5)]!, afternoons[random(5)]!];
  const half = random(2) === 0 ? 'wed' : 'thu';
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'].map(day => (day === half ? morning : morning + evening));
  const saturday = ['休', morning, '?'][random(3)]!;
  const set = hours([...days, saturday, '休', random(3) === 0 ? '?' : '休'].join(' '), {
    closedNth: random(10) === 0 ? [{ day: 'sat', weeks: [2, 4] }] : [],
    exceptions: [null, '年末年始', '12月29日～1月3日', 'お盆・年末年始'][random(4)]!,
    breaksStated: random(6) > 0,
  });
  return random(8) === 0 ? [set, { ...set, purpose: 'visit' }] : [set];
}

/** As in the shipped vocabulary: the sample's types are all places one goes to, and it has no scenes. */
const modes: Readonly<Record<string, FacilityType['mode']>> = {
  'visiting-nursing': 'visits',
  'home-care': 'visits',
  'home-bathing': 'visits',
  'day-service': 'day',
  'care-management': 'consultation',
  'community-support-center': 'consultation',
  'coordination-hub': 'consultation',
};

export function withModes(vocabulary: Vocabulary): Vocabulary {
  const types = [...vocabulary.types].map(
    ([id, type]) => [id, { ...type, mode: modes[id] ?? type.mode }] as const,
  );
  const scenes = [{ id: 'daily' as const, label: '日常の療養支援', easy: '家で', description: '' }];
  return { ...vocabulary, types: new Map(types), scenes };
}

export function syntheticDataset(count: number): PublicDataset {
  const random = randomFrom(20260401);
  const base = sampleDataset();
  const capabilities = [...base.vocabulary.capabilities.keys()];
  const towns = Array.from({ length: 40 }, (_, i) => `町${i + 1}`);
  const areas = [
    ...base.areas,
    ...towns.map((name, i) => ({
      ...base.areas[1]!,
      id: `t${i + 1}`,
      name,
      polygon: square(37.9 + (i % 8) * 0.02, 139.3 + Math.floor(i / 8) * 0.02),
    })),
  ];
  const answersOf = (): CapabilityAnswer[] =>
    capabilities
      .filter(() => random(3) === 0)
      .map(id => ({
        id,
        value: values[random(values.length)]!,
        relation: random(4) === 0 ? 'accepts' : 'performs',
        note: null,
      }));
  // Numbers of their own, so that names and answers stay what they were.
  const other = randomFrom(20260402);
  const oneOf = <T>(values: readonly T[]): T => values[other(values.length)]!;
  const townsServed = (): string[] => Array.from({ length: 1 + other(4) }, () => `t${1 + other(40)}`);
  const areaOf = (): ServiceArea | null => ({
    everywhere: other(20) === 0,
    areas: other(6) === 0 ? ['159999'] : townsServed(),
    towns: other(15) === 0 ? ['向山団地'] : [],
    radiusKm: other(8) === 0 ? 3 + other(10) : null,
    remark: other(10) === 0 ? `町${1 + other(40)}の一部` : null,
  });
  const serviceOf = (type: string, n: number): PublicService =>
    service(type, {
      serviceArea: /visiting|home|management/.test(type) && other(5) > 0 ? areaOf() : null,
      transferArea: type === 'day-service' && other(3) > 0 ? areaOf() : null,
      insurance: oneOf([[], [], ['医療保険'], ['介護保険'], ['医療保険', '介護保険']]),
      careLevels: oneOf([
        [],
        [],
        ['要支援1～要介護5'],
        ['要介護1～要介護5'],
        ['要介護3', '要介護4', '要介護5'],
      ]),
      acceptance: oneOf([null, null, '可', '要相談', '3件まで', '不可']),
      languages: oneOf([[], [], [], [], ['英語（翻訳機）'], ['中国語', '英語']]),
      ict: oneOf([[], [], ['みほねっと']]),
      confirmed: {
        on: `${2023 + other(4)}-${String(1 + other(12)).padStart(2, '0')}-01`,
        by: null,
        method: null,
      },
      phones: [phone(`0254-${String(10 + (n % 80))}-${String(n).padStart(4, '0').slice(-4)}`)],
      hours: random(3) === 0 ? [] : hoursOf(other),
      specialities:
        type === 'clinic' || type === 'hospital'
          ? [{ code: null, name: ['内科', '外科', '小児科', '皮膚科', '整形外科'][random(5)]! }]
          : [],
      capabilities: answersOf(),
    });
  const facilities = Array.from({ length: count }, (_, n) => {
    const [type, name, kana] = kinds[random(kinds.length)]!;
    const who = random(families.length);
    const flower = flowers[random(flowers.length)]!;
    const town = random(towns.length);
    const second = random(5) === 0 ? [serviceOf(kinds[random(kinds.length)]![0], n + 7)] : [];
    const extra = count > 400 ? String(n) : '';
    return facility(
      `s${n}`,
      `${families[who]}${flower}${name}${extra}`,
      [serviceOf(type, n), ...second.filter(s => s.type !== type)],
      {
        kana: `${readings[who]}${flower}${kana}`,
        address: {
          ...facility('x', 'x', []).address,
          text: `新潟県みほん市${towns[town]}${1 + random(5)}丁目${1 + random(30)}番${1 + random(20)}号`,
        },
        areas: ['159999', `t${town + 1}`],
        position:
          random(20) === 0
            ? null
            : {
                lat: 37.9 + (town % 8) * 0.02 + random(2000) / 1e5,
                lng: 139.3 + Math.floor(town / 8) * 0.02 + random(2000) / 1e5,
              },
      },
    );
  });
  return sampleDataset({
    vocabulary: withModes(base.vocabulary),
    areas,
    facilities: facilities.toSorted((a, b) => (a.kana! < b.kana! ? -1 : a.kana! > b.kana! ? 1 : 0)),
  });
}

/** Its south-west corner, and how long its sides are in degrees. */
export function square(lat: number, lng: number, side = 0.02) {
  const [south, north, west, east] = [lat, lat + side, lng, lng + side];
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
