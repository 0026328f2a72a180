/**
 * Sentences of the search page, in Japanese. They cross to the island as props, so they are plain text with
 * `{name}` slots and no functions.
 */
export const searchTexts = {
  title: 'さがす',
  description: '名前・種類・できること・地名で、医療と介護のサービスをさがせます。',
  label: '名前・種類・できること・地名',
  example: '例：訪問看護 24時間 西町',
  submit: 'さがす',
  clearText: '入力を消す',
  noScript:
    'この画面で条件をえらぶにはJavaScriptが必要です。使えないときは、つぎの一覧からさがしてください。',
  byType: '種類からさがす',
  byArea: '地域からさがす',
  loading: '条件を読み込んでいます…',
  loadFailed: '一覧のデータを読み込めませんでした。通信を確認して、もう一度読み込んでください。',
  retry: 'もう一度読み込む',

  filters: '条件',
  filtersCount: '条件（{n}）',
  openFilters: '条件をえらぶ',
  showResults: '{n}件を見る',
  clearAll: 'すべての条件を外す',
  chosen: 'いまの条件',
  remove: '「{label}」を外す',
  textChip: '「{text}」',
  moreOptions: 'ほかの{n}つも見る',
  optionCount: '{n}件',
  optionAdds: '＋{n}件',
  optionAddsSpoken: 'えらぶと{n}件増えます',
  facets: { types: '種類', areas: '地域', specialities: '診療科', capabilities: 'できること' },
  facetHints: {
    types: 'どれかに当てはまるところ',
    areas: 'どれかの地域にあるところ',
    specialities: 'どれかの科があるところ',
    capabilities: 'すべてに ○ か △（要相談）と答えたところ',
  },
  typeGroups: {
    medical: '医療',
    visiting: '家に来てもらう',
    'day-stay': '通う・泊まる',
    residence: '住む',
    consultation: '相談する',
    disability: '障害のある人のサービス',
    'life-support': '道具・くらし',
  },
  areaKinds: { municipality: '市区町村', sphere: '生活圏域', town: '町・丁目' },

  results: 'さがした結果',
  count: '{n}件',
  orderKana: '五十音順',
  orderText: '言葉に近い順（名前・よみがな・そのほか）、同じなら五十音順',
  orderNear: '「{typed}」はありませんでした。近いもの（{taken}）を出しています。',
  takenMore: '{label} ほか',
  leftOut: '未回答のため出していないところ {n}件',
  showLeftOut: '未回答も見る',
  unansweredShown: '未回答のところも出しています。できるかどうかは電話で確認してください。',
  hideUnanswered: '未回答を出さない',
  more: 'もっと見る（あと{n}件）',
  list: '一覧',
  map: '地図',
  views: '見かた',

  zero: '当てはまるところがありません',
  zeroDrops: {
    text: '「{label}」を外すと {n}件',
    types: '種類をすべてにすると {n}件',
    areas: '地域をすべてにすると {n}件',
    specialities: '診療科をすべてにすると {n}件',
    capability: '「{label}」を外すと {n}件',
    all: 'すべての条件を外すと {n}件',
  },
  zeroContact: '見つからないときは、{name}に電話で聞いてください。',
  zeroAsk: '見つからないときは、お住まいの市区町村の高齢者福祉の窓口に聞いてください。',

  number: '{n}番',
  phone: '電話',
  noPhone: '電話番号の情報はありません',
  confirmed: '{day}に確認',
  unconfirmed: '確認日の情報はありません',
  positionUnconfirmed: '地図上の位置は未確認',
  hours: '時間',
  otherServices: 'ほかのサービス：{labels}',
  answers: {
    yes: { mark: '○', word: '対応' },
    conditional: { mark: '△', word: '要相談' },
    unanswered: { mark: '－', word: '未回答' },
  },
  listSeparator: '、',

  mapLabel: 'さがした結果の地図',
  mapLoading: '地図を読み込んでいます…',
  mapFailed: '地図を読み込めませんでした。一覧はそのまま使えます。',
  tilesFailed: '背景の地図を表示できません。ピンの位置と一覧は、そのまま使えます。',
  mapHelp: 'ピンの番号は、一覧の番号と同じです。',
  notOnMap: '地図にない {n}件（位置が未確認）',
  zoomIn: '地図を拡大する',
  zoomOut: '地図を縮小する',
  cluster: '{n}件のまとまり、拡大する',
  pin: '{n}番 {name}、{types}',
  pinTogether: '同じ場所に {n}件',
  closeSelected: '閉じる',
  showMap: '地図を出す',
  hideMap: '地図を隠す',
} as const;

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type SearchTexts = Texts<typeof searchTexts>;

/** `fill('あと{n}件', { n: 3 })` → `あと3件`. Numbers get thousands separators. */
export function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? value.toString().replace(/\B(?=(\d{3})+$)/g, ',') : value;
  });
}
