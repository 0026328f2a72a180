import { describe, expect, it } from 'vitest';
import { lookupOf } from '../../src/vocabulary/lookup.ts';
import { vocabulary } from './shipped.ts';

const lookup = lookupOf(vocabulary);

describe('capability by header', () => {
  it.each([
    ['胃ろうの管理', 'proc-gastrostomy', null],
    ['胃瘻', 'proc-gastrostomy', null],
    ['ＰＥＧ', 'proc-gastrostomy', null],
    ['いろうの管理', null, null],
    ['proc-gastrostomy', 'proc-gastrostomy', null],
    ['胃ろう（受け入れ）', 'proc-gastrostomy', 'accepts'],
    ['胃ろう(受入)', 'proc-gastrostomy', 'accepts'],
    ['proc-ventilator（実施）', 'proc-ventilator', 'performs'],
    ['人工呼吸器（気管切開下）を使う人の受入れ', 'proc-ventilator', 'accepts'],
    ['医療的ケア児の受け入れ', 'medical-care-children', null],
    ['気管カニューレ（気管切開）の管理', 'proc-tracheostomy', null],
    ['２４時間対応', 'available-24h', null],
    ['24h', 'available-24h', null],
    ['ﾀｰﾐﾅﾙｹｱ', 'terminal-care', null],
    ['みとり', 'terminal-care', null],
    ['じょくそう', 'proc-pressure-ulcer', null],
    ['経管栄養（経鼻）', 'proc-nasal-tube', null],
    ['居宅療養管理指導（薬剤師）', 'visit-medication-guidance', null],
    ['在宅療養支援診療所1（機能強化型・単独型）', 'std-home-support-clinic-1', null],
    ['スロープ、エレベータ、エスカレータ', 'access-slope-elevator', null],
    ['訪問看護', null, null],
    ['備考', null, null],
    ['', null, null],
    ['（受け入れ）', null, null],
  ])('%s', (header, id, relation) => {
    const found = lookup.findCapability(header);
    expect(
      found && { ids: found.ids, relation: found.relation, conditionalOnly: found.conditionalOnly },
    ).toEqual(id === null ? null : { ids: [id], relation, conditionalOnly: false });
  });

  it('a term that cannot say which is conditional for each', () => {
    expect(lookup.findCapability('経管栄養')).toEqual({
      ids: ['proc-gastrostomy', 'proc-nasal-tube'],
      relation: null,
      conditionalOnly: true,
    });
    expect(lookup.findCapability('人工透析（受け入れ）')).toEqual({
      ids: ['proc-hemodialysis', 'proc-peritoneal-dialysis'],
      relation: 'accepts',
      conditionalOnly: true,
    });
    expect(lookup.findCapability('かかりつけ患者臨時往診')).toMatchObject({
      ids: ['house-call'],
      conditionalOnly: true,
    });
  });
});

describe('type by word', () => {
  it.each([
    ['訪問看護', 'visiting-nursing'],
    ['訪問看護ステーション', 'visiting-nursing'],
    ['無床診療所', 'clinic'],
    ['特養', 'tokuyo'],
    ['デイケア', 'day-rehab'],
    ['デイサービス', 'day-service'],
    ['ケアマネ', 'care-management'],
    ['居宅介護支援', 'care-management'],
    ['居宅介護', 'ds-home-help'],
    ['介護予防支援', 'preventive-care-management'],
    ['visiting-nursing', 'visiting-nursing'],
    ['薬局', 'pharmacy'],
    ['グループホーム', null],
    ['短期入所', null],
    ['学校', null],
    ['', null],
  ])('%s', (word, id) => {
    expect(lookup.findType(word)?.id ?? null).toBe(id);
  });

  it('an ambiguous word names what it may mean, an unknown one its nearest', () => {
    expect(lookup.nearestType('グループホーム').candidates?.split('\n')).toHaveLength(2);
    expect(lookup.nearestType('訪問看語')).toEqual({ nearest: '訪問看護' });
    expect(lookup.nearestType('学校')).toEqual({});
  });

  it.each([
    ['介護老人福祉施設', 'tokuyo'],
    ['介護医療院', 'iryoin'],
    ['訪問入浴介護', 'home-bathing'],
    ['訪問リハビリテーション', 'visiting-rehab'],
    ['通所リハビリテーション', 'day-rehab'],
    ['介護老人保健施設', 'roken'],
    ['夜間対応型訪問介護', 'night-home-care'],
    ['認知症対応型通所介護', 'dementia-day-service'],
    ['小規模多機能型居宅介護', 'small-multifunctional'],
    ['定期巡回・随時対応型訪問介護看護', 'regular-visiting'],
    ['看護小規模多機能型居宅介護（複合型サービス）', 'nursing-small-multifunctional'],
    ['訪問介護', 'home-care'],
    ['訪問看護', 'visiting-nursing'],
    ['通所介護', 'day-service'],
    ['地域密着型通所介護', 'day-service'],
    ['指定療養通所介護', 'medical-day-care'],
    ['福祉用具貸与', 'welfare-equipment'],
    ['特定福祉用具販売', 'welfare-equipment'],
    ['短期入所生活介護', 'short-stay-care'],
    ['短期入所療養介護（介護老人保健施設）', 'short-stay-medical'],
    ['短期入所療養介護（療養病床を有する病院等）', 'short-stay-medical'],
    ['短期入所療養介護（介護医療院）', 'short-stay-medical'],
    ['認知症対応型共同生活介護', 'group-home'],
    ['特定施設入居者生活介護（有料老人ホーム）', 'yuryo'],
    ['特定施設入居者生活介護（軽費老人ホーム）', 'keihi'],
    ['特定施設入居者生活介護（有料老人ホーム・サービス付き高齢者向け住宅）', 'sakoju'],
    ['特定施設入居者生活介護（有料老人ホーム・外部サービス利用型）', 'yuryo'],
    ['特定施設入居者生活介護（軽費老人ホーム・外部サービス利用型）', 'keihi'],
    ['特定施設入居者生活介護（有料老人ホーム・サービス付き高齢者向け住宅・外部サービス利用型）', 'sakoju'],
    ['地域密着型特定施設入居者生活介護（有料老人ホーム）', 'yuryo'],
    ['地域密着型特定施設入居者生活介護（軽費老人ホーム）', 'keihi'],
    ['地域密着型特定施設入居者生活介護（サービス付き高齢者向け住宅）', 'sakoju'],
    ['居宅介護支援', 'care-management'],
    ['介護療養型医療施設', 'ryoyo-iryo'],
    ['地域密着型介護老人福祉施設入所者生活介護', 'tokuyo'],
    ['グループホーム', 'group-home'],
    ['短期入所', 'short-stay-care'],
    ['居宅介護', null],
    ['特定施設入居者生活介護', null],
  ])('サービスの種類 %s', (label, id) => {
    expect(lookup.typeOfKaigoLabel(label)?.id ?? null).toBe(id);
  });

  it('codes of the other systems', () => {
    expect(lookup.typeOfPoi('1612')?.id).toBe('pharmacy');
    expect(lookup.typeOfPoi('9999')).toBeNull();
    expect(lookup.typeOfNavii('3')?.id).toBe('dental-clinic');
    expect(lookup.typeOfWam('65')?.id).toBe('ds-after-school');
    expect(lookup.typeOfKaigoCode('11')).toBeNull();
  });
});

describe('診療科目', () => {
  it.each([
    ['内科', '01001'],
    ['耳鼻咽喉科', '05002'],
    ['耳鼻いんこう科', '05002'],
    ['神経内科', '01025'],
    ['脳神経内科', '01013'],
    ['消化器科', '01020'],
    ['胃腸科', '01021'],
    ['循環器科', '01017'],
    ['呼吸器科', '01014'],
    ['こう門科', '02025'],
    ['リハビリ科', '09003'],
    ['リハ', '09003'],
    ['整外', '02035'],
    ['ひ', '06004'],
    ['耳い', '05002'],
    ['肝臓・胆のう・膵臓外科', '02021'],
    ['08001', '08001'],
    ['その他', null],
    ['心内', null],
    ['相談', null],
  ])('%s', (word, code) => {
    expect(lookup.findSpeciality(word)?.code ?? null).toBe(code);
  });
});
