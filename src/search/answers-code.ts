/**
 * Capability answers as the payload holds them: by type, since each type is asked its own questions, and per question
 * one letter for three services. `decodeAnswers` gives each service what `encodeAnswers` was given.
 */
import type { AnswerValue } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import type { SearchAnswer, SearchCapability, SearchService } from './data.ts';
import { fromGaps, type Gaps, toGaps } from './gaps.ts';

/** Of each type that answered anything, its questions in their order. */
export type AnswersCode = [type: string, AnswerRow[]][];
/** `question`: index of the capability × 2, and one more for 受け入れ. `planned`: places among the type's services. */
type AnswerRow = [question: number, letters: string, ...planned: Gaps[]];

/** Two bits of a letter; 0 = no answer. What is planned is rare and has a list of its own. */
const values: readonly AnswerValue[] = ['yes', 'conditional', 'no'];
const relations: readonly Relation[] = ['performs', 'accepts'];
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letterCodes = new Uint8Array(128);
[...letters].forEach((letter, code) => {
  letterCodes[letter.charCodeAt(0)] = code;
});

/** Answers must be of `capabilities`, in their order, performs before accepts, each once. */
export function encodeAnswers(
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
): AnswersCode {
  const index = new Map(capabilities.map(({ id }, i) => [id, i]));
  return [...Map.groupBy(services, ({ type }) => type)].flatMap(([type, own]): AnswersCode => {
    const rows = new Map<number, (AnswerValue | undefined)[]>();
    own.forEach(({ answers }, place) => {
      for (const { capability, relation, value } of answers) {
        const question = index.get(capability)! * 2 + relations.indexOf(relation);
        const row = rows.get(question) ?? Array.from({ length: own.length });
        rows.set(question, row);
        row[place] = value;
      }
    });
    const inOrder = [...rows].sort(([a], [b]) => a - b);
    return rows.size === 0 ? [] : [[type, inOrder.map(([question, row]) => encodeRow(question, row))]];
  });
}

function encodeRow(question: number, row: readonly (AnswerValue | undefined)[]): AnswerRow {
  const codes = row.map(value => (value === undefined ? 0 : values.indexOf(value) + 1));
  const text = Array.from({ length: Math.ceil(codes.length / 3) }, (_, i) => {
    const [a = 0, b = 0, c = 0] = codes.slice(i * 3, i * 3 + 3);
    return letters[a | (b << 2) | (c << 4)];
  });
  const planned = row.flatMap((value, place) => (value === 'planned' ? [place] : []));
  return [question, text.join(''), ...(planned.length > 0 ? [toGaps(planned)] : [])];
}

/** Adds to `services`, whose answers are empty. Answers are shared: read only. */
export function decodeAnswers(
  code: AnswersCode,
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
): void {
  const byType = Map.groupBy(services, ({ type }) => type);
  for (const [type, rows] of code) {
    const own = byType.get(type)!;
    for (const [question, text, planned] of rows) {
      const to = (value: AnswerValue): SearchAnswer => ({
        capability: capabilities[question >> 1]!.id,
        relation: relations[question & 1]!,
        value,
      });
      decodeRow(text, own, values.map(to));
      if (planned) {
        const answer = to('planned');
        for (const place of fromGaps(planned)) own[place]!.answers.push(answer);
      }
    }
  }
}

function decodeRow(text: string, own: readonly SearchService[], said: readonly SearchAnswer[]): void {
  for (let i = 0; i < text.length; i++) {
    let code = letterCodes[text.charCodeAt(i)]!;
    for (let place = i * 3; code > 0; place++, code >>= 2)
      if ((code & 3) > 0) own[place]!.answers.push(said[(code & 3) - 1]!);
  }
}
