import { usualCalendar } from '@lectern/core';
import {
  type CpdProgramme,
  type CpdSession,
  planHalfTerms,
  type Topic,
  type TopicDemand,
  type YearPlan,
} from '@lectern/cpd';

/** An open programme of 2026/27 that expects two sessions in each half-term. */
export const aProgramme = (change: Partial<CpdProgramme> = {}): CpdProgramme => ({
  id: 'programme-1',
  academicYear: '2026/27',
  title: 'Challenging Topics 2026/27',
  label: 'Work Group',
  summary: null,
  status: 'open',
  expected: { 'autumn-1': 2, 'autumn-2': 2, 'spring-1': 2, 'spring-2': 2, 'summer-1': 2, 'summer-2': 2 },
  ...change,
});

/** A published session of the programme, on a Tuesday of Spring 2. */
export const aSession = (change: Partial<CpdSession> = {}): CpdSession => ({
  id: 'session-1',
  programmeId: 'programme-1',
  programmeLabel: 'Work Group',
  seriesId: null,
  topicId: 'topic-surds',
  topicTitle: 'Surds',
  title: 'Surds: from rules to reasons',
  startsAt: '2027-03-09T16:00:00.000Z',
  endsAt: '2027-03-09T17:30:00.000Z',
  place: { kind: 'campus', name: 'Arden 2.04' },
  teacherPlaces: 16,
  placesLeft: 12,
  presentersWanted: 2,
  presenters: [],
  status: 'published',
  ...change,
});

export const aTopic = (change: Partial<Topic> = {}): Topic => ({
  id: 'topic-surds',
  title: 'Surds',
  summary: null,
  qualification: 'gcse',
  tier: 'higher',
  contentCodes: ['N8'],
  references: [],
  active: true,
  ...change,
});

export const someDemand = (change: Partial<TopicDemand> = {}): TopicDemand => ({
  topicId: 'topic-surds',
  title: 'Surds',
  schools: 2,
  teachers: 3,
  planned: 0,
  delivered: 0,
  rank: 1,
  isTied: false,
  isUnmet: true,
  ...change,
});

/** The year’s plan of these sessions, none of which has a presenter. */
export const aPlan = (sessions: readonly CpdSession[], programme = aProgramme()): YearPlan =>
  planHalfTerms({
    calendar: usualCalendar(programme.academicYear),
    expected: programme.expected,
    sessions: sessions.map((session) => ({ ...session, presentersApproved: session.presenters.length })),
    visits: [],
  });
