import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { OfferDetails } from '@lectern/registrations';
import { Refusal } from '../platform/refusal';
import { AskFirst } from '../platform/ask-first';
import { OfferPage } from './offer-page';
import { OffersApi } from './offers-api';

const anOffer = (change: Partial<OfferDetails> = {}): OfferDetails => ({
  status: 'open',
  places: 20,
  expiresAt: '2027-01-14T09:00:00.000Z',
  pupilsWanted: 30,
  schoolName: 'Harrowmere High School',
  conference: {
    slug: 'proof-day-2027',
    title: 'Proof day',
    startsAt: '2027-03-09T09:30:00.000Z',
    endsAt: '2027-03-09T14:30:00.000Z',
    venueName: 'The Arden Building',
    finalNumbersAt: '2027-03-02T12:00:00.000Z',
  },
  ...change,
});

describe('the page that the link of an offer opens', () => {
  const see = jest.fn();
  const answerByLink = jest.fn();
  const ask = jest.fn();
  let fixture: ComponentFixture<OfferPage>;

  beforeEach(() => {
    for (const mock of [see, answerByLink, ask]) mock.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: OffersApi, useValue: { see, answerByLink } },
        { provide: AskFirst, useValue: { ask } },
      ],
    });
  });

  const text = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const open = async (offer: Partial<OfferDetails> = {}): Promise<string> => {
    see.mockResolvedValue(anOffer(offer));
    fixture = TestBed.createComponent(OfferPage);
    fixture.componentRef.setInput('token', 'the-token');
    await fixture.whenStable();
    return text();
  };
  const press = async (words: string): Promise<void> => {
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text: words }))).click();
  };

  it('says what is held, until when, and what follows from each answer, and answers nothing by itself', async () => {
    const words = await open();
    expect(words).toContain('We hold 20 places for you, of the 30 you asked for.');
    expect(words).toContain('Answer by Thursday 14 January 2027, 9am.');
    expect(words).toContain('You name your pupils by Tuesday 2 March 2027, and the other 10 follow');
    expect(words).toContain('the places go to the next school');
    expect(answerByLink).not.toHaveBeenCalled();
  });

  it('accepts with one press, and says what happens next', async () => {
    await open();
    answerByLink.mockResolvedValue(anOffer({ status: 'accepted' }));
    await press('Accept 20 places');
    expect(answerByLink).toHaveBeenCalledWith('the-token', 'accept');
    expect(text()).toContain('You have 20 places');
    expect(text()).toContain('name your pupils by Tuesday 2 March 2027');
    expect(document.activeElement?.textContent ?? '').not.toContain('Accept');
  });

  it('asks once more before it declines', async () => {
    await open();
    ask.mockResolvedValue(false);
    await press('Decline the places');
    expect(answerByLink).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    answerByLink.mockResolvedValue(anOffer({ status: 'declined' }));
    await press('Decline the places');
    expect(answerByLink).toHaveBeenCalledWith('the-token', 'decline');
    expect(text()).toContain('You declined the places');
  });

  it('shows how the offer stands when an answer comes too late', async () => {
    await open();
    answerByLink.mockRejectedValue(new Refusal(410, 'offer-over', 'This offer has run out.'));
    see.mockResolvedValue(anOffer({ status: 'expired' }));
    await press('Accept 20 places');
    await fixture.whenStable();
    expect(text()).toContain('This offer has run out');
    expect(text()).not.toContain('Accept 20 places');
  });

  it.each([
    ['accepted', 'You have 20 places'],
    ['declined', 'You declined the places'],
    ['expired', 'This offer has run out'],
    ['withdrawn', 'This offer was taken back'],
  ] as const)('says what became of an offer that is %s', async (status, words) => {
    expect(await open({ status })).toContain(words);
  });
});
