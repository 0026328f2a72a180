/** The controls of text size and colours, in each edition; やさしい日本語 in ruby notation. */
import type { Edition } from './edition.ts';

export interface DisplayTexts {
  open: string;
  size: string;
  sizes: Record<'normal' | 'large' | 'larger', string>;
  colours: string;
  colourSets: Record<'normal' | 'light' | 'dark' | 'contrast', string>;
  print: string;
  reset: string;
  /** What a screen reader says after a choice. */
  now: (group: string, choice: string) => string;
  wasReset: string;
}

export const displayTexts: Readonly<Record<Edition, DisplayTexts>> = {
  ja: {
    open: '文字・色・印刷',
    size: '文字の大きさ',
    sizes: { normal: '標準', large: '大', larger: '特大' },
    colours: '色',
    colourSets: { normal: '標準', light: 'しろ背景', dark: 'くろ背景', contrast: 'はっきり' },
    print: 'このページを印刷する',
    reset: '元にもどす',
    now: (group, choice) => `${group}を「${choice}」にしました。`,
    wasReset: '文字の大きさと色を、元にもどしました。',
  },
  easy: {
    open: '文字《もじ》・色《いろ》・印刷《いんさつ》',
    size: '文字《もじ》の 大《おお》きさ',
    sizes: { normal: 'ふつう', large: '大《おお》きい', larger: 'とても 大《おお》きい' },
    colours: '色《いろ》',
    colourSets: {
      normal: 'ふつう',
      light: '白《しろ》い 背景《はいけい》',
      dark: '黒《くろ》い 背景《はいけい》',
      contrast: 'はっきり',
    },
    print: 'この ページを 印刷《いんさつ》する',
    reset: 'はじめに もどす',
    now: (group, choice) => `${group}を「${choice}」に しました。`,
    wasReset: '文字《もじ》の 大《おお》きさと 色《いろ》を、はじめに もどしました。',
  },
  en: {
    open: 'Text, colours, print',
    size: 'Text size',
    sizes: { normal: 'Standard', large: 'Large', larger: 'Largest' },
    colours: 'Colours',
    colourSets: { normal: 'Standard', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    print: 'Print this page',
    reset: 'Reset',
    now: (group, choice) => `${group}: ${choice}.`,
    wasReset: 'Text size and colours are standard again.',
  },
};
