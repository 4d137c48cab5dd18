import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import type { Conference, TransitionRequest } from '@lectern/conferences';
import { CheckInApi } from '../check-in/check-in-api';
import { Refusal } from '../platform/refusal';
import { aConference } from './conference.builder';
import { ConferenceInView } from './conference-in-view';
import { ConferencesApi } from './conferences-api';

@Component({ providers: [ConferenceInView], changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class Page {
  readonly view = inject(ConferenceInView);
}

const numbers = {
  places: 120,
  confirmedGroups: 0,
  waitingGroups: 0,
  confirmedPupils: 0,
  waitingPupils: 0,
  peopleNamed: 0,
  onSite: 0,
};

const shown = async (
  conference: Conference,
  move: (id: string, transition: TransitionRequest) => Promise<Conference> = (_id, { to }) =>
    Promise.resolve(aConference({ status: to })),
) => {
  const moved = jest.fn(move);
  let current = conference;
  TestBed.configureTestingModule({
    providers: [
      {
        provide: ConferencesApi,
        useValue: { move: async (...args: Parameters<typeof move>) => (current = await moved(...args)) },
      },
      { provide: CheckInApi, useValue: { summary: () => Promise.resolve({ conference: current, numbers }) } },
    ],
  });
  const fixture = TestBed.createComponent(Page);
  const { view } = fixture.componentInstance;
  view.id.set(conference.id);
  await fixture.whenStable();
  const dialogs = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const press = async (text: string) => {
    const dialog = await dialogs.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text }))).click();
  };
  return { dialogs, moved, press, view };
};

describe('the steps of a conference', () => {
  it('offer the usual next one first, and cancelling apart', async () => {
    const { view } = await shown(aConference({ status: 'registration-closed' }));
    expect(view.steps().map(({ words }) => words)).toEqual(['Start the day', 'Open registration']);
    expect(view.mayCancel()).toBe(true);
  });

  it('are taken at once when they can be undone', async () => {
    const { moved, view } = await shown(aConference({ status: 'published' }));
    await view.move('registration-open');
    expect(moved).toHaveBeenCalledWith(expect.any(String), { to: 'registration-open' });
    expect(view.conference()?.status).toBe('registration-open');
    expect(view.news()).toBe('The conference is now: Registration open.');
  });

  it('are asked for twice when they cannot be undone', async () => {
    const { moved, press, view } = await shown(aConference({ status: 'draft' }));
    const moving = view.move('published');
    await press('Not yet');
    await moving;
    expect(moved).not.toHaveBeenCalled();
    const again = view.move('published');
    await press('Publish conference');
    await again;
    expect(view.conference()?.status).toBe('published');
  });

  it('stay open with the reason when the server refuses', async () => {
    const message = 'Keep the reason to 500 characters.';
    const errors = [{ field: 'reason', code: 'too-long', message }];
    const refuse = () => Promise.reject(new Refusal(400, 'validation-failed', '…', errors));
    const { dialogs, press, view } = await shown(aConference(), refuse);
    void view.move('cancelled');
    await press('Cancel this conference');
    const dialog = await dialogs.getHarness(MatDialogHarness);
    expect(await dialog.getContentText()).toContain('Say why the conference is cancelled');
    const reason = document.querySelector<HTMLTextAreaElement>('mat-dialog-container textarea')!;
    reason.value = 'The coaches are on strike.';
    reason.dispatchEvent(new Event('input'));
    await press('Cancel this conference');
    expect(await dialog.getContentText()).toContain(message);
    await press('Keep it');
  });
});
