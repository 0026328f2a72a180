import { expect, test } from 'vitest';
import { capabilityView } from '../../src/components/capability-view.ts';
import { answer, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const { vocabulary } = sampleDataset();

test('answers by group, ○ before △ before 予定 before ×, detail apart', () => {
  const view = capabilityView(
    service('visiting-nursing', {
      capabilities: [
        answer('proc-ventilator', 'no'),
        answer('proc-oxygen', 'planned'),
        answer('proc-gastrostomy', 'conditional', '退院前に'),
        answer('available-24h', 'yes'),
        answer('proc-nebulizer', 'yes'),
      ],
    }),
    vocabulary,
  );
  expect(view.everyone).toEqual([
    { label: '在宅対応の基本', answers: [{ label: '24時間対応', value: 'yes', note: null }] },
    {
      label: '医療処置',
      answers: [
        { label: '胃ろうの管理', value: 'conditional', note: '退院前に' },
        { label: '在宅酸素療法', value: 'planned', note: null },
        { label: '人工呼吸器の管理（気管切開下）', value: 'no', note: null },
      ],
    },
  ]);
  expect(view.detailCount).toBe(1);
});

test('only what the type is asked counts as unanswered; official listings are not asked', () => {
  const ofNursing = [...vocabulary.capabilities.values()].filter(
    ({ asked, officialOnly }) => (asked === '*' || asked.includes('N')) && !officialOnly,
  );
  expect(capabilityView(service('visiting-nursing'), vocabulary).unanswered).toBe(ofNursing.length);
  const answered = service('visiting-nursing', { capabilities: [answer('available-24h', 'no')] });
  expect(capabilityView(answered, vocabulary).unanswered).toBe(ofNursing.length - 1);
});

test('accepting people is worded as accepting', () => {
  const accepts = service('day-service', {
    capabilities: [answer('proc-ventilator', 'yes', null, 'accepts')],
  });
  expect(capabilityView(accepts, vocabulary).everyone[0]!.answers[0]!.label).toBe(
    '人工呼吸器を使う人の受け入れ',
  );
});

test('a refusal about a group of people stops the build', () => {
  const refusing = service('clinic', { capabilities: [answer('public-assistance', 'no')] });
  expect(() => capabilityView(refusing, vocabulary)).toThrow('public-assistance');
});
