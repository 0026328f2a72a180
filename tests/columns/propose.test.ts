import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeColumns } from '../../src/columns/propose.ts';
import { formatProposals, formatRule, scalar } from '../../src/columns/propose-yaml.ts';
import { regionColumnsSchema } from '../../src/columns/region-columns.ts';
import type { Table } from '../../src/ingest/table.ts';
import { parseYamlConfig, readYamlSource } from '../../src/issues/yaml.ts';
import { vocabulary } from '../dataset/region.ts';

function tableOf(lines: readonly (readonly string[])[], file = 'いちらん.csv'): Table {
  return { file, lettered: true, rows: lines.map((cells, index) => ({ row: index + 1, cells })) };
}

/** What is proposed for each column: `項目` or the like, and how sure that is. */
function proposed(lines: readonly (readonly string[])[], file?: string): string[] {
  const { columns = [] } = proposeColumns(tableOf(lines, file), { vocabulary }) ?? {};
  return columns.map(({ key, rule, confidence }) => `${key} → ${formatRule(rule)} ${confidence}`);
}

const column = (header: string, ...values: string[]) =>
  proposed([['名称', header], ...values.map((value, index) => [`みほん${index}医院`, value])])[1];

describe('by its values', () => {
  it.each([
    ['a telephone', ['0254-00-0001', '(0254)00-0002', '０２５４－００－０００３'], '電話番号 たぶん'],
    [
      'ten digits could be a telephone or 事業所番号: nobody may say',
      ['0154000001', '0154000002', '0154000003'],
      '使わない わからない',
    ],
    ['mail', ['a@example.jp', 'b@example.jp', 'c@example.jp'], 'メール 高い'],
    ['a website', ['https://example.jp/', 'www.example.jp', 'http://example.jp/a'], 'URL 高い'],
    ['a postal code', ['957-0001', '957-0002', '〒957-0003'], '郵便番号 高い'],
    ['a position', ['37.9501', '0.0', '37.9503', '37.9504'], '緯度 高い'],
    ['診療科目', ['内科、外科', '内科', '小児科・皮膚科'], '診療科目 高い'],
    ['kinds of office', ['薬局', '診療所', '薬局'], '種別 たぶん'],
    ['capabilities', ['胃ろう|点滴', '胃ろう', '痰の吸引|胃ろう'], '{ 項目: 機能 } 高い'],
    ['people', ['山田 太郎', '佐藤花子', '鈴木 一郎'], '使わない たぶん'],
    ['公開・非公開', ['公開', '非公開', '公開'], '掲載区分 たぶん'],
    ['nothing we know', ['あああ', 'いいい', 'ううう、えええ'], '使わない わからない'],
  ])('%s', (_, values, wanted) => {
    expect(column('なぞ', ...values)).toBe(`なぞ → ${wanted}`);
  });
});

describe('by its header, with the values to confirm it', () => {
  it.each([
    ['お電話', ['0254-00-0001', '0254-00-0002'], '電話番号 高い'],
    ['お電話', ['かけないでください', 'なし', 'ひみつ'], '使わない わからない'],
    ['夜間の緊急電話', ['090-0000-0001', '090-0000-0002'], '夜間連絡先 高い'],
    ['運営法人の電話番号', ['03-0000-0001', '03-0000-0002'], '使わない 高い'],
    ['院長氏名', ['山田 太郎', '佐藤 花子', '鈴木 一郎'], '使わない 高い'],
    ['連絡担当者', ['山田 太郎', '佐藤 花子', '鈴木 一郎'], '担当者 高い'],
    ['整理番号', ['1', '2', '3'], '使わない 高い'],
    ['胃ろうの受け入れ', ['○', '×', '△'], '{ 機能: 胃ろう, 関係: 受け入れ } 高い'],
    [
      '胃ろうの対応',
      ['行っている', '今後行う予定', '行っておりません', '状況により相談'],
      '{ 機能: 胃ろう, 値: { 行っている: ○, 行っておりません: ×, 状況により相談: △ } } たぶん',
    ],
    [
      'サイトへの掲載',
      ['する', 'しない', 'する'],
      '{ 項目: 掲載区分, 値: { する: 公開, しない: 非公開 } } 高い',
    ],
  ])('%s %j', (header, values, wanted) => {
    expect(column(header, ...values)).toBe(`${header} → ${wanted}`);
  });
});

describe('several columns', () => {
  it('one column per option, by the words behind the sign', () => {
    const header = [
      '名称',
      '処置：胃ろう',
      '処置：点滴',
      '処置：空を飛ぶ',
      '支払い（現金）',
      '支払い（カード）',
      '支払い（その他）',
    ];
    expect(
      proposed([
        header,
        ['みほん医院', '○', '', '○', '1', '', '1'],
        ['ひがし医院', '', '×', '', '', '1', ''],
      ]),
    ).toEqual([
      '名称 → 名称 高い',
      '処置：* → { 機能: "*" } 高い',
      '処置：* → { 機能: "*" } 高い',
      '処置：空を飛ぶ → 使わない わからない',
      '支払い（*） → { 名前: 支払い, 印: "*" } たぶん',
      '支払い（*） → { 名前: 支払い, 印: "*" } たぶん',
      '支払い（*） → { 名前: 支払い, 印: "*" } たぶん',
    ]);
  });

  it('1 under 休診（月） may mean closed or open: it is not guessed', () => {
    const days = ['月', '火', '水', '木'].map(day => `毎週決まった曜日に休診（${day}）`);
    const guesses = proposed([
      ['名称', ...days],
      ['みほん医院', '1', '0', '1', '1'],
      ['ひがし医院', '1', '1', '0', '1'],
    ]);
    expect(guesses.slice(1).every(guess => guess.endsWith('使わない わからない'))).toBe(true);
  });

  it('hours by start and end of each day; ○ under a weekday says only that it is open', () => {
    expect(
      proposed([
        ['名称', '月曜開始', '月曜終了', '火', '水'],
        ['みほん医院', '9:00', '17:00', '○', '○'],
        ['ひがし医院', '9:30', '18:00', '×', '○'],
        ['にし医院', '10:00', '19:00', '○', ''],
      ]).slice(1),
    ).toEqual([
      '月曜開始 → 月 高い',
      '月曜終了 → { 項目: 月, つなぐ: "-" } 高い',
      '火 → { 項目: 診療曜日, 印: 火 } たぶん',
      '水 → { 項目: 診療曜日, 印: 水 } たぶん',
    ]);
  });

  it('a header that stands twice: the second is none of the office’s where 法人 stands before it', () => {
    expect(
      proposed([
        ['名称', '電話', '法人名', '電話', '電話2'],
        ['みほん医院', '0254-00-0001', '医療法人みほん会', '03-0000-0001', '0254-00-0009'],
        ['ひがし医院', '0254-00-0002', '医療法人みほん会', '03-0000-0002', '0254-00-0008'],
      ]).slice(1),
    ).toEqual([
      '電話 (1) → 電話番号 高い',
      '法人名 → 法人の名称 高い',
      '電話 (2) → 使わない たぶん',
      '電話2 → 使わない たぶん',
    ]);
  });
});

describe('the table', () => {
  it('under titles, with a header of two rows', () => {
    const proposal = proposeColumns(
      tableOf([
        ['回答のまとめ', '', '', '', ''],
        ['お名前', '対応できること', '', '', 'でんわ'],
        ['', '胃ろう', '点滴', '褥瘡', ''],
        ['みほん医院', '○', '', '○', '0254-00-0001'],
        ['ひがし医院', '', '○', '', '0254-00-0002'],
      ]),
      { vocabulary },
    );
    expect(proposal).toMatchObject({ headerRows: [2, 3], isHeaderStated: true });
    expect(proposal?.columns.map(({ key }) => key)).toContain('対応できること_*');
  });

  it('says the kind of its offices by its name; else it asks', () => {
    const lines = [
      ['お店', 'でんわ'],
      ['みほん', '0254-00-0001'],
    ];
    const typed = (file: string) =>
      formatProposals([proposeColumns(tableOf(lines, file), { vocabulary })].filter(each => each !== null));
    expect(typed('令和8年 訪問看護ステーション名簿.csv')).toContain(
      '\n    全部の行: { 種別: 訪問看護事業所 }\n',
    );
    expect(typed('名簿.csv')).toContain('\n    # 全部の行: { 種別: 訪問看護 }\n');
  });

  it('without rows has no proposal', () => {
    expect(proposeColumns(tableOf([]), { vocabulary })).toBeNull();
  });
});

describe('the YAML', () => {
  it('is read back as it is meant, whatever the headers and values are', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '電話: 番号',
        '#8000',
        "it's",
        '"',
        'no',
        '0254',
        '1',
        '*',
        '&a',
        '- a',
        '?',
        '[x]',
        '{y}',
        'a: b',
        '○',
        '　',
        '~',
      ),
    );
    fc.assert(
      fc.property(texts, texts, (key, value) => {
        const { value: source } = readYamlSource(
          'a.yaml',
          `${scalar(key)}: { ${scalar(value)}: ${scalar(key)} }\n`,
        );
        expect(source?.data).toEqual({ [key]: { [value]: key } });
      }),
      { seed: 20260401, numRuns: 300 },
    );
  });

  it('of any table is a columns.yaml without a mistake', () => {
    const cell = fc.constantFrom(
      '',
      '名称',
      '電話番号',
      '胃ろう',
      '処置：点滴',
      '○',
      '0254-00-0001',
      '山田 太郎',
      '月',
      '9:00-17:00',
      'なぞ',
      '"*"',
      '#',
      '公開',
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, lines => {
        const proposal = proposeColumns(tableOf(lines), { vocabulary });
        if (!proposal) return;
        const read = parseYamlConfig('columns.yaml', formatProposals([proposal]), regionColumnsSchema);
        const [duplicate] = read.issues.filter(({ code }) => code !== 'yaml-duplicate-key');
        expect(duplicate).toBeUndefined();
      }),
      { seed: 20260401, numRuns: 100 },
    );
  });
});
