import { aGroup } from './a-group.harness';
import { groupSteps } from './group-steps.rules';

const states = (...of: Parameters<typeof aGroup>) =>
  groupSteps(aGroup(...of)).map(({ id, state }) => `${id} ${state}`);

describe('the steps of a visit', () => {
  it('begin with naming once a group has places', () => {
    expect(states()).toEqual(['register done', 'name now', 'consents later', 'badges later', 'arrive later']);
  });

  it('may be several at once', () => {
    const pack = { version: 1, acknowledged: null };
    expect(states({ pupilsNamed: 12, consentsMissing: 12, visitPack: pack })).toEqual([
      'register done',
      'name now',
      'consents now',
      'pack now',
      'badges now',
      'arrive later',
    ]);
  });

  it('are ticked as they are done, and a new visit pack is a step again', () => {
    const ready = { pupilsNamed: 30, consentsMissing: 0 };
    const steps = groupSteps(aGroup({ ...ready, visitPack: { version: 3, acknowledged: 3 } }));
    expect(steps.filter(({ state }) => state === 'done').map(({ id }) => id)).toEqual([
      'register',
      'name',
      'consents',
      'pack',
    ]);
    expect(states({ ...ready, visitPack: { version: 4, acknowledged: 3 } })).toContain('pack now');
  });

  it('stand still while a group waits for places', () => {
    expect(states({ status: 'waiting', places: 0 }).filter((step) => !step.endsWith('later'))).toEqual([
      'register done',
    ]);
  });

  it('say by when, and where', () => {
    const [, name] = groupSteps(aGroup());
    expect(name).toMatchObject({ when: 'By Tuesday 2 March 2027', link: ['/groups', aGroup().id, 'roster'] });
  });

  it('are all behind the school when the day is over', () => {
    expect(states({ pupilsNamed: 30 }, { status: 'completed' })).not.toContainEqual(
      expect.stringMatching(/now$/),
    );
    expect(states({}, { status: 'live' })).toContain('arrive now');
  });
});
