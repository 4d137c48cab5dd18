import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { GroupSessions } from '@lectern/registrations';
import { Refusal } from '../platform/refusal';
import { GroupSessionsApi } from './group-sessions-api';
import { decidedSessions, groupSessions } from './group-sessions.harness';
import { SessionsPage } from './sessions-page';
import { TimetablePage } from './timetable-page';

const choose = jest.fn();

const opened = async (page: typeof SessionsPage | typeof TimetablePage, sessions: GroupSessions) => {
  choose.mockReset();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: GroupSessionsApi, useValue: { see: () => Promise.resolve(sessions), choose } },
    ],
  });
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent<SessionsPage | TimetablePage>(page);
  fixture.componentRef.setInput('id', sessions.groupId);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (words: string): Promise<void> => {
    const buttons = Array.from(element.querySelectorAll('button'));
    buttons.find((button) => button.textContent.includes(words))!.click();
    await fixture.whenStable();
  };
  const text = (): string => element.textContent.replace(/\s+/g, ' ');
  return { element, navigate, press, text };
};

describe('choosing sessions', () => {
  it('takes one press a session and one to save', async () => {
    const { element, navigate, press, text } = await opened(SessionsPage, groupSessions());
    await press('Dance');
    await press('Codes');
    expect(text()).toContain('First choice');
    const pressed = Array.from(element.querySelectorAll('[aria-pressed=true]'));
    expect(pressed.map((button) => button.querySelector('strong')?.textContent)).toEqual(['Codes', 'Dance']);
    choose.mockResolvedValue(groupSessions());
    await press('Save choices');
    expect(choose).toHaveBeenCalledWith(groupSessions().groupId, {
      choices: [{ slotId: 'slot', sessionIds: ['dance', 'codes'] }],
    });
    expect(navigate).toHaveBeenCalledWith(['/groups', groupSessions().groupId]);
  });

  it('takes a choice back with a second press', async () => {
    const { press, text } = await opened(SessionsPage, groupSessions());
    await press('Dance');
    await press('Dance');
    expect(text()).not.toContain('First choice');
  });

  it('says why it could not be saved, and keeps what was chosen', async () => {
    const { press, text } = await opened(SessionsPage, groupSessions());
    await press('Dance');
    choose.mockRejectedValue(
      new Refusal(409, 'session-choices-closed', 'Sessions could be chosen until 2 March.'),
    );
    await press('Save choices');
    expect(text()).toContain('Sessions could be chosen until 2 March.');
    expect(text()).toContain('First choice');
  });

  it('can only be read once it is decided', async () => {
    const { element, text } = await opened(SessionsPage, decidedSessions());
    expect(text()).toContain('Sessions can no longer be chosen.');
    expect(element.querySelector('[aria-pressed]')).toBeNull();
  });
});

describe('the timetable of a group', () => {
  it('says when, what, where, with whom, and who goes where when the group is split', async () => {
    const { element, text } = await opened(TimetablePage, decidedSessions());
    expect(element.querySelector('h1')?.textContent).toBe('Alder Academy');
    expect(element.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(text()).toContain('18 pupils and 1 adult');
    expect(text()).toContain('so the group is split');
  });

  it('is empty until the programme is published', async () => {
    const { text } = await opened(TimetablePage, groupSessions({ timetable: [] }));
    expect(text()).toContain('There is no timetable yet');
  });
});
