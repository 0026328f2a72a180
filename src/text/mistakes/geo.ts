import type { geoCodes } from '../../issues/codes/geo.ts';
import { type Mending, sharedSteps } from './mending.ts';

const positionSteps = [sharedSteps.checkOnMap, sharedSteps.leaveEmpty];

/** Areas and positions on the map. */
export const geoMending: Readonly<Record<keyof typeof geoCodes, Mending>> = {
  'geojson-unreadable': {
    title: '境界のファイルが読めない',
    why: 'ダウンロードの途中で切れたか、GeoJSON ではない形（シェープファイルなど）です。',
    steps: [
      'もう一度ダウンロードします。',
      'GIS ソフトで「GeoJSON（EPSG:6668 または EPSG:4326）」として書き出し直します。',
    ],
  },
  'area-id-missing': {
    title: '境界の図形に ID の項目がない',
    why: 'site.yaml に書いた項目の名前と、ファイルの中の項目の名前がちがいます。',
    steps: [
      '境界のファイルをメモ帳で開き、"properties" のあとの項目の名前を見ます。',
      'site.yaml の areas の id に、その名前を書きます。',
    ],
  },
  'area-id-not-ascii': {
    title: '区域の ID が日本語',
    why: 'ID はページのアドレスになります。日本語だと、紙やメールで伝えにくくなります。',
    steps: ['半角の英数字と「-」で付け直します（例：nishi-machi）。'],
  },
  'area-name-missing': {
    title: '境界の図形に名前がない',
    why: '名前の項目が site.yaml に書いたものとちがうか、空です。住民には ID のまま見えてしまいます。',
    steps: [
      '境界のファイルで、名前の入った項目をさがします。',
      'site.yaml の areas の name に、その項目の名前を書きます。',
    ],
  },
  'area-geometry-broken': {
    title: '境界の図形がこわれている',
    why: '点や線しかない、座標が足りない、などで面になりません。',
    steps: ['GIS ソフトで「ジオメトリの修復」をして、面（Polygon か MultiPolygon）として書き出し直します。'],
  },
  'area-ring-closed': {
    title: '境界の線が閉じていない',
    why: '終わりの点が初めの点と同じでないので、つないで閉じました。',
    steps: [],
  },
  'area-figure-unreadable': {
    title: '区域の人口が数字でない',
    why: '「約800」のような言葉は、人口として足したり割ったりできません。',
    steps: ['半角の数字だけにします（例：828）。', sharedSteps.leaveEmpty],
  },
  'position-geocoder-fallback': {
    title: '住所を探せなかったときの点',
    why: '住所を緯度・経度に変えるソフトは、見つからないと県の真ん中などを返します。そこに事業所はありません。',
    steps: positionSteps,
  },
  'position-outside-region': {
    title: '位置が地域の外',
    why: '数字の打ちまちがいか、同じ地名のほかの町を拾っています。来る人が迷います。',
    steps: positionSteps,
  },
  'position-far-from-others': {
    title: '位置がほかの事業所から遠い',
    why: '数字の打ちまちがいか、同じ地名のほかの町を拾っています。来る人が迷います。',
    steps: positionSteps,
  },
  'position-shared': {
    title: 'たくさんの事業所が同じ点にある',
    why: '番地までは分からず、町の代表の点を入れたものと思われます。',
    steps: positionSteps,
  },
};
