import { cleanCell } from '../normalize/text.ts';

/** The most frequent Japanese family names, enough to know a column of people from one of places. */
const familyNames = new Set(
  [
    '佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水',
    '山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井',
    '金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野',
    '小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村',
    '松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部',
    '東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 矢野 浅野 松下 星野 大久保 吉岡',
    '小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 川村 永田 望月 松村 田辺 荒井 堀 大島 菅野 平井 早川 西山 栗原 広瀬 廣瀬 石橋 岡崎 萩原 須藤',
    '本間 渡部 阿部 長澤 長沢 宮川 小沢 小澤 岡 片山 横田 成田 宮田 鎌田 大川 榎本 沢田 澤田 三宅 八木 関口 片岡 稲垣 柳沢 飯塚 皆川 笠原 神田',
  ]
    .join(' ')
    .split(' '),
);

const title =
  /^(院長|副院長|所長|管理者|施設長|担当者?|代表者?|理事長|医師|看護師|相談員|部長|課長|主任)[:：\s]*/;
const honorific = /[\s　]*(様|先生|氏|さん|医師|看護師|院長|所長|師長|課長|係長|主任)$/;
/** Words of places, desks and answers that no given name ends with. */
const noName =
  /[科病院課係局店県駅護療診介曜円台有無不要談薬件室寮社町村区丁番号車場料時週]|^市|[都道府県]$|平日|午[前後]|あり|なし|センター|クリニック|相談|支援|可能|対応/u;

/** `山田 太郎`, `院長 佐藤花子`, `ﾔﾏﾀﾞ 様`: a person's name, by its look and the common family names. */
export function isPersonName(text: string): boolean {
  const bare = cleanCell(text).replace(title, '').replace(honorific, '').trim();
  const spaced =
    /^([\p{Script=Han}々ヶﾞ-]{1,4})[\s　・]+([\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5})$/u.exec(
      bare,
    );
  if (spaced) return familyNames.has(spaced[1] ?? '') || !noName.test(bare);
  if (!/^[\p{Script=Han}々][\p{Script=Han}々\p{Script=Hiragana}]{1,5}$/u.test(bare)) return false;
  return [3, 2, 1].some(length => {
    const given = bare.slice(length);
    return (
      familyNames.has(bare.slice(0, length)) &&
      given.length <= 3 &&
      (given !== '' || bare !== text) &&
      !noName.test(given)
    );
  });
}

const personHeader =
  /氏名|担当|院長名|所長名|施設長|管理者|代表者|開設者|責任者|相談員名|医師名|記入者|回答者|お名前|担任|主治医名/;
const otherThanPerson =
  /電話|TEL|番号|メール|mail|FAX|住所|部署|部門|課名|役職|法人|人数|有無|数$|日$|(施設|事業所|医療機関|薬局|病院|店舗?|サービス|団体)の?お?名/i;

/** A header that asks for a person: 管理者氏名, 担当者, 院長名. */
export function isPersonHeader(header: string): boolean {
  return personHeader.test(header) && !otherThanPerson.test(header);
}

/** Words before a name in a sentence, and what shows that the name ends or is one: `担当：佐藤花子`, `窓口は山田さん`. */
const named =
  /(?:担当者?|管理者|責任者|相談員|ケアマネジャー|ケアマネ|連絡先|窓口|主任|師長)\s*(?:[:：]\s*([\p{Script=Han}々ヶ]{1,4}[ 　]?[\p{Script=Han}々]{1,3})(?![\p{Script=Han}々])|(?:は|の|、)?\s*([\p{Script=Han}々ヶ]{1,5})(?:さん|氏|様))/gu;
/** Words of offices that begin like a family name. */
const beginsAlike = /^(関[係連]|原則|東[西部側海京口]|林[業道]|森林|堀割|各|当)/u;

/** The first words of a text that look like a person named by role; null when there are none. */
export function personNamedIn(text: string): string | null {
  for (const [words, alone = '', addressed] of text.matchAll(named)) {
    const name = addressed ?? alone;
    if (!beginsAlike.test(name) && isPersonName(addressed === undefined ? name : `${name} 様`)) return words;
  }
  return null;
}
