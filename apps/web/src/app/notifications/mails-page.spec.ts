import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { aMail, aSummary } from './a-mail.harness';
import { MailsApi } from './mails-api';
import { MailsPage } from './mails-page';

const shown = async (
  list = jest.fn().mockResolvedValue({ items: [], nextCursor: null }),
  summary = aSummary(),
) => {
  const api = {
    list,
    summary: () => Promise.resolve(summary),
    kinds: () => Promise.resolve([{ kind: 'group.changed', title: 'The numbers of a group change' }]),
  };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: MailsApi, useValue: api }],
  });
  const fixture = TestBed.createComponent(MailsPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (text: string) => {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  const select = async (id: string, value: string) => {
    const box = page.querySelector<HTMLSelectElement>(`#${id}`)!;
    box.value = value;
    box.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  const words = () => page.textContent.replace(/\s+/g, ' ');
  return { fixture, page, press, select, words, list };
};

describe('the list of mails', () => {
  const one = { items: [aMail({ tries: 2 })], nextCursor: null };

  it('says to whom, why and how each stands, and leads to it', async () => {
    const { page, words } = await shown(jest.fn().mockResolvedValue(one));
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/mail/m1');
    for (const text of [
      'pat@example.org',
      'A group registers and gets all its places',
      'Waiting, tried 2 times',
    ])
      expect(words()).toContain(text);
    expect(words()).not.toContain('No mail server');
  });

  it('is a mailbox of its own where no mail server is set up, and says so', async () => {
    const { words } = await shown(jest.fn().mockResolvedValue(one), aSummary({ hasServer: false }));
    expect(words()).toContain('No mail server is set up. Mails are kept here.');
    expect(words()).toContain('Kept here');
    expect(words()).not.toContain('Waiting');
  });

  it('is asked for again when it is narrowed by words, status and kind', async () => {
    const { page, press, select, list, words } = await shown();
    page.querySelector<HTMLInputElement>('#find')!.value = ' pat ';
    await press('Find');
    await select('status', 'failed');
    await select('kind', 'group.changed');
    expect(list).toHaveBeenLastCalledWith({
      status: 'failed',
      kind: 'group.changed',
      find: 'pat',
      about: '',
    });
    expect(words()).toContain('No mail fits');
  });

  it('goes on with older mails, below those that are there', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce({ items: [aMail()], nextCursor: 'c1' })
      .mockResolvedValueOnce({ items: [aMail({ id: 'm2' })], nextCursor: 'c2' })
      .mockResolvedValueOnce({ items: [aMail({ id: 'm3' })], nextCursor: null });
    const { page, press, words } = await shown(list);
    await press('Show older mails');
    await press('Show older mails');
    expect(list).toHaveBeenLastCalledWith(expect.anything(), 'c2');
    expect([...page.querySelectorAll('tbody a')].map((a) => a.getAttribute('href'))).toEqual([
      '/mail/m1',
      '/mail/m2',
      '/mail/m3',
    ]);
    expect(words()).not.toContain('Show older mails');
  });

  it('says what will be here while nothing was written', async () => {
    expect((await shown()).words()).toContain('Nothing was written yet');
  });
});
