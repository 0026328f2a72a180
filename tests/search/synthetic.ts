/** Made-up regions of any size, the same for the same number: for measuring and for properties. */
import type { PublicDataset } from '../../src/model/dataset.ts';
import type { AnswerValue, CapabilityAnswer, PublicService } from '../../src/model/facility.ts';
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
  const serviceOf = (type: string, n: number): PublicService =>
    service(type, {
      phones: [phone(`0254-${String(10 + (n % 80))}-${String(n).padStart(4, '0').slice(-4)}`)],
      hours:
        random(3) === 0
          ? []
          : [
              hours(
                '09:00-12:00,14:00-18:00 09:00-12:00,14:00-18:00 09:00-12:00 ? 09:00-17:00 09:00-12:00 休 休',
              ),
            ],
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
    areas,
    facilities: facilities.toSorted((a, b) => (a.kana! < b.kana! ? -1 : a.kana! > b.kana! ? 1 : 0)),
  });
}

function square(lat: number, lng: number) {
  const [south, north, west, east] = [lat, lat + 0.02, lng, lng + 0.02];
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
