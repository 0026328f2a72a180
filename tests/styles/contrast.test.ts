import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The four looks a colour has a value for, by what is on. */
const looks = {
  light: ['light', 'plain'],
  'light, high contrast': ['light', 'high'],
  dark: ['dark', 'plain'],
  'dark, high contrast': ['dark', 'high'],
} as const;
type Look = keyof typeof looks;

const lines = new Map(
  [...tokens.matchAll(/(--(?:color|marker)-[\w-]+):([^;]+);/g)].map(([, name, value]) => [name!, value!]),
);

/** What a browser makes of the line: of the switches only those that are on leave their value. */
function valueIn(name: string, look: Look): string {
  const on: readonly string[] = looks[look];
  let text = lines.get(name);
  if (text === undefined) throw new Error(`no such colour: ${name}`);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/var\(--(light|dark|plain|high), *([^()]*)\)/g, (_, key: string, value: string) =>
      on.includes(key) ? value : '',
    );
    text = text.replace(/var\((--color-[\w-]+)\)/g, (_, other: string) => valueIn(other, look));
  }
  return text.trim();
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['surface', 'surface-soft', 'field', 'brand-soft', 'urgent-soft', 'notice'];
const texts = [
  'text',
  'text-soft',
  'link',
  'link-hover',
  'link-visited',
  'link-active',
  'brand',
  'brand-strong',
];

/** Every pair of text and what it stands on that the style sheets may make. */
const textPairs: [text: string, on: string][] = [
  ...texts.flatMap(text => surfaces.map(on => [`--color-${text}`, `--color-${on}`] as [string, string])),
  ['--color-urgent-strong', '--color-surface'],
  ['--color-urgent-strong', '--color-urgent-soft'],
  ['--color-on-brand', '--color-brand'],
  ['--color-on-brand', '--color-brand-strong'],
  ['--color-on-urgent', '--color-urgent'],
  ['--color-on-urgent', '--color-urgent-strong'],
  ['--color-on-focus', '--color-focus'],
  ['--color-surface', '--color-text'],
];

/** Lines and marks without which one would miss something: 3 : 1 (WCAG 1.4.11). */
const shapePairs: [shape: string, on: string][] = [
  ...[...lines.keys()]
    .filter(name => name.startsWith('--marker-'))
    .flatMap(name => surfaces.map(on => [name, `--color-${on}`] as [string, string])),
  ...['line-strong', 'brand', 'focus-line', 'urgent', 'notice-line'].map(
    name => [`--color-${name}`, '--color-surface'] as [string, string],
  ),
  ['--color-urgent', '--color-urgent-soft'],
  ['--color-notice-line', '--color-notice'],
  ['--color-line-strong', '--color-field'],
];

describe.each(Object.keys(looks) as Look[])('colours, %s', look => {
  const below = (pairs: [string, string][], least: number) =>
    pairs.flatMap(([front, back]) => {
      const ratio = contrast(valueIn(front, look), valueIn(back, look));
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
    });

  test('every colour has one value', () => {
    expect([...lines.keys()].filter(name => !/^#[0-9a-f]{6}$/.test(valueIn(name, look)))).toEqual([]);
  });
  test('text can be read', () => {
    expect(below(textPairs, look.includes('high') ? 7 : 4.5)).toEqual([]);
  });
  test('lines, marks and the focus can be seen', () => {
    expect(below(shapePairs, look.includes('high') ? 4.5 : 3)).toEqual([]);
  });
});

describe('the style sheets', () => {
  const sheets = ['src/styles', 'src/islands', 'src/components', 'src/pages']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    )
    .filter(name => name.endsWith('.css') && !name.endsWith('tokens.css'))
    .map(name => [name, readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')] as const);

  test('take every colour from the tokens', () => {
    const raw = sheets.flatMap(([name, css]) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl|oklch)a?\(/gi)].map(
        ([found]) => `${name}: ${found}`,
      ),
    );
    expect(raw).toEqual([]);
  });

  test('use no token that is not there', () => {
    const defined = new Set(
      [tokens, ...sheets.map(([, css]) => css)].flatMap(css =>
        [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
      ),
    );
    const unknown = sheets.flatMap(([name, css]) =>
      [...css.matchAll(/var\((--[\w-]+)/g)].flatMap(([, used]) =>
        defined.has(used) ? [] : [`${name}: ${used}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('give sizes of text in rem, so that they follow the reader’s choice', () => {
    const fixed = sheets.flatMap(([name, css]) =>
      [...css.matchAll(/font-size:\s*[\d.]+px/g)].map(([found]) => `${name}: ${found}`),
    );
    expect(fixed).toEqual([]);
  });
});
