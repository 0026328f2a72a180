import type { Guess, SeenColumn } from './propose-column.ts';
import { corporationBlock } from './propose-hints.ts';

/** Several columns of these stand side by side: each may hide a row. */
const gates: ReadonlySet<string> = new Set(['status', 'listing', 'consent']);
/** Fields whose further columns go on where the first ends. */
const joins: ReadonlyMap<string, string> = new Map([
  ['address', ''],
  ['specialities', ';'],
  ['serviceArea', ';'],
  ['transferArea', ';'],
  ['insurance', ';'],
  ['careLevels', ';'],
  ['languages', ';'],
  ['type', ';'],
]);
const officeName = /(事業所|施設|医療機関|薬局|店舗|ステーション|名称|診療所|病院)/;

/** One column a field: of several guesses the strongest keeps it, the others join it, or give way. */
export function settleFields(
  seen: readonly SeenColumn[],
  guesses: ReadonlyMap<number, Guess>,
): Map<number, Guess> {
  const settled = new Map(guesses);
  const fields = Map.groupBy(
    [...guesses].filter(([, { field, key }]) => field !== undefined && key === undefined),
    ([, { field }]) => field as string,
  );
  for (const [field, all] of fields) {
    if (all.length < 2 || gates.has(field)) continue;
    const own = all.filter(([index]) => !isOfCorporation(index, seen) || field.startsWith('corporation'));
    const ranked = (own.length > 0 ? own : all).toSorted(([i, a], [j, b]) => b.score - a.score || i - j);
    const winner = ranked[0]?.[0];
    for (const [index, guess] of all)
      if (index !== winner) settled.set(index, giveWay(field, index, guess, winner ?? 0, seen));
  }
  return settled;
}

function giveWay(
  field: string,
  index: number,
  guess: Guess,
  winner: number,
  seen: readonly SeenColumn[],
): Guess {
  const header = seen[index]?.header ?? '';
  const first = seen[winner]?.header ?? '';
  if (isOfCorporation(index, seen))
    return {
      ...guess,
      rule: 'ignore',
      confidence: 'たぶん',
      reasons: ['法人の欄の列で、事業所のものではない'],
    };
  if (guess.rule !== 'ignore' && index > winner) {
    const isNext = /[2-9２-９②-⑨]|その他|続き|予備/.test(header) && header !== first;
    const join = field === 'phone' && isNext ? ' / ' : joins.get(field);
    const mayJoin =
      field === 'address' ? isNext || /番地|町|以下|詳細|建物/.test(header) : join !== undefined;
    if (join !== undefined && mayJoin)
      return {
        ...guess,
        rule: { ...guess.rule, join },
        confidence: 'たぶん',
        reasons: [...guess.reasons, `「${first}」の続きとして読む`],
      };
  }
  return {
    ...guess,
    rule: 'ignore',
    confidence: 'わからない',
    reasons: [`「${first}」と同じ内容に見える列がもう1つある`],
  };
}

/** Columns from 法人名 to the next header of an office are about the corporation. */
function isOfCorporation(index: number, seen: readonly SeenColumn[]): boolean {
  for (let at = index; at >= 0; at--) {
    const header = seen[at]?.header ?? '';
    if (corporationBlock.test(header)) return true;
    if (officeName.test(header) && at !== index) return false;
    if (index - at > 8) return false;
  }
  return false;
}
