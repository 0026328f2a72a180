/** Hours, answers and telephone numbers of a record as short codes; each reads back as it was. */
import type { AnswerValue, CapabilityAnswer, HoursSet, Phone } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { decodeHours, encodeHours, type HoursCode } from '../search/hours-code.ts';

const values: readonly AnswerValue[] = ['yes', 'conditional', 'planned', 'no'];
const relations: readonly Relation[] = ['performs', 'accepts'];
/** An answer by the step to its number; with what the source adds, where it does. */
export type AnswerCode = number | [number, string];

/** A number that is all digits and hyphens, and nothing else is said of it. */
export type PhoneCode = string | Phone;

export function phoneCode(phone: Phone): PhoneCode {
  const { text, digits, extension, label } = phone;
  return extension === null && label === null && digits === text.replace(/\D/g, '') ? text : phone;
}

export function phoneOf(code: PhoneCode): Phone {
  if (typeof code !== 'string') return code;
  return { text: code, digits: code.replace(/\D/g, ''), extension: null, label: null };
}

/** Hours and answers by number. */
export class Codes {
  readonly hours: HoursCode[];
  readonly #known = new Map<string, number>();
  readonly #capabilities: readonly string[];
  readonly #rank: ReadonlyMap<string, number>;
  readonly #sets: HoursSet[] = [];

  constructor(capabilities: readonly string[], hours: HoursCode[] = []) {
    this.#capabilities = capabilities;
    this.#rank = new Map(capabilities.map((id, i) => [id, i]));
    this.hours = hours;
  }

  hoursCode(set: HoursSet): number {
    const code = encodeHours(set);
    const key = JSON.stringify(code);
    const place = this.#known.get(key) ?? this.hours.push(code) - 1;
    this.#known.set(key, place);
    return place;
  }

  /** Sets are shared between records: read only. */
  hoursAt(place: number): HoursSet {
    this.#sets[place] ??= decodeHours(this.hours[place] as HoursCode);
    return this.#sets[place];
  }

  #answerCode(
    { id, value, relation, note }: CapabilityAnswer,
    before: number,
  ): { number: number; code: AnswerCode } {
    const kind = relations.indexOf(relation) * values.length + values.indexOf(value);
    const number = (this.#rank.get(id) as number) * 8 + kind;
    const code = number - before;
    return { number, code: note === null ? code : [code, note] };
  }

  /** Each number as the step from the one before: they rise with the vocabulary, so that steps are small. */
  answerCodes(answers: readonly CapabilityAnswer[]): AnswerCode[] {
    let before = 0;
    return answers.map(answer => {
      const { number, code } = this.#answerCode(answer, before);
      before = number;
      return code;
    });
  }

  answersOf(codes: readonly AnswerCode[]): CapabilityAnswer[] {
    let number = 0;
    return codes.map(code => {
      const [step, note] = typeof code === 'number' ? [code, null] : code;
      number += step;
      return this.#answerOf(number, note);
    });
  }

  #answerOf(number: number, note: string | null): CapabilityAnswer {
    return {
      id: this.#capabilities[number >> 3] as string,
      value: values[number & 3] as AnswerValue,
      relation: relations[(number >> 2) & 1] as Relation,
      note,
    };
  }
}
