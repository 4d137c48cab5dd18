import { type CommitmentClash, commitmentClashWords, type WantedTime } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { CommitmentsService } from '../offers/commitments.service';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { bookingClash } from './bookings.errors';

/** What would help against each kind of clash. */
const ADVICE: Readonly<Record<CommitmentClash['kind'], string>> = {
  booking: 'Give that booking back first, or choose another session.',
  offer: 'Withdraw that offer first, or choose another session.',
  placement: 'Choose another session.',
  room: 'Choose another session.',
};

/** What stands in the way of somebody who would book: their own bookings, and sessions that they offer to give. */
@Injectable()
export class BookingCommitments {
  constructor(private readonly commitments: CommitmentsService) {}

  /** Refuses sessions that somebody could not come to, naming what stands in the way; in a unit of work. */
  async refuseClashes(wanted: readonly CpdSessionEntity[], people: WantedTime['people']): Promise<void> {
    const found: CommitmentClash[] = [];
    for (const session of wanted) {
      const { endsAt, id, startsAt } = session;
      const time = { id, startsAt, endsAt, place: placeView(session) };
      found.push(...(await this.commitments.clashesOf({ ...time, people, asksForRoom: false })));
    }
    if (found.length === 0) return;
    throw bookingClash(
      found,
      found.map((clash) => `${commitmentClashWords(clash, '')} ${ADVICE[clash.kind]}`),
    );
  }
}
