import type { Page } from 'playwright-core';
import type { Served } from '../../src/cli/serve.ts';
import { mapReady, searchReady } from './demo.ts';
import { openPage, pageLog } from './harness.ts';

export type Kind = readonly [kind: string, page: string];

/** Looks at an open page and returns a line for each thing that is wrong. */
export type Look = (page: Page, kind: string) => string[] | Promise<string[]>;

/**
 * Opens each page once, in two tabs side by side, takes all looks at it and gathers by look what is wrong, every
 * line with the kind of its page. A tab that goes on keeps its fonts, which a new one reads again.
 */
export async function walk<Name extends string>(
  site: Served,
  kinds: readonly Kind[],
  width: number,
  looks: Record<Name, Look>,
): Promise<Record<Name, string[]>> {
  const names = Object.keys(looks) as Name[];
  const found = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, string[]>;
  const waiting = [...kinds];
  const tab = async () => {
    const page = await openPage(site, '', { width, expected: [/404\.html/] });
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [kind, path] = next;
      pageLog(page).outside.length = 0;
      await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
      await page.goto(new URL(path, site.url).href);
      if (kind === 'search') await searchReady(page);
      if (kind === 'search' && width > 1000) await mapReady(page);
      for (const name of names)
        for (const problem of await looks[name](page, kind)) found[name].push(`${kind}: ${problem}`);
    }
    await page.context().close();
  };
  await Promise.all([tab(), tab()]);
  return found;
}
