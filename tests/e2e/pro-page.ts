import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { proTexts } from '../../src/text/pro.ts';

/** The demo region's phrase, which is published with it. */
export const demoPhrase =
  /^\w+:\s*(.+)$/m.exec(
    readFileSync(join(import.meta.dirname, '../../data/keys.secret.yaml'), 'utf8'),
  )?.[1] ?? '';

export function field(page: Page) {
  return page.getByRole('textbox', { name: proTexts.phrase.label });
}

export async function typePhrase(page: Page, phrase: string): Promise<void> {
  await field(page).fill(phrase);
  await page.getByRole('button', { name: proTexts.phrase.open, exact: true }).click();
}

/** The list stands, and the records are here. */
export async function proReady(page: Page): Promise<void> {
  await page.locator('.pro .results__list h3').first().waitFor({ state: 'attached' });
  await page.getByText(/時点/).first().waitFor();
}

export function view(page: Page, name: keyof typeof proTexts.views) {
  const tabs = page.getByRole('navigation', { name: proTexts.views.label });
  return tabs.getByRole('button', { name: proTexts.views[name], exact: true });
}

/** Everything a browser keeps of the page, as text: storages, databases, caches, addresses. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    texts.push(location.href, JSON.stringify(history.state));
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>(done => {
        opening.onsuccess = () => done(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        const values = await new Promise<unknown[]>(done => {
          all.onsuccess = () => done(all.result);
        });
        for (const value of values) texts.push(JSON.stringify(value));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        texts.push(request.url, new TextDecoder('latin1').decode(await response?.arrayBuffer()));
        texts.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return texts.join('\n');
  });
}
