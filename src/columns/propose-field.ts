import { nearest } from '../issues/nearest.ts';
import type { FieldKey } from './fields.ts';
import { fieldHeaders } from './fields.ts';
import { listingOf } from './listing-words.ts';
import {
  type Confidence,
  type Guess,
  type ProposeContext,
  type SeenColumn,
  shareText,
} from './propose-column.ts';
import { corporationBlock, type FieldSign, fieldSigns } from './propose-hints.ts';
import type { ValueKind } from './propose-values.ts';
import type { ColumnRule } from './region-columns.ts';

const kindWords: Readonly<Record<ValueKind, string>> = {
  email: 'メールアドレス',
  url: 'URL',
  postalCode: '郵便番号',
  latitude: '緯度',
  longitude: '経度',
  corporationNumber: '法人番号',
  officeNumber: '事業所番号',
  municipalityCode: '市区町村コード',
  phone: '電話番号',
  digits: '0で始まる数字',
  date: '日付',
  weekdays: '曜日',
  time: '時刻',
  hours: '時間',
  mark: '○×などの答え',
  type: '種別の名前',
  specialities: '診療科目',
  capabilities: '機能の名前',
  insurance: '保険の名前',
  careLevels: '要介護度',
  listing: '公開・非公開',
  status: '営業・休止・廃止',
  consent: '同意のあるなし',
  prefecture: '都道府県',
  municipality: '市区町村',
  address: '住所',
  street: '番地のある住所',
  kana: 'カタカナ',
  hiragana: 'ひらがな',
  person: '人の名前',
  corporation: '法人の名前',
  name: '事業所の名前',
  area: '地域の名前',
  count: '数',
};

/** Values of these are like nothing else. */
const unmistakable: ReadonlySet<ValueKind> = new Set([
  'email',
  'url',
  'postalCode',
  'latitude',
  'longitude',
  'corporationNumber',
  'specialities',
  'prefecture',
]);

/** Fields by which somebody is reached: of the corporation they are none of the office's. */
const contacts: ReadonlySet<FieldKey> = new Set([
  'phone',
  'fax',
  'email',
  'url',
  'address',
  'postalCode',
  'kana',
]);

interface Scored {
  sign: FieldSign;
  score: number;
  share: number;
  kind: ValueKind | null;
  byHeader: 'exact' | 'hint' | null;
}

/** The field a column most likely is, by its header and by what its values look like. */
export function guessField(column: SeenColumn, context: ProposeContext): Guess | null {
  const scored = fieldSigns.map(sign => score(sign, column)).filter(each => each.score >= 25);
  const best = scored.sort((a, b) => b.score - a.score)[0];
  const exact = column.usual.kind === 'field' ? column.usual.field : null;
  if (!best) return exact === null ? null : plainGuess(exact);
  if (best.byHeader !== 'exact' && exact !== null && !fieldSigns.some(({ field }) => field === exact))
    return plainGuess(exact);
  const { sign, byHeader } = best;
  const header = column.header.normalize('NFKC');
  if (contacts.has(sign.field) && corporationBlock.test(header) && byHeader !== 'exact')
    return {
      rule: 'ignore',
      confidence: '高い',
      reasons: ['法人の連絡先で、事業所のものではない'],
      score: best.score,
    };
  const { rule, reasons, unread } = ruleFor(sign.field, column, context);
  const confidence = confidenceOf(best, column.profile.filled);
  return {
    rule,
    confidence: unread ? 'たぶん' : confidence,
    reasons: [...reasonsOf(best, column), ...reasons],
    field: sign.field,
    score: best.score,
  };
}

function plainGuess(field: FieldKey): Guess {
  return {
    rule: { fields: [fieldHeaders[field][0]] },
    ...{ confidence: '高い', reasons: ['様式にある見出し'], field, score: 100 },
  };
}

function score(sign: FieldSign, { header: typed, profile, usual }: SeenColumn): Scored {
  const header = typed.normalize('NFKC').replace(/\s/g, '');
  const match = sign.header?.exec(header)?.[0];
  const isExact = usual.kind === 'field' && usual.field === sign.field;
  const shares = sign.kinds.map(kind => [kind, profile.share(kind)] as const);
  const [kind, share] = shares.sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  const isMarked = profile.filled >= 2 && profile.share('mark') >= 0.8;
  const isContrary =
    (sign.kinds.length > 0 && profile.filled >= 3 && share < 0.3) || (isMarked && share === 0);
  const words = isExact ? 100 : match === undefined ? 0 : 55 + Math.min(10, match.length);
  const byHeader = isExact ? 'exact' : match === undefined ? null : 'hint';
  if (byHeader) return { sign, kind, share, byHeader, score: words + share * 40 - (isContrary ? 60 : 0) };
  const first = sign.kinds[0];
  const alone = first === undefined ? 0 : profile.share(first);
  const isPlain =
    sign.plain && profile.filled >= 2 && alone >= 0.75 && fits(first, profile.distinct, profile.words.size);
  return { sign, kind: first ?? null, share: alone, byHeader, score: isPlain ? 30 + alone * 20 : 0 };
}

/** Names differ from row to row; kinds of office and whether it is open do not. */
function fits(kind: ValueKind | undefined, distinct: number, words: number): boolean {
  if (kind === 'name' || kind === 'address' || kind === 'kana') return distinct >= 0.5;
  return kind !== 'listing' && kind !== 'status' ? true : words <= 8;
}

function confidenceOf({ byHeader, sign, share, kind }: Scored, filled: number): Confidence {
  const isShown = sign.kinds.length > 0 && filled >= 2 && share >= 0.75;
  if (byHeader === 'exact') return sign.kinds.length === 0 || filled < 3 || share >= 0.3 ? '高い' : 'たぶん';
  if (byHeader === 'hint') return isShown ? '高い' : 'たぶん';
  return kind !== null && unmistakable.has(kind) && share >= 0.9 && filled >= 3 ? '高い' : 'たぶん';
}

function reasonsOf({ byHeader, sign, share, kind }: Scored, { profile }: SeenColumn): string[] {
  const words = byHeader === 'exact' ? '様式にある見出し' : byHeader === 'hint' ? '見出しの言葉' : null;
  const values =
    kind !== null && profile.filled > 0 && sign.kinds.length > 0 ? shareText(share, kindWords[kind]) : null;
  return [words, values].filter(text => text !== null);
}

interface FieldRule {
  rule: ColumnRule;
  reasons: string[];
  /** Words are left that nobody could turn into ours. */
  unread: boolean;
}

function ruleFor(field: FieldKey, { profile }: SeenColumn, context: ProposeContext): FieldRule {
  const rule: ColumnRule = { fields: [fieldHeaders[field][0]] };
  const words = [...profile.words.keys()];
  if (field === 'listing' || field === 'consent') {
    const values = gateValues(words, field === 'listing' ? ['公開', '非公開'] : ['あり', 'なし']);
    const isRead = (word: string) => word in values || (field === 'listing' && listingOf(word) !== null);
    return {
      rule: withValues(rule, values),
      reasons: [],
      unread: field === 'listing' && !words.every(isRead),
    };
  }
  return field === 'type' ? typeRule(rule, words, context) : { rule, reasons: [], unread: false };
}

/** 1, 可, 掲載する … → 公開; 0, 不可, 下書き … → 非公開. What is understood already needs no entry. */
function gateValues(words: readonly string[], [yes, no]: readonly [string, string]): Record<string, string> {
  if (words.length > 8) return {};
  const meant = words.map(word => {
    if (/^(公開|非公開|あり|なし)$/.test(word)) return null;
    if (/非|しない|不|なし|無|×|^0$|いいえ|下書|保留|準備|未|停止|削除/.test(word))
      return [word, no] as const;
    return /する|可|○|◯|〇|^1$|はい|済|公開|あり|有/.test(word) ? ([word, yes] as const) : null;
  });
  return Object.fromEntries(meant.filter(pair => pair !== null));
}

function typeRule(rule: ColumnRule, words: readonly string[], context: ProposeContext): FieldRule {
  const sign = ['|', ';', '\n', '、', ','].find(each => words.some(word => word.includes(each)));
  const parts = new Set(words.flatMap(word => (sign ? word.split(sign) : [word])).map(part => part.trim()));
  const isKnown = (word: string) => context.lookup.findType(word) || context.lookup.typeOfKaigoLabel(word);
  const unknown = [...parts].filter(part => part !== '' && !isKnown(part));
  const labels = [...context.vocabulary.types.values()].flatMap(({ label, aliases }) => [label, ...aliases]);
  const meant = unknown.flatMap(word => {
    const close = nearest(word, labels);
    return close && isKnown(close) ? [[word, close] as const] : [];
  });
  const left = unknown.length - meant.length;
  const isSeveral = sign !== undefined && [...parts].some(isKnown);
  const split = isSeveral ? { split: [sign === '\n' ? '改行' : sign] } : {};
  return {
    rule: withValues({ ...rule, ...split }, Object.fromEntries(meant)),
    reasons:
      left > 0
        ? [
            `種別の分からない言葉が${left}種類あるので「値」に書いてください（例：${unknown.find(word => !meant.some(([from]) => from === word))}）`,
          ]
        : [],
    unread: left > 0,
  };
}

export function withValues(rule: ColumnRule, values: Record<string, string>): ColumnRule {
  return Object.keys(values).length > 0 ? { ...rule, values } : rule;
}
