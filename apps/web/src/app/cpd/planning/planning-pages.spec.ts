import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { provideRouter } from '@angular/router';
import { usualCalendar } from '@lectern/core';
import type { Permission } from '@lectern/identity';
import { SessionStore } from '../../identity/session-store';
import { Refusal } from '../../platform/refusal';
import { CalendarTab } from './calendar-tab';
import { PlanTab } from './plan-tab';
import { aPlan, aProgramme, aSession, aTopic, someDemand } from './planning.builder';
import { PlanningApi } from './planning-api';
import { ProgrammeInView } from './programme-in-view';
import { StaffSessionPage } from './session-page';
import { TopicsPage } from './topics-page';

const session = aSession({ startsAt: '2037-03-10T16:00:00.000Z', endsAt: '2037-03-10T17:30:00.000Z' });
const api = {
  topics: jest.fn(),
  demand: jest.fn(),
  mark: jest.fn(),
  unmark: jest.fn(),
  programmes: jest.fn(),
  plan: jest.fn(),
  sessions: jest.fn(),
  session: jest.fn(),
  saveSession: jest.fn(),
  moveSession: jest.fn(),
  allSeries: jest.fn(),
  calendar: jest.fn(),
  setCalendar: jest.fn(),
};

const shown = async (
  page: Type<unknown>,
  may: readonly Permission[],
  inputs: Record<string, unknown> = {},
) => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      { provide: PlanningApi, useValue: api },
      { provide: SessionStore, useValue: { may: (permission: Permission) => may.includes(permission) } },
      ProgrammeInView,
    ],
  });
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const button = (words: string): HTMLButtonElement =>
    Array.from(element.querySelectorAll('button')).find((one) =>
      one.textContent.replace(/\s+/g, ' ').includes(words),
    )!;
  const text = (): string => element.textContent.replace(/\s+/g, ' ');
  return { fixture, element, button, text, loader: TestbedHarnessEnvironment.documentRootLoader(fixture) };
};

beforeEach(() => {
  for (const call of Object.values(api)) call.mockReset();
  api.programmes.mockResolvedValue([aProgramme()]);
  api.topics.mockResolvedValue([
    aTopic({ isMarked: false }),
    aTopic({ id: 'b', title: 'Bounds', isMarked: true }),
  ]);
  api.demand.mockResolvedValue([someDemand()]);
  api.sessions.mockResolvedValue([aSession()]);
  api.plan.mockResolvedValue(aPlan([aSession()]));
  api.session.mockResolvedValue(session);
  api.allSeries.mockResolvedValue([]);
  api.calendar.mockResolvedValue({ ...usualCalendar('2026/27'), isUsual: true });
  globalThis.scrollTo = jest.fn() as typeof scrollTo;
});

describe('the catalogue', () => {
  it('lets a teacher mark and take back, says how many are left, and keeps the button in place', async () => {
    const { fixture, button, text } = await shown(TopicsPage, ['topic.vote', 'topic.demand']);
    expect(text()).toContain('You have marked 1 of 5 topics');
    const mark = button(': Surds');
    expect(mark.getAttribute('aria-pressed')).toBe('false');
    api.mark.mockResolvedValue({});
    mark.click();
    await fixture.whenStable();
    expect(api.mark).toHaveBeenCalledWith('topic-surds');
    expect(button(': Surds')).toBe(mark);
    expect(mark.getAttribute('aria-pressed')).toBe('true');
    expect(text()).toContain('You have marked 2 of 5 topics');
    api.unmark.mockResolvedValue(undefined);
    mark.click();
    await fixture.whenStable();
    expect(api.unmark).toHaveBeenCalledWith('topic-surds');
    expect(text()).toContain('You have marked 1 of 5 topics');
  });

  it('says why a mark was refused, and leaves it as it was', async () => {
    const { fixture, button, text } = await shown(TopicsPage, ['topic.vote', 'topic.demand']);
    const words = 'You have marked 5 topics this year. Take one back before you mark another.';
    api.mark.mockRejectedValue(new Refusal(409, 'votes-used-up', words));
    button(': Surds').click();
    await fixture.whenStable();
    expect(text()).toContain(words);
    expect(button(': Surds').getAttribute('aria-pressed')).toBe('false');
  });

  it('shows a visitor topics without marks, and asks the server for no demand', async () => {
    const { element, text } = await shown(TopicsPage, []);
    expect(text()).toContain('Surds');
    expect(element.querySelectorAll('[aria-pressed]')).toHaveLength(0);
    expect(text()).not.toContain('Marked by');
    expect(api.demand).not.toHaveBeenCalled();
  });
});

describe('the half-term plan', () => {
  it('has a column for each half-term with what it needs, and plans one there or on what is wanted', async () => {
    const { element, text } = await shown(PlanTab, ['cpd.plan']);
    const heads = Array.from(element.querySelectorAll('.column h3')).map((head) => head.textContent.trim());
    expect(heads.map((words) => words.replace(/\s+now$/, ''))).toEqual([
      'Autumn 1',
      'Autumn 2',
      'Spring 1',
      'Spring 2',
      'Summer 1',
      'Summer 2',
    ]);
    expect(text()).toContain('Marked by 3 teachers of 2 schools');
    const links = Array.from(element.querySelectorAll('a')).map((link) => link.getAttribute('href'));
    expect(links).toContain('/staff/cpd/sessions/new?programme=programme-1&topic=topic-surds');
    expect(links).toContain('/staff/cpd/sessions/session-1');
  });

  it('begins with a programme when there is none', async () => {
    api.programmes.mockResolvedValue([]);
    const { text } = await shown(PlanTab, ['cpd.plan']);
    expect(text()).toContain('There is no programme yet');
  });
});

describe('a session, for those who plan it', () => {
  const dialogOf = (loader: Awaited<ReturnType<typeof shown>>['loader']) =>
    loader.getHarness(MatDialogHarness);

  it('is opened for booking after one more question', async () => {
    api.session.mockResolvedValue({ ...session, status: 'draft' });
    const { fixture, button, text, loader } = await shown(StaffSessionPage, ['cpd.plan'], {
      id: 'session-1',
    });
    button('Open for booking').click();
    await fixture.whenStable();
    expect(api.moveSession).not.toHaveBeenCalled();
    api.moveSession.mockResolvedValue(session);
    const dialog = await dialogOf(loader);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Open for booking' }))).click();
    expect(api.moveSession).toHaveBeenCalledWith('session-1', { to: 'published' });
    await fixture.whenStable();
    expect(text()).toContain('Its page for teachers and trainees');
  });

  it('is cancelled with a reason, and says at the box when there is none', async () => {
    const { fixture, button, text, loader } = await shown(StaffSessionPage, ['cpd.plan'], {
      id: 'session-1',
    });
    button('Cancel this session…').click();
    await fixture.whenStable();
    const message = 'Say why the session is cancelled: everyone who booked or offered will be told.';
    const dialog = await dialogOf(loader);
    const cancel = await dialog.getHarness(MatButtonHarness.with({ text: 'Cancel this session' }));
    await cancel.click();
    expect(await dialog.getText()).toContain(message);
    expect(api.moveSession).not.toHaveBeenCalled();
    const reason = document.querySelector<HTMLTextAreaElement>('mat-dialog-container textarea')!;
    reason.value = 'The room flooded.';
    reason.dispatchEvent(new Event('input'));
    api.moveSession.mockResolvedValue({
      ...session,
      status: 'cancelled',
      cancellationReason: 'The room flooded.',
    });
    await cancel.click();
    expect(api.moveSession).toHaveBeenCalledWith('session-1', {
      to: 'cancelled',
      reason: 'The room flooded.',
    });
    await fixture.whenStable();
    expect(text()).toContain('It was cancelled: The room flooded.');
  });

  it('sends a change, and says where the server refuses it', async () => {
    const { fixture, element, button, text } = await shown(StaffSessionPage, ['cpd.plan'], {
      id: 'session-1',
    });
    const message = 'Arden 2.04 is taken by ‘Bounds’. Choose another room or another time.';
    const errors = [{ field: 'place.name', code: 'room-taken', message }];
    api.saveSession.mockRejectedValueOnce(new Refusal(409, 'room-taken', message, errors));
    button('Save changes').click();
    await fixture.whenStable();
    expect(element.querySelector('#place-name-wrong')?.textContent).toContain(message);
    api.saveSession.mockResolvedValue(session);
    button('Save changes').click();
    await fixture.whenStable();
    expect(api.saveSession).toHaveBeenLastCalledWith(
      'session-1',
      expect.objectContaining({ teacherPlaces: 16 }),
    );
    expect(text()).toContain('Your changes are saved.');
  });

  it('once delivered only has its title and topic put right', async () => {
    api.session.mockResolvedValue({ ...session, status: 'delivered' });
    const { fixture, element, button } = await shown(StaffSessionPage, ['cpd.plan'], { id: 'session-1' });
    const box = (id: string) => element.querySelector<HTMLInputElement>(`#${id}`)!;
    expect([box('title').disabled, box('teacherPlaces').disabled, box('date').disabled]).toEqual([
      false,
      true,
      true,
    ]);
    api.saveSession.mockResolvedValue(session);
    button('Save changes').click();
    await fixture.whenStable();
    expect(api.saveSession).toHaveBeenCalledWith('session-1', {
      title: session.title,
      topicId: session.topicId,
    });
  });
});

describe('the dates of the half-terms', () => {
  it('say that they are only usual, and name the day that the server refuses', async () => {
    const { fixture, element, button, text } = await shown(CalendarTab, ['cpd.plan']);
    expect(text()).toContain('These are the usual ones in England');
    const message = 'Autumn 2 must begin after Autumn 1 has ended.';
    const errors = [{ field: 'halfTerms[1].startsOn', code: 'overlaps', message }];
    api.setCalendar.mockRejectedValueOnce(new Refusal(400, 'validation-failed', message, errors));
    const day = element.querySelector<HTMLInputElement>('#halfTerms-1-startsOn')!;
    day.value = '2026-10-01';
    day.dispatchEvent(new Event('change'));
    button('Save the dates').click();
    await fixture.whenStable();
    expect(element.querySelector('#halfTerms-1-startsOn-wrong')?.textContent).toContain(message);
    expect(api.setCalendar.mock.calls[0][1][1]).toMatchObject({ startsOn: '2026-10-01' });
    api.setCalendar.mockResolvedValue({ ...usualCalendar('2026/27'), isUsual: false });
    button('Save the dates').click();
    await fixture.whenStable();
    expect(text()).toContain('are saved');
    expect(text()).not.toContain('usual ones');
  });
});
