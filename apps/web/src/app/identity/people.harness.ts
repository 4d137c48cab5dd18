import type { AccessRequest, ManagedAccount, SchoolOfPerson } from '@lectern/identity';

/** A school beside somebody's name; say what is different. */
export const aSchoolOfPerson = (school: Partial<SchoolOfPerson> = {}): SchoolOfPerson => ({
  urn: '900001',
  name: 'Harrowmere High School',
  town: 'Ormsby Vale',
  closed: false,
  ...school,
});

/** A confirmed request for access that waits; say what is different. */
export const anAccessRequest = (request: Partial<AccessRequest> = {}): AccessRequest => ({
  id: '01a20000-0000-7000-8000-00000000d001',
  status: 'waiting',
  name: 'Robin Vale',
  email: 'r.vale@school.example',
  role: 'coordinator',
  note: 'I organise our maths trips.',
  school: aSchoolOfPerson(),
  confirmedAt: '2027-01-12T09:00:00.000Z',
  decidedAt: null,
  reason: null,
  alike: 0,
  account: null,
  ...request,
});

/** A coordinator's account as staff see it; say what is different. */
export const aManagedAccount = (account: Partial<ManagedAccount> = {}): ManagedAccount => ({
  id: '01a20000-0000-7000-8000-00000000e001',
  name: 'Pat Lowe',
  email: 'p.lowe@school.example',
  roles: ['coordinator'],
  school: aSchoolOfPerson(),
  createdAt: '2027-01-11T09:00:00.000Z',
  disabledAt: null,
  mayChange: true,
  ...account,
});
