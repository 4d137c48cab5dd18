import { newId } from '@lectern/core';
import type { CpdSession, PresenterOffer } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { postedLetters } from '../../identity/letters.harness';
import { Jobs } from '../../platform/jobs';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { MENTOR_DIGEST_JOB } from './mentor-digest';
import {
  anApprovedOffer,
  anOffer,
  aTrainee,
  confirmSuitability,
  decide,
  offerFor,
  OUTLINE,
} from './offers.harness';
import { PresenterOffersService } from './presenter-offers.service';

let test: TestApp;
let staff: Caller;
let mentor: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  mentor = await test.as('mentor');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

const open = (change: Parameters<typeof aCpdSessionThatIs>[3] = {}): Promise<CpdSession> =>
  aCpdSessionThatIs(staff, cpd, 'published', change);
const statusOf = async (by: Caller, id: string): Promise<string> =>
  (await by.get<PresenterOffer>(`/cpd/offers/${id}`)).body.status;
const lettersAbout = async (offerId: string): Promise<string[]> => {
  const rows = await test.database.select<{ kind: string }>(
    'SELECT kind FROM outbox_mails WHERE object_id = ? ORDER BY id',
    [offerId],
  );
  return rows.map(({ kind }) => kind);
};

/** Changes a session as staff do, with what takes part in it. */
const change = (session: CpdSession, columns: Record<string, unknown>): Promise<void> =>
  test.database.transaction(async () => {
    const sessions = test.app.get(CpdSessionsRepository);
    const lifecycle = test.app.get(CpdSessionLifecycle);
    const [before] = await sessions.lock([session.id]);
    const revision = { before: before!, after: { ...before!, ...columns } };
    await lifecycle.aboutToBeRevised(revision);
    await sessions.update(session.id, columns);
    await lifecycle.revised(revision);
  });

describe('an offer to deliver', () => {
  it('goes to a mentor, who approves it; the team and everybody sees who gives the session', async () => {
    const session = await open();
    const wren = await aTrainee(test, mentor, { name: 'Wren Oakley' });
    const moss = await aTrainee(test, mentor, { name: 'Moss Fenwick' });
    const made = await offerFor(wren.caller, session.id, { withTraineeIds: [moss.id] });
    expect(made).toMatchObject({ status: 201, body: { status: 'offered' } });
    const { id } = made.body;
    expect((await moss.caller.get(`/cpd/offers/${id}`)).body).toMatchObject({
      outline: OUTLINE,
      sessionId: session.id,
      session: { title: session.title, status: 'published' },
      proposal: null,
      presenters: [
        { name: 'Wren Oakley', isLead: true },
        { name: 'Moss Fenwick', isLead: false, isSuitable: true },
      ],
      actions: ['withdraw'],
    });
    expect((await test.anyone.get(`/cpd/sessions/${session.id}`)).body.presenters).toEqual([]);
    expect(await decide(mentor, id, 'approve', 'Lovely.')).toMatchObject({
      status: 200,
      body: { status: 'approved', thread: [{ action: 'offer' }, { action: 'approve', text: 'Lovely.' }] },
    });
    expect((await test.anyone.get(`/cpd/sessions/${session.id}`)).body.presenters).toEqual([
      { name: 'Wren Oakley' },
      { name: 'Moss Fenwick' },
    ]);
    expect(await lettersAbout(id)).toEqual([
      'cpd-offer.made',
      'cpd-offer.made',
      'cpd-offer.approved',
      'cpd-offer.approved',
    ]);
  });

  it('is sent back for changes with a note, changed, and approved then', async () => {
    const session = await open();
    const { caller } = await aTrainee(test, mentor);
    const { id } = await anOffer(caller, session.id);
    expect(await decide(mentor, id, 'request-changes')).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ field: 'note' }] },
    });
    expect((await caller.post(`/cpd/offers/${id}/revision`, { outline: OUTLINE })).body.code).toBe(
      'offer-step-not-allowed',
    );
    expect((await decide(mentor, id, 'request-changes', 'Say how it begins.')).body.status).toBe(
      'changes-requested',
    );
    const outline = 'It begins with a circle of string and three pegs.';
    const revised = await caller.post<PresenterOffer>(`/cpd/offers/${id}/revision`, { outline });
    expect(revised.body).toMatchObject({ status: 'offered', outline });
    expect(revised.body.thread.map(({ action, text }) => [action, text])).toEqual([
      ['offer', OUTLINE],
      ['request-changes', 'Say how it begins.'],
      ['revise', outline],
    ]);
    expect((await decide(mentor, id, 'approve')).body.status).toBe('approved');
    expect(await decide(mentor, id, 'decline', 'No.')).toMatchObject({
      status: 409,
      body: { code: 'offer-step-not-allowed' },
    });
  });

  it('is not approved before everybody’s suitability is confirmed, and says whose is not', async () => {
    const session = await open();
    const wren = await aTrainee(test, mentor, { name: 'Wren Oakley' });
    const moss = await aTrainee(test, mentor, { name: 'Moss Fenwick', suitable: false });
    const { id } = await anOffer(wren.caller, session.id, { withTraineeIds: [moss.id] });
    const refused = await decide(mentor, id, 'approve');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'suitability-not-confirmed',
        people: [{ accountId: moss.id, name: 'Moss Fenwick', why: 'not-confirmed' }],
      },
    });
    expect(refused.body.detail).toContain('Moss Fenwick');
    expect(refused.body.detail).not.toContain('Wren');
    expect(await statusOf(mentor, id)).toBe('offered');
    await confirmSuitability(mentor, moss.id);
    expect((await decide(mentor, id, 'approve')).status).toBe(200);
  });

  it('names nobody in public whose confirmation has run out since', async () => {
    const session = await open({ startsAt: '2027-03-10T16:00:00Z', endsAt: '2027-03-10T17:30:00Z' });
    const { trainee } = await anApprovedOffer(test, mentor, session.id);
    const shown = async () => (await test.anyone.get(`/cpd/sessions/${session.id}`)).body.presenters;
    expect(await shown()).toHaveLength(1);
    await mentor.post(`/cpd/suitability/${trainee.id}`, { confirmedBy: 'Imogen', confirmedOn: '2023-01-01' });
    expect(await shown()).toEqual([]);
  });

  it('is one for each trainee and session, whoever of the team asks', async () => {
    const session = await open({ presentersWanted: 6 });
    const wren = await aTrainee(test, mentor, { name: 'Wren Oakley' });
    const moss = await aTrainee(test, mentor, { name: 'Moss Fenwick' });
    await anOffer(wren.caller, session.id, { withTraineeIds: [moss.id] });
    for (const { caller } of [wren, moss]) {
      expect(await offerFor(caller, session.id)).toMatchObject({
        status: 409,
        body: { code: 'already-offered' },
      });
    }
    const other = await aTrainee(test, mentor);
    const refused = await offerFor(other.caller, session.id, { withTraineeIds: [moss.id] });
    expect(refused.body.detail).toContain('Moss Fenwick has an offer');
  });

  it('is refused for what takes no offers: begun, given by staff, a team too large, people who are no trainees', async () => {
    const { caller } = await aTrainee(test, mentor);
    const byStaff = await open({ presentersWanted: 0 });
    expect((await offerFor(caller, byStaff.id)).body.code).toBe('offers-closed');
    const begun = await open({ startsAt: '2027-01-12T08:30:00Z', endsAt: '2027-01-12T10:00:00Z' });
    expect((await offerFor(caller, begun.id)).body.code).toBe('offers-closed');
    const single = await open({ presentersWanted: 1 });
    const friend = await aTrainee(test, mentor);
    expect(await offerFor(caller, single.id, { withTraineeIds: [friend.id] })).toMatchObject({
      status: 409,
      body: { code: 'team-too-large', presentersWanted: 1 },
    });
    const tutor = (await mentor.get('/session')).body.account.id as string;
    for (const withTraineeIds of [[tutor], [newId()]]) {
      expect(await offerFor(caller, byStaff.id, { withTraineeIds })).toMatchObject({ status: 409 });
      expect(await offerFor(caller, single.id, { withTraineeIds })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'withTraineeIds' }] },
      });
    }
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft');
    expect((await offerFor(caller, draft.id)).status).toBe(404);
  });
});

describe('standby', () => {
  it('holds who comes too late, in order, and moves the next up when an offer is withdrawn with a reason', async () => {
    const session = await open({ presentersWanted: 1 });
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => aTrainee(test, mentor)));
    const one = await anOffer(first!.caller, session.id);
    test.clock.advance(1000);
    const two = await anOffer(second!.caller, session.id);
    test.clock.advance(1000);
    const three = await anOffer(third!.caller, session.id);
    expect([one, two, three].map(({ status, standbyPosition }) => [status, standbyPosition])).toEqual([
      ['offered', null],
      ['standby', 1],
      ['standby', 2],
    ]);
    expect((await first!.caller.post(`/cpd/offers/${one.id}/withdrawal`, { reason: ' ' })).status).toBe(400);
    const withdrawn = await first!.caller.post(`/cpd/offers/${one.id}/withdrawal`, {
      reason: 'Placement moved.',
    });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', actions: [] });
    expect(await statusOf(second!.caller, two.id)).toBe('offered');
    expect((await third!.caller.get(`/cpd/offers/${three.id}`)).body.standbyPosition).toBe(1);
    expect(await lettersAbout(two.id)).toContain('cpd-offer.promoted');
    // Whoever withdrew may offer again, behind those who wait.
    test.clock.advance(1000);
    expect((await offerFor(first!.caller, session.id)).body.status).toBe('standby');
  });

  it('moves up when a mentor declines, and when staff want more presenters', async () => {
    const session = await open({ presentersWanted: 1 });
    const people = await Promise.all([1, 2, 3].map(() => aTrainee(test, mentor)));
    const offers: PresenterOffer[] = [];
    for (const { caller } of people) {
      offers.push(await anOffer(caller, session.id));
      test.clock.advance(1000);
    }
    await decide(mentor, offers[0]!.id, 'decline', 'Not this one.');
    expect(await statusOf(mentor, offers[1]!.id)).toBe('offered');
    expect(await statusOf(mentor, offers[2]!.id)).toBe('standby');
    await change(session, { presentersWanted: 2 });
    expect(await statusOf(mentor, offers[2]!.id)).toBe('offered');
  });
});

describe('a proposal', () => {
  const propose = (by: Caller, more = {}) => {
    const {
      teacherPlaces: _,
      presentersWanted: __,
      ...facts
    } = aCpdSession(cpd, {
      title: 'Bounds with error bars',
      startsAt: '2027-04-20T15:00:00Z',
      endsAt: '2027-04-20T16:00:00Z',
      ...more,
    });
    return by.post('/cpd/proposals', { ...facts, offer: { outline: OUTLINE } });
  };

  it('is nobody’s to see but the team’s and the mentors’, and becomes a draft for staff when it is approved', async () => {
    const { caller } = await aTrainee(test, mentor);
    const made = await propose(caller);
    expect(made).toMatchObject({ status: 201, body: { status: 'offered' } });
    const seen = (await caller.get<PresenterOffer>(`/cpd/offers/${made.body.id}`)).body;
    expect(seen).toMatchObject({ sessionId: null, proposal: { title: 'Bounds with error bars' } });
    const listed = (await test.anyone.get('/cpd/sessions?limit=200')).body.items;
    expect(listed.map(({ title }: CpdSession) => title)).not.toContain('Bounds with error bars');
    const approved = (await decide(mentor, made.body.id, 'approve')).body as PresenterOffer;
    expect(approved).toMatchObject({ status: 'approved', proposal: null, session: { status: 'draft' } });
    const session = await staff.post(`/cpd/sessions/${approved.sessionId}/transitions`, { to: 'published' });
    expect(session.body).toMatchObject({ status: 'published', presentersWanted: 1, presenters: [{}] });
  });

  it('goes with its offer when that is declined or withdrawn', async () => {
    const { caller } = await aTrainee(test, mentor);
    const first = await propose(caller);
    await decide(mentor, first.body.id, 'decline', 'We have this one already.');
    const second = await propose(caller);
    await caller.post(`/cpd/offers/${second.body.id}/withdrawal`, { reason: 'No time.' });
    for (const id of [first.body.id, second.body.id]) {
      const { body } = await caller.get<PresenterOffer>(`/cpd/offers/${id}`);
      expect(body.session.status).toBe('cancelled');
    }
  });

  it('is refused in the past and on topics that are not there', async () => {
    const { caller } = await aTrainee(test, mentor);
    const past = await propose(caller, { startsAt: '2027-01-11T15:00:00Z', endsAt: '2027-01-11T16:00:00Z' });
    expect(past).toMatchObject({ status: 400, body: { errors: [{ field: 'startsAt' }] } });
    expect(await propose(caller, { topicId: newId() })).toMatchObject({ status: 400 });
  });
});

describe('what happens to the session', () => {
  it('ends its offers when it is cancelled, and tells the teams why', async () => {
    const session = await open();
    const { offer, trainee } = await anApprovedOffer(test, mentor, session.id);
    await staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect((await trainee.caller.get(`/cpd/offers/${offer.id}`)).body).toMatchObject({
      status: 'withdrawn',
      session: { status: 'cancelled' },
    });
    expect(await lettersAbout(offer.id)).toContain('cpd-offer.session-cancelled');
  });

  it('tells the teams when it moves, and is not moved to where an approved presenter cannot be', async () => {
    const session = await open();
    const { offer, trainee } = await anApprovedOffer(test, mentor, session.id);
    await trainee.caller.post('/cpd/placement-days', { schoolName: 'Harrowmere', days: ['2027-03-11'] });
    const there = { startsAt: new Date('2027-03-11T16:00:00Z'), endsAt: new Date('2027-03-11T17:30:00Z') };
    await expect(change(session, there)).rejects.toMatchObject({ code: 'clash' });
    expect((await staff.get(`/cpd/sessions/${session.id}`)).body.startsAt).toBe(session.startsAt);
    const free = { startsAt: new Date('2027-03-12T16:00:00Z'), endsAt: new Date('2027-03-12T17:30:00Z') };
    await change(session, free);
    expect(await lettersAbout(offer.id)).toContain('cpd-offer.session-changed');
  });

  it('settles who gave it, and the door may be corrected', async () => {
    const begins = new Date(test.clock.now().getTime() + 3_600_000);
    const ends = new Date(begins.getTime() + 3_600_000);
    const times = { startsAt: begins.toISOString(), endsAt: ends.toISOString() };
    const session = await open({ ...times, presentersWanted: 2 });
    const { offer, trainee } = await anApprovedOffer(test, mentor, session.id);
    const waiting = await anOffer((await aTrainee(test, mentor)).caller, session.id);
    const service = test.app.get(PresenterOffersService);
    expect(await service.teamOf(session.id)).toMatchObject([
      { offerId: offer.id, status: 'approved', people: [{ accountId: trainee.id }] },
    ]);
    await expect(service.settle(offer.id, 'deliver')).rejects.toMatchObject({ code: 'offer-too-early' });
    test.clock.advance(2 * 3_600_000);
    expect(await service.settle(offer.id, 'miss')).toBe('no-show');
    expect(await service.settle(offer.id, 'deliver')).toBe('delivered');
    expect(await service.settle(offer.id, 'deliver')).toBe('delivered');
    await staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'delivered' });
    expect(await statusOf(mentor, waiting.id)).toBe('declined');
    expect(await statusOf(mentor, offer.id)).toBe('delivered');
    expect(await service.deliveredBy(trainee.id)).toMatchObject([{ offerId: offer.id }]);
  });
});

describe('the mentors', () => {
  it('get one letter about what came in, not one for each offer, and none twice', async () => {
    await test.app.get(Jobs).runNow(MENTOR_DIGEST_JOB);
    test.clock.advance(11 * 60_000);
    await test.app.get(Jobs).runNow(MENTOR_DIGEST_JOB);
    const waiting = async () =>
      (await postedLetters(test)).filter(({ kind }) => kind === 'cpd-offer.waiting').length;
    const before = await waiting();
    const session = await open({ presentersWanted: 4 });
    for (let n = 0; n < 3; n++) await anOffer((await aTrainee(test, mentor)).caller, session.id);
    await test.app.get(Jobs).runNow(MENTOR_DIGEST_JOB);
    expect(await waiting()).toBe(before);
    test.clock.advance(11 * 60_000);
    await test.app.get(Jobs).runNow(MENTOR_DIGEST_JOB);
    await test.app.get(Jobs).runNow(MENTOR_DIGEST_JOB);
    const letters = (await postedLetters(test)).filter(({ kind }) => kind === 'cpd-offer.waiting');
    expect(letters).toHaveLength(before + 1);
    expect(letters.at(-1)).toMatchObject({ subject: '3 offers wait for a mentor' });
  });

  it('see every offer and write on its thread; a trainee sees their own, and no other team’s exists', async () => {
    const session = await open();
    const mine = await aTrainee(test, mentor);
    const other = await aTrainee(test, mentor);
    const { id } = await anOffer(mine.caller, session.id);
    const theirs = await anOffer(other.caller, session.id);
    const seenBy = async (by: Caller): Promise<string[]> =>
      (await by.get(`/cpd/offers?sessionId=${session.id}`)).body.items.map((one: PresenterOffer) => one.id);
    expect(await seenBy(mine.caller)).toEqual([id]);
    expect(await seenBy(mentor)).toEqual([id, theirs.id]);
    expect((await other.caller.get(`/cpd/offers/${id}`)).status).toBe(404);
    expect((await other.caller.post(`/cpd/offers/${id}/notes`, { text: 'Hm.' })).status).toBe(404);
    expect((await mentor.post(`/cpd/offers/${id}/notes`, { text: 'Start with tangents?' })).status).toBe(201);
    const replied = await mine.caller.post(`/cpd/offers/${id}/notes`, { text: 'Good idea.' });
    expect(replied.body.thread.map((entry: PresenterOffer['thread'][number]) => entry.by.party)).toEqual([
      'presenter',
      'mentor',
      'presenter',
    ]);
    expect(await lettersAbout(id)).toEqual(['cpd-offer.made', 'cpd-offer.note', 'cpd-offer.note']);
    // A mentor decides on offers and does not take them back.
    expect(await mentor.post(`/cpd/offers/${id}/withdrawal`, { reason: 'No.' })).toMatchObject({
      status: 403,
      body: { code: 'offer-not-yours' },
    });
    expect((await staff.post(`/cpd/offers/${id}/withdrawal`, { reason: 'Asked by phone.' })).status).toBe(
      200,
    );
  });
});

describe('sessions that look for presenters', () => {
  it('say how many are still wanted, who waits, and what is one’s own', async () => {
    const session = await open({ presentersWanted: 1 });
    const first = await aTrainee(test, mentor);
    const second = await aTrainee(test, mentor);
    const path = `/cpd/presenters-wanted/${session.id}`;
    expect((await first.caller.get(path)).body).toMatchObject({ presenterPlacesLeft: 1, ownOfferId: null });
    const { id } = await anOffer(first.caller, session.id);
    await anOffer(second.caller, session.id);
    expect((await first.caller.get(path)).body).toMatchObject({
      presenterPlacesLeft: 0,
      onStandby: 1,
      ownOfferId: id,
    });
    const list = await first.caller.get('/cpd/presenters-wanted?limit=200');
    expect(list.body.items.map((one: { session: CpdSession }) => one.session.id)).toContain(session.id);
  });
});
