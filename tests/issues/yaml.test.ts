import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { regionColumnsSchema } from '../../src/columns/region-columns.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { parseYamlConfig } from '../../src/issues/yaml.ts';
import { siteSchema } from '../../src/model/site.ts';

function sentences(text: string, schema: z.ZodType = siteSchema): string {
  return parseYamlConfig('site.yaml', text, schema).issues.map(formatIssue).join('\n');
}

describe('a settings file that is right', () => {
  it('is read with its defaults and tells nothing', () => {
    const read = parseYamlConfig('site.yaml', 'name: みほん圏域', siteSchema);
    expect(read.issues).toEqual([]);
    expect(read.value).toMatchObject({ name: 'みほん圏域', staleAfterMonths: 12, publishing: { base: '/' } });
  });

  it('keeps numbers, zeros and words of YAML as text where text is wanted', () => {
    const read = parseYamlConfig(
      'site.yaml',
      'name: 2026\nmunicipalities: 012025\ncontact:\n  name: no\n  phone: 0285221111\n',
      siteSchema,
    );
    expect(read.issues).toEqual([]);
    expect(read.value).toMatchObject({
      name: '2026',
      municipalities: ['012025'],
      contact: { name: 'no', phone: '0285221111' },
    });
  });

  it('may begin with a BOM and end its lines as Windows does', () => {
    expect(
      parseYamlConfig('site.yaml', '\uFEFFname: みほん\r\ndemo: true\r\n', siteSchema).value,
    ).toMatchObject({ name: 'みほん', demo: true });
  });

  it('counts a key without a value as absent', () => {
    expect(parseYamlConfig('site.yaml', 'name: みほん\ntitle:\n', siteSchema).value?.title).toBeUndefined();
  });

  it('may be empty where nothing is required', () => {
    expect(
      parseYamlConfig('columns.yaml', '# まだ何もない\n', z.record(z.string(), z.string())).value,
    ).toEqual({});
  });

  it('takes __proto__ as an ordinary, unknown key', () => {
    expect(sentences('name: みほん\n__proto__: { demo: true }')).toContain(
      '「__proto__」：この項目名は使えません。',
    );
  });
});

describe('a settings file that is wrong is told by line, with the correction', () => {
  it('misspelt key', () => {
    expect(sentences('name: みほん\n\ntitel: 地図\n')).toMatchInlineSnapshot(
      `"site.yaml 3行目 「titel」：この項目名は使えません。「title」のまちがいではありませんか。"`,
    );
  });
  it('misspelt required key is one problem', () => {
    expect(sentences('nmae: みほん\ncontact:\n  phone: 0285\n')).toMatchInlineSnapshot(
      `
      "site.yaml 1行目 「nmae」：この項目名は使えません。「name」のまちがいではありませんか。
      site.yaml 3行目 「name」：この項目が「contact」の中にありません。「name: …」の形で書いてください。"
    `,
    );
  });
  it('required key in Japanese is one problem', () => {
    expect(sentences('名前: みほん\n')).toMatchInlineSnapshot(
      `"site.yaml 1行目 「名前」：この項目名は使えません。「name」のまちがいではありませんか。"`,
    );
  });
  it('key that resembles none', () => {
    expect(sentences('name: みほん\nmap:\n  色: 赤\n')).toMatchInlineSnapshot(
      `"site.yaml 3行目 「色」：この項目名は使えません。使えるのは「tiles」「attribution」「attributionUrl」「minZoom」「maxZoom」です。"`,
    );
  });
  it('missing key, also inside a list', () => {
    expect(sentences('title: x\nsources:\n  - file: a.csv\n  - title: b\n')).toMatchInlineSnapshot(`
      "site.yaml 1行目 「name」：この項目がありません。「name: …」の形で書いてください。
      site.yaml 4行目 「file」：この項目が「sources 2つ目」の中にありません。「file: …」の形で書いてください。"
    `);
  });
  it('value outside the allowed ones', () => {
    expect(
      sentences('name: x\nsources:\n  - file: a.csv\n    listing: publc\n    kind: 公式\n'),
    ).toMatchInlineSnapshot(`
      "site.yaml 4行目 「listing」：「publc」は使えない値です。「public」のまちがいではありませんか。使えるのは「public」「professional」「none」です。
      site.yaml 5行目 「kind」：「公式」は使えない値です。使えるのは「official」「survey」です。"
    `);
  });
  it('wrong kinds of value', () => {
    expect(
      sentences(
        'name: [a, b]\ndemo: はい\nsources: a.csv\ncontact: 市役所\nstaleAfterMonths: 1.5\nmunicipalities: { a: b }\n',
      ),
    ).toMatchInlineSnapshot(`
      "site.yaml 1行目 「name」：ここは文字（例：「みほん市」）で書いてください。
      site.yaml 2行目 「demo」：「はい」はここでは使えません。「true」か「false」で書いてください。
      site.yaml 3行目 「sources」：「a.csv」はここでは使えません。一覧（例：「[1つ目, 2つ目]」、または「- 」で始まる行）で書いてください。
      site.yaml 4行目 「contact」：「市役所」はここでは使えません。「項目名: 値」の組（次の行から字下げして書きます）で書いてください。
      site.yaml 5行目 「staleAfterMonths」：「1.5」はここでは使えません。整数（例：「12」）で書いてください。
      site.yaml 6行目 「municipalities」：ここは文字（例：「みほん市」）、または一覧（例：「[1つ目, 2つ目]」、または「- 」で始まる行）で書いてください。"
    `);
  });
  it('numbers out of range and URLs', () => {
    expect(
      sentences('name: x\nstaleAfterMonths: 0\npublishing:\n  site: www.example.jp\n'),
    ).toMatchInlineSnapshot(`
      "site.yaml 2行目 「staleAfterMonths」：「0」は使える範囲の外です。0より大きい数で書いてください。
      site.yaml 4行目 「site」：「www.example.jp」はURLとして読めません。「https://」から書いてください（例：https://www.example.jp/）。"
    `);
  });
  it('a choice of shapes is explained by the nearest one', () => {
    const columns = z.record(
      z.string(),
      z.union([
        z.literal('ignore'),
        z.strictObject({ field: z.string() }),
        z.strictObject({ capability: z.string() }),
      ]),
    );
    expect(sentences('備考2: ignor\nTEL: { feild: phone }\n胃ろう: 5\n', columns)).toMatchInlineSnapshot(`
      "site.yaml 1行目 「備考2」：「ignor」は使えない値です。「ignore」のまちがいではありませんか。使えるのは「ignore」です。
      site.yaml 2行目 「feild」：この項目名は使えません。「field」のまちがいではありませんか。
      site.yaml 3行目 「胃ろう」：「5」はここでは使えません。「ignore」、または「項目名: 値」の組（次の行から字下げして書きます）で書いてください。"
    `);
  });
  it('ids and codes', () => {
    const schema = z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      code: z.string().regex(/^\d{5}$/),
    });
    expect(sentences('id: 訪問\ncode: 1001\n', schema)).toMatchInlineSnapshot(`
      "site.yaml 1行目 「id」：「訪問」は識別名として使えません。半角の英小文字で始め、英小文字・数字・「-」だけで書いてください（例：home-visit-care）。
      site.yaml 2行目 「code」：「1001」は半角数字5けたではありません。先頭の「0」も省かずに書いてください。"
    `);
  });
});

describe('text that is no YAML', () => {
  it.each([
    ['full-width colon', 'name：みほん\ntitle: x'],
    ['full-width colon alone', 'name：みほん'],
    ['no space after the colon', 'title: x\nname:みほん\ndemo: true'],
    ['tab', 'contact:\n\tname: x'],
    ['full-width space', 'name: x\ncontact:\n　name: y'],
    ['indentation', 'contact:\n   name: 1\n  phone: 2'],
    ['open quote', 'name: "みほん\ntitle: x\n'],
    ['open bracket', 'name: x\nmunicipalities: [a, b\ntitle: y'],
    ['duplicate key', 'name: a\nname: b'],
    ['reserved sign', 'name: @x'],
    ['star', 'name: *x'],
    ['two documents', 'name: a\n---\nname: b'],
  ])('%s', (_, text) => {
    expect(sentences(text)).toMatchSnapshot();
  });

  it('survives deep nesting and references that explode', () => {
    expect(sentences('['.repeat(20000))).not.toBe('');
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((key, i) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
    ];
    expect(sentences(bomb.join('\n'))).toMatchInlineSnapshot(
      `"site.yaml：入れ子や参照（「*」）が多すぎて読めません。参照を使わず、値をそのまま書いてください。"`,
    );
  });
});

describe('one mistake is told once, several at once', () => {
  it('tabs on several lines', () => {
    expect(sentences('name: x\ncontact:\n\tname: a\n\tphone: b\n')).toMatchInlineSnapshot(
      `"site.yaml 3行目：この行から2行は、字下げにタブ文字が使われています。半角スペースに直してください（例：「  title: …」）。"`,
    );
  });

  it('several slips of several kinds in columns.yaml', () => {
    const text = 'でんわ： { field: 電話番号 }\n院長名: { label: 院長, audiance: public }\n';
    expect(sentences(text, regionColumnsSchema)).toMatchInlineSnapshot(`
      "site.yaml 1行目：全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。
      site.yaml 2行目 「audiance」：この項目名は使えません。「audience」のまちがいではありませんか。"
    `);
    const worse = 'でんわ：{ field: 電話番号 }\nファクス:{ field: FAX番号 }\nメモ： ignore\n';
    expect(sentences(worse, regionColumnsSchema)).toMatchInlineSnapshot(`
      "site.yaml 1行目：全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。
      site.yaml 2行目：「:」のあとに半角スペースがありません。1つ入れてください（例：「name: みほん圏域」）。
      site.yaml 3行目：全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。"
    `);
  });

  it('a full-width colon inside braces', () => {
    expect(sentences('でんわ: { field： 電話番号 }\n', regionColumnsSchema)).toMatchInlineSnapshot(
      `"site.yaml 1行目：全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。"`,
    );
  });

  it('two shapes in one', () => {
    expect(
      sentences('でんわ: { field: 電話番号, label: 電話 }\n', regionColumnsSchema),
    ).toMatchInlineSnapshot(
      `"site.yaml 1行目 「でんわ」：「field」「label」を、この形で1つの見出しに書くことはできません。決まった項目の列なら「項目」、機能の列なら「機能」（と「関係」「公開」）、新しい項目なら「名前」（と「公開」「絞り込み」）のどれか1つにしてください（例：{ 項目: 電話番号 }）。"`,
    );
  });

  it('text alone is the name of a field', () => {
    expect(parseYamlConfig('columns.yaml', 'でんわ: 電話番号\nメモ: ignore\n', regionColumnsSchema)).toEqual({
      value: { columns: { でんわ: { fields: ['電話番号'] }, メモ: 'ignore' }, constants: {}, files: {} },
      issues: [],
    });
  });
});
