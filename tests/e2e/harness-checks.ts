import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(on: string, options: RunOptions): Promise<AxeResults>;
}

/**
 * Every violation axe finds (WCAG A and AA and its best practices) as one line each; `rules` narrows it to these.
 * Empty is what a test wants.
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const results = await page.evaluate(
    only =>
      (globalThis as unknown as { axe: Axe }).axe.run('html', {
        resultTypes: ['violations'],
        preload: false,
        ...(only && { runOnly: [...only] }),
      }),
    rules,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
}

/** The rules of axe that the choice of colours can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** What is wrong, not how the source is laid out: nobody reads the built HTML. */
const layoutRules = {
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'attr-quotes': 'off',
  'doctype-style': 'off',
  'element-case': 'off',
  'long-title': 'off',
  'no-inline-style': 'off',
  'no-trailing-whitespace': 'off',
  'tel-non-breaking': 'off',
  'void-style': 'off',
} as const;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
    rules: layoutRules,
  }),
);

/** Errors against the HTML standard and html-validate's recommendations, one line each. */
export function htmlErrors(html: string): string[] {
  const report = validator.validateStringSync(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
