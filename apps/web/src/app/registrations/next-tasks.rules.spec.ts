import { aConference, aGroup } from './a-group.harness';
import { nextTasks } from './next-tasks.rules';

const NOW = new Date('2027-01-20T10:00:00.000Z');

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

  it('is printing badges once everybody is named', () => {
    const [task] = nextTasks([aGroup({ pupilsNamed: 30 })], [], NOW);
    expect(task).toMatchObject({ sentence: 'Print the badges for Proof day.', button: 'Print badges' });
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
