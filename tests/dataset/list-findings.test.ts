import { describe, expect, it } from 'vitest';
import { oneFile, regionOf } from './region.ts';

const records = [
  'ID,名称,種別,住所',
  'mihon-1,みほん薬局,薬局,新潟県新発田市西町1-1',
  'mihon-2,みほん医院,診療所,新潟県新発田市西町1-2',
];

describe('same.csv', () => {
  it('quotes a record that is not there as it is typed, at its cell', () => {
    const region = oneFile(records, { 'same.csv': '判定,記録A,記録B\n同じ,みほん薬局,mihon-2\n' });
    expect(region.sentences('same-record-not-found')).toMatchInlineSnapshot(`
      [
        "same.csv 2行目 B列「記録A」：「みほん薬局」という記録が見つからないため、この組は使っていません。廃止された事業所なら行を消し、番号が変わったなら書き直してください。",
      ]
    `);
  });

  it('tells an empty cell as such, and does not use the line', () => {
    const region = oneFile(records, { 'same.csv': '判定,記録A,記録B\n同じ,,mihon-2\n' });
    expect(region.sentences('same-record-empty')).toMatchInlineSnapshot(`
      [
        "same.csv 2行目 B列「記録A」：ここが空欄のため、この組は使っていません。公開中のページのID（/f/ のうしろの文字）を入力するか、行を消してください（例：1570600001）。",
      ]
    `);
    expect(region.codes).not.toContain('same-record-not-found');
  });

  it('joins nothing that is both 同じ and 別', () => {
    const region = oneFile(records, {
      'same.csv': '判定,記録A,記録B\n同じ,mihon-1,mihon-2\n別,mihon-2,mihon-1\n',
    });
    expect(region.facilities).toHaveLength(2);
    expect(region.sentences('same-verdict-contradiction')).toMatchInlineSnapshot(`
      [
        "same.csv 3行目：「mihon-2 と mihon-1」の組は、2行目では違う判定です。どちらか決められないため、1件にまとめていません。どちらかの行を消してください。",
      ]
    `);
  });

  it('twice the same verdict is no contradiction', () => {
    const region = oneFile(records, {
      'same.csv': '判定,記録A,記録B\n同じ,mihon-1,mihon-2\n同じ,mihon-2,mihon-1\n',
    });
    expect(region.facilities).toHaveLength(1);
    expect(region.codes).not.toContain('same-verdict-contradiction');
  });
});

describe('rows of one name and address', () => {
  it('are told in the words of names, not of numbers', () => {
    const region = oneFile([
      '名称,種別,住所,電話番号',
      'みほん薬局,薬局,新潟県新発田市西町1-1,025-000-0001',
      'みほん薬局,薬局,新潟県新発田市西町1-1,025-000-0002',
    ]);
    expect(region.codes).not.toContain('duplicate-number');
    expect(region.sentences('duplicate-name-address')).toMatchInlineSnapshot(`
      [
        "a.csv 3行目：「みほん薬局」は、名称と住所が2行目「みほん薬局」と同じで、ほかの内容が違います。別の記録として掲載しました。同じ事業所ならどちらかの行を消すか「ID」の列に同じIDを入れ、別の事業所なら別のIDを入れてください（例：mihon-001）。",
      ]
    `);
  });
});

describe('areas.csv', () => {
  const areas = (lines: string) =>
    regionOf({ 'facilities/a.csv': `${records.join('\n')}\n`, 'areas.csv': lines });

  it('tells figures that cannot be, at their cells, and leaves them out', () => {
    const region = areas(
      'id,名前,種別,親,人口,65歳以上,75歳以上\na,甲市,市区町村,,約9万,,\nb,乙,圏域,a,1000,2000,300\n',
    );
    expect([
      ...region.sentences('count-unreadable'),
      ...region.sentences('area-figures-contradict'),
    ]).toMatchInlineSnapshot(`
      [
        "areas.csv 2行目 E列「人口」：「約9万」は数として読めません。0 以上の数字だけを入力し、説明は備考の列に書いてください（例：12）。",
        "areas.csv 3行目 F列「65歳以上」：「2000」は「人口」の1000より多いため、使っていません。2つの数を確かめてください。",
      ]
    `);
    expect(region.dataset.areas.find(area => area.id === 'b')).toMatchObject({
      population: 1000,
      population65: null,
      population75: 300,
    });
  });

  it('tells a parent that is nowhere, and a name that is empty', () => {
    const region = areas('id,名前,種別,親\nkounan,江南市,市区町村,\nb,,圏域,kounam\nc,丙,圏域,江南市\n');
    expect([
      ...region.sentences('area-parent-unknown'),
      ...region.sentences('area-name-empty'),
    ]).toMatchInlineSnapshot(`
      [
        "areas.csv 3行目 D列「親」：「kounam」という親の区域はありません。親のない区域として扱いました。「kounan」のまちがいではありませんか。areas.csv にある区域のIDを入力してください（例：mihono）。",
        "areas.csv 4行目 D列「親」：「江南市」という親の区域はありません。親のない区域として扱いました。「kounan」のまちがいではありませんか。areas.csv にある区域のIDを入力してください（例：mihono）。",
        "areas.csv 3行目 B列「名前」：区域の名前がないため、ID「b」のまま表示します。「名前」の列に入力してください（例：北部圏域）。",
      ]
    `);
  });

  it('says nothing of a list that is right', () => {
    const region = areas(
      'id,名前,種別,親,人口,65歳以上,75歳以上\na,甲市,市区町村,,1000,300,100\nb,乙,圏域,a,,,\n',
    );
    expect(region.codes.filter(code => code.startsWith('area-') || code.startsWith('count-'))).toEqual([]);
  });

  it('names the municipality of an address that begins with a town of the region', () => {
    const rows = [
      '名称,種別,住所',
      'あ薬局,薬局,しらはと町しろがね4-2',
      'い薬局,薬局,新潟県蒲原郡しらはと町本郷1-1',
      'う薬局,薬局,本郷5-1',
    ];
    const { named } = regionOf({
      'facilities/a.csv': `${rows.join('\n')}\n`,
      'areas.csv': 'id,名前,種別,親\n159991,しらはと町,市区町村,\nhongo,本郷,町丁,159991\n',
    });
    expect(named('あ薬局')?.address).toMatchObject({
      municipality: 'しらはと町',
      text: 'しらはと町しろがね4-2',
    });
    expect(named('い薬局')?.address.municipality).toBe('しらはと町');
    expect(named('う薬局')?.address.municipality).toBeNull();
    expect(named('う薬局')?.areas).toContain('159991');
  });
});
