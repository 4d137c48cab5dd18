import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import type { Attendance } from '@lectern/check-in';
import type { Permission } from '@lectern/identity';
import { AttendanceFeed } from '../../check-in/attendance-feed';
import { CheckInApi } from '../../check-in/check-in-api';
import { DeskApi } from '../../check-in/desk-api';
import { SessionStore } from '../../identity/session-store';
import { aLine, anAttendance } from './attendance.builder';
import { AttendanceApi } from './attendance-api';
import { AttendancePage } from './attendance-page';

const STAFF: readonly Permission[] = ['cpd.plan', 'check-in.manage', 'cpd-attendance.see'];

const shown = async (attendance = anAttendance(), may: readonly Permission[] = STAFF) => {
  const counted = signal<Attendance | null>(null);
  const api = {
    of: jest.fn(() => Promise.resolve(attendance)),
    correct: jest.fn(() =>
      Promise.resolve(
        anAttendance({
          people: [
            aLine({ state: 'attended', attended: true, minutes: 90, source: 'staff', reason: 'Seen.' }),
          ],
        }),
      ),
    ),
    takeBack: jest.fn(() => Promise.resolve()),
    openDoor: jest.fn(() => Promise.resolve({})),
    deliver: jest.fn(() => Promise.resolve({})),
  };
  const nothing = () => Promise.resolve([]);
  const follow = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      { provide: AttendanceApi, useValue: api },
      { provide: CheckInApi, useValue: { devices: nothing } },
      {
        provide: DeskApi,
        useValue: { conflicts: nothing, refused: () => Promise.resolve({ items: [], nextCursor: null }) },
      },
      { provide: SessionStore, useValue: { may: (asked: Permission) => may.includes(asked) } },
    ],
  });
  TestBed.overrideComponent(AttendancePage, {
    set: { providers: [{ provide: AttendanceFeed, useValue: { attendance: counted, follow } }] },
  });
  const fixture = TestBed.createComponent(AttendancePage);
  fixture.componentRef.setInput('id', 's1');
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string, within: ParentNode = page) =>
    [...within.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
  const press = async (words: string, within: ParentNode = page): Promise<void> => {
    button(words, within)!.click();
    await fixture.whenStable();
  };
  return { fixture, page, api, button, press, counted, follow };
};

describe('the page of who came to a session', () => {
  afterEach(() => {
    jest.useRealTimers();
    document.querySelector('.cdk-overlay-container')?.replaceChildren();
  });

  it('says who came, when, for how long and how that is known', async () => {
    const { page } = await shown(
      anAttendance({
        isDoorUsed: true,
        people: [
          aLine({
            state: 'attended',
            arrivedAt: '2026-01-13T16:10:00.000Z',
            minutes: 80,
            source: 'door',
          }),
          aLine({
            personId: 'p2',
            name: 'Ben',
            state: 'attended',
            minutes: 90,
            source: 'staff',
            reason: 'Seen.',
          }),
          aLine({ personId: 'p3', name: 'Cal', state: 'no-show', source: 'door' }),
        ],
      }),
    );
    const rows = [...page.querySelectorAll('tbody tr')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
    );
    expect(rows[0]).toContain('Ada Teacher Alder Academy | Attended | 4.10pm | – | 1 hour 20 minutes');
    expect(rows[1]).toContain('By hand: Seen.');
    expect(rows[2]).toContain('Did not come');
  });

  it('lets staff say it of all at once where no door was kept', async () => {
    const { page, press, api } = await shown(anAttendance({ people: [aLine({ state: 'not-recorded' })] }));
    await press('Say it of all at once');
    const dialog = document.querySelector('mat-dialog-container')!;
    const reason = dialog.querySelector<HTMLInputElement>('input[formControlName=reason]')!;
    reason.value = 'From the list.';
    reason.dispatchEvent(new Event('input'));
    await press('Save', dialog);
    expect(api.correct).toHaveBeenCalledWith('s1', {
      people: [{ personId: 'p1', attended: true }],
      reason: 'From the list.',
    });
    expect(page.textContent).toContain('By hand: Seen.');
  });

  it('takes what was said by hand back', async () => {
    const line = aLine({ state: 'attended', source: 'staff', reason: 'Seen.' });
    const { press, api } = await shown(anAttendance({ people: [line] }));
    await press('Undo');
    expect(api.takeBack).toHaveBeenCalledWith('s1', 'p1');
    expect(api.of).toHaveBeenCalledTimes(2);
  });

  it('asks before it marks the session as delivered, and names presenters whom the door did not see', async () => {
    const trainee = aLine({ personId: 't', part: 'presenter', name: 'Tess Trainee', school: null });
    const { page, press, api } = await shown(anAttendance({ isDoorUsed: true, people: [trainee, aLine()] }));
    await press('Mark as delivered');
    expect(api.deliver).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Tess Trainee did not come through the door.');
    await press('Yes, it was delivered');
    expect(api.deliver).toHaveBeenCalledWith('s1');
  });

  it('shows a mentor the list, and nothing to change it with', async () => {
    const { button, page } = await shown(anAttendance(), ['cpd-attendance.see']);
    expect(page.textContent).toContain('Ada Teacher');
    for (const words of ['Correct', 'Mark as delivered', 'Open the door', 'Make a pairing code'])
      expect(button(words)).toBeUndefined();
  });

  it('opens the door, then pairs phones with it and follows who comes', async () => {
    const { press, api } = await shown();
    await press('Open the door');
    expect(api.openDoor).toHaveBeenCalledWith('s1');
    TestBed.resetTestingModule();
    const { follow, button } = await shown(anAttendance({ eventId: 'e1' }));
    expect(follow).toHaveBeenCalledWith('e1');
    expect(button('Make a pairing code')).toBeDefined();
  });

  it('fetches the list anew when somebody came, once for a whole minibus', async () => {
    const { fixture, counted, api } = await shown(anAttendance({ eventId: 'e1' }));
    jest.useFakeTimers();
    for (let came = 1; came < 5; came++) {
      counted.set({ admitted: came } as Attendance);
      TestBed.tick();
      jest.advanceTimersByTime(300);
    }
    expect(api.of).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    TestBed.tick();
    jest.useRealTimers();
    await fixture.whenStable();
    expect(api.of).toHaveBeenCalledTimes(2);
  });
});
