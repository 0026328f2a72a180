import { describe, expect, it } from 'vitest';
import { noRegionColumns, type RegionColumns } from '../../src/columns/region-columns.ts';
import { checkConfirmationDates, checkRegionColumns, checkSite } from '../../src/dataset/check-site.ts';
import type { RecordRow } from '../../src/dataset/record.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { parseYamlConfig } from '../../src/issues/yaml.ts';
import { locateInYaml } from '../../src/issues/yaml-locate.ts';
import { siteSchema } from '../../src/model/site.ts';

const today = '2026-11-22';

function checked(text: string, now?: string) {
  const { value: site } = parseYamlConfig('site.yaml', text, siteSchema);
  if (!site) throw new Error(text);
  const { value, issues } = checkSite(site, now);
  return { value, told: locateInYaml(issues, 'site.yaml', text).map(formatIssue) };
}

describe('site.yaml', () => {
  it('with telephones, addresses and dates that are right tells nothing and stays as it is', () => {
    const text =
      'name: みほん\nasOf: 2026-04-01\ncontact: { name: 窓口, phone: 0254-22-0000, email: a@example.jp }\nemergency: [{ label: 急患, phone: 0254-22-0119 }]\n';
    const { value, told } = checked(text, today);
    expect(told).toEqual([]);
    expect(value).toMatchObject({
      asOf: '2026-04-01',
      contact: { phone: '0254-22-0000', email: 'a@example.jp' },
      emergency: [{ label: '急患', phone: '0254-22-0119' }],
    });
  });

  it('is read as cells are: repaired, or told and left out', () => {
    const { value, told } = checked(
      [
        'name: みほん',
        'asOf: 令和8年4月1日',
        'contact:',
        '  name: 窓口',
        '  phone: 254220000',
        '  email: renkei＠example.jp',
        'emergency:',
        '  - label: 急患',
        '    phone: 0254-22',
        'sources:',
        '  - file: a.csv',
        '    asOf: いつか',
      ].join('\n'),
    );
    expect(value.asOf).toBe('2026-04-01');
    expect(value.contact).toEqual({ name: '窓口', email: 'renkei@example.jp' });
    expect(value.emergency).toEqual([{ label: '急患' }]);
    expect(value.sources?.[0]).not.toHaveProperty('asOf');
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "site.yaml 9行目 「phone」：「0254-22」は電話番号としては桁数が合いません（数字が6個です）。市外局番から、10桁（携帯電話・050・0800 は11桁）で入力してください（例：025-000-0000）。
      site.yaml 5行目 「phone」：「254220000」は先頭の 0 が失われた番号のようです（「0254220000」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：025-000-0000）。
      site.yaml 6行目 「email」：「renkei＠example.jp」は「renkei@example.jp」と読みました。元の表も半角で1つだけ入力してください（例：info@example.jp）。
      site.yaml 12行目 「asOf」：「いつか」は日付として読めません。年・月・日の順に入力してください（例：2026-04-01 または 令和8年4月1日）。"
    `);
  });

  it('a 時点 after today is told and left out', () => {
    const { value, told } = checked('name: みほん\nasOf: 2062-04-01\n', today);
    expect(value.asOf).toBeUndefined();
    expect(told).toMatchInlineSnapshot(`
      [
        "site.yaml 2行目 「asOf」：「2062-04-01」は今日（2026-11-22）より先の日付のため、使っていません。年を確かめて入力し直してください（例：2026-04-01）。",
      ]
    `);
  });
});

describe('a 確認日', () => {
  const row = (on: string) =>
    ({ at: { file: 'a.csv', row: 2 }, confirmed: { on, by: null, method: null } }) as RecordRow;

  it.each(['2026-11-22', '2026-11', '2026', '2020-01-01'])('%s is not in the future', on => {
    const read = checkConfirmationDates([row(on)], today);
    expect(read.issues).toEqual([]);
    expect(read.value[0]?.confirmed?.on).toBe(on);
  });

  it.each(['2026-11-23', '2026-12', '2027', '2062-04-01'])('%s is: it is told and taken out', on => {
    const read = checkConfirmationDates([row(on)], today);
    expect(read.issues.map(found => found.code)).toEqual(['date-in-future']);
    expect(read.value[0]?.confirmed).toBeNull();
  });

  it('is not compared when nobody says what day it is', () => {
    expect(checkConfirmationDates([row('2062-04-01')], undefined).issues).toEqual([]);
  });
});

describe('a header of columns.yaml', () => {
  const headers = [{ file: 'a.csv', cells: ['名称', '種別', '電話(夜間)', 'メモ'] }];
  const columnsOf = (columns: RegionColumns['columns']): RegionColumns => ({ ...noRegionColumns, columns });

  it('that a table has is no problem, in whatever width', () => {
    expect(checkRegionColumns(columnsOf({ '電話（夜間）': 'ignore', ﾒﾓ: 'ignore' }), headers)).toEqual([]);
  });

  it('that no table has is told with its line and the nearest', () => {
    const issues = checkRegionColumns(columnsOf({ メモ: 'ignore', '電話（夜問）': 'ignore' }), headers);
    const text = 'メモ: ignore\n電話（夜問）: ignore\n';
    expect(locateInYaml(issues, 'columns.yaml', text).map(formatIssue)).toMatchInlineSnapshot(`
      [
        "columns.yaml 2行目 「電話（夜問）」：この見出しの列は、どの表にもありません。「電話(夜間)」のまちがいではありませんか。表の見出しのとおりに書き直し、もう使わないなら columns.yaml のこの行を消してください。",
      ]
    `);
  });
});
