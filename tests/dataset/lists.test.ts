import { describe, expect, it } from 'vitest';
import { proposalSheet } from '../../src/match/sheet.ts';
import { csv, type Files, regionOf, vocabulary } from './region.ts';

type Row = Record<string, string>;
const care: Row = {
  事業所名: 'みほんの家',
  サービスの種類: '通所介護',
  住所: '新潟県新発田市西町0-1',
  電話番号: '0254-00-0001',
  事業所番号: '1570600001',
};
const survey: Row = {
  ID: 'mihon-001',
  名称: 'みほんの家（デイ）',
  種別: '通所介護',
  住所: '新発田市西町0番1号',
  電話番号: '0254-00-0001',
  備考: '調査の備考',
};
const region = (more: Files = {}) =>
  regionOf({ 'facilities/1.csv': csv([care]), 'facilities/2.csv': csv([survey]), ...more });

describe('same.csv', () => {
  const pair = (verdict: string, a = '1570600001', b = 'mihon-001') => ({
    'same.csv': `判定,記録A,記録B,理由\n${verdict},${a},${b},電話で確認\n`,
  });

  it('joins two records into one; the other id stays an alias', () => {
    const { facilities, account } = region(pair('同じ'));
    expect(facilities).toMatchObject([{ id: 'mihon-001', aliases: ['1570600001'], remarks: '調査の備考' }]);
    expect(facilities[0]?.services).toHaveLength(1);
    expect(account).toMatchObject({ read: 2, published: 1, merged: 1 });
  });

  it.each(['同じ', '同一', '○', '〇'])('「%s」 joins', verdict => {
    expect(region(pair(verdict)).facilities).toHaveLength(1);
  });

  it('may name them in either order, and by number, with any width', () => {
    expect(region(pair('同じ', 'MIHON-001', '１５７０６００００１')).facilities).toHaveLength(1);
  });

  it('an undecided line joins nothing; a verdict we cannot read is told', () => {
    expect(region(pair('')).facilities).toHaveLength(2);
    const odd = region(pair('たぶん'));
    expect(odd.facilities).toHaveLength(2);
    expect(odd.sentences('same-verdict-unknown')).toMatchInlineSnapshot(`
      [
        "same.csv 2行目 A列「判定」：「たぶん」という判定は読めないため、まだ決まっていない組として扱いました。「同じ」か「別」を入力してください。",
      ]
    `);
  });

  it('a record that is not there is told, and nothing else changes', () => {
    const read = region(pair('同じ', '9999999999'));
    expect(read.facilities).toHaveLength(2);
    expect(read.sentences('same-record-not-found')).toMatchInlineSnapshot(`
      [
        "same.csv 2行目 B列「記録A」：「9999999999」という記録が見つからないため、この組は使っていません。廃止された事業所なら行を消し、番号が変わったなら書き直してください。",
      ]
    `);
  });

  it('chains: A = B and B = C are one record', () => {
    const { facilities } = regionOf({
      'facilities/1.csv': csv([care]),
      'facilities/2.csv': csv([survey, { ...survey, ID: 'mihon-002', 名称: 'みほん三' }]),
      'same.csv': '判定,記録A,記録B\n同じ,1570600001,mihon-001\n同じ,mihon-001,mihon-002\n',
    });
    expect(facilities).toHaveLength(1);
    expect(facilities[0]?.aliases).toEqual(expect.arrayContaining(['1570600001', 'mihon-002']));
  });

  it('without a needed column it is not used, and said so', () => {
    const read = region({ 'same.csv': '判定,A,B\n同じ,1570600001,mihon-001\n' });
    expect(read.facilities).toHaveLength(2);
    expect(read.told('list-header-missing').map(found => found.value)).toEqual(['判定、記録A、記録B']);
  });

  it('in CP932, with title-less Excel line ends, it is read too', () => {
    // 判定,記録A,記録B / 同じ,1570600001,mihon-001
    const bytes = Uint8Array.from([
      0x94,
      0xbb,
      0x92,
      0xe8,
      0x2c,
      0x8b,
      0x4c,
      0x98,
      0x5e,
      0x41,
      0x2c,
      0x8b,
      0x4c,
      0x98,
      0x5e,
      0x42,
      0x0d,
      0x0a,
      0x93,
      0xaf,
      0x82,
      0xb6,
      ...new TextEncoder().encode(',1570600001,mihon-001\r\n'),
    ]);
    expect(region({ 'same.csv': bytes }).facilities).toHaveLength(1);
  });
});

describe('proposals', () => {
  it('two layers’ records of one address and telephone are suggested, with the reasons', () => {
    const { proposals } = region();
    expect(proposals.map(({ a, b, reasons }) => [new Set([a.id, b.id]), reasons])).toEqual([
      [new Set(['1570600001', 'mihon-001']), expect.arrayContaining(['住所が同じ', '電話番号が同じ'])],
    ]);
  });

  it.each(['同じ', '別'])('a pair decided as %s is not suggested again', verdict => {
    const { proposals } = region({ 'same.csv': `判定,記録A,記録B\n${verdict},1570600001,mihon-001\n` });
    expect(proposals).toEqual([]);
  });

  it('one thing in common suggests nothing; nor do two rows of one layer', () => {
    const phoneOnly = regionOf({
      'facilities/1.csv': csv([care]),
      'facilities/2.csv': csv([{ ...survey, 名称: 'まるでちがう薬局', 住所: '村上市0' }]),
    });
    const oneLayer = regionOf({
      'facilities/1.csv': csv([survey, { ...survey, ID: 'mihon-002', 名称: 'みほんの家' }]),
    });
    expect([phoneOnly.proposals, oneLayer.proposals]).toEqual([[], []]);
  });

  it('the sheet of proposals is a same.csv once it is decided', () => {
    const sheet = proposalSheet(region().proposals, vocabulary.types);
    expect(sheet.startsWith('\uFEFF判定,記録A,記録B,理由,名称A,名称B,種別A,種別B')).toBe(true);
    const decided = sheet.replace(/\r\n,/, '\r\n同じ,');
    expect(region({ 'same.csv': sheet }).facilities).toHaveLength(2);
    expect(region({ 'same.csv': decided }).facilities).toHaveLength(1);
  });

  it('a suppressed record is not suggested: its name is in no sheet', () => {
    const { proposals } = region({ 'suppress.csv': '記録\nmihon-001\n' });
    expect(proposals).toEqual([]);
  });
});

describe('suppress.csv', () => {
  const canary: Row = {
    ...survey,
    備考: 'KANARIYA',
    電話番号: '0254-00-7777',
    緯度: '37.95',
    経度: '139.33',
  };
  const suppressed = (line: string, more: Files = {}) =>
    regionOf({
      'facilities/1.csv': csv([care]),
      'facilities/2.csv': csv([canary, { ID: 'mihon-009', 名称: 'のこる薬局', 種別: '薬局' }]),
      'suppress.csv': `記録,名称,住所,理由\n${line}\n`,
      ...more,
    });
  const gone = /KANARIYA|7777|mihon-001|みほんの家（デイ）|西町0番1号/;

  it.each([
    ['the public id', 'mihon-001,,,申し出'],
    ['the id in other letters', 'ＭＩＨＯＮ－００１,,,'],
    ['name and address', ',みほんの家（デイ）,新発田市西町0番1号,'],
    ['name and address written otherwise', ',みほんの家 (デイ),新発田市西町０-１,'],
  ])('by %s: nothing of the record is in anything public', (_title, line) => {
    const read = suppressed(line);
    expect(read.facilities.map(one => one.id).sort()).toEqual(['1570600001', 'mihon-009']);
    expect(read.published).not.toMatch(gone);
    expect(read.account).toMatchObject({ read: 3, published: 2, heldBack: 1 });
    expect(JSON.stringify(read.dataset.facilities)).not.toMatch(gone);
  });

  it('by an official number, in all layers, whatever same.csv and confirmations say', () => {
    const read = suppressed('1570600001,,,', { 'same.csv': '判定,記録A,記録B\n同じ,1570600001,mihon-001\n' });
    expect(read.facilities.map(one => one.id)).toEqual(['mihon-009']);
    expect(read.published).not.toMatch(/KANARIYA|7777|mihon-001|1570600001|みほんの家/);
    expect(read.account).toMatchObject({ read: 3, published: 1, heldBack: 2 });
  });

  it('by a former id, as it stands on printed pages', () => {
    const ids = { 'ids.csv': 'id,キー,別名\nmihon-001,,furui-001;motto-furui\n' };
    expect(suppressed('furui-001,,,', ids).published).not.toMatch(/KANARIYA|furui/);
  });

  it('the name alone is enough', () => {
    expect(suppressed(',みほんの家（デイ）,,').published).not.toMatch(gone);
  });

  it('the same name at another address stays', () => {
    expect(suppressed(',みほんの家（デイ）,村上市本町1,').published).toMatch(/KANARIYA/);
  });

  it('a line that hits nothing is an error: a wrong number must not pass as done', () => {
    const read = suppressed('mihon-01,,,');
    expect(read.sentences('suppress-record-not-found')).toMatchInlineSnapshot(`
      [
        "suppress.csv 2行目 A列「記録」：「mihon-01」にあたる記録が見つからないため、何も止めていません。公開中のページのID（/f/ のうしろの文字）か事業所番号で書いてください。もう元データにないなら行を消してください。",
      ]
    `);
    expect(suppressed(',,,りゆうだけ').codes).toContain('suppress-line-empty');
  });
});

describe('ids.csv', () => {
  const pharmacy: Row = { 名称: 'みほん薬局', 種別: '薬局', 住所: '新発田市西町0-1' };
  const kept = (key: string) => ({ 'ids.csv': `id,キー,別名\nmihon-yakkyoku,${key},furui-id\n` });

  it('keeps the id of an official number; the former ids stay aliases', () => {
    const { facilities } = regionOf({
      'facilities/1.csv': csv([care]),
      ...kept('事業所番号:1570600001/day-service'),
    });
    expect(facilities).toMatchObject([{ id: 'mihon-yakkyoku', aliases: ['furui-id'] }]);
  });

  it('a record with no number has a short id of its name and address, and check says how to keep it', () => {
    const read = regionOf({ 'facilities/1.csv': csv([pharmacy]) });
    expect(read.facilities[0]?.id).toMatch(/^x-[0-9a-z]{11}$/);
    expect(read.codes).toContain('id-not-permanent');
    expect(regionOf({ 'facilities/b.csv': csv([pharmacy]) }).facilities[0]?.id).toBe(read.facilities[0]?.id);
  });
});

it('no alias leads to two records, and none is another record’s id', () => {
  const { facilities } = region({
    'same.csv': '判定,記録A,記録B\n同じ,1570600001,mihon-001\n',
    'ids.csv': 'id,キー,別名\nmihon-001,,furui\n',
  });
  const names = facilities.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});
