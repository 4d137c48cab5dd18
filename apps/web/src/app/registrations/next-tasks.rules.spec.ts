import { aConference, aGroup } from './a-group.harness';
import type { Conference } from '@lectern/conferences';
import type { Group } from '@lectern/registrations';
import { firstTasks } from '../home/next-task.rules';
import { tasksOfGroups, tasksOfOpenConferences } from './next-tasks.rules';

const NOW = new Date('2027-01-20T10:00:00.000Z');

const nextTasks = (groups: readonly Group[], conferences: readonly Conference[], now: Date) =>
  firstTasks([...tasksOfGroups(groups, now), ...tasksOfOpenConferences(groups, conferences, now)]);

describe('what a school must do next', () => {
  it('is naming the pupils of a confirmed group, by the date of the final numbers', () => {
    const [task] = nextTasks([aGroup()], [], NOW);
    expect(task).toMatchObject({
      sentence: 'Name your 30 pupils for Proof day.',
      when: 'By Tuesday 2 March 2027',
      isLate: false,
      button: 'Add names',
      link: ['/groups', aGroup().id, 'roster'],
    });
  });

  it('is answering an offer of places before anything that is due later', () => {
    const offer = { places: 20, madeAt: '2027-01-19T09:00:00Z', expiresAt: '2027-01-21T09:00:00Z' };
    const waiting = aGroup({ id: 'w', status: 'waiting', places: 0, position: 1, offer });
    expect(nextTasks([aGroup(), waiting], [], NOW)[0]).toMatchObject({
      sentence: 'Accept or decline 20 places at Proof day.',
      when: 'By Thursday 21 January 2027, 9am',
      button: 'Answer the offer',
      link: ['/groups', 'w'],
    });
  });

  it('is printing badges once everybody is named', () => {
    const [task] = nextTasks([aGroup({ pupilsNamed: 30 })], [], NOW);
    expect(task).toMatchObject({ sentence: 'Print the badges for Proof day.', button: 'Print badges' });
  });

  it('is needs and consents once everybody is named', () => {
    const tasks = nextTasks([aGroup({ pupilsNamed: 30, consentsMissing: 3 })], [], NOW);
    expect(tasks[0]).toMatchObject({
      sentence: 'Say what three pupils need at Proof day, and whether they may be photographed.',
      button: 'Add needs and consents',
    });
    expect(nextTasks([aGroup({ pupilsNamed: 10, consentsMissing: 3 })], [], NOW)).toHaveLength(1);
  });

  it('is reading the visit pack, and reading it again when it has changed', () => {
    const pack = (acknowledged: number | null) =>
      nextTasks([aGroup({ visitPack: { version: 2, acknowledged } })], [], NOW).map(
        ({ sentence }) => sentence,
      );
    expect(pack(null)).toContain('Read the visit pack of Proof day, and say that you have.');
    expect(pack(1)).toContain('The visit pack of Proof day has changed: read it again.');
    expect(pack(2)).toHaveLength(1);
  });

  it('is registering for an open conference that the school has no group for', () => {
    expect(nextTasks([], [aConference()], NOW)[0]?.sentence).toBe('Register a group for Proof day.');
    expect(nextTasks([], [aConference({ placesLeft: 0 })], NOW)[0]?.sentence).toBe(
      'Join the waiting list for Proof day.',
    );
    expect(nextTasks([aGroup()], [aConference()], NOW)).toHaveLength(1);
  });

  it('asks again to register when the group of the school is cancelled', () => {
    expect(nextTasks([aGroup({ status: 'cancelled' })], [aConference()], NOW)[0]?.button).toBe('Register');
  });

  it('is printing the badges of those who are named, once final numbers are in and the list is locked', () => {
    const at = (now: string) => nextTasks([aGroup({ pupilsNamed: 28 })], [], new Date(now))[0];
    expect(at('2027-03-02T11:59:59.999Z')?.sentence).toBe('Name two more pupils for Proof day.');
    expect(at('2027-03-02T12:00:00.000Z')?.sentence).toBe('Print the badges for Proof day.');
  });

  it('says what is late', () => {
    const [task] = nextTasks([aGroup()], [], new Date('2027-03-03T10:00:00.000Z'));
    expect(task).toMatchObject({ isLate: true, when: 'Was due Tuesday 2 March 2027' });
  });

  it('asks nothing of a group that waits, and nothing of what is over', () => {
    const waiting = aGroup({ status: 'waiting', places: 0, position: 1 });
    expect(nextTasks([waiting, aGroup({}, { status: 'completed' })], [], NOW)).toEqual([]);
  });

  it('is five things at most, soonest first', () => {
    const open = [7, 3, 5, 1, 9, 8].map((day) =>
      aConference({ id: `c${day}`, registrationClosesAt: `2027-02-0${day}T12:00:00.000Z` }),
    );
    expect(nextTasks([], open, NOW).map(({ id }) => id)).toEqual([
      'register-c1',
      'register-c3',
      'register-c5',
      'register-c7',
      'register-c8',
    ]);
  });
});
