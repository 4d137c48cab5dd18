import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router } from '@angular/router';
import type { BookingOffer } from '@lectern/cpd';
import type { Permission } from '@lectern/identity';
import { SessionStore } from '../../identity/session-store';
import { Refusal } from '../../platform/refusal';
import { AskFirst } from '../../platform/ask-first';
import { aBooking, anOutlook, aSession } from './booking.builder';
import { BookPage } from './book-page';
import { BookingPage } from './booking-page';
import { BookingsApi } from './bookings-api';
import { CpdSessionPage } from './session-page';
import { MyCpdPage } from './my-cpd-page';
import { PlaceOfferPage } from './place-offer-page';

// The pages look at the clock of the machine.
const LATER = { startsAt: '2099-03-10T16:00:00.000Z', endsAt: '2099-03-10T17:30:00.000Z' };
const later = (change: Parameters<typeof aBooking>[0] = {}) =>
  aBooking({ sessions: [{ ...aBooking().sessions[0]!, ...LATER }], ...change });

const api = {
  session: jest.fn(),
  outlook: jest.fn(),
  book: jest.fn(),
  bookSeries: jest.fn(),
  list: jest.fn(),
  see: jest.fn(),
  takeOff: jest.fn(),
  answer: jest.fn(),
  offer: jest.fn(),
  answerByLink: jest.fn(),
};
const ask = jest.fn();
let fixture: ComponentFixture<unknown>;

const text = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
const open = async <T>(page: Type<T>, inputs: Record<string, string>, permissions: Permission[] = []) => {
  const account = permissions.length > 0 ? { name: 'Robin Lee', email: 'robin@school.example' } : null;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: BookingsApi, useValue: api },
      { provide: AskFirst, useValue: { ask } },
      {
        provide: SessionStore,
        useValue: {
          account: signal(account),
          isCoordinator: signal(false),
          may: (permission: Permission) => permissions.includes(permission),
        },
      },
    ],
  });
  fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return text();
};
const press = async (words: string | RegExp): Promise<void> => {
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await (await loader.getHarness(MatButtonHarness.with({ text: words }))).click();
};
const fill = async (selector: string, value: string): Promise<void> => {
  const box = (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>(selector)!;
  box.value = value;
  box.dispatchEvent(new Event('input'));
  await fixture.whenStable();
};

beforeEach(() => {
  for (const mock of [...Object.values(api), ask]) mock.mockReset();
  api.session.mockResolvedValue(aSession(LATER));
  api.outlook.mockResolvedValue(anOutlook());
});

describe('the page of a session', () => {
  it('lets a teacher book, a trainee offer to deliver, and sends a visitor to sign in', async () => {
    const teacher = await open(CpdSessionPage, { id: 'a-session' }, ['booking.make']);
    expect(teacher).toContain('Three places are left.');
    expect(teacher).toContain('Book a place');
    expect(teacher).not.toContain('Offer to deliver');
    TestBed.resetTestingModule();
    const trainee = await open(CpdSessionPage, { id: 'a-session' }, ['offer.make']);
    expect(trainee).toContain('Deliver this session');
    expect(trainee).not.toContain('places are left');
    expect(trainee).toContain('Offer to deliver');
    expect(trainee).not.toContain('Book a place');
    TestBed.resetTestingModule();
    expect(await open(CpdSessionPage, { id: 'a-session' })).toContain('Sign in to book');
  });

  it('says plainly that there is a waiting list, and what the own booking is', async () => {
    api.outlook.mockResolvedValue(anOutlook({ session: { placesAtOnce: 0, waiting: 2 } }));
    const words = await open(CpdSessionPage, { id: 'a-session' }, ['booking.make']);
    expect(words).toContain('There is no place left.');
    expect(words).toContain('Join the waiting list');
    TestBed.resetTestingModule();
    api.outlook.mockResolvedValue(anOutlook({ own: [{ id: 'b', status: 'confirmed' }] }));
    const booked = await open(CpdSessionPage, { id: 'a-session' }, ['booking.make']);
    expect(booked).toContain('You are booked.');
    expect(booked).not.toContain('Book a place');
  });
});

describe('booking', () => {
  const book = () => open(BookPage, { id: 'a-session' }, ['booking.make']);

  it('sends colleagues and the teacher reference number, and goes to the booking', async () => {
    await book();
    expect(text()).toContain('You have a place as soon as you book.');
    await press(/Add a colleague/);
    await fill('[formcontrolname=name]', 'Sam Lowe');
    await fill('[formcontrolname=email]', 'sam@school.example');
    await fill('[formcontrolname=trn]', '1234567');
    api.book.mockResolvedValue({ id: 'made', status: 'confirmed' });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Book 2 places');
    expect(api.book).toHaveBeenCalledWith('a-session', {
      trn: '1234567',
      colleagues: [{ name: 'Sam Lowe', email: 'sam@school.example' }],
    });
    expect(navigate).toHaveBeenCalledWith(['/my-cpd/bookings', 'made'], { state: { booked: 'confirmed' } });
  });

  it('asks whether all must come when there is not a place for everybody', async () => {
    api.outlook.mockResolvedValue(anOutlook({ session: { placesAtOnce: 1, waiting: 0 } }));
    await book();
    await press(/Add a colleague/);
    await fixture.whenStable();
    expect(text()).toContain('One person has a place as soon as you book; one person waits.');
    api.book.mockResolvedValue({ id: 'made', status: 'confirmed' });
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Book and wait for the rest');
    expect(api.book.mock.calls[0]).toMatchObject(['a-session', { fewest: 1 }]);
  });

  it('shows what was refused at its field', async () => {
    await book();
    const errors = [{ field: 'trn', code: 'matches', message: 'Seven digits, or leave it out.' }];
    api.book.mockRejectedValue(new Refusal(400, 'validation-failed', 'One thing.', errors));
    await press('Book 1 place');
    expect(text()).toContain('There is a problem');
    const box = (fixture.nativeElement as HTMLElement).querySelector('[formcontrolname=trn]')!;
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  it('books the whole series when asked to', async () => {
    const sessions = [{ ...aBooking().sessions[0]!, ...LATER }];
    const series = { id: 's', title: 'Proof', summary: null, sessions, placesAtOnce: 2, waiting: 0 };
    api.outlook.mockResolvedValue(anOutlook({ series }));
    api.bookSeries.mockResolvedValue({ id: 'made', status: 'confirmed' });
    await open(BookPage, { id: 'a-session', whole: 'series' }, ['booking.make']);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    expect(text()).toContain('Book the series');
    await press('Book 1 place');
    expect(api.bookSeries).toHaveBeenCalledWith('s', {});
  });
});

describe('my bookings', () => {
  it('are listed by what they mean, or say what the page is for', async () => {
    api.list.mockResolvedValue({
      items: [later(), later({ id: 'x', status: 'cancelled' })],
      nextCursor: null,
    });
    const words = await open(MyCpdPage, {}, ['booking.see']);
    expect(words).toMatch(/Coming up.*Confirmed.*Past and cancelled.*Cancelled/);
    TestBed.resetTestingModule();
    api.list.mockResolvedValue({ items: [], nextCursor: null });
    expect(await open(MyCpdPage, {}, ['booking.see'])).toContain('Nothing is booked yet');
  });

  it('take somebody off only after asking', async () => {
    api.see.mockResolvedValue(later());
    await open(BookingPage, { id: 'a-booking' }, ['booking.see']);
    ask.mockResolvedValue(false);
    await press(/I cannot come/);
    expect(api.takeOff).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    api.takeOff.mockResolvedValue(later({ status: 'cancelled', mayChange: false }));
    await press(/I cannot come/);
    expect(api.takeOff).toHaveBeenCalledWith('a-booking', 'robin');
    expect(text()).toContain('You are off the booking.');
    expect(text()).not.toContain('Cancel the booking');
  });

  it('let whoever booked answer an offer, and tell others that it is held', async () => {
    const offer = { places: 1, madeAt: LATER.startsAt, expiresAt: LATER.startsAt };
    api.see.mockResolvedValue(later({ status: 'waiting', places: 0, offer }));
    await open(BookingPage, { id: 'a-booking' }, ['booking.see']);
    api.answer.mockResolvedValue(later());
    await press('Accept 1 place');
    expect(api.answer).toHaveBeenCalledWith('a-booking', 'accept');
    TestBed.resetTestingModule();
    api.see.mockResolvedValue(later({ status: 'waiting', places: 0, offer, mayChange: false }));
    expect(await open(BookingPage, { id: 'a-booking' }, ['booking.see'])).toContain(
      'They are held until Robin Lee answers.',
    );
  });
});

describe('the link of an offer', () => {
  const anOffer = (change: Partial<BookingOffer> = {}): BookingOffer => ({
    status: 'open',
    places: 1,
    people: 2,
    expiresAt: '2099-01-14T09:00:00.000Z',
    title: 'Circle theorems without tears',
    sessions: aBooking().sessions,
    ...change,
  });

  it('answers nothing by itself, and asks once more before it declines', async () => {
    api.offer.mockResolvedValue(anOffer());
    const words = await open(PlaceOfferPage, { token: 'the-token' });
    expect(words).toContain('We hold 1 place for the first of you. One more goes on waiting.');
    expect(api.answerByLink).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    api.answerByLink.mockResolvedValue(anOffer({ status: 'declined' }));
    await press('Decline');
    expect(api.answerByLink).toHaveBeenCalledWith('the-token', 'decline');
    expect(text()).toContain('You declined the places');
  });

  it.each([
    ['accepted', 'The places are yours'],
    ['expired', 'This offer has run out'],
    ['withdrawn', 'This offer was taken back'],
  ] as const)('says what became of one that is %s', async (status, words) => {
    api.offer.mockResolvedValue(anOffer({ status }));
    expect(await open(PlaceOfferPage, { token: 'the-token' })).toContain(words);
  });
});
