import type { CellRead } from '../issues/issue.ts';
import type { AnswerValue } from '../model/facility.ts';
import { cleanCell, foldWidth, nothing } from './text.ts';

export interface Mark {
  /** Null when the cell says that it is not known. */
  value: AnswerValue | null;
  note: string | null;
}

const spellings: readonly [AnswerValue | null, string, string][] = [
  [
    'yes',
    '○〇◯⭕●◎✓✔☑✅',
    '可 可能 有 有り あり 有る ある はい 対応 対応可 対応可能 対応できる 対応している 対応あり 実施 実施可 実施中 実施あり 実施している 受入可 受入れ可 受け入れ可 受入可能 受け入れ可能 受け入れている できる true yes y',
  ],
  [
    'conditional',
    '△▲▵▽',
    '要相談 相談 応相談 要確認 要連絡 要問合せ 要問い合わせ 要問合わせ 相談可 相談による 事前相談 個別相談 個別に相談 条件付き 条件付 条件つき 条件あり 条件有 条件有り 条件による 一部 一部可 一部対応 一部可能 場合による 状況による 内容による',
  ],
  ['planned', '', '予定 予定あり 実施予定 対応予定 開始予定 今後予定 今後行う予定 今後実施予定 準備中'],
  [
    'no',
    '×✕✖✗✘❌☓',
    '不可 不可能 否 無 無し なし ナシ ない いいえ 非対応 未対応 対応不可 対応なし 対応していない 対応できない 実施なし 実施不可 実施していない 未実施 受入不可 受入れ不可 受け入れ不可 受け入れていない できない false no n x',
  ],
  [
    null,
    '',
    '不明 未回答 無回答 未確認 未定 未記入 情報なし わからない 分からない - -- ― — – ー ‐ − ─ … n/a',
  ],
];

const symbols = new Map<string, AnswerValue | null>(
  spellings.flatMap(([value, signs]) => [...signs].map(sign => [sign, value] as const)),
);
const words = new Map<string, AnswerValue | null>(
  spellings.flatMap(([value, , list]) => list.split(' ').map(word => [word, value] as const)),
);
// 1 and 0 are answers only alone or with a bracketed note: 「1 名」 is a number.
const digits = new Map<string, AnswerValue>([
  ['1', 'yes'],
  ['0', 'no'],
]);
const anySymbol = new RegExp(`[${[...symbols.keys()].join('')}]`, 'u');
/** `○？`, `△(?)`, `？`, `○かも`: whoever filled the cell in was not sure. */
const doubtful = /^[^?？]{0,12}[\s(（]*[?？]+[\s)）]*$|^.{1,8}(?:かも|かな|たぶん|多分)[)）。]?$/u;
const wholeBracket = /^[(（【[〔［「](.*)[)）】\]〕］」][。.]?$/su;

/**
 * A cell of a capability column: ○ △ 予定 × and their other spellings, the look-alike circles and crosses among them,
 * with the note that follows in brackets, after a space, a colon or a comma, or right behind a sign
 * (`△退院前に連絡を`). Empty, `－`, 不明 and 未回答 are unknown, never "no". An answer with a question mark is no answer: it is unknown and told. Anything else is unknown and reported.
 */
export function readMark(text: string): CellRead<Mark> {
  const clean = cleanCell(text).replace(/[\uFE0E\uFE0F]/g, '');
  if (clean === '') return nothing();
  if (doubtful.test(clean)) return nothing([{ code: 'mark-doubtful' }]);
  const mark = readSymbol(clean) ?? readWord(clean);
  if (!mark) return nothing([{ code: 'mark-unknown' }]);
  if (mark.value === null && mark.note === null) return nothing();
  return { value: mark, findings: [] };
}

function readSymbol(clean: string): Mark | null {
  const [sign = '', ...others] = clean;
  const value = symbols.get(sign);
  if (value === undefined) return null;
  const rest = others.join('');
  const note = noteOf(rest);
  // 「△ 相談」 says it twice.
  if (meaningOf(note) === value) return { value, note: null };
  // 「○×」 and 「○→△」 do not say which; a sign inside a remark in brackets or after a space does no harm.
  if (meaningOf(note) !== undefined || (anySymbol.test(rest) && !separated(rest))) return null;
  return { value, note };
}

function readWord(clean: string): Mark | null {
  const match = /^([^\s（(【[〔［「:：、,，。]+)(.*)$/su.exec(clean);
  const word = foldWidth(match?.[1] ?? clean).toLowerCase();
  const rest = match?.[2] ?? '';
  const note = noteOf(rest);
  const digit = rest === '' || wholeBracket.test(rest.trim()) ? digits.get(word) : undefined;
  const value = words.has(word) ? words.get(word) : digit;
  if (value !== undefined && meaningOf(note) === value) return { value, note: null };
  return value === undefined || meaningOf(note) !== undefined ? null : { value, note };
}

function separated(rest: string): boolean {
  return /^[\s（(【[〔［「:：、,，。]/.test(rest);
}

/** What a note says that is an answer by itself; undefined for a plain note. */
function meaningOf(note: string | null): AnswerValue | null | undefined {
  return note === null ? undefined : (symbols.get(note) ?? words.get(note));
}

function noteOf(rest: string): string | null {
  const trimmed = rest.replace(/^[\s:：、,，。]+/, '').trim();
  const inner = wholeBracket.exec(trimmed)?.[1];
  // Two brackets in a row are kept as they stand.
  const note =
    inner !== undefined && !/[)）】\]〕］」].*[(（【[〔［「]/su.test(inner) ? inner.trim() : trimmed;
  return note === '' ? null : note;
}
