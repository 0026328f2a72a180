/**
 * Regions for measuring the search: names, readings, addresses and numbers put together from parts so that they are as
 * long, as different and as hard to compress as those of the ministry's open data of care services (measured on
 * 10,000 of its records: names 15 letters, 87 % distinct, 87 KB gzip; readings 22 letters, 79 KB; addresses 19
 * letters, 139 KB; telephone numbers 47 KB; positions 61 KB). Nothing is copied from there.
 */
import { shippedVocabulary } from '../../src/files/load-region.ts';
import type { Area, PublicDataset } from '../../src/model/dataset.ts';
import type { CapabilityAnswer, PublicFacility, PublicService } from '../../src/model/facility.ts';
import type { Capability, FacilityType } from '../../src/model/vocabulary.ts';
import { facility, hours, phone, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { randomFrom } from '../search/synthetic.ts';
import { surveyDates } from './survey-dates.ts';

type Random = (below: number) => number;
/** As written, and its reading in katakana. */
type Word = readonly [written: string, reading: string];

const pairs = (text: string): Word[] =>
  text.split(' ').map(pair => pair.split('/') as unknown as [string, string]);

const families = pairs(
  '佐藤/サトウ 鈴木/スズキ 高橋/タカハシ 髙橋/タカハシ 田中/タナカ 伊藤/イトウ 渡辺/ワタナベ 渡邉/ワタナベ 渡邊/ワタナベ 山本/ヤマモト 中村/ナカムラ 小林/コバヤシ 加藤/カトウ 吉田/ヨシダ 山田/ヤマダ 佐々木/ササキ 山口/ヤマグチ 松本/マツモト 井上/イノウエ 木村/キムラ 林/ハヤシ 斎藤/サイトウ 齋藤/サイトウ 齊藤/サイトウ 清水/シミズ 山崎/ヤマザキ 山﨑/ヤマザキ 森/モリ 阿部/アベ 池田/イケダ 橋本/ハシモト 山下/ヤマシタ 石川/イシカワ 中島/ナカジマ 前田/マエダ 藤田/フジタ 小川/オガワ 後藤/ゴトウ 岡田/オカダ 長谷川/ハセガワ 村上/ムラカミ 近藤/コンドウ 石井/イシイ 坂本/サカモト 遠藤/エンドウ 青木/アオキ 藤井/フジイ 西村/ニシムラ 福田/フクダ 太田/オオタ 三浦/ミウラ 藤原/フジワラ 岡本/オカモト 松田/マツダ 中川/ナカガワ 中野/ナカノ 原田/ハラダ 小野/オノ 田村/タムラ 竹内/タケウチ 金子/カネコ 和田/ワダ 中山/ナカヤマ 石田/イシダ 上田/ウエダ 森田/モリタ 原/ハラ 柴田/シバタ 酒井/サカイ 工藤/クドウ 横山/ヨコヤマ 宮崎/ミヤザキ 宮本/ミヤモト 内田/ウチダ 高木/タカギ 安藤/アンドウ 谷口/タニグチ 大野/オオノ 丸山/マルヤマ 今井/イマイ 河野/コウノ 藤本/フジモト 村田/ムラタ 武田/タケダ 上野/ウエノ 杉山/スギヤマ 増田/マスダ 菅原/スガワラ 平野/ヒラノ 大塚/オオツカ 千葉/チバ 久保/クボ 松井/マツイ 岩崎/イワサキ 桜井/サクライ 木下/キノシタ 野口/ノグチ 松尾/マツオ 野村/ノムラ 菊地/キクチ 佐野/サノ 大西/オオニシ 杉本/スギモト 新井/アライ',
);
const givenWords = pairs(
  'さくら/サクラ ひまわり/ヒマワリ すみれ/スミレ たんぽぽ/タンポポ こすもす/コスモス なのはな/ナノハナ あじさい/アジサイ つばき/ツバキ みどり/ミドリ あおば/アオバ 青葉/アオバ 若葉/ワカバ ひだまり/ヒダマリ やすらぎ/ヤスラギ ほほえみ/ホホエミ なごみ/ナゴミ 和/ナゴミ えがお/エガオ 笑顔/エガオ つばさ/ツバサ にじいろ/ニジイロ 虹/ニジ あおぞら/アオゾラ 青空/アオゾラ こもれび/コモレビ そよかぜ/ソヨカゼ せせらぎ/セセラギ いこい/イコイ 憩/イコイ ふれあい/フレアイ ゆうゆう/ユウユウ 悠々/ユウユウ のぞみ/ノゾミ 希望/キボウ あゆみ/アユミ きずな/キズナ 絆/キズナ まごころ/マゴコロ 真心/マゴコロ 陽だまり/ヒダマリ 陽光/ヨウコウ 光/ヒカリ ひかり/ヒカリ 恵/メグミ めぐみ/メグミ 愛/アイ あい/アイ 幸/サチ 福寿/フクジュ 長寿/チョウジュ 清風/セイフウ 白寿/ハクジュ 千寿/センジュ 桜花/オウカ 松風/マツカゼ 緑風/リョクフウ 聖/セイ 三愛/サンアイ 慈愛/ジアイ 博愛/ハクアイ 敬愛/ケイアイ 仁/ジン ケアネット/ケアネット ケアパートナー/ケアパートナー ハートフル/ハートフル サンライズ/サンライズ グリーン/グリーン オアシス/オアシス スマイル/スマイル フレンド/フレンド ライフ/ライフ アップル/アップル リハビリ/リハビリ ハッピー/ハッピー ニチニチ/ニチニチ ファミリー/ファミリー アイリス/アイリス ラベンダー/ラベンダー ウェル/ウェル ケアホーム/ケアホーム',
);
const placeHeads = pairs(
  '西/ニシ 東/ヒガシ 南/ミナミ 北/キタ 上/カミ 下/シモ 中/ナカ 大/オオ 小/コ 新/シン 高/タカ 松/マツ 竹/タケ 梅/ウメ 青/アオ 白/シロ 黒/クロ 赤/アカ 石/イシ 岩/イワ 金/カナ 長/ナガ 広/ヒロ 深/フカ 浅/アサ 古/フル 若/ワカ 富/トミ 福/フク 吉/ヨシ 清/キヨ 泉/イズミ 花/ハナ 桜/サクラ 柳/ヤナギ 藤/フジ 萩/ハギ 鶴/ツル 亀/カメ 鷹/タカ 熊/クマ 鹿/シカ 平/ヒラ 三/ミ 八/ヤ 千/チ 七/ナナ 五/イツ 朝/アサ 春/ハル 秋/アキ 天/アマ 神/カミ 宮/ミヤ',
);
const placeTails = pairs(
  '町/マチ 山/ヤマ 川/カワ 田/タ 原/ハラ 野/ノ 島/シマ 沢/サワ 崎/サキ 浜/ハマ 谷/タニ 丘/オカ 森/モリ 井/イ 池/イケ 宮/ミヤ 尾/オ 塚/ツカ 岡/オカ 津/ツ 瀬/セ 橋/ハシ 坂/サカ 江/エ 木/キ 村/ムラ 里/サト 台/ダイ 本町/ホンマチ ケ丘/ガオカ 戸/ト 場/バ 倉/クラ 根/ネ',
);
/** Type, share, and what such places call themselves. */
const kinds: readonly [type: string, share: number, names: Word[]][] = [
  [
    'hospital',
    4,
    pairs(
      '病院/ビョウイン 中央病院/チュウオウビョウイン 記念病院/キネンビョウイン 総合病院/ソウゴウビョウイン',
    ),
  ],
  [
    'clinic',
    22,
    pairs(
      '医院/イイン クリニック/クリニック 内科クリニック/ナイカクリニック 内科医院/ナイカイイン 整形外科/セイケイゲカ 内科小児科医院/ナイカショウニカイイン 皮フ科/ヒフカ 眼科/ガンカ 耳鼻咽喉科/ジビインコウカ 診療所/シンリョウジョ 内科・循環器科/ナイカ・ジュンカンキカ 在宅クリニック/ザイタククリニック 泌尿器科/ヒニョウキカ',
    ),
  ],
  [
    'dental-clinic',
    16,
    pairs(
      '歯科医院/シカイイン 歯科/シカ 歯科クリニック/シカクリニック デンタルクリニック/デンタルクリニック',
    ),
  ],
  ['pharmacy', 14, pairs('薬局/ヤッキョク 調剤薬局/チョウザイヤッキョク ファーマシー/ファーマシー')],
  [
    'visiting-nursing',
    8,
    pairs(
      '訪問看護ステーション/ホウモンカンゴステーション ナースステーション/ナースステーション 訪問看護/ホウモンカンゴ 訪問看護リハビリステーション/ホウモンカンゴリハビリステーション',
    ),
  ],
  [
    'home-care',
    11,
    pairs(
      'ヘルパーステーション/ヘルパーステーション 訪問介護事業所/ホウモンカイゴジギョウショ 訪問介護/ホウモンカイゴ ケアサービス/ケアサービス ホームヘルプサービス/ホームヘルプサービス',
    ),
  ],
  [
    'day-service',
    13,
    pairs(
      'デイサービス/デイサービス デイサービスセンター/デイサービスセンター 通所介護事業所/ツウショカイゴジギョウショ デイ/デイ リハビリデイサービス/リハビリデイサービス',
    ),
  ],
  [
    'care-management',
    12,
    pairs(
      'ケアプランセンター/ケアプランセンター 居宅介護支援事業所/キョタクカイゴシエンジギョウショ ケアマネジメントセンター/ケアマネジメントセンター 介護支援センター/カイゴシエンセンター ケアプラン/ケアプラン',
    ),
  ],
];
const corporations = pairs(
  '医療法人/イリョウホウジン 医療法人社団/イリョウホウジンシャダン 社会福祉法人/シャカイフクシホウジン 社会医療法人/シャカイイリョウホウジン 株式会社/カブシキガイシャ 有限会社/ユウゲンガイシャ 合同会社/ゴウドウガイシャ NPO法人/エヌピーオーホウジン',
);
const syllables =
  'ア イ エ カ キ ク コ サ シ ス セ タ チ テ ト ナ ニ ネ ノ ハ ヒ フ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ン'.split(
    ' ',
  );
const municipalities =
  'みほん市 さくら市 あさひ市 みなと町 おか町 かわ町 うみ市 やま村 ひがし市 にし町 たに村 しま町'.split(' ');
const specialities = [
  '内科',
  '外科',
  '整形外科',
  '小児科',
  '皮膚科',
  '眼科',
  '精神科',
  '泌尿器科',
  '耳鼻咽喉科',
  '循環器内科',
];
const weekHours = [
  '09:00-12:00,14:00-18:00 09:00-12:00,14:00-18:00 09:00-12:00,14:00-18:00 09:00-12:00 09:00-12:00,14:00-18:00 09:00-12:00 休 休',
  '09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 休 休 休',
  '08:30-17:30 08:30-17:30 08:30-17:30 08:30-17:30 08:30-17:30 08:30-12:30 休 休',
  '00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00',
];

/** About 20 answers for each facility. The same for the same number. */
export function searchRegion(count: number): PublicDataset {
  const random = randomFrom(20261122);
  const vocabulary = shippedVocabulary();
  const towns = townsOf(random);
  const areas = [
    ...areasOf(municipalities, null),
    ...areasOf(
      towns.map(town => town.name),
      'm',
    ),
  ];
  const ask = answersFor([...vocabulary.capabilities.values()], random);
  const facilities = Array.from({ length: count }, () => {
    const [type, kindNames] = pickKind(random);
    const town = towns[random(towns.length)]!;
    const [name, kana] = officeName(pick(kindNames, random), town.word, random);
    const more = random(6) === 0 ? pickKind(random)[0] : type;
    const types = [...new Set([type, more])].flatMap(id => vocabulary.types.get(id) ?? []);
    return officeAt(
      name,
      kana,
      town,
      random,
      types.map(each => serviceOf(each, ask, random)),
    );
  });
  const dated = surveyDates(facilities, vocabulary);
  return sampleDataset({
    vocabulary,
    areas,
    provenance: dated.provenance,
    facilities: dated.facilities.toSorted((a, b) => (a.kana! < b.kana! ? -1 : a.kana! > b.kana! ? 1 : 0)),
  });
}

interface Town {
  id: string;
  name: string;
  word: Word;
  municipality: number;
  at: { lat: number; lng: number };
}

function townsOf(random: Random): Town[] {
  return Array.from({ length: 900 }, (_, i) => {
    const word = placeName(random);
    const municipality = i % municipalities.length;
    const at = { lat: 37.6 + random(60_000) / 1e5, lng: 138.8 + random(80_000) / 1e5 };
    return { id: `t${i}`, name: word[0], word, municipality, at };
  });
}

function areasOf(names: readonly string[], parent: string | null): Area[] {
  const [municipality, town] = sampleDataset().areas;
  return names.map((name, i) => ({
    ...(parent === null ? municipality! : town!),
    id: parent === null ? `m${i}` : `t${i}`,
    name,
    parent: parent === null ? null : `m${i % municipalities.length}`,
    polygon: null,
  }));
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random(from.length)]!;
}

function pickKind(random: Random): [type: string, names: Word[]] {
  let at = random(kinds.reduce((sum, [, share]) => sum + share, 0));
  for (const [type, share, names] of kinds) {
    if (at < share) return [type, names];
    at -= share;
  }
  throw new Error('shares do not add up');
}

function placeName(random: Random): Word {
  return joined([pick(placeHeads, random), pick(placeTails, random)]);
}

function coinedWord(random: Random): Word {
  const word = Array.from({ length: 3 + random(3) }, () => pick(syllables, random)).join('');
  const written = random(2) === 0 ? word : hiraganaOf(word);
  return [written, word];
}

function hiraganaOf(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

function joined(words: readonly Word[], space = ''): Word {
  return [words.map(([written]) => written).join(space), words.map(([, reading]) => reading).join(space)];
}

/** 医療法人社団　桜花会　たかやま内科医院, デイサービスひだまり西町, ケアプランセンターライフ … */
function officeName(kind: Word, town: Word, random: Random): Word {
  const stem = () => {
    const dice = random(10);
    if (dice < 3) return pick(families, random);
    if (dice < 6) return pick(givenWords, random);
    return dice < 8 ? placeName(random) : coinedWord(random);
  };
  const main = random(5) < 2 ? joined([stem(), stem()]) : stem();
  const core = random(3) === 0 ? [kind, main] : [main, kind];
  const branch: Word[] = random(5) < 2 ? [random(2) === 0 ? town : placeName(random)] : [];
  const name = joined([...core, ...branch]);
  if (random(4) > 0) return name;
  const owner: Word = joined([
    pick(random(2) === 0 ? givenWords : placeHeads, random),
    pick(givenWords, random),
    ['会', 'カイ'],
  ]);
  return joined([pick(corporations, random), owner, name], '　');
}

function officeAt(
  name: string,
  kana: string,
  town: Town,
  random: Random,
  services: PublicService[],
): PublicFacility {
  const id = `15${1 + random(9)}${String(random(10_000_000)).padStart(7, '0')}`;
  const municipality = municipalities[town.municipality]!;
  const numbers = [1 + random(9), 1 + random(40), 1 + random(30)];
  const place = pick(
    [
      `${numbers[0]}丁目${numbers[1]}番${numbers[2]}号`,
      numbers.join('-'),
      `${random(4000) + 1}番地${numbers[1]}`,
      `${random(3000) + 1}-${numbers[2]}`,
    ],
    random,
  );
  const base = facility(id, name, services);
  return {
    ...base,
    kana,
    address: {
      ...base.address,
      municipality,
      text: `新潟県${municipality}${town.name}${place}`,
      postalCode: `95${String(random(400) + 10_000)}`,
      building: random(8) === 0 ? `${pick(givenWords, random)[0]}ビル${1 + random(5)}階` : null,
    },
    areas: [`m${town.municipality}`, town.id],
    position:
      random(30) === 0
        ? null
        : { lat: town.at.lat + random(1800) / 1e5, lng: town.at.lng + random(1800) / 1e5 },
    confirmed: random(4) === 0 ? null : base.confirmed,
  };
}

function serviceOf(
  type: FacilityType,
  answers: (type: FacilityType) => CapabilityAnswer[],
  random: Random,
): PublicService {
  const isMedical = type.id === 'clinic' || type.id === 'hospital';
  const digits = String(random(10_000)).padStart(4, '0');
  return service(type.id, {
    phones: [phone(`025${random(10)}-${20 + random(79)}-${digits}`)],
    hours: random(5) === 0 ? [] : [hours(changed(pick(weekHours, random), random))],
    specialities: isMedical
      ? [...new Set([pick(specialities, random), pick(specialities, random)])].map(label => ({
          code: null,
          name: label,
        }))
      : [],
    capabilities: answers(type),
    remarks:
      random(6) === 0
        ? `${pick(givenWords, random)[0]}のある${pick(specialities, random)}にも応じます。`
        : null,
  });
}

/** One day in another way than usual. */
function changed(week: string, random: Random): string {
  const days = week.split(' ');
  if (random(2) === 0) days[random(6)] = pick(['休', '?', '09:00-12:00', '13:30-19:00'], random);
  return days.join(' ');
}

/** Each capability is answered by its own share of those who are asked; the shares make 20 a service. */
function answersFor(
  capabilities: readonly Capability[],
  random: Random,
): (type: FacilityType) => CapabilityAnswer[] {
  const popular = new Map(
    capabilities.map(({ id }, i) => [id, 1 / (1 + ((i * 37) % capabilities.length) / 12)]),
  );
  return type => {
    const asked = capabilities.filter(c => c.asked.includes('*') || c.asked.includes(type.letter));
    const sum = asked.reduce((total, { id }) => total + popular.get(id)!, 0);
    return asked
      .filter(({ id }) => random(1000) < (popular.get(id)! / sum) * 24_000)
      .map(({ id, acceptsLabel }) => ({
        id,
        value: (['yes', 'yes', 'yes', 'no', 'conditional'] as const)[random(5)]!,
        relation: acceptsLabel ? type.relation : 'performs',
        note: null,
      }));
  };
}
