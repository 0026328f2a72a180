/** Sentences of the list pages: columns, legend, 機能, 場面, 五十音, 相談窓口. */
import type { ListFact } from '../model/vocabulary.ts';
import { formatCount } from './format.ts';

export const listTexts = {
  name: '名前・住所',
  phone: '電話',
  types: '種類',
  answers: '答え',
  facts: {
    hours: '時間',
    specialities: '診療科',
    beds: '病床',
    capacity: '定員',
    'service-area': '訪問する地域',
    'transfer-area': '送迎する地域',
    acceptance: '新しい人の受け入れ',
    'care-levels': '要介護度',
  } satisfies Record<ListFact, string>,
  beds: (count: number) => `${formatCount(count)}床`,
  also: (types: string) => `ほかに：${types}`,
  unanswered: '未回答',
  notStated: '記載なし',
  legend: '記号：',
  legendUnanswered:
    '未回答のこと、書いていないことは、「できない」ではなく「わからない」です。電話で確認してください。',
  legendNote: '＊は条件や説明があるものです。',
  sheetOrder: 'よみがなの五十音順',
  remarks: '条件・説明',
  /** 地域包括 and other desks do not visit: they answer for a part of the region. */
  charge: '担当地域',
  indexes: {
    need: '困りごとから',
    needLead: 'あてはまるものをえらんでください。相談できるところと、まずすることがわかります。',
    scene: '場面から',
    sceneLead: '家での療養の、いまの場面をえらんでください。その場面で相談できるところがわかります。',
  },
  come: {
    title: 'この地域に来てくれるところ',
    jump: (count: number) => `この地域に来てくれるところ（${formatCount(count)}件）`,
    lead: (area: string) =>
      `訪問する地域に「${area}」があるところを、種類ごとに、よみがなの五十音順にならべています。「要確認」は、この地域の一部だけに来るところや、この地域に条件があるところです。○ のところも、書きそえた条件を見て、電話で確認してください。`,
    none: '訪問する地域に、この地域を書いているところは まだありません。',
    unstated: (count: number) =>
      `ほかに、訪問する地域を書いていないところが ${formatCount(count)}件あります。来てくれることもあります。電話で確認してください。`,
    search: '来てくれるところをさがす',
    group: (type: string, sure: number, ask: number) =>
      `${type}（○ ${formatCount(sure)}件・要確認 ${formatCount(ask)}件）`,
    sure: '○ この地域に来ます',
    ask: '要確認（電話で確認してください）',
    many: (type: string) => `この地域に来る${type}をさがす`,
  },
  moreWays: '場面・できること・五十音から',
  typeList: (type: string, count: number) => `${type}の一覧（${formatCount(count)}件）`,
  can: {
    title: 'できることからさがす',
    lead: '「対応あり」「要相談」「予定」の答えのあったことの一覧です。数は「対応あり」と「要相談」をあわせた件数です。答えのないところは入っていませんが、できることもあります。',
    none: 'できることの答えは、まだありません。',
    description: (label: string, region: string) =>
      `${region}で「${label}」に「対応あり」「要相談」と答えたところの一覧です。`,
    group: (statement: string | null, mark: string, word: string) =>
      `${statement === null ? '' : `${statement}：`}${mark === word ? mark : `${mark}\u00a0${word}`}`,
    relation: '「行う」ことと、「必要な人を受け入れる」ことは、べつの答えです。分けてならべています。',
    conditional: 'できないときもあります。電話で相談してください。',
    planned: 'まだ始まっていません。',
    order: '答えごとに、よみがなの五十音順にならべています。',
    jump: '答えへ移動',
    silence: (unanswered: number, asked: number) =>
      `このことをたずねる種類の ${formatCount(asked)}件のうち、${formatCount(unanswered)}件は、まだ答えがありません。「できない」という意味ではありません。電話でたずねることができます。`,
    allAnswered: (asked: number) =>
      `このことをたずねる種類の ${formatCount(asked)}件は、どこも答えています。`,
    official: '公的な名簿からの情報です。名簿にない事業所のことは、わかりません。',
    asked: 'このことをたずねる種類',
    tooLong: '数が多いため、種類をえらんでください。',
    search: '条件をつけてさがす',
    scenes: '場面からさがす',
  },
  scene: {
    title: '場面から',
    description: (label: string, region: string) =>
      `「${label}」の場面で、${region}で相談できるところ、できることの一覧です。`,
    needs: 'こんなとき',
    capabilities: 'この場面で できること',
    capabilitiesLead: '数は「対応あり」と「要相談」をあわせた件数です。',
    types: 'この場面にかかわる種類',
    places: 'この場面で「対応あり」「要相談」と答えたところ',
    answersOnly:
      '答えのないところは出していませんが、できることもあります。1件につき、答えを3つまで出しています。',
    none: 'この場面のことに答えたところは、まだありません。',
    tooLong: 'ところの数が多いため、上の「できること」か種類からえらんでください。',
    all: 'できることを ぜんぶ見る',
  },
  desk: {
    title: '相談窓口',
    lead: 'どこに聞けばいいか わからないときに、電話できるところです。だれからの相談を受けるかは、見出しに書いています。',
    order:
      '住民の方の窓口、専門職の窓口の順です。それぞれ、地域が登録した窓口（登録した順）のあとに、種類ごとによみがなの五十音順でならべています。',
    description: (region: string) =>
      `${region}の医療・介護の相談窓口の、電話番号・時間・担当地域の一覧です。`,
    none: '相談窓口の情報は、まだありません。お住まいの市区町村の役所の、高齢者福祉の窓口に聞いてください。',
    residents: '住民の方の相談窓口',
    residentsLead: '本人、家族、近所の人が電話できます。',
    professionals: '専門職どうしの相談窓口',
    professionalsLead:
      '医療・介護の専門職からの相談を受けています。住民の方の相談を受けるところもあります。住民の方は、まず上の窓口に電話してください。',
    own: '市区町村・団体の窓口',
    for: {
      residents: '住民の方から',
      professionals: '専門職から',
      both: '住民の方からも、専門職からも',
    },
    whose: '相談できる人',
    hours: '受付時間',
    areas: '担当地域',
    allAreas: '全域',
    name: '窓口',
    byArea: '地域包括支援センターの担当地域',
    byAreaLead: 'お住まいの地域の窓口です。',
    area: '地域',
    noArea: (names: string) => `担当地域の情報がない窓口：${names}`,
    website: 'ホームページ',
    all: 'すべての相談窓口を見る',
  },
  kana: {
    title: '五十音からさがす',
    lead: '名前のよみがなの、五十音順の一覧です。',
    order: 'よみがなの五十音順にならべています。',
    description: (region: string) => `${region}の医療・介護の事業所を、名前の五十音からさがす一覧です。`,
    row: (kana: string) => `${kana}行`,
    pageTitle: (row: string) => `${row}の名前`,
    latin: '英字・数字など',
    none: 'よみがなが わからないところ',
    noneLead: 'よみがなの情報がないため、名前の文字の順にならべています。',
    jump: '五十音へ移動',
    empty: 'のっているところは、まだありません。',
  },
} as const;
