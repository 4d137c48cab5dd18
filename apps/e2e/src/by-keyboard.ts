import type { Locator, Page } from 'playwright-core';
import { tabThrough } from './tab-through';

/** What the keyboard should be able to do with an open dialog. */
interface Held {
  readonly isInside: boolean;
  readonly outside: string;
}

const held = (page: Page): Promise<Held> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return {
      isInside: focused?.closest('[role=dialog]') != null,
      outside: focused?.textContent.trim().slice(0, 40) ?? '',
    };
  });

/**
 * Opens a dialog with the Enter key, goes through it with Tab alone and closes it with Escape. One line for each thing
 * that the keyboard cannot do: get in, stay in, reach each control and see it, get out, and go on where it was.
 * `look` is called while the dialog is open.
 */
export const throughDialog = async (
  page: Page,
  state: string,
  opener: Locator,
  look: () => Promise<readonly string[]>,
): Promise<string[]> => {
  const found: string[] = [];
  const say = (words: string) => found.push(`${state}: ${words}`);
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page
    .waitForFunction(() => document.activeElement?.closest('[role=dialog]') != null)
    .catch(() => {
      say('the focus does not go into the dialog');
    });
  found.push(...(await look()));
  found.push(...(await tabThrough(page, '[role=dialog]')).map((words) => `${state}: ${words}`));
  const after = await held(page);
  if (!after.isInside) say(`Tab leaves the dialog for “${after.outside}”`);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached', timeout: 3000 }).catch(() => say('Escape does not close it'));
  const back = await opener.evaluate((button) => {
    const focused = document.activeElement;
    return focused === button ? '' : (focused?.textContent.trim().slice(0, 40) ?? 'nothing');
  });
  if (back !== '') say(`the focus does not go back to what opened it, but to “${back}”`);
  return found;
};
