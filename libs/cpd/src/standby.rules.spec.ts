import fc from 'fast-check';
import { keepsPlaces, PRESENTER_OFFER_STATUSES } from './offer-lifecycle.rules';
import {
  placeOffer,
  presenterPlacesLeft,
  promoteStandby,
  standbyPositions,
  type StandingOffer,
} from './standby.rules';

const offer = (id: string, status: StandingOffer['status'], people = 1, minute = 0): StandingOffer => ({
  id,
  status,
  people,
  offeredAt: `2027-01-11T09:${String(minute).padStart(2, '0')}:00Z`,
});

describe('standby', () => {
  it('takes offers until the presenters that are wanted are there, then lets them stand by', () => {
    expect(placeOffer(2, 1, [])).toEqual({ status: 'offered' });
    expect(placeOffer(2, 1, [offer('a', 'approved'), offer('b', 'offered')])).toEqual({ status: 'standby' });
    expect(placeOffer(2, 2, [offer('a', 'changes-requested')])).toEqual({ status: 'standby' });
  });

  it('refuses a team that is larger than the session ever takes', () => {
    expect(placeOffer(2, 3, [])).toEqual({ status: 'refused' });
    expect(placeOffer(0, 1, [])).toEqual({ status: 'refused' });
  });

  it('gives the place of one who withdrew to the first on standby', () => {
    const offers = [
      offer('left', 'withdrawn'),
      offer('stays', 'approved'),
      offer('second', 'standby', 1, 5),
      offer('first', 'standby', 1, 4),
    ];
    expect(promoteStandby(2, offers)).toEqual(['first']);
    expect(standbyPositions(offers)).toEqual(
      new Map([
        ['first', 1],
        ['second', 2],
      ]),
    );
  });

  it('decides by id between two of the same moment, in whichever order the rows come', () => {
    const offers = [offer('b', 'standby'), offer('a', 'standby')];
    expect(promoteStandby(1, offers)).toEqual(['a']);
    expect(promoteStandby(1, [...offers].reverse())).toEqual(['a']);
  });

  it('moves a team up whole or not at all, and lets one pass who fits', () => {
    const team = offer('team of two', 'standby', 2, 1);
    const single = offer('single', 'standby', 1, 2);
    expect(promoteStandby(2, [offer('a', 'approved'), team, single])).toEqual(['single']);
    expect(promoteStandby(2, [team, single])).toEqual(['team of two']);
  });

  it('lets nobody jump the list: a newcomer waits behind a team that fits', () => {
    expect(placeOffer(2, 1, [offer('team of two', 'standby', 2)])).toEqual({ status: 'standby' });
    expect(placeOffer(2, 1, [offer('a', 'approved'), offer('team of two', 'standby', 2)])).toEqual({
      status: 'offered',
    });
  });

  it('moves nobody up when staff want fewer presenters than they have', () => {
    expect(promoteStandby(1, [offer('a', 'approved', 2), offer('b', 'standby')])).toEqual([]);
  });

  it('never has more presenters than are wanted, whatever happens', () => {
    const life = fc.record({
      wanted: fc.integer({ min: 1, max: 6 }),
      steps: fc.array(
        fc.oneof(
          fc.record({ what: fc.constant('offer' as const), people: fc.integer({ min: 1, max: 4 }) }),
          fc.record({ what: fc.constant('leave' as const), at: fc.nat(30) }),
        ),
        { maxLength: 40 },
      ),
    });
    fc.assert(
      fc.property(life, ({ wanted, steps }) => {
        let offers: StandingOffer[] = [];
        for (const [at, step] of steps.entries()) {
          if (step.what === 'offer') {
            const { status } = placeOffer(wanted, step.people, offers);
            if (status !== 'refused')
              offers.push(offer(`o${String(at).padStart(2, '0')}`, status, step.people));
          } else {
            offers = offers.map((one, index) =>
              index === step.at % Math.max(1, offers.length) ? { ...one, status: 'withdrawn' } : one,
            );
            const up = promoteStandby(wanted, offers);
            offers = offers.map((one) => (up.includes(one.id) ? { ...one, status: 'offered' } : one));
          }
          expect(presenterPlacesLeft(wanted, offers)).toBeGreaterThanOrEqual(0);
          expect(promoteStandby(wanted, offers)).toEqual([]);
        }
      }),
    );
  });

  it('counts the people of every offer that keeps places', () => {
    for (const status of PRESENTER_OFFER_STATUSES) {
      expect(presenterPlacesLeft(3, [offer('a', status, 2)])).toBe(keepsPlaces(status) ? 1 : 3);
    }
  });
});
