import 'reflect-metadata';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import {
  AcademicCalendarRequest,
  CpdProgrammeRequest,
  CpdSessionChange,
  CpdSessionRequest,
  FeedbackRequest,
  OfferWithdrawal,
  PresenterOfferRequest,
  ResourceRequest,
  SessionBookingRequest,
  SessionProposalRequest,
  SuitabilityRequest,
  TopicChange,
  TopicRequest,
} from './requests';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const fieldsOf = (errors: readonly ValidationError[], before = ''): string[] =>
  errors.flatMap(({ property, children = [], constraints }) => [
    ...(constraints ? [`${before}${property}`] : []),
    ...fieldsOf(children, `${before}${property}.`),
  ]);
/** The fields that the request’s own rules refuse. */
const wrong = <T extends object>(request: ClassConstructor<T>, body: object): string[] =>
  fieldsOf(validateSync(plainToInstance(request, body), { whitelist: true, forbidNonWhitelisted: true }));

const session = {
  programmeId: ID,
  topicId: ID,
  title: 'Surds without tears',
  startsAt: '2027-03-09T16:00:00Z',
  endsAt: '2027-03-09T17:30:00Z',
  place: { kind: 'campus', name: 'Maths Lab 2' },
  teacherPlaces: 20,
  presentersWanted: 2,
};
const topic = { title: 'Surds', qualification: 'gcse', tier: 'higher', contentCodes: ['N8'] };

describe('requests of CPD', () => {
  it('take a session as the API was promised, with a series and a site or without', () => {
    expect(wrong(CpdSessionRequest, session)).toEqual([]);
    const place = { ...session.place, site: 'Harbour campus' };
    expect(wrong(CpdSessionRequest, { ...session, seriesId: ID, place })).toEqual([]);
  });

  it('name each field of a session that is wrong, inside the place too', () => {
    expect(
      wrong(CpdSessionRequest, {
        ...session,
        startsAt: '2027-03-09',
        place: { kind: 'moon', name: ' ' },
        teacherPlaces: 0,
        presentersWanted: 1.5,
      }),
    ).toEqual(['teacherPlaces', 'presentersWanted', 'startsAt', 'place.kind', 'place.name']);
    expect(wrong(CpdSessionRequest, { ...session, place: 'campus' })).toEqual(['place']);
    expect(wrong(CpdSessionRequest, { ...session, id: ID })).toEqual(['id']);
  });

  it('let a change name any field, and hold it to the same rules', () => {
    expect(wrong(CpdSessionChange, {})).toEqual([]);
    expect(wrong(CpdSessionChange, { seriesId: null })).toEqual([]);
    expect(wrong(CpdSessionChange, { title: 'x' })).toEqual(['title']);
    expect(wrong(CpdSessionRequest, {})).toContain('title');
    expect(wrong(TopicChange, { active: false })).toEqual([]);
    expect(wrong(TopicChange, { tier: 'hard' })).toEqual(['tier']);
  });

  it('take an offer alone or as a team of six, each person once', () => {
    const outline = 'An area model of rationalising the denominator.';
    const others = Array.from({ length: 6 }, (_, at) => `01890a5d-ac96-774b-bcce-b302099a805${at}`);
    expect(wrong(PresenterOfferRequest, { outline })).toEqual([]);
    expect(wrong(PresenterOfferRequest, { outline, withTraineeIds: others.slice(1) })).toEqual([]);
    for (const withTraineeIds of [others, [ID, ID], ['ada'], 'ada']) {
      expect(wrong(PresenterOfferRequest, { outline, withTraineeIds })).toEqual(['withTraineeIds']);
    }
    expect(wrong(PresenterOfferRequest, { outline: ' '.repeat(30) })).toEqual(['outline']);
  });

  it('take a proposal with its offer', () => {
    const { teacherPlaces: _, presentersWanted: __, ...facts } = session;
    const offer = { outline: 'An area model of rationalising the denominator.' };
    expect(wrong(SessionProposalRequest, { ...facts, offer })).toEqual([]);
    expect(wrong(SessionProposalRequest, { ...facts, offer: { outline: 'Short.' } })).toEqual([
      'offer.outline',
    ]);
    expect(wrong(SessionProposalRequest, facts)).toEqual(['offer']);
  });

  it('take a booking alone, and colleagues with names, addresses and TRNs', () => {
    expect(wrong(SessionBookingRequest, {})).toEqual([]);
    const colleague = { name: 'Ben Marsh', email: 'b.marsh@school.example', trn: '12 34567' };
    expect(wrong(SessionBookingRequest, { colleagues: [colleague], trn: '1234567', fewest: 1 })).toEqual([]);
    expect(wrong(SessionBookingRequest, { colleagues: [{ ...colleague, trn: '123' }] })).toEqual([
      'colleagues.0.trn',
    ]);
    expect(wrong(SessionBookingRequest, { colleagues: [{ name: '', email: 'no' }] })).toEqual([
      'colleagues.0.name',
      'colleagues.0.email',
    ]);
    for (const colleagues of [[[]], ['Ben'], {}, Array.from({ length: 20 }, () => colleague)]) {
      expect(wrong(SessionBookingRequest, { colleagues })).toContain('colleagues');
    }
    for (const trn of ['123456', '12345678', 'abcdefg', 1234567]) {
      expect(wrong(SessionBookingRequest, { trn })).toEqual(['trn']);
    }
  });

  it('take feedback with answers left out, and none off the scale', () => {
    expect(wrong(FeedbackRequest, { answers: {} })).toEqual([]);
    expect(wrong(FeedbackRequest, { answers: { clear: 1, 'use-it': 5 }, comment: 'Good.' })).toEqual([]);
    expect(
      wrong(FeedbackRequest, { answers: { clear: 0, useful: 6, confident: 2.5, 'use-it': '5' } }),
    ).toEqual(['answers.clear', 'answers.useful', 'answers.confident', 'answers.use-it']);
    expect(wrong(FeedbackRequest, { answers: { other: 3 } })).toEqual(['answers.other']);
    expect(wrong(FeedbackRequest, {})).toEqual(['answers']);
  });

  it('take a topic with references by https only', () => {
    const references = [{ title: 'A worksheet', url: 'https://www.example.org' }];
    expect(wrong(TopicRequest, { ...topic, references })).toEqual([]);
    const bad = [{ title: 'A worksheet', url: 'javascript:alert(1)' }];
    expect(wrong(TopicRequest, { ...topic, references: bad })).toEqual(['references.0.url']);
    expect(wrong(TopicRequest, { ...topic, contentCodes: [] })).toEqual(['contentCodes']);
  });

  it('take a programme of a real academic year, and six half-terms of real days', () => {
    expect(wrong(CpdProgrammeRequest, { academicYear: '2026/27', title: 'Challenging Topics' })).toEqual([]);
    expect(wrong(CpdProgrammeRequest, { academicYear: '2026/28', title: 'Challenging Topics' })).toEqual([
      'academicYear',
    ]);
    const halfTerm = { halfTerm: 'autumn-1', startsOn: '2026-09-01', endsOn: '2026-10-23' };
    const halfTerms = Array.from({ length: 6 }, () => halfTerm);
    expect(wrong(AcademicCalendarRequest, { halfTerms })).toEqual([]);
    expect(wrong(AcademicCalendarRequest, { halfTerms: halfTerms.slice(1) })).toEqual(['halfTerms']);
    expect(
      wrong(AcademicCalendarRequest, {
        halfTerms: [{ ...halfTerm, endsOn: '2026-02-30' }, ...halfTerms.slice(1)],
      }),
    ).toEqual(['halfTerms.0.endsOn']);
  });

  it('want a reason for a withdrawal, and a day for a confirmation of suitability', () => {
    expect(wrong(OfferWithdrawal, { reason: '  ' })).toEqual(['reason']);
    expect(wrong(SuitabilityRequest, { confirmedBy: 'Placement office', confirmedOn: '2026-09-14' })).toEqual(
      [],
    );
    expect(wrong(SuitabilityRequest, { confirmedBy: 'Placement office', confirmedOn: 'today' })).toEqual([
      'confirmedOn',
    ]);
    expect(
      wrong(SuitabilityRequest, { confirmedBy: 'Office', confirmedOn: '2026-09-14', certificateNumber: '1' }),
    ).toEqual(['certificateNumber']);
  });

  it('put a resource on a topic, a session or both, never on neither', () => {
    const resource = { title: 'Surds cards', licence: 'cc-by-4.0', audience: 'partnership' };
    for (const on of [{ topicId: ID }, { sessionId: ID }, { topicId: ID, sessionId: ID }]) {
      expect(wrong(ResourceRequest, { ...resource, ...on })).toEqual([]);
    }
    expect(wrong(ResourceRequest, resource)).toEqual(['topicId']);
    expect(wrong(ResourceRequest, { ...resource, topicId: 'surds', sessionId: ID })).toEqual(['topicId']);
    expect(wrong(ResourceRequest, { ...resource, topicId: ID, licence: 'mine' })).toEqual(['licence']);
  });
});
