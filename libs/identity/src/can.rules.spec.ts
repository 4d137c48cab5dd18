import { type Actor, can, PERMISSIONS } from './can.rules';

const staff: Actor = { accountId: 's', roles: ['staff'] };
const coordinator: Actor = { accountId: 'c', roles: ['coordinator'], schoolUrn: '900001' };

describe('can', () => {
  it('lets staff do everything on the list', () => {
    for (const permission of PERMISSIONS) expect(can(staff, permission, { schoolUrn: '900001' })).toBe(true);
  });

  it('lets a coordinator register and see their own school, and no other', () => {
    expect(can(coordinator, 'group.register', { schoolUrn: '900001' })).toBe(true);
    expect(can(coordinator, 'group.see', { schoolUrn: '900002' })).toBe(false);
    expect(can(coordinator, 'roster.see', {})).toBe(false);
    expect(can(coordinator, 'calendar.manage', { schoolUrn: '900001' })).toBe(true);
    expect(can(coordinator, 'calendar.manage', { schoolUrn: '900002' })).toBe(false);
  });

  it('lets staff alone open a list again after final numbers', () => {
    expect(can(staff, 'roster.override', { schoolUrn: '900001' })).toBe(true);
    expect(can(coordinator, 'roster.override', { schoolUrn: '900001' })).toBe(false);
  });

  it('gives a coordinator without a school nothing', () => {
    expect(can({ accountId: 'c', roles: ['coordinator'] }, 'group.see', {})).toBe(false);
  });

  it('gives teachers, trainees and mentors nothing of conferences', () => {
    for (const role of ['teacher', 'trainee', 'mentor'] as const) {
      for (const permission of PERMISSIONS.filter((p) => p !== 'session.own')) {
        expect(
          can({ accountId: 'x', roles: [role], schoolUrn: '900001' }, permission, { schoolUrn: '900001' }),
        ).toBe(false);
      }
    }
  });
});
