import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CpdHours, SeriesAttendance, SessionTicket } from '@lectern/cpd';
import { Refusal } from '../../platform/refusal';
import { AttendanceApi } from './attendance-api';
import { HoursPage } from './hours-page';
import { SeriesAttendancePage } from './series-page';
import { TicketPage } from './ticket-page';

const TICKET: SessionTicket = {
  sessionId: 's1',
  title: 'Surds',
  startsAt: '2027-01-12T16:00:00.000Z',
  endsAt: '2027-01-12T17:30:00.000Z',
  place: { kind: 'campus', name: 'Arden 2.04', site: 'Ormskirk' },
  name: 'Ada Teacher',
  code: 'L1:ABC',
  shortCode: 'ABCD-EFGH',
};

const HOURS: CpdHours = {
  accountId: 'a1',
  name: 'Ada Teacher',
  teacherMinutes: 130,
  presenterMinutes: 0,
  sessions: [
    {
      sessionId: 's1',
      title: 'Surds',
      programmeLabel: 'Work Group',
      startsAt: '2027-01-12T16:00:00.000Z',
      endsAt: '2027-01-12T17:30:00.000Z',
      part: 'teacher',
      attended: true,
      minutes: 130,
    },
  ],
};

const SERIES: SeriesAttendance = {
  seriesId: 'r1',
  title: 'Ratio',
  sessionsExpected: 2,
  sessions: ['jan', 'feb', 'mar'].map((id, at) => ({
    id,
    title: `Ratio in ${id}`,
    startsAt: `2027-0${at + 1}-12T16:00:00.000Z`,
    endsAt: `2027-0${at + 1}-12T17:00:00.000Z`,
    status: at === 2 ? 'cancelled' : 'delivered',
  })),
  people: [
    {
      id: 'teacher:a1',
      name: 'Ada Teacher',
      kind: 'teacher',
      school: 'Alder Academy',
      attended: 1,
      expected: 2,
      remaining: 0,
      missedSessionIds: ['feb'],
      attendedSessionIds: ['jan'],
      minutes: 60,
      standing: 'short',
    },
  ],
};

const shown = async (
  page: Type<unknown>,
  api: Partial<AttendanceApi>,
  inputs: Record<string, string> = {},
) => {
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: AttendanceApi, useValue: api }],
  });
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
};

describe('what somebody sees of their own sessions', () => {
  it('a ticket says whose it is, for what, when and where, and its letters', async () => {
    const words = await shown(TicketPage, { ticket: () => Promise.resolve(TICKET) }, { id: 's1' });
    expect(words).toContain('Tuesday 12 January 2027, 4pm to 5.30pm, Arden 2.04, Ormskirk');
    expect(words).toContain('Ada Teacher');
    expect(words).toContain('ABCD-EFGH');
  });

  it('a ticket that is not there says so', async () => {
    const gone = new Refusal(404, 'not-found', 'There is no such ticket, or you cannot see it.');
    const words = await shown(TicketPage, { ticket: () => Promise.reject(gone) }, { id: 's1' });
    expect(words).toContain('There is no such ticket');
  });

  it('hours are added up, and each session is behind them', async () => {
    const words = await shown(HoursPage, { hours: () => Promise.resolve(HOURS) });
    expect(words).toContain('My hours');
    expect(words).toContain('2 hours 10 minutes attended');
    expect(words).toContain('Surds');
  });

  it('hours of somebody else bear their name, and nothing yet is said in words', async () => {
    const none = { ...HOURS, teacherMinutes: 0, sessions: [] };
    const words = await shown(HoursPage, { hours: () => Promise.resolve(none) }, { accountId: 'a1' });
    expect(words).toContain('Hours of Ada Teacher');
    expect(words).toContain('No session yet');
  });

  it('a series shows the expectation and who is short of it', async () => {
    const words = await shown(SeriesAttendancePage, { series: () => Promise.resolve(SERIES) }, { id: 'r1' });
    expect(words).toContain('Ratio. Teachers are expected at all of 2 sessions.');
    expect(words).toContain('Short');
    expect(words).toContain('1 of 2');
    expect(words).toContain('12 Feb');
    expect(words).toContain('Cancelled');
  });
});
