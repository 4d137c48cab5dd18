import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, violations } from './browser';

const NARROWEST = { width: 320, height: 640 };

/** Where pictures of what is looked at are put for a person to see; none are made when it is not set. */
const PICTURES = process.env['PICTURES_FOLDER'];

const TABLETS = [
  { name: 'tablet lying', size: { width: 1024, height: 768 } },
  { name: 'tablet upright', size: { width: 768, height: 1024 } },
];

export interface Looks {
  /** Phones only: the door's app is never opened at a desk. */
  readonly phoneOnly?: boolean;
  /** Tablets only, lying and upright: the screen that people hold their own badges to. */
  readonly tabletOnly?: boolean;
}

const sizesFor = ({ phoneOnly, tabletOnly }: Looks) => {
  if (tabletOnly) return TABLETS;
  const phone = { name: 'phone', size: PHONE };
  return phoneOnly ? [phone] : [phone, { name: 'desktop', size: DESKTOP }];
};

/** Until the page is drawn anew after a change of its size or its colours. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );

/** By how many pixels a page stays wider than the screen; tabs fold up only some frames after the screen shrank. */
const tooWide = async (page: Page): Promise<number> => {
  const measure = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  let over = await measure();
  for (let look = 0; look < 30 && over > 0; look++) {
    await drawn(page);
    over = await measure();
  }
  return over;
};

/**
 * What axe finds at every look: a page that changes by itself, such as live arrivals, or that is between two colours,
 * may be caught at it once or twice.
 */
const standing = async (page: Page): Promise<string[]> => {
  let found = await violations(page);
  for (let look = 0; look < 4 && found.length > 0; look++) {
    await drawn(page);
    found = await violations(page);
  }
  return found;
};

const takePicture = async (page: Page, file: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${file}.png`), fullPage: true });
};

/**
 * Looks at a page as it stands, in light and dark, on a phone and at a desk, and on the narrowest screen: what axe
 * finds against WCAG 2.2 AA, and what is wider than the screen. One line for each thing found.
 */
export const lookAt = async (page: Page, state: string, looks: Looks = {}): Promise<string[]> => {
  const found: string[] = [];
  const sizes = sizesFor(looks);
  for (const { name, size } of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await drawn(page);
      const where = `${state}, ${name}, ${colorScheme}`;
      await takePicture(page, where.replaceAll(/[^\w]+/g, '-'));
      found.push(...(await standing(page)).map((words) => `${where}: ${words}`));
      const over = await tooWide(page);
      if (over > 0) found.push(`${where}: is ${over} pixels wider than the screen`);
    }
  }
  await page.setViewportSize(NARROWEST);
  const over = await tooWide(page);
  if (over > 0) found.push(`${state}: is ${over} pixels wider than a screen of 320`);
  await page.setViewportSize(sizes.at(-1)?.size ?? DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};
