import { lastOfferMoment, offerEnds } from './offer.rules';

const dates = {
  registrationClosesAt: new Date('2027-02-20T17:00:00Z'),
  finalNumbersAt: new Date('2027-03-02T17:00:00Z'),
  startsAt: new Date('2027-03-09T09:30:00Z'),
};

describe('offerEnds', () => {
  it('gives a school its hours to answer', () => {
    expect(offerEnds(new Date('2027-02-01T09:00:00Z'), 48, dates)).toEqual(new Date('2027-02-03T09:00:00Z'));
  });

  it('ends with final numbers when that is sooner', () => {
    expect(offerEnds(new Date('2027-03-02T09:00:00Z'), 48, dates)).toEqual(dates.finalNumbersAt);
  });

  it('offers nothing when less than an hour is left to answer', () => {
    expect(offerEnds(new Date('2027-03-02T16:00:00Z'), 48, dates)).toEqual(dates.finalNumbersAt);
    expect(offerEnds(new Date('2027-03-02T16:00:01Z'), 48, dates)).toBeNull();
    expect(offerEnds(new Date('2027-03-03T09:00:00Z'), 48, dates)).toBeNull();
  });
});

describe('lastOfferMoment', () => {
  it('is the close of registration when that is after final numbers', () => {
    const registrationClosesAt = new Date('2027-03-05T17:00:00Z');
    expect(lastOfferMoment({ ...dates, registrationClosesAt })).toEqual(registrationClosesAt);
  });

  it('never comes after the day has begun', () => {
    expect(lastOfferMoment({ ...dates, registrationClosesAt: new Date('2027-03-09T12:00:00Z') })).toEqual(
      dates.startsAt,
    );
  });
});
