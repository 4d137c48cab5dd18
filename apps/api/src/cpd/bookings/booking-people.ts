import { type Clock, newId, validationFailed } from '@lectern/core';
import { readTrn } from '@lectern/cpd';
import type { ColleagueRequest } from '@lectern/cpd/requests';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { AccountsService } from '../../identity/accounts.service';
import { CLOCK } from '../../platform/tokens';
import { alreadyBooked } from './bookings.errors';
import type { BookedPersonEntity } from './session-booking.entity';
import { marks } from '../../persistence/sql';

/** Somebody who is to be put on a booking. */
export type NewPerson = Pick<BookedPersonEntity, 'accountId' | 'name' | 'email' | 'emailKey' | 'trn'>;

/** The form of an address that people are told apart by; the same as that of accounts. */
export const addressKey = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** A teacher reference number as it is stored; null for none. */
export const trnOf = (text: string | null | undefined, field = 'trn'): string | null => {
  const reading = readTrn(text);
  if (reading.kind === 'wrong')
    throw validationFailed([{ field, code: 'not-a-trn', message: reading.words }]);
  return reading.kind === 'ok' ? reading.trn : null;
};

/** Makes people of bookings: who they are, whether they have an account, and whether they are booked already. */
@Injectable()
export class BookingPeople {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever books, as their account says. */
  async booker(accountId: string, trn: string | null | undefined): Promise<NewPerson> {
    const account = await this.accounts.find(accountId);
    if (!account) throw new Error('Whoever asks has an account.');
    const { emailKey, email, name } = account;
    return { accountId, name, email, emailKey, trn: trnOf(trn) };
  }

  /** A colleague; linked to their account when it is of the same school. Of other schools’ accounts nothing is told. */
  async colleague({ name, email, trn }: ColleagueRequest, schoolUrn: string, field = ''): Promise<NewPerson> {
    const account = await this.accounts.findByEmail(email);
    const isOurs = account !== null && account.schoolUrn === schoolUrn && account.disabledAt === null;
    return {
      accountId: isOurs ? account.id : null,
      name: name.trim(),
      email: email.trim(),
      emailKey: addressKey(email),
      trn: trnOf(trn, `${field}trn`),
    };
  }

  row(person: NewPerson, bookingId: string, placeInList: number, hasPlace: boolean): BookedPersonEntity {
    const now = this.clock.now();
    return {
      ...person,
      id: newId(),
      bookingId,
      placeInList,
      hasPlace,
      joinedAt: now,
      placedAt: hasPlace ? now : null,
      leftAt: null,
    };
  }

  /**
   * Refuses people whom this school has booked on one of these sessions already; under the locks of the sessions. Of
   * other schools’ bookings nothing is told.
   */
  async refuseBooked(
    people: readonly NewPerson[],
    sessionIds: readonly string[],
    { schoolUrn, bookerId }: { readonly schoolUrn: string; readonly bookerId: string },
  ): Promise<void> {
    const rows = await this.database.select<{ email_key: string; booking_id: string; booked_by: string }>(
      'SELECT DISTINCT p.email_key AS email_key, b.id AS booking_id, b.booked_by AS booked_by' +
        ' FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
        ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id' +
        " WHERE b.status <> 'cancelled' AND p.left_at IS NULL AND b.school_urn = ?" +
        ` AND bs.session_id IN (${marks(sessionIds)})` +
        ` AND p.email_key IN (${marks(people)})`,
      [schoolUrn, ...sessionIds, ...people.map(({ emailKey }) => emailKey)],
    );
    const [first] = rows;
    if (!first) return;
    const person = people.find(({ emailKey }) => emailKey === first.email_key);
    const isBooker = person?.accountId === bookerId;
    throw alreadyBooked(isBooker ? null : (person?.name ?? ''), isBooker ? first.booking_id : undefined);
  }
}
