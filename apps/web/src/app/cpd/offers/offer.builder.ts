import type { PresenterOffer, PresentersWanted, TraineeSuitability } from '@lectern/cpd';

/** An offer of two that is with a mentor, as a page gets it; say what is different. */
export const anOffer = (offer: Partial<PresenterOffer> = {}): PresenterOffer => ({
  id: '01a20000-0000-7000-8000-00000000f001',
  status: 'offered',
  standbyPosition: null,
  sessionId: '01a20000-0000-7000-8000-00000000f101',
  session: {
    title: 'Circle theorems without tears',
    topicTitle: 'Circle theorems',
    programmeLabel: 'Challenging Topics',
    startsAt: '2027-03-09T16:00:00.000Z',
    endsAt: '2027-03-09T17:30:00.000Z',
    place: { kind: 'campus', name: 'Arden 2.04' },
    status: 'published',
    presentersWanted: 2,
  },
  proposal: null,
  presenters: [
    { accountId: 'wren', name: 'Wren Oakley', isLead: true, isSuitable: true },
    { accountId: 'moss', name: 'Moss Fenwick', isLead: false, isSuitable: false },
  ],
  outline: 'We begin with what pupils get wrong, then draw it.',
  offeredAt: '2027-01-12T09:00:00.000Z',
  thread: [
    {
      id: 'e1',
      action: 'offer',
      by: { name: 'Wren Oakley', party: 'presenter' },
      text: 'We begin with what pupils get wrong, then draw it.',
      at: '2027-01-12T09:00:00.000Z',
    },
  ],
  actions: ['withdraw'],
  ...offer,
});

export const aWantedSession = (wanted: Partial<PresentersWanted> = {}): PresentersWanted => ({
  session: {
    id: '01a20000-0000-7000-8000-00000000f101',
    programmeId: 'p',
    programmeLabel: 'Challenging Topics',
    seriesId: null,
    topicId: 't',
    topicTitle: 'Circle theorems',
    title: 'Circle theorems without tears',
    startsAt: '2027-03-09T16:00:00.000Z',
    endsAt: '2027-03-09T17:30:00.000Z',
    place: { kind: 'campus', name: 'Arden 2.04' },
    teacherPlaces: 10,
    placesLeft: 10,
    presentersWanted: 2,
    presenters: [],
    status: 'published',
  },
  presenterPlacesLeft: 2,
  onStandby: 0,
  ownOfferId: null,
  ...wanted,
});

export const aTraineeSuitability = (trainee: Partial<TraineeSuitability> = {}): TraineeSuitability => ({
  accountId: 'moss',
  name: 'Moss Fenwick',
  email: 'm.fenwick@go.example.ac.uk',
  state: 'not-confirmed',
  until: null,
  current: null,
  earlier: [],
  ...trainee,
});
