import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchHeaders } from '../../src/columns/match-headers.ts';
import { sectionsFor } from '../../src/columns/own-columns.ts';
import { proposeColumns } from '../../src/columns/propose.ts';
import { formatProposals } from '../../src/columns/propose-yaml.ts';
import { regionColumnsSchema } from '../../src/columns/region-columns.ts';
import { readTables } from '../../src/ingest/read.ts';
import type { Table } from '../../src/ingest/table.ts';
import { parseYamlConfig } from '../../src/issues/yaml.ts';
import type { DayHours } from '../../src/model/facility.ts';
import { lookupOf } from '../../src/vocabulary/lookup.ts';
import { accountFaults, regionOf, type TestRegion, vocabulary } from '../dataset/region.ts';
import { fileName, headers, mondays, officeName, rows, unseenList } from './unseen/list.ts';

const byHand = readFileSync(join(import.meta.dirname, 'unseen/columns.yaml'), 'utf8');
const file = `facilities/${fileName}`;

function tableOf(bytes = unseenList()): Table {
  const [table] = readTables(fileName, bytes, () => {});
  return table as Table;
}

/** What each column of the list means by a `columns.yaml`, as far as anything of it is used. */
function meaningsBy(yaml: string): string[][] {
  const read = parseYamlConfig('columns.yaml', yaml, regionColumnsSchema);
  expect(read.issues).toEqual([]);
  if (!read.value) throw new Error('The columns.yaml cannot be read.');
  const own = sectionsFor(read.value, { file: fileName });
  const context = { vocabulary, lookup: lookupOf(vocabulary), own, layoutHeaders: new Map() };
  const columns = matchHeaders(tableOf(), 4, headers, context).value;
  return headers.map((_, index) =>
    columns.flatMap(column => {
      const piece = column.pieces?.find(each => each.index === index);
      if (column.index !== index && !piece) return [];
      const { meaning } = column;
      if (['ignored', 'unknown', 'unused', 'part'].includes(meaning.kind)) return [];
      return [JSON.stringify([meaning, piece?.word, piece?.rule.join])];
    }),
  );
}

describe('a list nobody has seen, by its columns.yaml alone', () => {
  const region = regionOf({ [file]: unseenList(), 'columns.yaml': byHand });
  const all = new Map(region.dataset.facilities.map(facility => [facility.name, facility]));

  it('is as large as such lists are', () => {
    expect(headers).toHaveLength(98);
    expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toHaveLength(16);
    expect(mondays.length).toBeGreaterThan(100);
  });

  it('accounts for every row: titles, the note below, rows that are not for everyone, one that has no kind', () => {
    expect(accountFaults(region.account)).toEqual([]);
    expect(region.account).toMatchObject({
      read: mondays.length + 3,
      skipped: 3,
      heldBack: 6,
      rejected: 1,
      published: mondays.length - 7,
    });
    expect(region.told('type-unknown').map(({ at }) => at.row)).toEqual([84]);
  });

  it('publishes nothing of the rows that are not for everyone', () => {
    for (const n of [10, 20, 30, 40, 50, 60, 80]) expect(region.published).not.toContain(officeName(n));
  });

  it('names no person, and nothing that is for professionals or of the corporation', () => {
    const closed = [
      '記入者氏名',
      '記入者メール',
      '代表者氏名',
      '管理者氏名',
      '連絡窓口の担当者',
      '夜間・休日の電話',
      '関係者だけの連絡事項',
      '空き状況',
    ];
    for (const header of closed)
      for (const value of valuesOf(header)) expect(region.published).not.toContain(value);
    for (const text of ['千代田区', '本部町', '03-0000', '03-0001', '内部の覚え書き', 'info1@'])
      expect(region.published).not.toContain(text);
  });

  it('has every office right: the first one in full', () => {
    const office = region.named('みほん001訪問看護ステーション');
    expect(office).toMatchObject({
      kana: 'ミホンレイレイイチホウモンカンゴステーション',
      address: { text: '新潟県新発田市西町1-01', building: null, postalCode: '9570001' },
      url: 'https://www.example.jp/1/',
      corporation: { name: '医療法人みほん会' },
      position: { lat: 37.950001, lng: 139.330001 },
      remarks: '見学できます',
      custom: [
        { key: '駐車場', value: '3台' },
        { key: '設備', value: '個室、シャワー' },
      ],
      confirmed: { on: '2026-04-01' },
    });
    const [service, ...others] = office?.services ?? [];
    expect(others).toEqual([]);
    expect(service).toMatchObject({
      type: 'visiting-nursing',
      numbers: [{ kind: '事業所番号', value: '1560000001' }],
      insurance: ['医療保険', '介護保険'],
      acceptance: '受け付けています',
      fees: '介護保険の1割',
    });
    expect(service?.phones.map(({ text }) => text)).toEqual(['0254-00-0001']);
    expect(service?.specialities.map(({ name }) => name)).toEqual(['内科', '皮膚科', '耳鼻いんこう科']);
    expect(service?.serviceArea?.towns).toEqual(['新発田市', '胎内市']);
    const answers = Object.fromEntries(
      service?.capabilities.map(({ id, value, relation }) => [id, `${value} ${relation}`]) ?? [],
    );
    expect(answers).toMatchObject({
      'home-visit-care': 'yes performs',
      'proc-gastrostomy': 'yes performs',
      'proc-nasal-tube': 'yes performs',
      'proc-ventilator': 'no performs',
      'dementia-care': 'yes accepts',
      'intractable-disease': 'yes accepts',
      'visit-rehab': 'planned performs',
    });
    expect(answers).not.toHaveProperty('proc-self-catheterization');
    const hours = Object.fromEntries(service?.hours.map(({ purpose, days }) => [purpose, days]) ?? []);
    expect([hours.outpatient?.mon, hours.outpatient?.wed, hours.outpatient?.sun].map(shown)).toEqual([
      '09:00-17:00',
      '09:00-12:00 13:00-17:00',
      '休',
    ]);
    expect([hours.visit?.mon, hours.visit?.sun].map(shown)).toEqual(['13:00-16:00', '休']);
  });

  it('answers in the words of the list become the four states; what is none of them is told', () => {
    const answerOf = (n: number, id: string) =>
      all
        .get(officeName(n))
        ?.services.flatMap(({ capabilities }) => capabilities)
        .find(one => one.id === id)?.value;
    // 行っている, 今後行う予定, 行っていない, 要相談, (blank)
    expect([1, 2, 3, 4, 5].map(n => answerOf(n, 'proc-gastrostomy'))).toEqual([
      'yes',
      'planned',
      'no',
      'conditional',
      undefined,
    ]);
    expect(answerOf(70, 'proc-gastrostomy')).toBeUndefined();
    expect(region.sentences('mark-unknown')).toMatchInlineSnapshot(`
      [
        "調査回答.csv 74行目 AZ列「対応できる医療処置（胃ろう）」：「ときどき」は ○・△・予定・× のどれか分からないため、「情報なし」として扱いました。記号で答え、説明は続けてかっこに書いてください（例：△（退院前に連絡を））。",
      ]
    `);
  });

  it('a row with two services is one office with both', () => {
    expect(region.named(officeName(2))?.services.map(({ type }) => type)).toEqual([
      'visiting-nursing',
      'care-management',
    ]);
  });

  it('reads a Monday in a hundred ways: never wrong, and what stays unknown is told', () => {
    const told = new Set(region.issues.filter(({ at }) => at.column === 'AG').map(({ at }) => at.row));
    const read = mondays.flatMap(({ typed, meant }, index) => {
      const office = all.get(officeName(index + 1));
      const days = office?.services[0]?.hours.find(({ purpose }) => purpose === 'outpatient')?.days;
      return days ? [{ typed, meant, got: shown(days.mon), row: index + 5 }] : [];
    });
    expect(read.filter(({ meant, got }) => got !== '' && got !== meant)).toEqual([]);
    expect(read.filter(({ got, typed, row }) => got === '' && typed.trim() !== '' && !told.has(row))).toEqual(
      [],
    );
    const right = read.filter(({ meant, got }) => got === meant);
    expect(right.length / read.length).toBeGreaterThan(0.9);
  });

  it('no column is left without a word, no entry without a column', () => {
    for (const code of [
      'header-unknown',
      'header-duplicate',
      'columns-header-not-found',
      'answer-unknown',
      'option-not-plain',
    ])
      expect(region.codes).not.toContain(code);
  });
});

describe('the proposal for it', () => {
  const proposal = proposeColumns(tableOf(), { vocabulary });
  const yaml = formatProposals(proposal ? [proposal] : []);

  it('gets nine columns of ten right without help', () => {
    const [proposed, wanted] = [meaningsBy(yaml), meaningsBy(byHand)];
    const wrong = headers.filter((_, index) => String(proposed[index]) !== String(wanted[index]));
    expect(wrong).toMatchInlineSnapshot(`
      [
        "駐車場",
        "設備_個室",
        "設備_食堂",
        "設備_シャワー",
      ]
    `);
    expect(wrong.length).toBeLessThanOrEqual(headers.length * 0.1);
  });

  it('is sure of nothing that is wrong', () => {
    const [proposed, wanted] = [meaningsBy(yaml), meaningsBy(byHand)];
    const sure = proposal?.columns.filter(({ confidence }) => confidence === '高い') ?? [];
    expect(sure.length).toBeGreaterThan(40);
    expect(sure.filter(({ index }) => String(proposed[index]) !== String(wanted[index]))).toEqual([]);
  });

  it('as it stands publishes no name of a person, no row that is not for everyone, nothing of the corporation', () => {
    const region = regionOf({ [file]: unseenList(), 'columns.yaml': yaml });
    expect(accountFaults(region.account)).toEqual([]);
    expect(region.account).toMatchObject({ heldBack: 6, published: mondays.length - 7 });
    noPerson(region);
    for (const n of [10, 20, 30, 40, 50, 60]) expect(region.published).not.toContain(officeName(n));
    expect(
      region.issues.filter(({ severity, at }) => severity === 'error' && at.file === 'columns.yaml'),
    ).toEqual([]);
  });

  it('is the same each time', () => {
    const again = proposeColumns(tableOf(), { vocabulary });
    expect(formatProposals(again ? [again] : [])).toBe(yaml);
  });
});

function noPerson(region: TestRegion): void {
  for (const header of ['記入者氏名', '代表者氏名', '管理者氏名', '連絡窓口の担当者'])
    for (const value of valuesOf(header)) expect(region.published).not.toContain(value);
}

function valuesOf(header: string): Set<string> {
  const index = headers.indexOf(header);
  return new Set(rows.map(row => row[index] ?? '').filter(value => value.length > 2));
}

function shown(day: DayHours | undefined): string {
  if (day?.state === 'open') return day.spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  return day?.state === 'closed' ? '休' : '';
}
