import { type Actor, can, type Permission, PERMISSIONS } from './can.rules';
import type { Role } from './roles';

const staff: Actor = { accountId: 's', roles: ['staff'] };
const coordinator: Actor = { accountId: 'c', roles: ['coordinator'], schoolUrn: '900001' };

describe('can', () => {
  /** What only the person concerned does. */
  const PERSONAL: readonly Permission[] = [
    'topic.vote',
    'offer.make',
    'booking.make',
    'feedback.give',
    'certificate.own',
    'evidence.own',
    'open-door.offer',
    'open-door.visit',
  ];

  it('lets staff do everything on the list but what somebody does for themselves', () => {
    for (const permission of PERMISSIONS) {
      expect([permission, can(staff, permission, { schoolUrn: '900001' })]).toEqual([
        permission,
        !PERSONAL.includes(permission),
      ]);
    }
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

  /** What each of these may do at all. */
  const MAY: readonly (readonly [Role, readonly Permission[]])[] = [
    [
      'teacher',
      [
        'topic.vote',
        'topic.demand',
        'booking.make',
        'booking.see',
        'feedback.give',
        'certificate.own',
        'open-door.offer',
        'open-door.visit',
        'open-door.see',
        'resource.see',
        'resource.share',
      ],
    ],
    [
      'trainee',
      [
        'topic.demand',
        'offer.make',
        'offer.see',
        'feedback.see',
        'certificate.own',
        'evidence.own',
        'open-door.see',
        'resource.see',
        'resource.share',
      ],
    ],
    [
      'mentor',
      [
        'cpd.see-drafts',
        'topic.demand',
        'offer.see',
        'offer.decide',
        'suitability.manage',
        'cpd-attendance.see',
        'feedback.see',
        'evidence.guide',
        'open-door.see',
        'resource.see',
        'resource.share',
      ],
    ],
  ];

  it.each(MAY)('gives a %s their part in the CPD and nothing of conferences', (role, permissions) => {
    const actor: Actor = { accountId: 'x', roles: [role], schoolUrn: '900001' };
    const held = PERMISSIONS.filter((permission) => can(actor, permission, { schoolUrn: '900001' }));
    expect(held).toEqual(PERMISSIONS.filter((p) => p === 'session.own' || permissions.includes(p)));
  });

  it('keeps a teacher to what belongs to their own school', () => {
    const teacher: Actor = { accountId: 't', roles: ['teacher'], schoolUrn: '900001' };
    expect(can(teacher, 'booking.see', { schoolUrn: '900001' })).toBe(true);
    expect(can(teacher, 'booking.see', { schoolUrn: '900002' })).toBe(false);
    expect(can({ accountId: 't', roles: ['teacher'] }, 'booking.see', {})).toBe(false);
  });

  it('lets a coordinator do what a teacher of their school may', () => {
    for (const permission of MAY[0]![1])
      expect([permission, can(coordinator, permission, { schoolUrn: '900001' })]).toEqual([permission, true]);
  });
});
