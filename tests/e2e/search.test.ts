import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { fill } from '../../src/islands/fill.ts';
import { searchTexts } from '../../src/text/search.ts';
import {
  builtDemo,
  type Demo,
  type DemoFacility,
  drawnWhole,
  eventually,
  pressAtRest,
  resultsOf,
  searchReady,
  topAtRest,
  topOf,
} from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';

describeInBrowser('searching', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const open = async (address: string, width = 1280) => {
    const page = await openPage(site, address, { width });
    await searchReady(page);
    return page;
  };
  const box = (page: Page) => page.getByRole('searchbox');
  /** With those that 「もっと見る」 brings. */
  const allNames = async (page: Page) => {
    const more = page.getByRole('button', { name: /^もっと見る/ });
    if ((await more.count()) > 0) await more.click();
    return resultsOf(page).names();
  };
  const filters = (page: Page) => page.getByRole('region', { name: searchTexts.filters });
  const namesWhere = (wanted: (facility: DemoFacility) => boolean) =>
    demo.facilities
      .filter(wanted)
      .map(({ name }) => name)
      .sort();
  const answered = (id: string, values: string[], relations = ['performs']) =>
    namesWhere(({ services }) =>
      services.some(({ capabilities }) =>
        capabilities.some(
          answer => answer.id === id && values.includes(answer.value) && relations.includes(answer.relation),
        ),
      ),
    );

  /** A capability some perform and some refuse: its id and the names of both. */
  const refusedCapability = (): [id: string, able: string[], refused: string[]] => {
    const ids = demo.facilities.flatMap(({ services }) =>
      services.flatMap(({ capabilities }) => capabilities.map(({ id }) => id)),
    );
    for (const id of new Set(ids)) {
      // Where someone accepts as well, the condition may mean either.
      if (answered(id, ['yes', 'conditional', 'planned', 'no'], ['accepts']).length > 0) continue;
      const able = answered(id, ['yes', 'conditional']);
      const refused = answered(id, ['no']).filter(name => !able.includes(name));
      if (able.length > 1 && refused.length > 0) return [id, able, refused];
    }
    throw new Error('nobody in the demo region refuses what others do');
  };

  const typed: [what: string, text: string, found: string][] = [
    ['another form of a character (髙嶋)', '高嶋', '髙嶋皮フ科クリニック'],
    ['the reading in hiragana', 'たかしま', '髙嶋皮フ科クリニック'],
    ['the reading in half-width katakana', 'ﾀｶｼﾏ', '髙嶋皮フ科クリニック'],
    ['a word of the address', '水車', '介護老人保健施設みずぐるま'],
    ['a full-width house number', '水車１－１', '介護老人保健施設みずぐるま'],
    ['a phone number', '0254-00-0004', 'ステーションはな'],
    ['a type and a place together', '訪問看護 西町', 'ステーションはな'],
    ['a speciality', '泌尿器科', 'みどり坂泌尿器科内科'],
  ];
  test('finds what was typed, however it was typed', async () => {
    const page = await open('search/');
    const { names } = resultsOf(page);
    for (const [what, text, found] of typed) {
      await box(page).fill(text);
      await eventually(async () => (await names()).slice(0, 10), what).toContain(found);
      expect((await names()).length, what).toBeLessThan(demo.facilities.length / 2);
    }
  });

  test('understands another name of a capability (PEG → 胃ろう)', async () => {
    const page = await open('search/');
    await box(page).fill('PEG');
    const able = answered('proc-gastrostomy', ['yes', 'conditional'], ['performs', 'accepts']);
    expect(able.length).toBeGreaterThan(3);
    await eventually(async () => (await allNames(page)).sort()).toEqual(able);
  });

  const facetOf = (page: Page, facet: keyof typeof searchTexts.facets) =>
    filters(page)
      .locator('details.facet')
      .filter({ has: page.locator('summary', { hasText: searchTexts.facets[facet] }) });

  /** Opens all that is folded within the facet, once more when a choice has folded something. */
  const unfold = async (facet: ReturnType<typeof facetOf>) => {
    // At rest, as a hand would: what still comes above it would move it away between press and release.
    await drawnWhole(facet.page());
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').first().click();
    await drawnWhole(facet.page());
    const folded = facet.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    await drawnWhole(facet.page());
  };

  test.each([
    ['types', 8],
    ['areas', 10],
    ['specialities', 10],
    ['capabilities', 30],
  ] as const)('a count beside a condition is what choosing it gives (%s, one in %i)', async (name, step) => {
    const page = await open('search/');
    const { count } = resultsOf(page);
    await eventually(count).toBe(demo.facilities.length);
    const facet = facetOf(page, name);
    await unfold(facet);
    // Not what is seen of them: what is out of sight is not laid out.
    const labels = await facet.locator('label').allTextContents();
    expect(labels.length).toBeGreaterThan(5);
    const sampled = labels.map((text, i) => ({ text, i })).filter(({ i }) => i % step === 0);
    for (const { text, i } of sampled) {
      await facet.getByRole('checkbox').nth(i).click();
      await eventually(count, text).toBe(Number(/(\d+)件/.exec(text)?.[1]));
      await page.getByRole('button', { name: /を外す$/ }).click();
      await eventually(count).toBe(demo.facilities.length);
      await unfold(facet);
    }
  });

  test('a second condition of the same kind says how many it adds', async () => {
    const page = await open('search/?type=clinic');
    const { count } = resultsOf(page);
    await eventually(count).toBeLessThan(demo.facilities.length);
    const before = await count();
    const hospital = filters(page).locator('label', { hasText: '病院' }).first();
    const [, adds] = /＋(\d+)件/.exec(await hospital.innerText()) ?? [];
    await hospital.click();
    await eventually(count).toBe(before + Number(adds));
  });

  test('how strict a capability that was only typed is: it stands with the filters, counted, and in the address', async () => {
    const page = await open('search/?q=24時間');
    const { count, region } = resultsOf(page);
    const level = filters(page).getByLabel(fill(searchTexts.levels.label, { label: '24時間' }));
    const before = await count();
    const [, promised] = /(\d+)件/.exec((await level.locator('option').first().textContent()) ?? '') ?? [];
    expect(Number(promised)).toBeLessThan(before);
    await level.selectOption('yes');
    await eventually(count).toBe(Number(promised));
    await page.getByRole('button', { name: /24時間（○だけ）/ }).waitFor();
    expect(decodeURIComponent(new URL(page.url()).hash)).toMatch(/^#level=[a-z0-9-]+~yes/);
    expect(await region.locator('li:not([hidden]) [data-asked]').filter({ hasText: '△' }).count()).toBe(0);
    await page.goBack();
    await eventually(count).toBe(before);
  });

  test.each(['救急車', '母の胸が痛い'])(
    '%s: 119 is the first that is said, once, then its page',
    async typed => {
      const page = await open(`search/?q=${encodeURIComponent(typed)}`, 375);
      const { region } = resultsOf(page);
      const links = region.getByRole('link');
      await region.getByText(searchTexts.urgent.now).first().waitFor();
      expect(await links.first().getAttribute('href')).toBe('tel:119');
      expect(await region.locator('a[href="tel:119"]').count()).toBe(1);
      const guide = links.nth(1);
      const title = await guide.innerText();
      await guide.click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    },
  );

  test('介護で疲れた: what answers it is listed, and its page is a tap away', async () => {
    const page = await open(`search/?q=${encodeURIComponent('介護で疲れた')}`, 375);
    const { region, count } = resultsOf(page);
    const guide = region.locator('.status').getByRole('link', { name: /介護で疲れた/ });
    await guide.waitFor();
    expect(await count()).toBeGreaterThan(0);
    await guide.click();
    await page.getByRole('heading', { level: 1, name: /介護で疲れた/ }).waitFor();
  });

  test('who has not answered is counted, and one tap shows them; who refused never shows', async () => {
    const [asked, able, refused] = refusedCapability();
    const page = await open(`search/#can=${asked}`, 375);
    const results = resultsOf(page);
    await eventually(async () => (await allNames(page)).sort()).toEqual(able);
    const before = await results.count();
    const sentence = await results.region.getByText(/未回答のため出していないところ/).innerText();
    const leftOut = Number(/(\d+)件/.exec(sentence)?.[1]);
    expect(leftOut).toBeGreaterThan(0);
    await page.getByRole('button', { name: searchTexts.showLeftOut }).click();
    await eventually(results.count).toBe(before + leftOut);
    expect(new URL(page.url()).hash).toContain('unanswered=1');
    await results.region.getByText(searchTexts.unansweredShown).waitFor();
    const shown = await allNames(page);
    expect(refused.filter(name => shown.includes(name))).toEqual([]);
    await page.goBack();
    await eventually(results.count).toBe(before);
  });

  test('who comes to a place: by where each says it comes, the rest counted apart, the place in the fragment', async () => {
    const page = await open('search/?type=visiting-nursing');
    const { names } = resultsOf(page);
    const text = searchTexts.place;
    const all = await names();
    await filters(page).getByLabel(text.label).fill('西町');
    await filters(page).getByRole('button', { name: text.set }).click();
    await eventually(async () => (await names()).length).toBeLessThan(all.length);
    expect(await names()).toContain('ステーションはな');
    const said = fill(searchTexts.cover.come, { place: '西町' });
    for (const result of await page.locator('.results__list > li:not([hidden])').all())
      expect(await result.textContent()).toContain(`${said}：${searchTexts.cover.states.covered.mark}`);
    expect(new URL(page.url()).search).not.toContain('nishimachi');
    expect(new URL(page.url()).hash).toContain('place=');
    const shown = (await names()).length;
    await page.getByRole('button', { name: searchTexts.aside.show }).first().click();
    await eventually(async () => (await names()).length).toBeGreaterThan(shown);
  });

  const mapOf = (page: Page) => page.getByRole('region', { name: searchTexts.mapLabel });
  const positionIn = (text: string) => text.match(/3\d\.\d|13\d\.\d/g) ?? [];

  test('来てもらう先 is tapped on the map: marked there, in the fragment only, and who comes is listed', async () => {
    const page = await open('search/?type=visiting-nursing', 375);
    await page.getByRole('button', { name: /条件をえらぶ/ }).click();
    await page.getByRole('button', { name: searchTexts.place.onMap }).click();
    await page.getByRole('group', { name: searchTexts.place.pick.title }).waitFor();
    await mapOf(page).tap({ position: { x: 180, y: 220 } });
    await mapOf(page).getByText(searchTexts.place.here, { exact: true }).waitFor();
    await eventually(() => new URL(page.url()).hash).toMatch(/place=at%3A3\d\.\d{4}%2C13\d\.\d{4}$/);
    expect(new URL(page.url()).search).toBe('?type=visiting-nursing&view=map');
    await page.getByRole('button', { name: searchTexts.list, exact: true }).click();
    const said = fill(searchTexts.cover.come, { place: searchTexts.place.point });
    await page.getByText(`${said}：${searchTexts.cover.states.covered.mark}`).first().waitFor();
    // Opened elsewhere it lies in the same areas.
    const here = await resultsOf(page).names();
    const elsewhere = await open(page.url());
    await eventually(() => resultsOf(elsewhere).names()).toEqual(here);
    await mapOf(elsewhere).getByText(searchTexts.place.here, { exact: true }).waitFor();
  });

  test('with keys the middle of the map is chosen; Esc gives up', async () => {
    const page = await open('search/?type=clinic');
    const begin = filters(page).getByRole('button', { name: searchTexts.place.onMap });
    await mapOf(page).getByRole('button').nth(2).waitFor();
    await begin.click();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByText(searchTexts.place.pick.how).count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    await begin.click();
    await page.getByRole('group', { name: searchTexts.place.pick.title }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await mapOf(page).getByText(searchTexts.place.here, { exact: true }).waitFor();
    expect(positionIn(decodeURIComponent(page.url())).length).toBe(2);
  });

  test('where one goes to: the nearest first, within so many kilometres, counted before it is chosen', async () => {
    const page = await open('search/?type=clinic&sort=distance#place=at:37.9065,139.5452&reach=go');
    const { count, region } = resultsOf(page);
    const distances = async () =>
      (
        await region
          .locator('ol > li:not([hidden])')
          .getByText(/直線で約/)
          .allTextContents()
      ).map(text => Number(/約([\d.]+)km/.exec(text)?.[1]));
    const all = await distances();
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    const option = filters(page).locator('label', { hasText: fill(searchTexts.place.km, { n: 2 }) });
    const [, promised] = /(\d+)件/.exec(await option.innerText()) ?? [];
    await option.click();
    await eventually(count).toBe(Number(promised));
    await eventually(async () => Math.max(...(await distances()))).toBeLessThanOrEqual(2);
    expect(new URL(page.url()).hash).toContain('within=2');
  });

  test("the device's position is used and kept nowhere", async () => {
    const page = await open('search/?type=visiting-nursing');
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 37.9065, longitude: 139.5452 });
    await filters(page).getByRole('button', { name: searchTexts.place.locate }).click();
    const said = fill(searchTexts.cover.come, { place: searchTexts.place.device });
    await page.getByText(`${said}：${searchTexts.cover.states.covered.mark}`).first().waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([
        location.href,
        history.state,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
      ]),
    );
    expect(positionIn(kept)).toEqual([]);
  });

  test('why it is in the list: what was typed is marked as it is written', async () => {
    const page = await open('search/');
    const marks = () => page.locator('.results__list mark').allInnerTexts();
    const cases: [typed: string, marked: string][] = [
      ['高嶋', '髙嶋'],
      ['たかしま', 'タカシマ'],
      ['水車１－１', '水車1-1'],
      ['0254000004', '0254-00-0004'],
      ['PEG', '胃ろうの管理'],
      ['泌尿器科', '泌尿器科'],
    ];
    for (const [typed, marked] of cases) {
      await box(page).fill(typed);
      await eventually(marks, typed).toContain(marked);
    }
  });

  test("a column of the region's own is a condition, and the result says what was written", async () => {
    const page = await open('search/');
    const facet = filters(page).locator('details.facet', {
      has: page.getByText('入口の段差', { exact: true }),
    });
    await facet.locator('summary').click();
    const option = facet.locator('label', { hasText: '段差あり' });
    const [, promised] = /(\d+)件/.exec(await option.innerText()) ?? [];
    await option.click();
    await eventually(resultsOf(page).count).toBe(Number(promised));
    await page.getByText('段差あり（インターホンで呼んでください）').first().waitFor();
    await page.getByRole('button', { name: searchTexts.aside.show }).waitFor();
  });

  test('↓ leads from the box through the results, ↑ back', async () => {
    const page = await open('search/?q=%E8%96%AC%E5%B1%80');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const [first, second] = await resultsOf(page).names();
    await box(page).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await box(page).evaluate(element => element === document.activeElement)).toBe(true);
  });

  test('nothing found for words: 119 and the page for urgent needs come before the rest', async () => {
    const page = await open('search/');
    await box(page).fill('ねつがでたどうしよう');
    await eventually(() => page.getByRole('link', { name: searchTexts.urgent.call }).count()).toBe(1);
    expect(await page.locator('.zero__urgent a').nth(1).getAttribute('href')).toMatch(/\/need\/[a-z-]+\/$/);
  });

  test('nothing found: what to drop, what that gives, and whom to call', async () => {
    const page = await open('search/?q=ステーションはな&type=hospital', 375);
    const { region, count, names } = resultsOf(page);
    await eventually(count).toBe(0);
    await region.getByText(searchTexts.zero).waitFor();
    expect(await region.locator('a[href^="tel:"]:not([href="tel:119"])').count()).toBe(1);
    const drop = region.getByRole('button', { name: /種類をすべてにすると/ });
    const [, promised] = /(\d+)件/.exec(await drop.innerText()) ?? [];
    expect(Number(promised)).toBeGreaterThan(0);
    await drop.click();
    await eventually(count).toBe(Number(promised));
    expect(await names()).toContain('ステーションはな');
  });

  test('an address is the list: opened elsewhere it shows the same', async () => {
    const page = await open('search/');
    await box(page).fill('みほ野');
    for (const label of ['診療所・クリニック', '訪問看護'])
      await filters(page).locator('label', { hasText: label }).first().click();
    await eventually(() => new URL(page.url()).searchParams.getAll('type').length).toBe(2);
    const elsewhere = await open(page.url());
    expect(await box(elsewhere).inputValue()).toBe('みほ野');
    const here = () => resultsOf(page).names();
    await eventually(async () => (await resultsOf(elsewhere).names()).join() === (await here()).join()).toBe(
      true,
    );
    expect((await here()).length).toBeGreaterThan(0);
  });

  test('needs stay on the device: a chosen capability is in the fragment only', async () => {
    const page = await open('search/#can=proc-gastrostomy');
    await filters(page).locator('label', { hasText: '訪問看護' }).first().click();
    await eventually(() => page.url()).toContain('type=visiting-nursing');
    const { search, hash } = new URL(page.url());
    expect(search).not.toContain('proc-');
    expect(hash).toContain('can=proc-gastrostomy');
  });

  const hostile: [what: string, address: string][] = [
    ['a broken escape and a script as type', 'search/?q=%E0%A4%A&type=<script>alert(1)</script>'],
    ['markup as text', 'search/?q=<img src=x onerror=alert(1)>&area=__proto__&sp=%00%FF&view=constructor'],
    ['far too much', `search/?${'type=a&'.repeat(500)}q=${'あ'.repeat(500)}`],
    ['names of object members', 'search/#can=constructor&can=__proto__&can=../../etc&unanswered=1&%'],
  ];
  test.each(hostile)('a hostile address is harmless: %s', async (_what, address) => {
    // A dialog or an exception would be a problem of the page.
    const page = await open(address);
    expect(await page.locator('main img[src="x"], main script:not([src])[data-x]').count()).toBe(0);
    await box(page).fill('はな');
    await eventually(() => resultsOf(page).names()).toContain('ステーションはな');
  });

  test.each([375, 1280])('back from a facility at %i px: the same list at the same place', async width => {
    const page = await open('search/?q=みほ野市', width);
    const { links, names } = resultsOf(page);
    await eventually(names).toHaveLength(20);
    const before = await names();
    const link = links.nth(17);
    await link.scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    const y = await topAtRest(link);
    await link.click();
    await page.waitForURL(/\/f\//);
    await page.goBack();
    await searchReady(page);
    await eventually(names).toEqual(before);
    await eventually(async () => Math.abs((await topOf(link)) - y)).toBeLessThan(60);
  });

  const unfold375 = async (page: Page) => {
    await page.getByRole('button', { name: new RegExp(`^${searchTexts.openFilters}`) }).click();
    await filters(page).getByRole('checkbox', { name: /病院/ }).first().waitFor();
  };
  const hospitals = () =>
    demo.facilities.filter(({ services }) => services.some(({ type }) => type === 'hospital')).length;

  test('on a phone 戻る folds the filters and keeps what was chosen and typed meanwhile; the next takes that back', async () => {
    const page = await open('search/', 375);
    const { count, region } = resultsOf(page);
    await unfold375(page);
    await filters(page).getByRole('checkbox', { name: /病院/ }).first().click();
    await page.getByRole('button', { name: `${hospitals()}件を見る` }).waitFor();
    await box(page).fill('みほ野');
    await page.goBack();
    await region.waitFor();
    expect(await filters(page).isVisible()).toBe(false);
    expect(await box(page).inputValue()).toBe('みほ野');
    expect(new URL(page.url()).searchParams.get('type')).toBe('hospital');
    expect(await count()).toBeLessThanOrEqual(hospitals());
    await page.goBack();
    await eventually(count).toBe(demo.facilities.length);
    expect(await filters(page).isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toMatch(/search\/$/);
  });

  test('「n件を見る」 leaves no step behind: 戻る takes back the condition, or leaves the page where none was chosen', async () => {
    const page = await openPage(site, 'about/', { width: 375 });
    await page.goto(new URL('search/', site.url).href);
    await searchReady(page);
    const { count, links, names, region } = resultsOf(page);
    await unfold375(page);
    await filters(page).getByRole('checkbox', { name: /病院/ }).first().click();
    await page.getByRole('button', { name: `${hospitals()}件を見る` }).click();
    await region.waitFor();
    await eventually(count).toBe(hospitals());
    await page.goBack();
    await eventually(count).toBe(demo.facilities.length);
    const link = links.nth(12);
    await eventually(names).toHaveLength(20);
    await link.scrollIntoViewIfNeeded();
    const y = await topAtRest(link);
    await unfold375(page);
    await filters(page)
      .getByRole('button', { name: /件を見る$/ })
      .click();
    await eventually(async () => Math.abs((await topOf(link)) - y)).toBeLessThan(60);
    await page.goBack();
    await page.waitForURL(/about\/$/);
  });

  test('what was typed just before a result was opened is still there on return', async () => {
    const page = await open('search/');
    // In one go: a person is faster than the address, which waits for a pause in the typing.
    await page.getByRole('searchbox').focus();
    await page.keyboard.insertText('ステーションはな');
    await page.evaluate(() => new Promise(done => setTimeout(done, 50)));
    await page.evaluate(() => document.querySelector<HTMLElement>('.results__list a')?.click());
    await page.waitForURL(/\/f\//);
    await page.goBack();
    await searchReady(page);
    await eventually(() => box(page).inputValue()).toBe('ステーションはな');
  });

  test('the list goes on: 「もっと見る」 shows the rest, with numbers that go on', async () => {
    const page = await open('search/');
    const { names, region } = resultsOf(page);
    const more = page.getByRole('button', { name: /^もっと見る/ });
    const shown = async () => (await names()).length;
    for (let n = 20; n < demo.facilities.length; n += 50) {
      await eventually(shown).toBe(n);
      await pressAtRest(more);
    }
    await eventually(shown).toBe(demo.facilities.length);
    expect(await more.count()).toBe(0);
    expect(await region.locator('.result__number').last().textContent()).toBe(String(demo.facilities.length));
  });

  test('a pin leads to its result, and both carry the same number', async () => {
    const page = await open('search/?q=くるみ平');
    const pin = page.getByRole('button', { name: /^\d+番 / }).first();
    const [, number, name] = /^(\d+)番 (.+)、/.exec((await pin.getAttribute('aria-label')) ?? '') ?? [];
    await pin.click();
    const focused = page.locator('.result a:focus');
    await eventually(() => focused.innerText()).toBe(name);
    const card = resultsOf(page)
      .region.locator('li')
      .filter({ has: page.locator('a:focus') });
    expect(await card.innerText()).toMatch(new RegExp(`^${number}\\s`));
  });

  test('with the minutes those that close leave list and map, and pins keep the numbers of the list', async () => {
    const page = await openPage(site, 'about/');
    await page.clock.install({ time: new Date('2026-11-24T11:55:00+09:00') });
    await page.goto(`${site.url}search/?open=now&q=${encodeURIComponent('歯科')}`);
    const { count, names } = resultsOf(page);
    await eventually(count).toBeGreaterThan(3);
    const before = await names();
    const pins = page.getByRole('button', { name: /^\d+番 / });
    const misnumbered = async () => {
      const listed = await names();
      const labels = await pins.evaluateAll(marks =>
        marks.map(mark => mark.getAttribute('aria-label') ?? ''),
      );
      return labels.filter(label => {
        const [, number, name] = /^(\d+)番 (.+)、/.exec(label) ?? [];
        return listed[Number(number) - 1] !== name;
      });
    };
    await eventually(() => pins.count()).toBeGreaterThan(3);
    // Noon, the hours after it and the end of the day.
    for (const later of ['40:00', '50:00', '01:00:00', '05:00:00']) {
      await page.clock.fastForward(later);
      await drawnWhole(page);
      if (later === '40:00') await eventually(names).not.toEqual(before);
      await eventually(misnumbered).toEqual([]);
    }
  });

  test('map and list in step: pointing at one shows the other', async () => {
    const page = await open('search/?q=ステーションはな');
    const pin = page.getByRole('button', { name: /番 ステーションはな/ });
    await pin.waitFor();
    const row = page.locator('.results__list > li').first();
    await pin.hover();
    await eventually(() => row.getAttribute('data-on')).toBe('true');
    await page.mouse.move(0, 0);
    await eventually(() => row.getAttribute('data-on')).toBeNull();
    await resultsOf(page).links.first().focus();
    await eventually(() => page.locator('.map-mark--on').count()).toBe(1);
    await pin.focus();
    await eventually(() => row.getAttribute('data-on')).toBe('true');
  });

  test('on a phone a pin shows its card below the map, with the phone number', async () => {
    const page = await open('search/?q=ステーションはな&view=map', 375);
    await page.getByRole('button', { name: /番 ステーションはな/ }).click();
    const card = page.getByRole('group', { name: searchTexts.selected });
    await card.getByRole('link', { name: /0254-00-0004/ }).waitFor();
    await card.getByRole('button', { name: searchTexts.closeSelected }).click();
    await eventually(() => card.count()).toBe(0);
  });

  test('the page says how many are not on the map', async () => {
    const page = await open('search/');
    const without = demo.facilities.filter(({ positionState }) => positionState !== 'stated').length;
    expect(without).toBeGreaterThan(0);
    await page.getByText(fill(searchTexts.notOnMap, { n: without })).waitFor();
  });
});
