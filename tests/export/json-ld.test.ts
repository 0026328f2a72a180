import { expect, test } from 'vitest';
import { facilityToJsonLd } from '../../src/export/json-ld.ts';
import { answer, facility, hours, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const { facilities, vocabulary } = sampleDataset();
const ldOf = (id: string) =>
  facilityToJsonLd(facilities.find(each => each.id === id)!, vocabulary, `https://example.jp/f/${id}/`);

test('only ○ is an available service; △ is said as text', () => {
  const ld = ldOf('hp-mihon');
  expect(ld).toMatchObject({
    '@type': 'Hospital',
    name: 'みほん総合病院',
    medicalSpecialty: ['内科', '外科'],
    availableService: [{ '@type': 'MedicalProcedure', name: '主治医意見書の作成' }],
    additionalProperty: [
      { '@type': 'PropertyValue', name: '訪問診療（計画的・定期的な訪問）', value: '要相談' },
    ],
  });
});

test('what one service of a record does is not said of the other', () => {
  const ld = ldOf('st-hana');
  expect(ld.additionalProperty).toBeUndefined();
  const [nursing, care] = ld.department as Record<string, unknown>[];
  expect(JSON.stringify(nursing)).toContain('24時間対応');
  expect(JSON.stringify(care)).not.toContain('24時間対応');
});

test('a refusal is no property, and nothing empty is written', () => {
  const text = JSON.stringify(ldOf('st-hana'));
  expect(text).not.toContain('人工呼吸器');
  expect(text).not.toContain('null');
  expect(text).not.toContain('[]');
});

test('days that are closed, unknown, without times or closed in some weeks are left out', () => {
  const week = hours('09:00-12:00 休 ? ○ 22:00-25:00 09:00-12:00 休 09:00-12:00', {
    closedNth: [{ day: 'sat', weeks: [2] }],
  });
  const ld = facilityToJsonLd(
    facility('x', 'x', [service('clinic', { hours: [week], capabilities: [answer('available-24h', 'no')] })]),
    vocabulary,
    null,
  );
  expect(ld.openingHoursSpecification).toEqual([
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/PublicHolidays'],
      opens: '09:00',
      closes: '12:00',
    },
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: ['https://schema.org/Friday'],
      opens: '22:00',
      closes: '01:00',
    },
  ]);
});

test('a script: address is never a link', () => {
  const ld = facilityToJsonLd(
    facility('x', 'x', [service('clinic')], { url: 'javascript:alert(1)' }),
    vocabulary,
    null,
  );
  expect(ld.sameAs).toBeUndefined();
});
