import { type Finding, issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { AnswerValue } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readMark } from '../normalize/mark.ts';
import { type HeaderContext, type HoursField, hoursFields, type Meaning, type RelationOf } from './column.ts';
import { type FieldKey, fieldHeaders } from './fields.ts';
import { listingOf } from './listing-words.ts';
import type { OwnEntry } from './own-columns.ts';
import { isNothing } from './pieces.ts';
import { type ColumnRule, customKey, fieldsNamed } from './region-columns.ts';

/** One thing a column holds, by what the region says of it. */
export interface OwnMeaning {
  meaning: Meaning;
  rule: ColumnRule;
  word?: string;
}

/** What was found in an entry: a code, the word it is about, and facts for the sentence. */
export type OwnFinding = Finding & { value: string };

export interface OwnRead {
  value: OwnMeaning[];
  findings: OwnFinding[];
}

const ignored: OwnMeaning = { meaning: { kind: 'ignored' }, rule: {} };

/** In `columns.yaml`: the cell names capabilities. */
const capabilityList = '機能';

/**
 * What the region's entry makes of a column; usually one meaning, several where one column is the hours of all
 * weekdays. `usual` is what the header means by itself: an entry that says no meaning keeps that.
 */
export function meaningsOf(
  { name, column, star }: OwnEntry,
  header: string,
  usual: Meaning,
  context: HeaderContext,
): OwnRead {
  if (column === 'ignore') return { value: [ignored], findings: [] };
  const rule = withStar(column, star);
  const read = meaningOfRule(rule, star === '' ? name : header, usual, context);
  const relation = relationOf(rule, context);
  const value = read.value.map(own => ({ ...own, meaning: withRelation(own.meaning, relation.value) }));
  const targets = value.flatMap(({ meaning }) => checkTargets(rule, meaning, context));
  return { value, findings: [...read.findings, ...relation.findings, ...targets] };
}

function meaningOfRule(rule: ColumnRule, key: string, usual: Meaning, context: HeaderContext): OwnRead {
  const { capability, label, audience, mark } = rule;
  const word = mark === undefined ? {} : { word: mark };
  if (capability !== undefined) return capabilityNamed(capability, rule, context);
  if (label !== undefined) {
    const custom = { key: customKey(key, rule), label, audience: audience ?? ('professional' as const) };
    return { value: [{ meaning: { kind: 'custom', ...custom }, rule, ...word }], findings: [] };
  }
  if (!rule.fields) return { value: [{ meaning: usual, rule, ...word }], findings: [] };
  const reads = rule.fields.map(field => meaningOfField(field, rule, context));
  return { value: reads.flatMap(read => read.value), findings: reads.flatMap(read => read.findings) };
}

function meaningOfField(field: string, rule: ColumnRule, context: HeaderContext): OwnRead {
  if (field === capabilityList) return capabilityAnswers(rule, context);
  const fields = fieldsNamed(field, foldHeader);
  const word = rule.mark === undefined ? {} : { word: rule.mark };
  const { purpose } = rule;
  if (purpose !== undefined && purpose !== 'outpatient' && fields.every(isHoursField))
    return {
      value: fields.map(each => ({ meaning: { kind: 'hours', purpose, field: each }, rule, ...word })),
      findings: [],
    };
  if (fields.length > 0)
    return {
      value: fields.map(each => ({ meaning: { kind: 'field', field: each }, rule, ...word })),
      findings: [],
    };
  if (context.lookup.findCapability(field)) return capabilityNamed(field, rule, context);
  return unreadable('columns-field-unknown', field, [
    ...Object.values(fieldHeaders).flat(),
    capabilityList,
    '使わない',
  ]);
}

function isHoursField(field: FieldKey): field is HoursField {
  return hoursFields.some(each => each === field);
}

/** `項目: 機能`: one column per option where it has a 印, else names in the cell. */
function capabilityAnswers(rule: ColumnRule, context: HeaderContext): OwnRead {
  if (rule.mark !== undefined) return capabilityNamed(rule.mark, rule, context);
  const answer = rule.answer === undefined ? 'yes' : answerOf(rule.answer);
  const findings: OwnFinding[] =
    answer === null
      ? [{ code: 'columns-value-unreadable', value: rule.answer ?? '', detail: { wanted: '○・△・予定・×' } }]
      : [];
  const meaning: Meaning = {
    kind: 'answers',
    relation: null,
    audience: rule.audience ?? 'public',
    value: answer ?? 'conditional',
  };
  return { value: [{ meaning, rule: { ...rule, split: rule.split ?? [] } }], findings };
}

function capabilityNamed(name: string, rule: ColumnRule, { lookup, vocabulary }: HeaderContext): OwnRead {
  const found = lookup.findCapability(name);
  if (!found) {
    const words = [...vocabulary.capabilities.values()].flatMap(({ label, aliases }) => [label, ...aliases]);
    return unreadable('columns-capability-unknown', name, words);
  }
  const { ids, relation, conditionalOnly } = found;
  const meaning: Meaning = {
    kind: 'capability',
    ...{ ids, relation, ambiguous: conditionalOnly, audience: rule.audience ?? 'public' },
  };
  return { value: [{ meaning, rule }], findings: [] };
}

function unreadable(code: OwnFinding['code'], value: string, words: readonly string[]): OwnRead {
  const close = nearest(value, words);
  return { value: [ignored], findings: [{ code, value, ...(close ? { detail: { nearest: close } } : {}) }] };
}

function withStar(rule: ColumnRule, star: string): ColumnRule {
  if (star === '') return rule;
  const fill = (word: string | undefined) => word?.replace(/[*＊]/g, star);
  const { fields, capability, label, mark } = rule;
  return {
    ...rule,
    ...(fields && { fields: fields.map(field => fill(field) as string) }),
    ...(capability !== undefined && { capability: fill(capability) as string }),
    ...(label !== undefined && { label: fill(label) as string }),
    ...(mark !== undefined && { mark: fill(mark) as string }),
  };
}

function withRelation(meaning: Meaning, relation: RelationOf): Meaning {
  if (relation === null || (meaning.kind !== 'capability' && meaning.kind !== 'answers')) return meaning;
  return { ...meaning, relation };
}

function relationOf(
  { relation }: ColumnRule,
  { lookup }: HeaderContext,
): { value: RelationOf; findings: OwnFinding[] } {
  if (relation === undefined || typeof relation === 'string')
    return { value: relation ?? null, findings: [] };
  const findings: OwnFinding[] = [];
  const byType = new Map<string, Relation>();
  for (const [word, each] of Object.entries(relation)) {
    const type = lookup.findType(word);
    if (type) byType.set(type.id, each);
    else
      findings.push({
        ...{ code: 'columns-value-unreadable', value: word },
        detail: { wanted: '種別の名前（例：訪問看護）', ...lookup.nearestType(word) },
      });
  }
  return { value: byType, findings };
}

/** The words on the right of `値:` must be ones that the column's reader understands. */
export function checkTargets(rule: ColumnRule, meaning: Meaning, context: HeaderContext): OwnFinding[] {
  const words = [...new Set(Object.values(rule.values ?? {}))].filter(word => !isNothing(word));
  return words.flatMap(word => checkValue(word, rule.mark === undefined ? meaning : null, context));
}

const marks = '○・△・予定・×';

/** `meaning` null: the cell is a mark. */
export function checkValue(
  word: string,
  meaning: Meaning | null,
  { lookup, vocabulary }: HeaderContext,
): OwnFinding[] {
  const wrong = (wanted: string, detail: Record<string, string> = {}): OwnFinding[] => [
    { code: 'columns-value-unreadable', value: word, detail: { wanted, ...detail } },
  ];
  if (meaning === null || meaning.kind === 'capability') return answerOf(word) ? [] : wrong(marks);
  if (meaning.kind === 'answers') {
    if (lookup.findCapability(word)) return [];
    const close = nearest(
      word,
      [...vocabulary.capabilities.values()].map(({ label }) => label),
    );
    return wrong('機能の名前（例：胃ろうの管理）', close ? { nearest: close } : {});
  }
  if (meaning.kind !== 'field') return [];
  if (typeFields.has(meaning.field) && !lookup.findType(word) && !lookup.typeOfKaigoLabel(word))
    return wrong('種別の名前（例：訪問看護）', lookup.nearestType(word));
  if (meaning.field === 'listing' && listingOf(word) === null)
    return wrong('「公開」「専門職のみ」「非公開」');
  return [];
}

const typeFields: ReadonlySet<FieldKey> = new Set(['type', 'kaigoService']);

function answerOf(word: string): AnswerValue | null {
  return readMark(word).value?.value ?? null;
}

/** Findings of one column as issues at its header. */
export function tellAt(at: Parameters<typeof issue>[1]) {
  return ({ code, value, detail }: OwnFinding) => issue(code, at, value, detail);
}
