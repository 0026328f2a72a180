import { headerKey } from './header-key.ts';
import type { Guess, ProposeContext, SeenColumn } from './propose-column.ts';
import { withValues } from './propose-field.ts';
import { fieldSigns } from './propose-hints.ts';
import { readWeekHeader } from './propose-week.ts';
import { answerWords } from './propose-words.ts';
import type { ColumnRule } from './region-columns.ts';

interface Option {
  column: SeenColumn;
  prefix: string;
  name: string;
  /** The header with `*` for the name. */
  pattern: string;
}

const closedDay = /休診|休業|休館|休み|定休|閉店|閉所/;

const shapes: readonly RegExp[] = [
  /^(.{2,24}?)([_＿:：|｜／/])([^_＿]+)()$/,
  /^(.{2,24}?)([（(【[「])(.+)([)）】\]」])$/,
  /^(.{2,24}?)([・\-－ 　])(.+)()$/,
];

/** Blocks of one column per option (`対応可能な処置_胃ろう` …), by the index of their columns. */
export function guessOptions(columns: readonly SeenColumn[], context: ProposeContext): Map<number, Guess> {
  const guesses = new Map<number, Guess>();
  for (const shape of shapes) {
    const options = columns
      .filter(({ index }) => !guesses.has(index))
      .flatMap(column => optionOf(column, shape));
    for (const block of Map.groupBy(options, ({ pattern }) => pattern).values()) {
      if (block.length < 3) continue;
      for (const [index, guess] of guessBlock(block, context)) guesses.set(index, guess);
    }
  }
  return guesses;
}

/** Only columns of answers are options: words on both sides of a sign are not enough. */
function optionOf(column: SeenColumn, shape: RegExp): Option[] {
  const [, prefix, open = '', name, close = ''] = shape.exec(column.header) ?? [];
  if (prefix === undefined || name === undefined || readWeekHeader(column.header)) return [];
  // 1 under 休診（月） says closed in one list and open in the next: nobody may guess it.
  if (closedDay.test(column.header)) return [];
  const { filled } = column.profile;
  if (filled > 0 && answerWords(column.profile).share < 0.7) return [];
  return [{ column, prefix, name: name.trim(), pattern: `${prefix}${open}*${close}` }];
}

function guessBlock(block: readonly Option[], context: ProposeContext): Map<number, Guess> {
  const { rule, isKnown, what, isSure } = ruleOf(block, context);
  const words = block.map(({ column }) => answerWords(column.profile).values);
  const values = Object.assign({}, ...words) as Record<string, string>;
  const whole = withValues(rule, values);
  const reasons = [`「${block[0]?.prefix}」で始まる${block.length}列は、1列に1つの選択肢`, what];
  return new Map(
    block.map(({ column, name, pattern }): [number, Guess] => [
      column.index,
      isKnown(name)
        ? {
            rule: whole,
            confidence: isSure && Object.keys(values).length === 0 ? '高い' : 'たぶん',
            reasons,
            score: 120,
            key: pattern,
          }
        : {
            rule: 'ignore',
            confidence: 'わからない',
            reasons: [`「${name}」がどの機能か分からない`],
            score: 120,
            isNeeded: true,
          },
    ]),
  );
}

interface BlockRule {
  rule: ColumnRule;
  isKnown(name: string): boolean;
  what: string;
  isSure: boolean;
}

function ruleOf(block: readonly Option[], context: ProposeContext): BlockRule {
  const { lookup } = context;
  const prefix = block[0]?.prefix ?? '';
  const known = (fits: (name: string) => boolean) =>
    block.filter(({ name }) => fits(name)).length * 2 >= block.length;
  const isCapability = (name: string) => lookup.findCapability(name) !== null;
  const isType = (name: string) => lookup.findType(name) !== null || lookup.typeOfKaigoLabel(name) !== null;
  const listed = fieldSigns.find(({ header, field }) => listFields.has(field) && header?.test(prefix));
  const answer: BlockRule = known(isCapability)
    ? {
        rule: { capability: '*', ...acceptsIn(prefix) },
        isKnown: isCapability,
        what: '選択肢は機能の名前',
        isSure: true,
      }
    : known(name => lookup.findSpeciality(name) !== null)
      ? {
          rule: { fields: ['診療科目'], mark: '*' },
          isKnown: () => true,
          what: '選択肢は診療科目',
          isSure: true,
        }
      : known(isType)
        ? { rule: { fields: ['種別'], mark: '*' }, isKnown: isType, what: '選択肢は種別', isSure: true }
        : listed
          ? {
              rule: { fields: [listFields.get(listed.field) as string], mark: '*' },
              isKnown: () => true,
              what: '見出しの言葉',
              isSure: true,
            }
          : {
              rule: { label: headerKey(prefix) === '' ? prefix : prefix.trim(), mark: '*' },
              isKnown: () => true,
              what: '新しい項目。専門職だけに見せる。だれでも見てよければ「公開: だれでも」を足す',
              isSure: false,
            };
  return answer;
}

function acceptsIn(prefix: string): ColumnRule {
  return /受け?入/.test(prefix) ? { relation: 'accepts' } : {};
}

const listFields: ReadonlyMap<string, string> = new Map([
  ['insurance', '対応保険'],
  ['careLevels', '要介護度'],
  ['languages', '対応言語'],
  ['ict', '連携ICTツール'],
  ['days', '診療曜日'],
]);
