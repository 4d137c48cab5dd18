import type { CpdPlace, CpdSession, CpdSessionStatus, PlaceKind } from '@lectern/cpd';
import type { CpdSessionEntity } from './cpd-session.entity';
import type { CpdSessionRow } from './cpd-sessions.repository';
import type { SessionStaffing } from './plan-sources';

export const placeView = ({
  placeKind,
  placeName,
  placeSite,
}: Pick<CpdSessionEntity, 'placeKind' | 'placeName' | 'placeSite'>): CpdPlace => ({
  kind: placeKind as PlaceKind,
  name: placeName,
  ...(placeSite === null ? {} : { site: placeSite }),
});

export const placeColumns = (place: CpdPlace) => ({
  placeKind: place.kind,
  placeName: place.name,
  placeSite: place.site ?? null,
});

/** A session as anybody may see it who may see it at all. */
export const sessionView = (session: CpdSessionRow, staffing: SessionStaffing | undefined): CpdSession => ({
  id: session.id,
  programmeId: session.programmeId,
  programmeLabel: session.programmeLabel,
  seriesId: session.seriesId,
  topicId: session.topicId,
  topicTitle: session.topicTitle,
  title: session.title,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  place: placeView(session),
  teacherPlaces: session.teacherPlaces,
  placesLeft: Math.max(0, session.teacherPlaces - session.placesGiven),
  presentersWanted: session.presentersWanted,
  presenters: staffing?.presenters ?? [],
  status: session.status as CpdSessionStatus,
  ...(session.cancellationReason === null ? {} : { cancellationReason: session.cancellationReason }),
});
