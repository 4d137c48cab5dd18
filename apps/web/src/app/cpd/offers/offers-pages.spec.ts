import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';
import { of } from 'rxjs';
import { SessionStore } from '../../identity/session-store';
import { Refusal } from '../../platform/refusal';
import { MentorOfferPage } from './mentor-offer-page';
import { MyOffersPage } from './my-offers-page';
import { OfferFormPage } from './offer-form-page';
import { OfferPage } from './offer-page';
import { anOffer, aTraineeSuitability, aWantedSession } from './offer.builder';
import { OffersApi } from './offers-api';
import { PlacementDaysPage } from './placement-days-page';
import { SuitabilityApi } from './suitability-api';
import { SuitabilityPage } from './suitability-page';

const LATER = { startsAt: '2099-03-09T16:00:00.000Z', endsAt: '2099-03-09T17:30:00.000Z' };
const session = { ...anOffer().session, ...LATER };

const api = {
  list: jest.fn(),
  see: jest.fn(),
  wanted: jest.fn(),
  wantedFor: jest.fn(),
  make: jest.fn(),
  revise: jest.fn(),
  note: jest.fn(),
  decide: jest.fn(),
  placementDays: jest.fn(),
  addPlacementDays: jest.fn(),
  removePlacementDay: jest.fn(),
};
const suitability = { list: jest.fn(), record: jest.fn() };
const dialog = { open: jest.fn() };

beforeEach(() => {
  [...Object.values(api), ...Object.values(suitability), dialog.open].forEach((call) => call.mockReset());
});

const open = async (component: Type<unknown>, inputs: Record<string, unknown> = {}) => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: OffersApi, useValue: api },
      { provide: SuitabilityApi, useValue: suitability },
      { provide: MatDialog, useValue: dialog },
      { provide: SessionStore, useValue: { account: () => ({ id: 'wren', name: 'Wren Oakley' }) } },
    ],
  });
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string): HTMLButtonElement =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))!;
  return {
    page,
    navigate,
    button,
    text: () => page.textContent.replace(/\s+/g, ' '),
    press: async (words: string): Promise<void> => {
      button(words).click();
      await fixture.whenStable();
    },
    type: (selector: string, words: string): void => {
      const box = page.querySelector<HTMLInputElement>(selector)!;
      box.value = words;
      box.dispatchEvent(new Event('input'));
      box.dispatchEvent(new Event('change'));
    },
  };
};

describe('my offers', () => {
  it('show how each stands, where presenters are wanted, and what is over', async () => {
    api.list.mockResolvedValue({
      items: [
        anOffer({ id: 'a', status: 'standby', standbyPosition: 3, session }),
        anOffer({ id: 'b', status: 'declined', session }),
      ],
      nextCursor: null,
    });
    api.wanted.mockResolvedValue({ items: [aWantedSession(), aWantedSession({ ownOfferId: 'a' })] });
    const { text, page } = await open(MyOffersPage);
    expect(text()).toContain('On standby, 3rd');
    expect(text()).toContain('2 presenters wanted');
    expect(page.querySelector('#past')?.parentElement?.textContent).toContain('Declined');
    const offers = [...page.querySelectorAll('app-wanted-list a')].filter(({ textContent }) =>
      textContent.includes('Offer to give it'),
    );
    expect(offers).toHaveLength(1);
  });

  it('say what to do when there are none', async () => {
    api.list.mockResolvedValue({ items: [], nextCursor: null });
    api.wanted.mockResolvedValue({ items: [] });
    const { text } = await open(MyOffersPage);
    expect(text()).toContain('You have no offer at the moment');
    expect(text()).toContain('No session looks for presenters');
  });
});

describe('offering to give a session', () => {
  it('sends the outline, and shows a clash in words with what would help', async () => {
    api.wantedFor.mockResolvedValue(aWantedSession({ presenterPlacesLeft: 1 }));
    const message = 'Wren Oakley has booked ‘Surds’. Give that booking back first.';
    api.make.mockRejectedValueOnce(
      new Refusal(409, 'clash', message, [{ field: 'withTraineeIds', code: 'booking-overlap', message }]),
    );
    api.make.mockResolvedValueOnce({ id: 'o1', status: 'offered' });
    const { text, type, press, navigate } = await open(OfferFormPage, { id: 's1' });
    expect(text()).toContain('The session looks for one more presenter of 2.');
    type('textarea', ' We begin with what pupils get wrong. ');
    await press('Send the offer');
    expect(text()).toContain(message);
    await press('Send the offer');
    expect(api.make).toHaveBeenLastCalledWith('s1', {
      outline: 'We begin with what pupils get wrong.',
      withTraineeIds: [],
    });
    expect(navigate).toHaveBeenCalledWith(['/my-offers', 'o1']);
  });

  it('says where on standby it would stand, and leads to an offer that is there', async () => {
    api.wantedFor.mockResolvedValueOnce(aWantedSession({ presenterPlacesLeft: 0, onStandby: 2 }));
    expect((await open(OfferFormPage, { id: 's1' })).text()).toContain('3rd in line');
    TestBed.resetTestingModule();
    api.wantedFor.mockResolvedValueOnce(aWantedSession({ ownOfferId: 'o1' }));
    const { page, text } = await open(OfferFormPage, { id: 's1' });
    expect(text()).toContain('You have an offer for this session already');
    expect(page.querySelector('form')).toBeNull();
  });
});

describe('an offer, for its team', () => {
  it('shows what the mentor asked and sends the changes', async () => {
    const asked = anOffer({
      status: 'changes-requested',
      session,
      actions: ['revise', 'withdraw'],
      thread: [
        ...anOffer().thread,
        {
          id: 'e2',
          action: 'request-changes',
          by: { name: 'Jo Fielding', party: 'mentor' },
          text: 'Say how it begins.',
          at: '2027-01-13T09:00:00.000Z',
        },
      ],
    });
    api.see.mockResolvedValue(asked);
    api.revise.mockResolvedValue({ ...asked, status: 'offered', actions: ['withdraw'] });
    const { text, type, press, page } = await open(OfferPage, { id: 'o1' });
    expect(text()).toContain('Jo Fielding asked for changes');
    expect(page.querySelector('.callout')?.textContent).toContain('Say how it begins.');
    type('#outline', 'It begins with a circle of string.');
    await press('Send the changes');
    expect(api.revise).toHaveBeenCalledWith('o1', 'It begins with a circle of string.');
    expect(text()).toContain('Your changes are with the mentors.');
    expect(page.querySelector('#outline')).toBeNull();
  });

  it('sends no empty note, and offers no way to withdraw what is over', async () => {
    api.see.mockResolvedValue(anOffer({ status: 'declined', session, actions: [] }));
    const { button, press, text } = await open(OfferPage, { id: 'o1' });
    expect(button('Withdraw')).toBeUndefined();
    await press('Send the note');
    expect(text()).toContain('Write your note.');
    expect(api.note).not.toHaveBeenCalled();
  });
});

describe('an offer, for a mentor', () => {
  it('names who is not confirmed, records it on the spot, and approves', async () => {
    const offer = anOffer({ session, actions: ['approve', 'request-changes', 'decline'] });
    api.see.mockResolvedValueOnce(offer);
    const confirmed = offer.presenters.map((one) => ({ ...one, isSuitable: true }));
    api.see.mockResolvedValueOnce({ ...offer, presenters: confirmed });
    dialog.open.mockReturnValue({ afterClosed: () => of(aTraineeSuitability({ state: 'confirmed' })) });
    api.decide.mockResolvedValue({ ...offer, status: 'approved' });
    const { text, press, page, navigate } = await open(MentorOfferPage, { id: 'o1' });
    expect(page.querySelector('.lacking')?.textContent).toContain('Moss Fenwick');
    await press('Record suitability');
    expect(text()).toContain('The suitability of Moss Fenwick is on record.');
    expect(page.querySelector('.lacking')).toBeNull();
    await press('Approve');
    expect(api.decide).toHaveBeenCalledWith('o1', { decision: 'approve' });
    expect(navigate).toHaveBeenCalledWith(['/mentor']);
  });

  it('shows why a decision was refused and stays', async () => {
    api.see.mockResolvedValue(anOffer({ session, actions: ['decline'] }));
    const message = 'Say why the offer is declined, so that the trainees can learn from it.';
    api.decide.mockRejectedValue(
      new Refusal(400, 'validation-failed', message, [{ field: 'note', code: 'missing', message }]),
    );
    const { text, press, navigate, button } = await open(MentorOfferPage, { id: 'o1' });
    expect(button('Approve')).toBeUndefined();
    await press('Decline');
    expect(text()).toContain(message);
    expect(navigate).not.toHaveBeenCalled();
  });
});

describe('suitability', () => {
  it('lists who is confirmed until when, and what was recorded now, in its place', async () => {
    const record = {
      confirmedBy: 'Jo Fielding',
      confirmedOn: '2026-09-14',
      recordedBy: 'Jo Fielding',
      recordedAt: '2026-09-14T09:00:00.000Z',
    };
    const confirmed = { state: 'confirmed', until: '2029-09-13', current: record } as const;
    suitability.list.mockResolvedValue({ items: [aTraineeSuitability()], nextCursor: null });
    dialog.open.mockReturnValue({ afterClosed: () => of(aTraineeSuitability(confirmed)) });
    const { text, press } = await open(SuitabilityPage);
    expect(text()).toContain('Not confirmed');
    await press('Record');
    expect(text()).toContain('Confirmed until Thursday 13 September 2029');
    expect(text()).toContain('By Jo Fielding, Monday 14 September 2026');
    expect(text()).toContain('The suitability of Moss Fenwick is on record.');
  });
});

describe('placement days', () => {
  it('are added by pattern, listed by month, and taken off', async () => {
    api.placementDays.mockResolvedValue({ items: [{ day: '2099-03-10', schoolName: 'Saltby' }] });
    api.addPlacementDays.mockResolvedValue({ items: [] });
    api.removePlacementDay.mockResolvedValue(undefined);
    const { text, press, type } = await open(PlacementDaysPage);
    expect(text()).toContain('March 2099');
    await press('Add to the list');
    expect(text()).toContain('Enter the day, or the first of the days.');
    type('#first', '2099-03-16');
    await press('Add to the list');
    expect(api.addPlacementDays).toHaveBeenCalledWith({ schoolName: 'Saltby', days: ['2099-03-16'] });
    expect(text()).toContain('1 day added.');
    await press('Take off');
    expect(api.removePlacementDay).toHaveBeenCalledWith('2099-03-10');
  });
});
