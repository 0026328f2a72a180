import { expect, test } from 'vitest';
import { sheetHead } from '../../src/components/credits.ts';
import { bedsText, careLevelRange, hasAnswerSigns, listColumns } from '../../src/components/list-columns.ts';
import { areaTypePages } from '../../src/components/long-lists.ts';
import type { PublicService } from '../../src/model/facility.ts';
import { answer, facility, hours, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const shipped = sampleDataset();
const nursing = shipped.vocabulary.types.get('visiting-nursing')!;
const wanted = {
  ...nursing,
  columns: ['hours', 'service-area', 'available-24h', 'terminal-care', 'proc-oxygen', 'home-visit-care'],
};
const labels = (services: readonly PublicService[], type = wanted) =>
  listColumns(type, services, sampleDataset()).map(({ label }) => label);
const week = hours('09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 休 休 休');
const area = { everywhere: true, areas: [], towns: [], radiusKm: null, remark: null };

test('a column nobody filled is left out, and what would not fit a sheet of A4', () => {
  expect(labels([service('visiting-nursing')])).toEqual([]);
  const all = ['available-24h', 'terminal-care', 'proc-oxygen', 'home-visit-care'].map(id =>
    answer(id, 'no'),
  );
  const full = service('visiting-nursing', { hours: [week], serviceArea: area, capabilities: all });
  expect(labels([full])).toEqual([
    '時間',
    '訪問する地域',
    '24時間対応',
    'ターミナルケア・看取りに対応',
    '在宅酸素療法',
  ]);
  expect(labels([{ ...full, serviceArea: null, hours: [] }])).toContain('訪問診療');
});

test('where an office comes to is never without the condition it states', () => {
  const stated = service('visiting-nursing', {
    serviceArea: { ...area, everywhere: false, areas: ['nishi'], remark: '西町の一部' },
  });
  const [column] = listColumns({ ...nursing, columns: ['service-area'] }, [stated], sampleDataset());
  expect(column!.cell(stated)).toEqual({ lines: ['西町', '西町の一部'] });
  expect(
    column!.cell(service('visiting-nursing', { serviceArea: { ...area, everywhere: false } })),
  ).toBeNull();
});

test('an unanswered question is an empty cell, a refusal is not; the other relation is another statement', () => {
  const [column] = listColumns(
    { ...nursing, columns: ['proc-oxygen'] },
    [service('visiting-nursing', { capabilities: [answer('proc-oxygen', 'no')] })],
    sampleDataset(),
  );
  const cell = (...given: ReturnType<typeof answer>[]) =>
    column!.cell(service('visiting-nursing', { capabilities: given }));
  expect(cell()).toBeNull();
  expect(cell(answer('proc-oxygen', 'conditional', '退院前に'))).toEqual({
    value: 'conditional',
    note: '退院前に',
  });
  expect(cell(answer('proc-oxygen', 'yes', null, 'accepts'))).toBeNull();
});

test('the week stands in lines; 要介護度 and beds are short', () => {
  const [column] = listColumns(
    { ...nursing, columns: ['hours'] },
    [service('x', { hours: [week] })],
    shipped,
  );
  expect(column!.cell(service('x', { hours: [week] }))).toEqual({
    lines: ['月～金 9:00～17:00', '土・日・祝 休み'],
  });
  expect(careLevelRange(['要介護1', '要介護２', '要介護3'])).toBe('要介護1～要介護3');
  expect(careLevelRange(['要介護1', '要介護3', '要介護5'])).toBe('要介護1、要介護3、要介護5');
  expect(careLevelRange([])).toBe('');
  const beds = [
    { kind: '一般病床', count: 120 },
    { kind: '療養病床', count: 48 },
  ];
  expect(bedsText(service('hospital', { beds }))).toBe('168床');
  expect(bedsText(service('hospital', { beds: [...beds, { kind: '合計', count: 170 }] }))).toBe('170床');
  expect(bedsText(service('hospital'))).toBeNull();
});

test('signs are explained only where there are some', () => {
  const one = facility('a', 'あ', [
    service('visiting-nursing', { capabilities: [answer('available-24h', 'yes')] }),
  ]);
  const types = new Map([...shipped.vocabulary.types, ['visiting-nursing', wanted] as const]);
  const dataset = sampleDataset({ vocabulary: { ...shipped.vocabulary, types } });
  expect(hasAnswerSigns([{ type: 'visiting-nursing', facilities: [one] }], dataset)).toBe(true);
  expect(hasAnswerSigns([{ type: 'visiting-nursing', facilities: [] }], dataset)).toBe(false);
});

test('a printed sheet says whose list it is, of what, in which order and of when', () => {
  const [head, date] = sheetHead(shipped, '訪問看護の一覧').split('\n');
  expect(head).toBe('みほん圏域 医療・介護 資源マップ　訪問看護の一覧（よみがなの五十音順）');
  expect(date).toContain('2026年5月1日');
  expect(sheetHead(sampleDataset({ asOf: null }), 'x')).not.toContain('\n');
});

test('every municipality has a list per type; a short list of a smaller area needs none', () => {
  const pages = areaTypePages(shipped);
  const municipalities = shipped.areas.filter(({ kind }) => kind === 'municipality').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.every(page => municipalities.includes(page.area.id))).toBe(true);
});
