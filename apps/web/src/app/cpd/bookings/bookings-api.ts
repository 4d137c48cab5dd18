import { inject, Injectable } from '@angular/core';
import { type AcademicCalendar, academicYearSlug, type Page, PAGE_LIMIT_MAX } from '@lectern/core';
import {
  ACADEMIC_YEARS_PATH,
  type BookedPersonChange,
  BOOKING_OFFERS_PATH,
  type BookingCancellation,
  type BookingMade,
  type BookingOffer,
  type BookingOfferAnswerWord,
  type BookingOutlook,
  type ColleagueRequest,
  CPD_SERIES_PATH,
  CPD_SESSIONS_PATH,
  type CpdSession,
  SESSION_BOOKINGS_PATH,
  type SessionBooking,
  type SessionBookingRequest,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

const of = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/** The public programme and bookings over HTTP. */
@Injectable({ providedIn: 'root' })
export class BookingsApi {
  private readonly api = inject(Api);

  /** Sessions that begin from a moment on, the earliest first. */
  sessions(from: Date, cursor: string | null): Promise<Page<CpdSession>> {
    const question = { from: from.toISOString(), limit: PAGE_LIMIT_MAX };
    return this.api.get(CPD_SESSIONS_PATH, cursor === null ? question : { ...question, cursor });
  }

  /** Sessions that have been given. */
  given(): Promise<Page<CpdSession>> {
    return this.api.get(CPD_SESSIONS_PATH, { status: 'delivered', limit: PAGE_LIMIT_MAX });
  }

  calendarOfYear(academicYear: string): Promise<AcademicCalendar> {
    return this.api.get(`${of(ACADEMIC_YEARS_PATH, academicYearSlug(academicYear))}/calendar`);
  }

  session(id: string): Promise<CpdSession> {
    return this.api.get(of(CPD_SESSIONS_PATH, id));
  }

  outlook(sessionId: string): Promise<BookingOutlook> {
    return this.api.get(`${of(CPD_SESSIONS_PATH, sessionId)}/booking-outlook`);
  }

  book(sessionId: string, request: SessionBookingRequest): Promise<BookingMade> {
    return this.api.post(`${of(CPD_SESSIONS_PATH, sessionId)}/bookings`, request);
  }

  bookSeries(seriesId: string, request: SessionBookingRequest): Promise<BookingMade> {
    return this.api.post(`${of(CPD_SERIES_PATH, seriesId)}/bookings`, request);
  }

  ofSession(sessionId: string): Promise<Page<SessionBooking>> {
    return this.api.get(`${of(CPD_SESSIONS_PATH, sessionId)}/bookings`);
  }

  list(): Promise<Page<SessionBooking>> {
    return this.api.get(SESSION_BOOKINGS_PATH, { limit: PAGE_LIMIT_MAX });
  }

  see(id: string): Promise<SessionBooking> {
    return this.api.get(of(SESSION_BOOKINGS_PATH, id));
  }

  add(id: string, colleague: ColleagueRequest): Promise<SessionBooking> {
    return this.api.post(`${of(SESSION_BOOKINGS_PATH, id)}/people`, colleague);
  }

  putRight(id: string, personId: string, change: BookedPersonChange): Promise<SessionBooking> {
    return this.api.patch(`${of(SESSION_BOOKINGS_PATH, id)}/${of('people', personId)}`, change);
  }

  takeOff(id: string, personId: string): Promise<SessionBooking> {
    return this.api.post(`${of(SESSION_BOOKINGS_PATH, id)}/${of('people', personId)}/cancellation`, {});
  }

  cancel(id: string, request: BookingCancellation): Promise<SessionBooking> {
    return this.api.post(`${of(SESSION_BOOKINGS_PATH, id)}/cancellation`, request);
  }

  answer(id: string, answer: BookingOfferAnswerWord): Promise<SessionBooking> {
    return this.api.post(`${of(SESSION_BOOKINGS_PATH, id)}/offer-answer`, { answer });
  }

  offer(token: string): Promise<BookingOffer> {
    return this.api.get(of(BOOKING_OFFERS_PATH, token));
  }

  answerByLink(token: string, answer: BookingOfferAnswerWord): Promise<BookingOffer> {
    return this.api.post(`${of(BOOKING_OFFERS_PATH, token)}/answer`, { answer });
  }
}

/** Where the file of a session, a series or a booking for a calendar is. */
export const calendarAddress = (kind: 'session' | 'series' | 'booking', id: string): string => {
  const paths = { session: CPD_SESSIONS_PATH, series: CPD_SERIES_PATH, booking: SESSION_BOOKINGS_PATH };
  return `/api/${of(paths[kind], id)}/calendar.ics`;
};
