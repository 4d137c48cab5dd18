import { newId } from '@lectern/core';
import { aConference, aGroup, aRoster } from '../app.harness';
import { DESK } from './access-desk.harness';
import { DOOR } from './access-door.harness';
import { PROGRAMME } from './access-programme.harness';
import { ROOMS } from './access-rooms.harness';
import {
  EMAIL,
  everybody,
  ownSchool,
  PASSWORD,
  phones,
  PUPIL,
  type Row,
  row,
  signedIn,
  staffOnly,
  type World,
} from './access-rows.harness';

const CRITERIA = { method: 'weights', criteria: [{ kind: 'first-visit', weight: 10 }] };

/** A scan of the world’s ticket, as a phone sends it. */
export const aScan = (world: World) => ({
  id: newId(),
  checkpointId: world.stewards.checkpoints[0]!.id,
  code: world.ticket.code,
  direction: 'in',
  scannedAt: '2027-01-12T09:00:00.000Z',
});

const MAILS: Readonly<Record<string, Row>> = {
  'GET /api/mail-summary': row(staffOnly(200), (by) => by.get('/mail-summary')),
  'GET /api/mails': row(staffOnly(200), (by, { group }) => by.get(`/mails?about=${group.id}`)),
  'GET /api/mails/{id}': row(staffOnly(200), (by, { mail }) => by.get(`/mails/${mail}`)),
  'GET /api/mails/{id}/letter': row(staffOnly(200), (by, { mail }) => by.get(`/mails/${mail}/letter`)),
  'GET /api/mails/{id}/letter.html': row(staffOnly(200), (by, { mail }) =>
    by.get(`/mails/${mail}/letter.html`),
  ),
  'GET /api/mails/{id}/calendar.ics': row(staffOnly(200), (by, { mail }) =>
    by.get(`/mails/${mail}/calendar.ics`),
  ),
  // It waits and did not fail, which only those are told who may send it again.
  'POST /api/mails/{id}/retries': row(staffOnly(409), (by, { mail }) => by.post(`/mails/${mail}/retries`)),
  'GET /api/mail-kinds': row(staffOnly(200), (by) => by.get('/mail-kinds')),
  'GET /api/mail-kinds/{kind}': row(staffOnly(200), (by) => by.get('/mail-kinds/group.changed')),
  'GET /api/mail-kinds/{kind}/letter.html': row(staffOnly(200), (by) =>
    by.get('/mail-kinds/group.changed/letter.html'),
  ),
};

/** Who may call what: every route, asked by every caller, in the order of CALLERS. */
export const MATRIX: Readonly<Record<string, Row>> = {
  ...MAILS,
  'GET /api/schools': row(everybody(200), (by) => by.get('/schools?q=School')),
  'POST /api/session': row(everybody(201), (by) => by.post('/session', { email: EMAIL, password: PASSWORD })),
  'GET /api/session': row(signedIn(200), (by) => by.get('/session')),
  'DELETE /api/session': row(signedIn(204), (by) => by.delete('/session'), true),
  'POST /api/invitations': row(staffOnly(201), (by) =>
    by.post('/invitations', { email: `${newId()}@example.org`, role: 'mentor' }),
  ),
  'GET /api/invitations/{token}': row(everybody(200), (by, { invitation }) =>
    by.get(`/invitations/${invitation}`),
  ),
  'POST /api/invitations/{token}/acceptance': row(
    everybody(201),
    (by, { invitation }) =>
      by.post(`/invitations/${invitation}/acceptance`, { name: 'Sam Invited', password: PASSWORD }),
    true,
  ),
  'POST /api/access-requests': row(everybody(201), (by) =>
    by.post('/access-requests', {
      name: 'Robin Asker',
      email: `${newId()}@example.org`,
      schoolUrn: '930001',
      role: 'teacher',
    }),
  ),
  'POST /api/access-requests/confirmations': row(everybody(410), (by) =>
    by.post('/access-requests/confirmations', { token: 'x'.repeat(43) }),
  ),
  'GET /api/access-requests': row([401, 404, 404, 200, 200, 200, 401, 401], (by) =>
    by.get('/access-requests'),
  ),
  'POST /api/access-requests/{id}/approval': row(
    ownSchool(200),
    (by, { accessRequest }) => by.post(`/access-requests/${accessRequest}/approval`),
    true,
  ),
  'POST /api/access-requests/{id}/refusal': row(
    ownSchool(200),
    (by, { accessRequest }) => by.post(`/access-requests/${accessRequest}/refusal`, { reason: 'Unknown.' }),
    true,
  ),
  'GET /api/accounts': row(staffOnly(200), (by) => by.get('/accounts?q=colleague')),
  'GET /api/accounts/{id}': row(staffOnly(200), (by, { colleague }) => by.get(`/accounts/${colleague}`)),
  'PATCH /api/accounts/{id}': row(staffOnly(200), (by, { colleague }) =>
    by.patch(`/accounts/${colleague}`, { roles: ['teacher'] }),
  ),
  'POST /api/accounts/{id}/disabling': row(staffOnly(200), (by, { colleague }) =>
    by.post(`/accounts/${colleague}/disabling`),
  ),
  'POST /api/accounts/{id}/enabling': row(staffOnly(200), (by, { colleague }) =>
    by.post(`/accounts/${colleague}/enabling`),
  ),
  'GET /api/schools/{urn}/people': row(ownSchool(200), (by) => by.get('/schools/930001/people')),
  'POST /api/schools/{urn}/invitations': row(ownSchool(201), (by) =>
    by.post('/schools/930001/invitations', { email: `${newId()}@example.org`, role: 'teacher' }),
  ),
  'DELETE /api/schools/{urn}/people/{accountId}': row(
    ownSchool(204),
    (by, { colleague }) => by.delete(`/schools/930001/people/${colleague}`),
    true,
  ),
  'GET /api/closed-schools': row(staffOnly(200), (by) => by.get('/closed-schools')),
  'POST /api/closed-schools/{urn}/succession': row(staffOnly(409), (by) =>
    by.post('/closed-schools/930001/succession', { successorUrn: '930002' }),
  ),
  'GET /api/audit-records': row(staffOnly(200), (by) => by.get('/audit-records')),
  'GET /api/audit-records.csv': row(staffOnly(200), (by) => by.get('/audit-records.csv')),
  'GET /api/conferences': row(everybody(200), (by) => by.get('/conferences?scope=staff')),
  'POST /api/conferences': row(staffOnly(201), (by) => by.post('/conferences', aConference())),
  'POST /api/conferences/{id}/copies': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/copies`, {}),
  ),
  'GET /api/conferences/{id}/visit-pack': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/visit-pack`),
  ),
  'POST /api/conferences/{id}/visit-pack/files': row(staffOnly(201), (by, { conference }) =>
    by.upload(`/conferences/${conference.id}/visit-pack/files`, { kind: 'fire' }),
  ),
  'GET /api/conferences/{id}/visit-pack/acknowledgements': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/visit-pack/acknowledgements`),
  ),
  'POST /api/pack-files/{id}/versions': row(staffOnly(201), (by, { packFile }) =>
    by.upload(`/pack-files/${packFile.id}/versions`),
  ),
  'PATCH /api/pack-files/{id}': row(staffOnly(200), (by, { packFile }) =>
    by.patch(`/pack-files/${packFile.id}`, { title: 'Another title' }),
  ),
  'POST /api/pack-files/{id}/withdrawal': row(
    staffOnly(200),
    (by, { packFile }) => by.post(`/pack-files/${packFile.id}/withdrawal`),
    true,
  ),
  'GET /api/visit-pack-files/{id}': row([404, 404, 404, 200, 404, 200, 404, 404], (by, { packFile }) =>
    by.get(`/visit-pack-files/${packFile.current.id}`),
  ),
  'GET /api/groups/{id}/visit-pack': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/visit-pack`),
  ),
  'POST /api/groups/{id}/visit-pack/acknowledgement': row(ownSchool(200), (by, { group }) =>
    by.post(`/groups/${group.id}/visit-pack/acknowledgement`, { version: 1 }),
  ),
  'GET /api/group-needs': row(staffOnly(200), (by) => by.get('/group-needs')),
  'GET /api/conferences/{id}/poster.pdf': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/poster.pdf`),
  ),
  'GET /api/conferences/{id}/page-code.svg': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/page-code.svg`),
  ),
  // Staff have no school of their own, so there is no calendar of theirs.
  'GET /api/calendar-feed': row([401, 404, 404, 200, 200, 404, 401, 401], (by) => by.get('/calendar-feed')),
  'POST /api/calendar-feed/renewal': row([401, 404, 404, 200, 200, 404, 401, 401], (by) =>
    by.post('/calendar-feed/renewal'),
  ),
  'GET /api/calendar-feeds/{token}': row(everybody(200), (by, { feed }) => by.get(`/calendar-feeds/${feed}`)),
  'GET /api/conferences/{id}': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}`),
  ),
  'PATCH /api/conferences/{id}': row(staffOnly(200), (by, { conference }) =>
    by.patch(`/conferences/${conference.id}`, { title: 'Another title' }),
  ),
  'GET /api/conferences/{id}/calendar.ics': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/calendar.ics`),
  ),
  'POST /api/conferences/{id}/transitions': row(
    staffOnly(200),
    (by, { conference }) =>
      by.post(`/conferences/${conference.id}/transitions`, { to: 'registration-closed' }),
    true,
  ),
  // School A has its group already: whoever may register for it is told so, and nobody else.
  'POST /api/conferences/{id}/groups': row(ownSchool(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: '930001' })),
  ),
  'GET /api/conferences/{id}/groups': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/groups`),
  ),
  'GET /api/groups': row([401, 404, 404, 200, 200, 200, 401, 401], (by) => by.get('/groups?limit=200')),
  'GET /api/groups/{id}': row(ownSchool(200), (by, { group }) => by.get(`/groups/${group.id}`)),
  'PATCH /api/groups/{id}': row(ownSchool(200), (by, { group }) =>
    by.patch(`/groups/${group.id}`, { adults: 4 }),
  ),
  'POST /api/groups/{id}/cancellation': row(
    ownSchool(200),
    (by, { group }) => by.post(`/groups/${group.id}/cancellation`, {}),
    true,
  ),
  'GET /api/conferences/{id}/waiting-list': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/waiting-list`),
  ),
  'GET /api/conferences/{id}/place-rules': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/place-rules`),
  ),
  'PUT /api/conferences/{id}/place-rules': row(staffOnly(200), (by, { conference }) =>
    by.put(`/conferences/${conference.id}/place-rules`, { ...CRITERIA, offerHours: 24 }),
  ),
  'GET /api/conferences/{id}/allocation': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/allocation`),
  ),
  // This conference gives places as groups register: whoever may share them out is told so, and nobody else.
  'POST /api/conferences/{id}/allocation-trials': row(staffOnly(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/allocation-trials`, CRITERIA),
  ),
  'POST /api/conferences/{id}/allocation': row(staffOnly(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/allocation`, { ...CRITERIA, fingerprint: '00000000' }),
  ),
  'PUT /api/schools/{urn}/allocation-facts': row(staffOnly(200), (by) =>
    by.put('/schools/930001/allocation-facts', { projectSchool: true, priorityMeasure: false }),
  ),
  // The link is the permission, and this one was made up.
  'GET /api/offers/{token}': row(everybody(404), (by) => by.get('/offers/made-up')),
  'POST /api/offers/{token}/answer': row(everybody(404), (by) =>
    by.post('/offers/made-up/answer', { answer: 'accept' }),
  ),
  // The group is confirmed and has no offer: whoever could answer one is told so, and nobody else.
  'POST /api/groups/{id}/offer-answer': row(ownSchool(410), (by, { group }) =>
    by.post(`/groups/${group.id}/offer-answer`, { answer: 'accept' }),
  ),
  'POST /api/groups/{id}/rejoining': row(ownSchool(200), (by, { group }) =>
    by.post(`/groups/${group.id}/rejoining`),
  ),
  'GET /api/groups/{id}/roster': row(ownSchool(200), (by, { group }) => by.get(`/groups/${group.id}/roster`)),
  'PUT /api/groups/{id}/roster': row(ownSchool(200), (by, { group }) =>
    by.put(`/groups/${group.id}/roster`, { people: aRoster(2, { familyName: PUPIL }) }),
  ),
  'POST /api/groups/{id}/roster-previews': row(ownSchool(201), (by, { group }) =>
    by.post(`/groups/${group.id}/roster-previews`, { text: 'First name,Last name,Year\nWren,Oakley,9' }),
  ),
  'GET /api/groups/{id}/roster-terms': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/roster-terms`),
  ),
  'POST /api/groups/{id}/roster-openings': row(staffOnly(201), (by, { group }) =>
    by.post(`/groups/${group.id}/roster-openings`, { reason: 'Illness' }),
  ),
  'PATCH /api/groups/{id}/people/{personId}': row(ownSchool(200), (by, { group, ticket }) =>
    by.patch(`/groups/${group.id}/people/${ticket.personId}`, { photoConsent: 'no' }),
  ),
  'POST /api/groups/{id}/people/{personId}/substitution': row(
    ownSchool(201),
    (by, { group, ticket }) =>
      by.post(`/groups/${group.id}/people/${ticket.personId}/substitution`, {
        givenName: 'Wren',
        familyName: PUPIL,
        yearGroup: 9,
      }),
    true,
  ),
  'POST /api/groups/{id}/people/{personId}/cancellation': row(
    ownSchool(204),
    (by, { group, ticket }) => by.post(`/groups/${group.id}/people/${ticket.personId}/cancellation`),
    true,
  ),
  'GET /api/conferences/{id}/roster-settings': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roster-settings`),
  ),
  'PATCH /api/conferences/{id}/roster-settings': row(staffOnly(200), (by, { conference }) =>
    by.patch(`/conferences/${conference.id}/roster-settings`, { dayOnlyDays: 5 }),
  ),
  'GET /api/groups/{id}/tickets': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/tickets`),
  ),
  'GET /api/groups/{id}/tickets.pdf': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/tickets.pdf?layout=list`),
  ),
  'GET /api/conferences/{id}/tickets.pdf': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/tickets.pdf?layout=list`),
  ),
  'POST /api/check-in/devices': row(
    everybody(201),
    (by, { pairingCode }) => by.post('/check-in/devices', { pairingCode, name: 'Jo' }),
    true,
  ),
  'GET /api/check-in/roster': row(phones(200), (by) => by.get('/check-in/roster')),
  'POST /api/check-in/scans': row(phones(200), (by, world) =>
    by.post('/check-in/scans', { scans: [aScan(world)] }),
  ),
  'GET /api/check-in/count': row(phones(200), (by) => by.get('/check-in/count')),
  'GET /api/conferences/{id}/checkpoints': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/checkpoints`),
  ),
  'POST /api/conferences/{id}/checkpoints': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/checkpoints`, { name: 'Lunch', admits: 'once' }),
  ),
  'POST /api/conferences/{id}/device-pairings': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/device-pairings`, { role: 'steward', label: 'Side door' }),
  ),
  'GET /api/conferences/{id}/devices': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/devices`),
  ),
  'POST /api/devices/{id}/revocation': row(
    staffOnly(200),
    (by, { stewards }) => by.post(`/devices/${stewards.deviceId}/revocation`),
    true,
  ),
  'GET /api/conferences/{id}/summary': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/summary`),
  ),
  'GET /api/conferences/{id}/attendance': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/attendance`),
  ),
  'GET /api/conferences/{id}/attendance/stream': row(staffOnly(200), (_, { conference }, open) =>
    open(`/conferences/${conference.id}/attendance/stream`),
  ),
  ...DESK,
  ...DOOR,
  ...PROGRAMME,
  ...ROOMS,
};
