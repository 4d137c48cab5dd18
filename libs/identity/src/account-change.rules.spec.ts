import {
  type ChangingAccount,
  decideAccountChange,
  mayManage,
  rolesAfterApproval,
} from './account-change.rules';
import type { Actor } from './can.rules';

const staff: Actor = { accountId: 's', roles: ['staff'] };
const admin: Actor = { accountId: 'a', roles: ['admin', 'staff'] };
const coordinator: Actor = { accountId: 'c', roles: ['coordinator'], schoolUrn: '900001' };
const account = (change: Partial<ChangingAccount> = {}): ChangingAccount => ({
  id: 'x',
  roles: ['coordinator'],
  schoolUrn: '900001',
  ...change,
});
const codes = (decision: ReturnType<typeof decideAccountChange>) =>
  'refused' in decision ? decision.refused.map(({ field, code }) => `${field} ${code}`) : decision;

describe('who may change which account', () => {
  it.each([
    [staff, ['coordinator'], true],
    [staff, ['mentor', 'trainee'], true],
    [staff, ['staff'], false],
    [staff, ['teacher', 'staff'], false],
    [staff, ['admin', 'staff'], false],
    [admin, ['staff'], true],
    [admin, ['admin', 'staff'], true],
    [coordinator, ['teacher'], false],
  ] as const)('%j and an account of %j: %s', (actor, roles, may) => {
    expect(mayManage(actor, { roles: [...roles] })).toBe(may);
  });
});

describe('changing an account', () => {
  it('moves somebody to another school', () => {
    expect(decideAccountChange(staff, account(), { schoolUrn: '900002' })).toEqual({
      roles: ['coordinator'],
      schoolUrn: '900002',
    });
  });

  it('takes the school away with the last role that belongs to one', () => {
    expect(decideAccountChange(staff, account(), { roles: ['mentor'] })).toEqual({
      roles: ['mentor'],
      schoolUrn: null,
    });
  });

  it('wants a school for a role that belongs to one, and none for the others', () => {
    const mentor = account({ roles: ['mentor'], schoolUrn: null });
    expect(codes(decideAccountChange(staff, mentor, { roles: ['teacher'] }))).toEqual(['schoolUrn missing']);
    expect(codes(decideAccountChange(staff, mentor, { schoolUrn: '900001' }))).toEqual([
      'schoolUrn not-wanted',
    ]);
    expect(codes(decideAccountChange(staff, account(), { schoolUrn: null }))).toEqual(['schoolUrn missing']);
  });

  it('lets nobody give what they may not manage, nor make an administrator here', () => {
    expect(codes(decideAccountChange(staff, account(), { roles: ['staff'] }))).toEqual(['roles admin-only']);
    expect(codes(decideAccountChange(admin, account(), { roles: ['admin'] }))).toEqual(['roles not-here']);
    expect(decideAccountChange(admin, account(), { roles: ['staff'] })).toEqual({
      roles: ['staff'],
      schoolUrn: null,
    });
  });

  it('lets nobody change their own roles', () => {
    const own = account({ id: 'a', roles: ['admin', 'staff'], schoolUrn: null });
    expect(codes(decideAccountChange(admin, own, { roles: ['admin'] }))).toEqual(['roles own-account']);
    expect(decideAccountChange(admin, own, { roles: ['staff', 'admin'] })).toEqual({
      roles: ['staff', 'admin'],
      schoolUrn: null,
    });
  });
});

describe('the roles after a request is approved', () => {
  const coordinatorAsked = { role: 'coordinator', schoolUrn: '900002' } as const;

  it('begin anew at a new school', () => {
    expect(rolesAfterApproval(account({ roles: ['teacher'] }), coordinatorAsked)).toEqual(['coordinator']);
    expect(rolesAfterApproval(account(), { role: 'teacher', schoolUrn: '900002' })).toEqual(['teacher']);
  });

  it('grow at the same school, and keep what belongs to no school', () => {
    const teacher = account({ roles: ['teacher'], schoolUrn: '900002' });
    expect(rolesAfterApproval(teacher, coordinatorAsked)).toEqual(['teacher', 'coordinator']);
    expect(rolesAfterApproval(account({ roles: ['mentor', 'teacher'] }), coordinatorAsked)).toEqual([
      'mentor',
      'coordinator',
    ]);
  });
});
