import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { builtDemo, type Demo, type DemoFacility } from './demo.ts';
import { describeInBrowser, openPage, printToPdf, withSite } from './harness.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await builtDemo();
});

describeInBrowser('today’s line in a browser', () => {
  let site: Served;
  beforeAll(async () => {
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  /** Of an office whose every day is known. */
  const plain = () => {
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const found = demo.facilities.find(
      ({ id, services }) =>
        demo.html(`f/${id}/`).includes('data-week=') &&
        services.length === 1 &&
        services[0]!.hours.length === 1 &&
        weekdays.every(day => services[0]!.hours[0]!.days[day]!.state !== 'unknown') &&
        services[0]!.hours[0]!.days.sun!.state === 'closed' &&
        services[0]!.hours[0]!.days.mon!.state === 'open',
    );
    return `f/${found!.id}/`;
  };

  test.each([
    [
      '2026-11-29T10:00:00+09:00',
      'Asia/Tokyo',
      /^きょうは 休みです。つぎは あす（月曜日） \d+:\d\dから$/,
      '日',
    ],
    ['2026-11-29T10:00:00+09:00', 'America/Los_Angeles', /^きょうは 休みです。つぎは あす（月曜日）/, '日'],
    ['2026-11-30T03:00:00+09:00', 'Europe/Paris', /時間外です。つぎは きょう \d+:\d\dから$/, '月'],
  ])('at %s, with the clock of %s', async (now, timezone, says, day) => {
    const page = await openPage(site, plain(), { now, timezone, width: 375 });
    expect(await page.locator('.today strong').innerText()).toMatch(says);
    const rows = page.locator('tr[aria-current=date] th');
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining(day)]);
    await page.context().close();
  });

  test('without JavaScript it points to the table, and claims nothing', async () => {
    const page = await openPage(site, plain(), { javaScript: false });
    expect(await page.locator('.today strong').innerText()).toBe('きょうの時間は、下の表を見てください。');
    await page.context().close();
  });

  test('facilities print on two sheets at most, even the longest, each with whose it is, and with the QR code and its address', async () => {
    const long: string[] = [];
    const page = await openPage(site, plain());
    const most = (size: (service: DemoFacility['services'][number]) => number) =>
      demo.facilities
        .map(facility => ({
          facility,
          sum: facility.services.reduce((sum, each) => sum + 4 + size(each), 0),
        }))
        .toSorted((one, other) => other.sum - one.sum)
        .slice(0, 2)
        .map(({ facility }) => facility);
    const hardest = [
      ...most(({ capabilities }) => capabilities.length),
      ...most(({ hours }) => hours.length * 8),
    ];
    for (const facility of new Set([...hardest, ...demo.facilities.slice(0, 2)])) {
      const { id, name } = facility;
      await page.goto(`${site.url}f/${id}/`);
      const { sheets } = await printToPdf(page);
      if (sheets > 2) long.push(`${id}: ${sheets}`);
      expect((await page.locator('html').getAttribute('data-sheet'))?.endsWith(`　${name}`)).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.qr svg').isVisible()).toBe(true);
      expect(await page.locator('.qr__url').innerText()).toContain(`/f/${id}/`);
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
    expect(long).toEqual([]);
  });

  test('a closed hospital says beside today’s line what is stated of other hours', async () => {
    const path = `f/${demo.facilities.find(({ name }) => name === 'みほ野総合病院')!.id}/`;
    const page = await openPage(site, path, { now: '2026-11-29T10:00:00+09:00', width: 375 });
    expect(await page.locator('.today strong').innerText()).toMatch(/^きょうは 休みです/);
    expect(await page.locator('.today + .after-hours').innerText()).toBe('時間外の対応：救急告示病院');
    await page.context().close();
  });

  test('names in the drawings of places are at least 12 px, on a phone and on paper', async () => {
    const drawn = demo.facilities.filter(({ id }) => demo.html(`f/${id}/`).includes('place-map__names'));
    const page = await openPage(site, plain(), { width: 375 });
    for (const { id } of [...drawn.slice(0, 3), ...drawn.slice(-3)]) {
      await page.goto(`${site.url}f/${id}/`);
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media });
        const sizes = await page.locator('.place-map > svg').evaluateAll(drawings =>
          drawings.flatMap(drawing => {
            const svg = drawing as SVGSVGElement;
            const { width } = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text')];
            const unit = width / svg.viewBox.baseVal.width;
            return width === 0
              ? []
              : texts.map(text => Number.parseFloat(getComputedStyle(text).fontSize) * unit);
          }),
        );
        expect(sizes.length, `${id} ${media}`).toBeGreaterThan(media === 'print' ? 0 : -1);
        for (const size of sizes) expect(size, `${id} ${media}`).toBeGreaterThanOrEqual(11.95);
      }
    }
    await page.context().close();
  });
});
