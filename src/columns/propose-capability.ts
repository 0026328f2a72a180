import { splitList } from '../normalize/split-list.ts';
import type { CapabilityMatch } from '../vocabulary/lookup.ts';
import { type Guess, type ProposeContext, type SeenColumn, shareText } from './propose-column.ts';
import { withValues } from './propose-field.ts';
import { answerWords } from './propose-words.ts';
import type { ColumnRule } from './region-columns.ts';

const asking =
  /[（(]?(への|の|は)?(対応|受け?入れ?|受け入れ|実施|提供|管理|可否|有無|可能|可|状況|について|患者|利用者|の方|できますか|ですか|か)+[)）]?[?？]?$/;

/** A capability by its name, or by the name within a question: 「胃ろうの対応可否」. */
export function capabilityIn(
  header: string,
  { lookup }: ProposeContext,
): { name: string; found: CapabilityMatch } | null {
  const text = header.normalize('NFKC').trim();
  const stripped = text.replace(asking, '');
  for (const name of [text, stripped, `${stripped}の管理`, stripped.replace(/^(在宅(での)?|訪問での)/, '')]) {
    const found = name === '' ? null : lookup.findCapability(name);
    if (found) return { name, found };
  }
  return null;
}

/** One capability a column: the header names it and the cells answer. */
export function guessCapability(column: SeenColumn, context: ProposeContext): Guess | null {
  const named = capabilityIn(column.header, context);
  if (!named) return null;
  const { values, share } = answerWords(column.profile);
  if (column.profile.filled > 0 && share < 0.5) return null;
  const isExact = column.usual.kind === 'capability';
  const relation =
    !isExact && /受け?入/.test(column.header) && named.found.relation === null
      ? { relation: 'accepts' as const }
      : {};
  return {
    rule: withValues({ capability: isExact ? column.header : named.name, ...relation }, values),
    confidence: share >= 0.8 && Object.keys(values).length === 0 ? '高い' : 'たぶん',
    reasons: [
      isExact ? '機能の名前' : '見出しの中に機能の名前',
      ...(column.profile.filled > 0 ? [shareText(share, '○×などの答え')] : []),
      ...(Object.keys(values).length > 0 ? ['「値」の読み方は推測'] : []),
    ],
    score: isExact ? 130 : 90,
  };
}

/** The cells name capabilities: `胃ろう|痰の吸引`. */
export function guessCapabilityList({ profile, header }: SeenColumn): Guess | null {
  const share = profile.share('capabilities');
  const isAsked = /処置|医療行為|機能|医療的ケア|できること|対応(可能|できる)/.test(header);
  if (profile.filled < 2 || share < (isAsked ? 0.4 : 0.6)) return null;
  const others = new Set(
    [...profile.words.keys()].flatMap(word => splitList(word)).filter(part => /^その他/.test(part)),
  );
  const rule: ColumnRule = { fields: ['機能'], ...answerIn(header) };
  return {
    rule: withValues(rule, Object.fromEntries([...others].map(word => [word, '使わない']))),
    confidence: share >= 0.8 ? '高い' : 'たぶん',
    reasons: [shareText(share, '機能の名前の並び'), ...(isAsked ? ['見出しの言葉'] : [])],
    score: 60 + share * 40,
  };
}

function answerIn(header: string): ColumnRule {
  if (/予定/.test(header)) return { answer: '予定' };
  if (/受け?入/.test(header)) return { relation: 'accepts' };
  if (/相談|条件/.test(header)) return { answer: '△' };
  return /(不可|できない|対応していない)/.test(header) ? { answer: '×' } : {};
}
