import type { CpdProgramme, CpdSession, Topic } from '@lectern/cpd';
import type { CpdSessionRequest } from '@lectern/cpd/requests';
import type { Page } from '@lectern/core';
import type { Caller } from '../app.harness';

/** An open programme of 2026/27 with a topic of the catalogue to plan on; the test clock stands in January 2027. */
export interface TestCpd {
  readonly programme: CpdProgramme;
  readonly topic: Topic;
}

export const aCpdProgramme = async (staff: Caller): Promise<TestCpd> => {
  const programme = await staff.post<CpdProgramme>('/cpd/programmes', {
    academicYear: '2026/27',
    title: 'Challenging Topics 2026/27',
    status: 'open',
  });
  const topics = await staff.get<Page<Topic>>('/cpd/topics');
  return { programme: programme.body, topic: topics.body.items[0]! };
};

let rooms = 0;

/** A usual session of the programme: ten teachers, two presenters, an afternoon in March, a room of its own. */
export const aCpdSession = (
  { programme, topic }: TestCpd,
  change: Partial<CpdSessionRequest> = {},
): CpdSessionRequest => ({
  programmeId: programme.id,
  topicId: topic.id,
  title: 'Circle theorems without tears',
  startsAt: '2027-03-09T16:00:00.000Z',
  endsAt: '2027-03-09T17:30:00.000Z',
  place: { kind: 'campus', name: `Arden ${++rooms}` },
  teacherPlaces: 10,
  presentersWanted: 2,
  ...change,
});

/** A session that stands in a state. */
export const aCpdSessionThatIs = async (
  staff: Caller,
  cpd: TestCpd,
  status: 'draft' | 'published',
  change: Partial<CpdSessionRequest> = {},
): Promise<CpdSession> => {
  const made = await staff.post<CpdSession>('/cpd/sessions', aCpdSession(cpd, change));
  if (status === 'draft') return made.body;
  return (await staff.post<CpdSession>(`/cpd/sessions/${made.body.id}/transitions`, { to: 'published' }))
    .body;
};
