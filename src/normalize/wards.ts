import type { CellRead, Finding } from '../issues/issue.ts';
import type { PublicService } from '../model/facility.ts';
import { cleanCell, foldWidth, nothing, statesNone } from './text.ts';

type Wards = PublicService['wards'];

/**
 * 病棟 by kind as one says them; the long names are those of the 診療報酬's 入院料. First that fits; whatever else stays as
 * typed (障害者施設等, 地域包括医療).
 */
const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['回復期リハビリテーション', /回復期|回リハ/],
  ['地域包括ケア', /地域包括ケア|地ケア|^地包ケア$/],
  ['緩和ケア', /緩和ケア|ホスピス/],
  ['療養', /^(?:医療)?療養(?:型)?$/],
  ['精神', /^精神(?:科|一般|療養)?$/],
  ['一般', /^(?:急性期)?一般$/],
];

/** `回復期リハ病棟 40床`, `緩和ケア：１２`, `療養`: a kind that does not end in a digit, with its beds or without. */
const entry = /^(.*[^\s\d０-９：:])[\s：:]*([\d０-９]+)?$/su;

const separator = /[;；、,\n](?![^（(]*[）)])/;

/** More is no count of beds but a number of another column. */
const most = 5_000;

/**
 * 病棟 by kind (`回復期リハビリテーション 40;緩和ケア`). No number: how many beds is not stated. What is no kind with a number
 * is told and left out, 入院料１ among it: its digit is no count.
 */
export function readWards(text: string): CellRead<Wards> {
  if (statesNone(cleanCell(text))) return nothing([{ code: 'stated-none' }]);
  const parts = cleanCell(text)
    .split(separator)
    .map(part => part.trim().replace(/([\d０-９])\s*床$/, '$1'))
    .filter(part => part !== '');
  const value: Wards = [];
  let unread = 0;
  for (const part of parts) {
    const [, typed, number] = entry.exec(part) ?? [];
    const count = number === undefined ? null : Number(foldWidth(number));
    const isCount = count === null || (count <= most && !typed?.endsWith('料'));
    if (typed !== undefined && isKind(typed) && isCount) value.push({ kind: kindOf(typed), count });
    else unread += 1;
  }
  const findings: Finding[] =
    unread > 0 ? [{ code: 'wards-unreadable', detail: { count: String(unread) } }] : [];
  return { value: value.length > 0 ? value : null, findings };
}

/** ○ or あり in this column says that there is one, but not which. */
function isKind(typed: string): boolean {
  return /\p{L}{2}/u.test(typed) && !/^(?:[○◯〇△▲×✕]|あり|有り)/.test(typed);
}

function kindOf(typed: string): string {
  const plain = typed.trim().replace(/(?:病棟|病床|病室)$/, '');
  return kinds.find(([, words]) => words.test(plain))?.[0] ?? (plain || typed);
}

/** `readWards` gives back the same. */
export function formatWards(wards: Wards): string {
  return wards.map(({ kind, count }) => (count === null ? kind : `${kind} ${count}`)).join(';');
}
