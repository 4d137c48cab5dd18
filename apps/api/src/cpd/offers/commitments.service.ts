import { addDays, londonDay } from '@lectern/core';
import {
  type CommitmentClash,
  type CpdPlace,
  findCommitmentClashes,
  type Promised,
  type WantedTime,
} from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import { CommitmentsRepository } from './commitments.repository';
import { PlacementDaysRepository } from './placement-days.repository';

/** Longer than anybody travels between two places. */
const AROUND = 24 * 3_600_000;

/** The session that people would give; `id` is its own, so that nothing clashes with itself. */
export interface Wanted {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: CpdPlace;
  readonly people: WantedTime['people'];
  /** Whether somebody else may have the room: of a session that staff have planned they have seen to that. */
  readonly asksForRoom: boolean;
}

/** Sessions that have their rooms; a proposal has none until it is approved. */
const WITH_ROOMS = ['draft', 'published', 'delivered'] as const;

/** What stands in the way of people giving a session; asked under the locks of everybody concerned. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly commitments: CommitmentsRepository,
    private readonly placements: PlacementDaysRepository,
    private readonly directory: AccountDirectoryService,
  ) {}

  /** Locks the people, so that nobody promises them twice at once, and finds every clash. */
  async clashesOf({
    startsAt,
    endsAt,
    people,
    asksForRoom,
    ...wanted
  }: Wanted): Promise<readonly CommitmentClash[]> {
    const ids = people.map(({ accountId }) => accountId);
    await this.directory.lock(ids);
    const within = {
      from: new Date(startsAt.getTime() - AROUND),
      to: new Date(endsAt.getTime() + AROUND),
    };
    const days = await this.placements.between(ids, londonDay(within.from), londonDay(within.to));
    return findCommitmentClashes(
      { ...wanted, people, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      {
        promised: [
          ...(await this.commitments.offers(ids, within)),
          ...(await this.commitments.bookings(ids, within)),
        ],
        placementDays: days.map(({ accountId, day, schoolName }) => ({
          accountId,
          day,
          schoolName,
          isCancelled: false,
        })),
        takenPlaces: asksForRoom ? await this.commitments.places(WITH_ROOMS, within) : [],
      },
    );
  }

  /** The sessions that somebody offers to give on a day of London, as far as the offers live. */
  async offersOn(accountId: string, day: string): Promise<readonly Promised[]> {
    const within = {
      from: new Date(`${addDays(day, -1)}T00:00:00Z`),
      to: new Date(`${addDays(day, 2)}T00:00:00Z`),
    };
    const offers = await this.commitments.offers([accountId], within);
    return offers.filter(
      ({ isCancelled, startsAt, endsAt }) =>
        !isCancelled && londonDay(startsAt) <= day && day <= londonDay(new Date(Date.parse(endsAt) - 1)),
    );
  }
}
