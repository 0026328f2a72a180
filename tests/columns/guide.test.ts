import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { regionColumnsSchema } from '../../src/columns/region-columns.ts';
import { parseYamlConfig } from '../../src/issues/yaml.ts';

const guide = readFileSync(join(import.meta.dirname, '../../data/pages/列の読み方.md'), 'utf8');
const examples = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);

it('every example of the guide is a columns.yaml without a mistake', () => {
  expect(examples.length).toBeGreaterThan(5);
  for (const text of examples)
    expect(parseYamlConfig('columns.yaml', text, regionColumnsSchema).issues).toEqual([]);
});

it('the guide has a line for each word of an entry', () => {
  for (const word of [
    '項目',
    '機能',
    '名前',
    '使わない',
    '値',
    '区切り',
    'つなぐ',
    '印',
    '関係',
    '目的',
    '答え',
  ])
    expect(guide).toContain(`\n| ${word} |`);
});
