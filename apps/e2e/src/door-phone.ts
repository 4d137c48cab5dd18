import type { Browser, Page } from 'playwright-core';
import type { LosingProxy } from './losing-proxy';
import { PHONE, visit, type Visit, type VisitOptions } from './browser';

/** A steward's phone with the door open, as a hand uses it. */
export class DoorPhone {
  private constructor(
    readonly visit: Visit,
    readonly page: Page,
    private readonly line: LosingProxy | undefined,
  ) {}

  /** Pairs a new phone; what `prepare` does is done before the phone has seen any page. */
  static async pair(
    browser: Browser,
    link: string,
    name: string,
    options: Pick<VisitOptions, 'camera' | 'withoutWorker'> & {
      prepare?: (page: Page) => Promise<void>;
      /** The line between this phone and the server. */
      line?: LosingProxy;
    } = {},
  ): Promise<DoorPhone> {
    const { prepare, line, ...visiting } = options;
    const phone = await visit(browser, { viewport: PHONE, ...visiting });
    await prepare?.(phone.page);
    await phone.page.goto(line?.through(link) ?? link);
    await phone.page.getByLabel('Your name').fill(name);
    await phone.page.getByRole('button', { name: 'Pair this phone' }).click();
    await phone.page.getByRole('button', { name: 'More' }).waitFor();
    return new DoorPhone(phone, phone.page, line);
  }

  /** The browser's own switch lets a call of a page that is just being loaded through; a line that is cut does not. */
  async offline(): Promise<void> {
    this.line?.cut();
    await this.visit.context.setOffline(true);
  }

  async online(): Promise<void> {
    this.line?.mend();
    await this.visit.context.setOffline(false);
  }

  told(tone: 'go' | 'wait' | 'stop') {
    return this.page.locator(`.told[data-tone="${tone}"]`);
  }

  /** Until the app, the list and the signature check are all on the phone. */
  async readyForOffline(): Promise<void> {
    await this.open('More');
    await this.page.getByText(/Ready to work offline: \d+ people/).waitFor({ timeout: 30_000 });
    await this.back();
  }

  /** Whatever verdict is on the screen goes, and a tool of the bar opens. */
  async open(tool: 'Search' | 'More'): Promise<void> {
    const button = this.page.locator('.tool', { hasText: tool });
    for (;;) {
      if ((await this.page.locator('.told').count()) > 0) await this.page.keyboard.press('Escape');
      const opened = await button.click({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (opened) return;
    }
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to the camera' }).click();
  }

  /** A whole code that checks is looked up as its last character is typed. */
  async type(shortCode: string): Promise<void> {
    await this.open('Search');
    await this.page.getByLabel('Name or short code').fill(shortCode);
  }

  /** Lets somebody in by their short code, and waits until the phone has said so. */
  async letIn(shortCode: string): Promise<void> {
    await this.type(shortCode);
    await this.told('go').waitFor();
    await this.page.keyboard.press('Escape');
  }

  strip(): Promise<string | null> {
    return this.page.locator('.strip').textContent();
  }

  /** Until nothing waits to be sent any more. */
  async allSent(): Promise<void> {
    await this.page.locator('.strip').waitFor({ state: 'detached', timeout: 30_000 });
    await this.page
      .locator('.figure', { hasText: 'to send' })
      .filter({ hasText: /^0/ })
      .waitFor({ timeout: 30_000 });
  }
}
