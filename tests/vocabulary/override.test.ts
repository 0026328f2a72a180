import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/issues/issue.ts';
import { overrideVocabulary, parseVocabulary } from '../../src/vocabulary/load.ts';
import { shippedFiles, vocabulary } from './shipped.ts';

const over = (name: string, text: string) =>
  overrideVocabulary(vocabulary, [{ name: `vocabulary/${name}`, text }]);
const told = (name: string, text: string) => over(name, text).issues.map(formatIssue).join('\n');

describe('a region lays its own words over the shipped ones', () => {
  it('an empty file changes nothing', () => {
    const blank = fc.constantFrom('', '\n', '# まだ何もない\n', '\uFEFF', '  \r\n', '{}');
    const name = fc.constantFrom(...shippedFiles.map(file => file.name));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, blank)), files => {
        const read = overrideVocabulary(
          vocabulary,
          files.map(([file, text]) => ({ name: file, text })),
        );
        expect(read.issues).toEqual([]);
        expect(read.value).toEqual(vocabulary);
      }),
      { seed: 20260601, numRuns: 40 },
    );
  });

  it('a partial entry changes only what it names, and aliases are added', () => {
    const read = over(
      'types.yaml',
      'types:\n  - id: visiting-nursing\n    short: ほうかん\n    aliases: [訪看さん]\n',
    );
    expect(read.issues).toEqual([]);
    const before = vocabulary.types.get('visiting-nursing');
    expect(read.value.types.get('visiting-nursing')).toEqual({
      ...before,
      short: 'ほうかん',
      aliases: [...(before?.aliases ?? []), '訪看さん'],
    });
    expect([...read.value.types.keys()]).toEqual([...vocabulary.types.keys()]);
    expect(vocabulary.types.get('visiting-nursing')?.short).toBe('訪問看護');
  });

  it('a word added to what one is in need of takes none away: the words of an emergency least of all', () => {
    const read = over('needs.yaml', 'needs:\n  - id: night-worry\n    words: [むねがえらい]\n');
    expect(read.issues).toEqual([]);
    const words = read.value.needs.find(({ id }) => id === 'night-worry')?.words;
    expect(words).toEqual([
      ...vocabulary.needs.find(({ id }) => id === 'night-worry')!.words,
      'むねがえらい',
    ]);
  });

  it('a new entry is added at the end', () => {
    const text =
      'capabilities:\n  - id: snow-visit\n    label: 大雪の日の訪問\n    group: g1\n    asked: NV\n    scenes: [daily]\n    prominence: everyone\n';
    const read = over('capabilities.yaml', text);
    expect(read.issues).toEqual([]);
    expect([...read.value.capabilities.values()].at(-1)).toMatchObject({
      id: 'snow-visit',
      aboutPeople: false,
    });
  });

  it('codes and words are merged, unquoted codes keep their zeros', () => {
    const read = overrideVocabulary(vocabulary, [
      { name: 'specialities.yaml', text: 'specialities:\n  - code: 01001\n    aliases: [一般内科]\n' },
      { name: 'synonyms.yaml', text: 'synonyms:\n  リハ: [りはセン]\n  はり: [鍼灸]\n' },
      { name: 'characters.yaml', text: 'exact:\n  邨: 村\n' },
    ]);
    expect(read.issues).toEqual([]);
    expect(read.value.specialities.get('01001')?.aliases).toContain('一般内科');
    expect(read.value.synonyms.get('リハ')).toEqual(['リハビリテーション', 'リハビリ', 'りはセン']);
    expect(read.value.synonyms.get('はり')).toEqual(['鍼灸']);
    expect(read.value.characterVariants.exact.get('邨')).toBe('村');
  });
});

describe('mistakes in a region’s vocabulary are told and cost only their entry', () => {
  it('unknown key', () => {
    const read = over(
      'types.yaml',
      'types:\n  - id: hospital\n    lable: 病院さん\n  - id: clinic\n    short: 医院\n',
    );
    expect(read.issues.map(formatIssue).join('\n')).toMatchInlineSnapshot(
      `"vocabulary/types.yaml 3行目 「lable」：この項目名は使えません。「label」のまちがいではありませんか。"`,
    );
    expect(read.value.types.get('hospital')).toEqual(vocabulary.types.get('hospital'));
    expect(read.value.types.get('clinic')?.short).toBe('医院');
  });
  it('incomplete new entry', () => {
    expect(
      told('types.yaml', 'types:\n  - id: onsen\n    label: 温泉\n    easy: おんせん\n    group: medical\n'),
    ).toMatchInlineSnapshot(`
      "vocabulary/types.yaml 2行目 「letter」：この項目が「types 1つ目」の中にありません。「letter: …」の形で書いてください。
      vocabulary/types.yaml 2行目 「mode」：この項目が「types 1つ目」の中にありません。「mode: …」の形で書いてください。使えるのは「outpatient」「visits」「day」「stay」「residence」「consultation」「goods」です。
      vocabulary/types.yaml 2行目 「relation」：この項目が「types 1つ目」の中にありません。「relation: …」の形で書いてください。使えるのは「performs」「accepts」です。
      vocabulary/types.yaml 2行目 「marker」：この項目が「types 1つ目」の中にありません。「marker: …」の形で書いてください。"
    `);
  });
  it('no id, and no entry at all', () => {
    expect(told('scenes.yaml', 'scenes:\n  - label: 毎日\n  - 夜\n')).toMatchInlineSnapshot(`
      "vocabulary/scenes.yaml 2行目 「id」：この項目が「scenes 1つ目」の中にありません。「id: …」の形で書いてください。使えるのは「discharge」「daily」「emergency」「end-of-life」です。
      vocabulary/scenes.yaml 2行目 「easy」：この項目が「scenes 1つ目」の中にありません。「easy: …」の形で書いてください。
      vocabulary/scenes.yaml 2行目 「description」：この項目が「scenes 1つ目」の中にありません。「description: …」の形で書いてください。
      vocabulary/scenes.yaml 3行目 「scenes 2つ目」：「夜」はここでは使えません。「項目名: 値」の組（次の行から字下げして書きます）で書いてください。"
    `);
  });
  it('the same id twice', () => {
    expect(
      told('types.yaml', 'types:\n  - id: hospital\n    short: A\n  - id: hospital\n    short: B\n'),
    ).toMatchInlineSnapshot(
      `"vocabulary/types.yaml 4行目 「id」：「hospital」は同じファイルの2行目にもあります。1つにまとめてください。"`,
    );
  });
  it('words that lead nowhere', () => {
    const text = 'needs:\n  - id: medicine\n    types: [pharmcy]\ncapabilities: []\n';
    expect(told('needs.yaml', text)).toMatchInlineSnapshot(
      `"vocabulary/needs.yaml 4行目 「capabilities」：この項目名は使えません。使えるのは「needs」です。"`,
    );
    const read = over('needs.yaml', 'needs:\n  - id: medicine\n    types: [pharmcy]\n');
    expect(read.issues.map(formatIssue).join('\n')).toMatchInlineSnapshot(
      `"vocabulary/needs.yaml 3行目 「types」：「pharmcy」は語彙にありません。「pharmacy」のまちがいではありませんか。"`,
    );
    expect(read.value.needs.find(need => need.id === 'medicine')?.types).toEqual([]);
    expect(
      told('capabilities.yaml', 'capabilities:\n  - id: house-call\n    group: g99\n    asked: H9\n'),
    ).toMatchInlineSnapshot(`
      "vocabulary/capabilities.yaml 3行目 「group」：「g99」は語彙にありません。「g9」のまちがいではありませんか。
      vocabulary/capabilities.yaml 4行目 「asked」：「9」は語彙にありません。つづりを確かめるか、先にその項目を加えてください。"
    `);
  });
  it('a code or a word that is another’s', () => {
    expect(told('types.yaml', "types:\n  - id: clinic\n    kaigo: ['130']\n")).toMatchInlineSnapshot(
      `"vocabulary/types.yaml 3行目 「kaigo」：「130」は「訪問看護事業所」のコードです。1つのコードは1つの種類にだけ書いてください。"`,
    );
    expect(
      told('capabilities.yaml', 'capabilities:\n  - id: house-call\n    aliases: [胃瘻]\n'),
    ).toMatchInlineSnapshot(
      `"vocabulary/capabilities.yaml 2行目：「胃瘻」は「house-call」「proc-gastrostomy」のどちらの言葉にもなっています。見出しがこの言葉のとき、○でも「△ 要相談」として読みます。どちらか1つにしてください。"`,
    );
  });
  it('unknown file, broken file', () => {
    expect(told('type.yaml', 'types: []')).toMatchInlineSnapshot(
      `"vocabulary/type.yaml：このファイルは使われません。「types.yaml」のまちがいではありませんか。vocabulary フォルダに置けるのは「types.yaml」「capabilities.yaml」「specialities.yaml」「scenes.yaml」「needs.yaml」「glossary.yaml」「synonyms.yaml」「characters.yaml」です。"`,
    );
    expect(told('types.yaml', 'types：\n  - id: x')).toMatchInlineSnapshot(
      `"vocabulary/types.yaml 1行目：全角の「：」が使われています。半角の「:」と半角スペース1つに直してください（例：「name: みほん圏域」）。"`,
    );
  });
  it('any text: no throw, and the shipped entries stay complete', () => {
    const name = fc.constantFrom(
      'types.yaml',
      'capabilities.yaml',
      'needs.yaml',
      'specialities.yaml',
      'synonyms.yaml',
    );
    const line = fc.constantFrom(
      'types:',
      'capabilities:',
      '  - id: hospital',
      '    label: x',
      '    kaigo: [130]',
      '    aliases: a',
      '- ',
      '__proto__: {}',
      '    scenes: [daily]',
      '"',
      '\t',
      'needs: 1',
    );
    fc.assert(
      fc.property(name, fc.array(fc.oneof(line, fc.string()), { maxLength: 8 }), (file, lines) => {
        const read = over(file, lines.join('\n'));
        expect(read.value.types.size).toBeGreaterThanOrEqual(vocabulary.types.size);
        for (const found of read.issues) expect(formatIssue(found)).not.toMatch(/undefined|Invalid/);
      }),
      { seed: 20260601, numRuns: 300 },
    );
  });
  it('nothing at all is an empty vocabulary', () => {
    expect(parseVocabulary([]).value.types.size).toBe(0);
  });
});
