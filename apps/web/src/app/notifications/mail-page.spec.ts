import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { Mail } from '@lectern/notifications';
import { Refusal } from '../platform/refusal';
import { aLetter, aMail, aSummary } from './a-mail.harness';
import { MailPage } from './mail-page';
import { MailsApi } from './mails-api';

describe('the page of a mail', () => {
  const letter = jest.fn();
  const sendAgain = jest.fn();
  beforeEach(() => {
    letter.mockReset().mockResolvedValue(aLetter());
    sendAgain.mockReset();
  });

  const shown = async (mail: Mail) => {
    const api = {
      see: () => Promise.resolve(mail),
      summary: () => Promise.resolve(aSummary()),
      letter,
      sendAgain,
      pageAddress: (id: string) => `/api/mails/${id}/letter.html`,
      calendarAddress: (id: string) => `/api/mails/${id}/calendar.ics`,
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: MailsApi, useValue: api }],
    });
    const fixture = TestBed.createComponent(MailPage);
    fixture.componentRef.setInput('id', 'm1');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const press = async (text: string) => {
      await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
      await fixture.whenStable();
    };
    return { page, press, words: () => page.textContent.replace(/\s+/g, ' ') };
  };

  it('shows what a mail says only when that is asked for', async () => {
    const { page, press, words } = await shown(aMail());
    expect(letter).not.toHaveBeenCalled();
    expect(words()).toContain('written to the audit trail');
    await press('Open the letter');
    expect(letter).toHaveBeenCalledWith('m1');
    const frame = page.querySelector('iframe')!;
    expect(frame.getAttribute('src')).toBe('/api/mails/m1/letter.html');
    expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
    expect(frame.title).toBe('Letter: Your places are confirmed');
    await press('As text');
    expect(page.querySelector('iframe')).toBeNull();
    expect(page.querySelector('pre')?.textContent).toContain('You have 30 places.');
  });

  it('leads where the letter leads, and gives its calendar entry', async () => {
    const { page, press } = await shown(aMail());
    await press('Open the letter');
    const link = page.querySelector<HTMLAnchorElement>('a[target=_blank]')!;
    expect(link.href).toBe('https://lectern.example/groups/g1');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/mails/m1/calendar.ics');
  });

  it('says why a mail failed, and puts it into the queue again', async () => {
    sendAgain.mockResolvedValue(aMail());
    const { press, words } = await shown(
      aMail({ status: 'failed', tries: 1, lastProblem: '550 No such mailbox' }),
    );
    expect(words()).toContain('550 No such mailbox');
    await press('Send again');
    expect(sendAgain).toHaveBeenCalledWith('m1');
    expect(words()).toContain('It is in the queue again.');
    expect(words()).not.toContain('Send again');
  });

  it('says so when it could not be sent again', async () => {
    sendAgain.mockRejectedValue(
      new Refusal(409, 'mail-not-failed', 'Only a mail that failed can be sent again.'),
    );
    const { press, words } = await shown(aMail({ status: 'failed' }));
    await press('Send again');
    expect(words()).toContain('Only a mail that failed can be sent again.');
  });

  it('offers no second try for what was sent or still waits', async () => {
    const { words } = await shown(aMail({ status: 'sent', sentAt: '2027-01-12T09:05:00.000Z' }));
    expect(words()).not.toContain('Send again');
    expect(words()).toContain('The mail server took it on Tuesday 12 January 2027, 9.05am.');
  });
});
