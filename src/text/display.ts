/** The controls of text size and colours, in each edition; やさしい日本語 in ruby notation. */
import type { Edition } from './edition.ts';

export interface DisplayTexts {
  open: string;
  size: string;
  sizes: Record<'normal' | 'large' | 'larger', string>;
  colours: string;
  colourSets: Record<'normal' | 'dark' | 'contrast', string>;
  reset: string;
  /** What a screen reader says after a choice. */
  now: (group: string, choice: string) => string;
  wasReset: string;
}

export const displayTexts: Readonly<Record<Edition, DisplayTexts>> = {
  ja: {
    open: '文字・色',
    size: '文字の大きさ',
    sizes: { normal: '標準', large: '大', larger: '特大' },
    colours: '色',
    colourSets: { normal: '標準', dark: 'くろ背景', contrast: 'はっきり' },
    reset: '元にもどす',
    now: (group, choice) => `${group}を「${choice}」にしました。`,
    wasReset: '文字の大きさと色を、元にもどしました。',
  },
  easy: {
    open: '文字《もじ》・色《いろ》',
    size: '文字《もじ》の 大《おお》きさ',
    sizes: { normal: 'ふつう', large: '大《おお》きい', larger: 'とても 大《おお》きい' },
    colours: '色《いろ》',
    colourSets: { normal: 'ふつう', dark: '黒《くろ》い 背景《はいけい》', contrast: 'はっきり' },
    reset: 'はじめに もどす',
    now: (group, choice) => `${group}を「${choice}」に しました。`,
    wasReset: '文字《もじ》の 大《おお》きさと 色《いろ》を、はじめに もどしました。',
  },
  en: {
    open: 'Text and colours',
    size: 'Text size',
    sizes: { normal: 'Standard', large: 'Large', larger: 'Largest' },
    colours: 'Colours',
    colourSets: { normal: 'Standard', dark: 'Dark', contrast: 'High contrast' },
    reset: 'Reset',
    now: (group, choice) => `${group}: ${choice}.`,
    wasReset: 'Text size and colours are standard again.',
  },
};
