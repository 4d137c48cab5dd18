import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionBoard, SessionPlan } from '@lectern/registrations';
import { Refusal } from '../platform/refusal';
import { aConference } from './conference.builder';
import { ConferenceInView } from './conference-in-view';
import { SessionBoardApi } from './session-board-api';
import { SessionBoardTab } from './session-board-tab';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const slot = { slotId: 's', name: 'Session 1', startsAt: at('10:00'), endsAt: at('10:45') };
const board: SessionBoard = {
  conferenceId: aConference().id,
  publishedAt: null,
  slots: [
    {
      ...slot,
      grouping: 'choose',
      sessions: [
        { sessionId: 'codes', title: 'Codes', room: 'Lab 2', seats: 40, taken: 32 },
        { sessionId: 'dance', title: 'Dance', room: 'Hall', seats: 60, taken: 0 },
      ],
      groups: [
        {
          groupId: 'a',
          school: 'Alder Academy',
          pupils: 30,
          adults: 2,
          chosen: ['codes', 'dance'],
          placements: [
            { id: 'p', groupId: 'a', sessionId: 'codes', pupils: 30, adults: 2, byHand: true, reason: null },
          ],
          pupilsWithout: 0,
        },
        {
          groupId: 'b',
          school: 'Zeal High',
          pupils: 20,
          adults: 1,
          chosen: [],
          placements: [],
          pupilsWithout: 20,
        },
      ],
    },
  ],
};
const plan: SessionPlan = {
  seed: 'one',
  digest: 'd',
  counts: { firstChoice: 0, otherChoice: 0, withoutChoice: 1, split: 0, pupilsWithout: 0 },
  slots: [
    {
      ...slot,
      groups: [
        {
          groupId: 'b',
          school: 'Zeal High',
          parts: [{ sessionId: 'dance', title: 'Dance', pupils: 20, adults: 1 }],
          choice: null,
          reason: 'Placed where most seats were left.',
          pupilsWithout: 0,
        },
      ],
    },
  ],
};

describe('the sessions of groups, for staff', () => {
  const place = jest.fn();
  const takeOut = jest.fn();
  const workOut = jest.fn();
  const publish = jest.fn();

  const shown = async (see: SessionBoard = board) => {
    for (const call of [place, takeOut, workOut, publish]) call.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        {
          provide: SessionBoardApi,
          useValue: { see: () => Promise.resolve(see), place, takeOut, workOut, publish },
        },
        { provide: ConferenceInView, useValue: { conference: signal(aConference()), isOver: signal(false) } },
      ],
    });
    const fixture = TestBed.createComponent(SessionBoardTab);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const text = (): string => page.textContent.replace(/\s+/g, ' ');
    const press = async (words: string): Promise<void> => {
      const buttons = Array.from(page.querySelectorAll('button'));
      buttons.find((button) => button.textContent.trim().startsWith(words))!.click();
      await fixture.whenStable();
    };
    const choose = (school: string, sessionId: string): void => {
      const select = page.querySelector<HTMLSelectElement>(`[aria-label="Session for ${school}"]`)!;
      select.value = sessionId;
    };
    return { text, press, choose };
  };

  it('say how full each session is, what each group chose and who has none yet', async () => {
    const { text } = await shown();
    expect(text()).toContain('Lab 2: 32 of 40 seats taken');
    expect(text()).toContain('Codes, Dance');
    expect(text()).toContain('No session yet');
    expect(text()).toContain('Not published: schools do not see it yet');
  });

  it('are shown as a dry run with the reason for each, and published as they were seen', async () => {
    const { text, press } = await shown();
    workOut.mockResolvedValue(plan);
    await press('Work out sessions');
    expect(text()).toContain('Placed where most seats were left.');
    expect(publish).not.toHaveBeenCalled();
    publish.mockResolvedValue({ ...board, publishedAt: at('09:00') });
    await press('Publish these sessions');
    expect(publish).toHaveBeenCalledWith(board.conferenceId, plan);
    expect(text()).toContain('Published Tuesday 9 March 2027, 9am');
  });

  it('are put right by hand: a group is placed, moved and taken out', async () => {
    const { press, choose } = await shown();
    place.mockResolvedValue({});
    choose('Zeal High', 'dance');
    await press('Place');
    expect(place).toHaveBeenLastCalledWith(board.conferenceId, {
      groupId: 'b',
      sessionId: 'dance',
      insteadOf: null,
      pupils: null,
    });
    choose('Alder Academy', 'dance');
    await press('Move');
    expect(place).toHaveBeenLastCalledWith(board.conferenceId, {
      groupId: 'a',
      sessionId: 'dance',
      insteadOf: 'p',
      pupils: null,
    });
    takeOut.mockResolvedValue(undefined);
    await press('Take out');
    expect(takeOut).toHaveBeenCalledWith(board.conferenceId, 'p');
  });

  it('say beside the group why it could not be placed', async () => {
    const { text, press, choose } = await shown();
    await press('Place');
    expect(text()).toContain('Choose a session first.');
    const message = 'Lab 2 holds 40 people and 32 are placed in ‘Codes’.';
    place.mockRejectedValue(
      new Refusal(409, 'room-full', message, [{ field: 'sessionId', code: 'room-full', message }]),
    );
    choose('Zeal High', 'codes');
    await press('Place');
    expect(text()).toContain(message);
  });

  it('say what to do while groups are together all day', async () => {
    expect((await shown({ ...board, slots: [] })).text()).toContain('Groups are together all day');
  });
});
