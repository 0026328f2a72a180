/** Sentences of the downloads, of the data's description and of the lists for other sites, in Japanese. */
import { formatCount } from './format.ts';

/** 約12KB, 約1.2MB: as the file managers of people count, by thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `約${formatCount(Math.max(1, Math.round(bytes / 1000)))}KB`;
  return `約${(bytes / 1_000_000).toFixed(1)}MB`;
}

export const downloadsText = {
  parts: '種類・地域ごとのデータ',
  partsLead:
    '種類ごとの表には、その種類のサービスだけが入っています。地域ごとの表には、その地域に「ある」ところが入っています。どの表も、よみがなの五十音順です。',
  types: '種類ごと',
  areas: '地域ごと',
  name: '名前',
  count: '件数',
  countOf: (count: number) => `${formatCount(count)}件`,
  csv: '表（CSV）',
  geojson: '地図データ（GeoJSON）',
  file: (format: string, bytes: number) => `${format} ${sizeWords(bytes)}`,
  standard: '自治体のオープンデータの様式',
  standardLead:
    '市区町村がオープンデータとして公開するときの様式です。新しい様式（自治体標準オープンデータセット）と、前の様式（推奨データセット）の両方があります。',
  standardLists: { hospital: '医療機関一覧', care_service: '介護サービス事業所一覧' },
  generations: { A: '推奨データセット', B: '自治体標準オープンデータセット' },
  standardRows: {
    hospital: '病院・診療所・歯科診療所が入っています。薬局は、この様式にはありません。',
    care_service: '介護保険のサービスが入っています。1行が1つのサービスです。',
  },
  ofMunicipality: (name: string | null) => name ?? '圏域のすべて',
  standardRules: [
    '空らんは「わからない」です。この様式には「できること」の答えと、地域で足した項目を入れる列がないため、入っていません。',
    '医療機関一覧の時間は、始まりと終わりが1つずつです。昼休みや曜日ごとのちがいは、特記事項に言葉で書いています。わからない曜日があるときは、曜日の列を空けて、特記事項だけに書いています。',
    '病床の数がわからない診療所は「診療所」、様式の言葉では歯科とわからないところは「歯科診療所」と書いています。',
    '電話番号が2つ以上あるときは「 / 」で区切っています。説明（夜間など）と、2つ目からの内線番号は入りません。',
    '文の中の改行は「（改行）」と書いています。',
  ],
  lacking: (list: string, generation: string) => `${list}（${generation}）に入らない項目`,
  datasetName: (site: string) => `${site}のデータ`,
  toDictionary: 'データの項目の意味',
  toEmbed: 'ほかのサイトに一覧をのせる',
  ofFile: (label: string) => `${label}の`,
} as const;

export const embedText = {
  title: 'ほかのサイトに一覧をのせる',
  description: '市区町村や地域の団体のホームページに、この一覧の一部をのせる方法です。',
  lead: 'つぎのコードを写してホームページのHTMLに貼ると、一覧がその場所に出ます。データを新しくすると、貼った一覧も新しくなります。',
  rules: [
    '一覧の中のリンクを押すと、この資源マップのページが開きます。',
    '一覧の下に、出典とこの資源マップへのリンクが出ます。消さないでください。',
    'のせる側のページで、ほかのサイトの表示を止める設定をしていると、出ないことがあります。ホームページの担当者に聞いてください。',
  ],
  noAddress:
    'このサイトの公開する住所が決まっていないため、このままではほかのサイトに貼れません。サイトを作るときに住所（--site）を入れるか、コードの「https://（このサイトの住所）」を書きかえてください。',
  addressHere: 'https://（このサイトの住所）',
  desk: '相談窓口',
  deskTitle: (region: string) => `${region}の相談窓口`,
  type: (label: string, region: string) => `${region}の${label}`,
  code: '貼るコード',
  see: '見本を見る',
  ofList: (label: string) => `${label}の`,
  more: (count: number) => `${formatCount(count)}件をすべて見る`,
  full: 'くわしい一覧を見る',
  long: (count: number) => `${formatCount(count)}件あります。つぎの一覧から見てください。`,
  credit: (site: string) => `出典：${site}`,
} as const;
