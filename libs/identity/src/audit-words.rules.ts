import { ROLE_NAMES } from './roles';

/** What each kind of thing in the audit trail is called. */
export const AUDIT_OBJECTS: Readonly<Record<string, string>> = {
  account: 'Account',
  'access-request': 'Request for access',
  checkpoint: 'Checkpoint',
  conference: 'Conference',
  'cpd-booking': 'Booking of CPD',
  device: 'Phone',
  group: 'Group',
  invitation: 'Invitation',
  'missing-pupil': 'Record of a missing pupil',
  school: 'School',
};

/** What each recorded action says; an area that adds an action adds its words here. */
export const AUDIT_WORDS: Readonly<Record<string, string>> = {
  'access-request.approved': 'Approved a request for access',
  'access-request.confirmed': 'Confirmed the address of a request for access',
  'access-request.declined': 'Declined a request for access',
  'access-request.made': 'Asked for access to a school',
  'account.access-ended': 'Ended a person’s access to their school',
  'account.changed': 'Changed what an account may do',
  'account.created': 'Made an account',
  'account.disabled': 'Disabled an account',
  'account.enabled': 'Enabled an account again',
  'account.moved': 'Moved an account to another school',
  'audit.exported': 'Exported the audit trail',
  'checkpoint.created': 'Made a checkpoint',
  'conference.changed': 'Changed a conference',
  'conference.created': 'Made a conference',
  'conference.moved': 'Moved a conference to its next state',
  'conflict.settled': 'Settled that a ticket was let in twice',
  'cpd-booking.cancelled': 'Cancelled a booking of CPD',
  'cpd-booking.declined': 'Declined places at a session of CPD',
  'cpd-booking.expired': 'An offer of places at a session of CPD ran out',
  'cpd-booking.given-places': 'A booking of CPD got places it waited for',
  'cpd-booking.made': 'Booked CPD',
  'cpd-booking.offer-accepted': 'Accepted places at a session of CPD',
  'cpd-booking.offer-grown': 'More places were offered to a booking of CPD',
  'cpd-booking.offered-places': 'Places were offered to a booking of CPD',
  'cpd-booking.person-added': 'Added a colleague to a booking of CPD',
  'cpd-booking.person-changed': 'Put right who somebody on a booking of CPD is',
  'cpd-booking.person-left': 'Took somebody off a booking of CPD',
  'cpd-booking.session-cancelled': 'A booking of CPD ended with its session',
  'cpd-bookings.read': 'Read who has booked a session of CPD',
  'day.ended': 'Checked out everybody who was still inside',
  'device.invited': 'Made a pairing code for a phone',
  'device.paired': 'Paired a phone',
  'device.revoked': 'Unpaired a phone',
  'group.cancelled': 'Cancelled a group',
  'group.changed': 'Changed a group',
  'group.given-places': 'Places became free for a waiting group',
  'group.moved': 'Moved a group to the school that took its own school’s place',
  'group.registered': 'Registered a group',
  'invitation.accepted': 'Accepted an invitation',
  'invitation.made': 'Invited somebody',
  'missing-procedure.changed': 'Changed what is done when a pupil is missing',
  'missing-pupil.closed': 'Closed the record of a missing pupil',
  'missing-pupil.opened': 'Opened a record of a missing pupil',
  'missing-pupil.step-added': 'Added to the record of a missing pupil',
  'missing-pupils.read': 'Read the records of missing pupils',
  'roll.read': 'Opened the on-site roll, with everybody’s name',
  'roster.read': 'Opened a group’s whole list of people',
  'roster.person-swapped': 'Swapped one person of a list for another',
  'roster.saved': 'Saved a group’s list of people',
  'scan.annulment-refused': 'Was refused to take back a scan',
  'roster.walked-in': 'Put somebody on a list who came without being on it',
  'school-links.imported': 'Imported which schools took the place of others',
  'school.succeeded': 'Moved everything of a closed school to its successor',
  'schools.imported': 'Imported the register of schools',
  'session.refused': 'Was refused at sign-in',
  'session.started': 'Signed in',
  'ticket.printed-again': 'Printed one person’s ticket',
};

const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase();

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

// A name such as `constructor` is no action of ours, though every object has it.
const own = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

/** An action in words; one that nobody has put into words yet is spelt out: `pack.file-added` is "Pack: file added". */
export const actionWords = (action: string): string => {
  const [thing = '', ...what] = action.split('.');
  return own(AUDIT_WORDS, action) ?? sentence([thing, what.join(' ')].filter(Boolean).map(spaced).join(': '));
};

/** The kind of a thing in words. */
export const objectWords = (kind: string): string => own(AUDIT_OBJECTS, kind) ?? sentence(spaced(kind));

const valueWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ');
  if (typeof value === 'object') return detailWords(value as Record<string, unknown>);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return own(ROLE_NAMES, text)?.toLowerCase() ?? text;
};

/** What a record says besides: "places: 30, status: confirmed". */
export const detailWords = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name === 'schoolUrn' ? 'school number' : spaced(name)}: ${valueWords(value)}`)
    .join(', ');
