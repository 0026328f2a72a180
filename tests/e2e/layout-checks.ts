import type { Page } from 'playwright-core';

/** What is wrong with the layout at each width: see {@link layoutProblemsNow}. The last width stays. */
export async function layoutProblems(page: Page, widths: readonly number[]): Promise<string[]> {
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    for (const problem of await layoutProblemsNow(page, width)) problems.push(`${problem} (${width} px)`);
  }
  return problems;
}

/** Sideways scrolling, and boxes or text that stick out of the window or are cut by their own box. */
function layoutProblemsNow(page: Page, width: number): Promise<string[]> {
  return page.evaluate(wide => {
    const whole = document.documentElement.scrollWidth;
    const problems = whole > wide ? [`is ${whole} px wide`] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // A map is a window onto something larger, and what only screen readers get is cut on purpose.
      // So does a wide table in a box that scrolls, by keyboard too.
      if (
        element.parentElement?.closest(
          'section[tabindex="0"], [role=region][tabindex="0"], pre[tabindex="0"]',
        )
      )
        continue;
      if (element.closest('.map__canvas, .visually-hidden, .skip-link, svg')) continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden') continue;
      const hides = /hidden|clip/.test(style.overflowX) || style.textOverflow === 'ellipsis';
      const isOut = box.right > wide + 1 || box.left < -1;
      const isCut = hides && element.scrollWidth > element.clientWidth + 1;
      if (!isOut && !isCut) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className} ${element.innerText?.slice(0, 20)}`;
      if (isOut) problems.push(`sticks out: ${name}`);
      if (isCut) problems.push(`is cut: ${name}`);
    }
    return problems;
  }, width);
}

/**
 * Targets below 24 px, and main ones (buttons, fields, disclosures, phone numbers, navigation, pins) below 44.
 * Links within a sentence may be as low as their line (WCAG 2.5.8).
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main =
      'button, input:not([type=checkbox]), label:has(input), summary, .button, a[href^="tel:"], nav a, [role=button]';
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
    const all = document.querySelectorAll<HTMLElement>(`a[href], [tabindex="0"], ${main}`);
    return [...all].flatMap(element => {
      if (element.matches('label input, .skip-link') || !element.checkVisibility()) return [];
      const box = element.getBoundingClientRect();
      const isMain = element.matches(main) && !inSentence(element);
      const least = isMain ? 44 : inSentence(element) ? 0 : 24;
      const size = Math.min(box.height, isMain ? Number.POSITIVE_INFINITY : box.width);
      if (size >= least - 0.5) return [];
      const text = (element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 30);
      return [`${Math.round(box.width)}×${Math.round(box.height)}: ${element.tagName} ${text}`];
    });
  });
}
