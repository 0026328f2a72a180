import { defineCodes } from '../define.ts';

/** Areas and positions on the map. */
export const geoCodes = defineCodes({
  'geojson-unreadable': {
    severity: 'error',
    sentence: () =>
      'GeoJSON として読めません。地域の境界は使わずに続けます。GISソフトで「GeoJSON（EPSG:6668 または EPSG:4326）」として書き出し直してください。',
  },
  'area-id-missing': {
    severity: 'error',
    sentence: detail =>
      `${detail.number}番目の図形に、地域のIDの項目「${detail.property}」がないため使えません。site.yaml の areas の id に、IDの入った項目名を書いてください（例：id: N03_007）。`,
  },
  'area-id-not-ascii': {
    severity: 'error',
    sentence: () =>
      'は地域のIDとして使えません。IDはページのURLになるため、半角英数字と「-」「_」で付けてください（例：402050010）。',
  },
  'area-name-missing': {
    severity: 'warning',
    sentence: detail =>
      `は項目「${detail.property}」に名前がないため、IDのまま表示します。site.yaml の areas の name に、名前の入った項目名を書いてください（例：name: N03_004）。`,
  },
  'area-geometry-broken': {
    severity: 'warning',
    sentence: () =>
      'は境界の図形が壊れているため、地図に描けません。緯度・経度の面（Polygon か MultiPolygon）として書き出し直してください。',
  },
  'area-ring-closed': {
    severity: 'repaired',
    sentence: () => 'は境界の線が閉じていないため、始めの点につないで閉じました。',
  },
  'area-figure-unreadable': {
    severity: 'warning',
    sentence: detail =>
      `は人口などの数として読めません（項目「${detail.property}」）。半角の数字で入力してください（例：828）。`,
  },
  'position-geocoder-fallback': {
    severity: 'warning',
    sentence: detail =>
      `緯度 ${detail.lat}、経度 ${detail.lng} は、住所を探せなかったときに変換ソフトが返す点です。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。`,
  },
  'position-outside-region': {
    severity: 'warning',
    sentence: detail =>
      `緯度 ${detail.lat}、経度 ${detail.lng} は、${detail.area ?? 'この地域'}の境から約${detail.km}km離れています。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。`,
  },
  'position-far-from-others': {
    severity: 'warning',
    sentence: detail =>
      `緯度 ${detail.lat}、経度 ${detail.lng} は、この地域のほかの事業所から約${detail.km}km離れています。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。`,
  },
  'position-shared': {
    severity: 'warning',
    sentence: detail =>
      `緯度 ${detail.lat}、経度 ${detail.lng} は、住所の違う${detail.count}か所と同じ点です。市区町村や町の代表点と思われるため、地図には描かず「地図上の位置は未確認」と表示します。建物の位置を入力してください（例：緯度 35.6812、経度 139.7671）。`,
  },
});
