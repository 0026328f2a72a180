import { describe, expect, it } from 'vitest';
import { makeExplainer } from '../../src/components/explain.ts';
import { vocabulary } from '../vocabulary/shipped.ts';

const explainer = () => makeExplainer(vocabulary.glossary);
const said = (text: string, explain = explainer()) =>
  explain(text)
    .map(part => part.text + (part.brief ? `（${part.brief}）` : ''))
    .join('');

describe('words of the glossary', () => {
  it('are explained at their first use on a page only', () => {
    const page = explainer();
    expect(said('胃ろうの管理', page)).toBe('胃ろう（おなかに通した管から栄養をとる方法）の管理');
    expect(said('胃ろうのある人の受け入れ', page)).toBe('胃ろうのある人の受け入れ');
    expect(said('胃瘻', page)).toBe('胃瘻');
  });

  it('are explained anew on another page', () => {
    expect(said('胃ろうの管理')).toBe(said('胃ろうの管理'));
  });

  it('are taken whole: the longest word, never a part of another', () => {
    expect(said('在宅酸素療法')).toBe('在宅酸素療法（家で機械から酸素を吸う治療）');
    expect(said('在宅患者訪問薬剤管理指導料の届出')).toBe('在宅患者訪問薬剤管理指導料の届出');
    expect(said('胃ろうカテーテルの交換')).toBe('胃ろうカテーテルの交換');
  });

  it('are left alone where the text says itself what they mean', () => {
    const page = explainer();
    expect(said('褥瘡（床ずれ）の処置', page)).toBe('褥瘡（床ずれ）の処置');
    expect(said('褥瘡のある人', page)).toBe('褥瘡のある人');
    expect(said('吸入（ネブライザー）')).toBe('吸入（ネブライザー）');
  });

  it('wait for a place outside of brackets', () => {
    const page = explainer();
    expect(said('相談窓口（地域連携室など）', page)).toBe('相談窓口（地域連携室など）');
    expect(said('地域連携室', page)).toBe('地域連携室（病院と地域をつなぐ相談窓口）');
  });

  it('change nothing without a glossary', () => {
    expect(makeExplainer([])('胃ろう')).toEqual([{ text: '胃ろう' }]);
  });
});
