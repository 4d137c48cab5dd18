import type { Page } from 'playwright-core';

const CONTROLS = 'a[href], button, input, select, textarea, summary';

interface Tabbed {
  readonly wanted: Element[];
  readonly reached: Set<Element>;
  readonly unseen: Set<Element>;
}

type WithTabbed = Window & { lecternTabbed?: Tabbed };

/** Notes what the Tab key should reach, what it does reach, and what shows nothing when it has the focus. */
const listen = (page: Page, within: string): Promise<number> =>
  page.evaluate(
    ({ controls, within }) => {
      const isThere = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        // What is folded away has a size, and is no stop.
        return width > 0 && height > 0 && element.checkVisibility({ checkVisibilityCSS: true });
      };
      const named = new Set<string>();
      // The arrow keys go from one radio button of a set to the next: Tab reaches one of them.
      const isFirstOfItsSet = (element: Element): boolean => {
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        if (named.has(element.name)) return false;
        named.add(element.name);
        return true;
      };
      const wanted = Array.from(document.querySelectorAll<HTMLElement>(controls)).filter(
        (element) =>
          element.closest(within) !== null &&
          element.tabIndex >= 0 &&
          !element.matches(':disabled') &&
          !element.closest('[inert]') &&
          isThere(element) &&
          isFirstOfItsSet(element),
      );
      const tabbed: Tabbed = { wanted, reached: new Set(), unseen: new Set() };
      (window as WithTabbed).lecternTabbed = tabbed;
      const isMarked = (element: Element | null): boolean => {
        if (!element) return false;
        // A link that covers its whole card draws the ring around that.
        return [undefined, '::after', '::before'].some((part) => {
          const { outlineStyle, boxShadow } = getComputedStyle(element, part);
          return outlineStyle !== 'none' || boxShadow !== 'none';
        });
      };
      document.addEventListener('focusin', ({ target }) => {
        if (!(target instanceof Element)) return;
        tabbed.reached.add(target);
        // A box that is drawn by its label or by what surrounds it is marked there.
        const marked = [target, target.closest('label'), target.parentElement, target.nextElementSibling];
        if (!marked.some(isMarked)) tabbed.unseen.add(target);
      });
      // A dialog keeps the focus to itself: taken away, it would be lost behind it.
      if (within === 'html') (document.activeElement as HTMLElement | null)?.blur();
      else if (document.activeElement) tabbed.reached.add(document.activeElement);
      // A box for a date or a time has a stop for each of its parts, and for its picker.
      const parts = document.querySelectorAll('input[type=date], input[type=time]').length * 4;
      return wanted.length + parts;
    },
    { controls: CONTROLS, within },
  );

/**
 * Goes through a page, or the part of it that is named, with the Tab key alone: what it never reaches, and what does not
 * show that it has the focus. One line for each thing found.
 */
export const tabThrough = async (page: Page, within = 'html'): Promise<string[]> => {
  const stops = await listen(page, within);
  for (let step = 0; step < stops + 12; step++) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const tabbed = (window as WithTabbed).lecternTabbed;
    if (!tabbed) return ['the page went away while it was gone through'];
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}” ${element.id}`;
    const isSet = (element: Element): boolean =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      [...tabbed.reached].some((other) => other instanceof HTMLInputElement && other.name === element.name);
    return [
      ...tabbed.wanted
        .filter((element) => element.isConnected && !tabbed.reached.has(element) && !isSet(element))
        .map((element) => `Tab does not reach ${name(element)}`),
      ...[...tabbed.unseen]
        .filter((element) => element.isConnected)
        .map((element) => `does not show that it has the focus: ${name(element)}`),
    ];
  });
};
