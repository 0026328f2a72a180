/** The answers of one service, grouped as they are shown. Unknown is never listed as "no". */
import type { Age } from '../dataset/decay.ts';
import type { AnswerValue, CapabilityAnswer, PublicService } from '../model/facility.ts';
import type { Capability, Vocabulary } from '../model/vocabulary.ts';
import { ja } from '../text/ja.ts';
import { isAskedOf } from '../vocabulary/asked.ts';

export interface ShownAnswer {
  label: string;
  value: AnswerValue;
  note: string | null;
  /** When it was given, where its page says so beside it. */
  age?: Age | undefined;
}

export interface AnswerGroup {
  label: string;
  answers: ShownAnswer[];
}

export interface CapabilityView {
  everyone: AnswerGroup[];
  /** Under 「くわしい項目」. */
  detail: AnswerGroup[];
  detailCount: number;
  /** How many questions put to this type have no answer. */
  unanswered: number;
}

/** Implementing a procedure and accepting people who need it are different statements with labels of their own. */
export function answerLabel(capability: Capability, relation: CapabilityAnswer['relation']): string {
  return relation === 'accepts' ? (capability.acceptsLabel ?? capability.label) : capability.label;
}

/**
 * A refusal about a group of people is never published; the dataset drops it before it comes here, so meeting one
 * is a fault of the program and stops the build.
 */
function assertPublishable(capability: Capability, answer: CapabilityAnswer): void {
  if (capability.aboutPeople && answer.value === 'no') {
    throw new Error(`A refusal about people must not be published: ${capability.id}`);
  }
}

/** `ageOf`: of an answer whose date is to stand beside it. */
export function capabilityView(
  service: PublicService,
  vocabulary: Vocabulary,
  ageOf: (answer: CapabilityAnswer) => Age | null = () => null,
): CapabilityView {
  const known = service.capabilities.flatMap(answer => {
    const capability = vocabulary.capabilities.get(answer.id);
    if (!capability) return [];
    assertPublishable(capability, answer);
    return [{ capability, answer }];
  });
  const shown = (prominence: Capability['prominence']) =>
    vocabulary.capabilityGroups.flatMap(group => {
      const answers = known
        .filter(({ capability }) => capability.group === group.id && capability.prominence === prominence)
        .map(({ capability, answer }) => ({
          label: answerLabel(capability, answer.relation),
          value: answer.value,
          note: answer.note,
          age: ageOf(answer) ?? undefined,
        }));
      return answers.length === 0 ? [] : [{ label: group.label, answers: yesFirst(answers) }];
    });
  const detail = shown('detail');
  return {
    everyone: shown('everyone'),
    detail,
    detailCount: detail.reduce((count, group) => count + group.answers.length, 0),
    unanswered: countUnanswered(service, vocabulary),
  };
}

const order: readonly AnswerValue[] = ['yes', 'conditional', 'planned', 'no'];

function yesFirst(answers: ShownAnswer[]): ShownAnswer[] {
  return answers.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/** 胃ろうの管理（要相談：退院前に連絡を） */
export function answerWords({ label, value, note }: ShownAnswer): string {
  const { word } = ja.answers[value];
  return `${label}（${note ? `${word}：${note}` : word}）`;
}

/** Questions of the type's survey sheet without an answer. */
function countUnanswered(service: PublicService, vocabulary: Vocabulary): number {
  const type = vocabulary.types.get(service.type);
  const answered = new Set(service.capabilities.map(answer => answer.id));
  let count = 0;
  for (const capability of vocabulary.capabilities.values())
    if (isAskedOf(capability, type) && !answered.has(capability.id)) count += 1;
  return count;
}
