import { adviseSupervisionByYear } from '@lectern/conferences';
import {
  type Group,
  type GroupOffer,
  type GroupStatus,
  pupilsOverPlaces,
  type RestingReason,
} from '@lectern/registrations';
import type { School } from '@lectern/schools';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import type { GroupEntity } from './group.entity';
import type { GroupReadiness } from './group-readiness.repository';
import type { PlaceOfferEntity } from './place-offer.entity';
import type { NamedCounts } from './groups.repository';

/** Everything that the view of one group is made of. */
export interface GroupParts {
  readonly group: GroupEntity;
  readonly conference: ConferenceFacts;
  readonly school: School | null;
  readonly named: NamedCounts;
  readonly position: number | undefined;
  readonly offer: PlaceOfferEntity | null;
  readonly allocationReason: string | null;
  readonly readiness: GroupReadiness;
  /** The version of the conference's visit pack; 0 when there is none. */
  readonly packVersion: number;
}

/** An open offer as its group shows it. */
export const offerView = (offer: PlaceOfferEntity): GroupOffer => ({
  places: offer.places,
  madeAt: offer.madeAt.toISOString(),
  expiresAt: offer.expiresAt.toISOString(),
});

export const groupView = (parts: GroupParts): Group => {
  const { group, conference, school, named, position, offer, allocationReason, readiness, packVersion } =
    parts;
  const over = group.status === 'confirmed' ? pupilsOverPlaces(group.places, named.pupil) : 0;
  const pupils = group.places > 0 ? group.places : group.pupilsWanted;
  return {
    id: group.id,
    status: group.status as GroupStatus,
    places: group.places,
    ...(position === undefined ? {} : { position }),
    ...(offer ? { offer: offerView(offer) } : {}),
    ...(group.status === 'waiting' && group.resting ? { resting: group.resting as RestingReason } : {}),
    ...(allocationReason === null ? {} : { allocationReason }),
    pupilsWanted: group.pupilsWanted,
    pupilsMinimum: group.pupilsMinimum,
    adults: group.adults,
    advisedAdults: adviseSupervisionByYear(conference, pupils, readiness.pupilsByYear, group.adults)
      .advisedAdults,
    visitLeader: { name: group.visitLeaderName, phone: group.visitLeaderPhone },
    supervisionReason: group.supervisionReason,
    notes: group.notes,
    school: {
      urn: group.schoolUrn,
      name: school?.name ?? group.schoolUrn,
      town: school?.town ?? '',
      ...(school?.status === 'closed' ? { closed: true as const } : {}),
      ...(school?.successor ? { nowName: school.successor.name } : {}),
    },
    conference: {
      id: conference.id,
      slug: conference.slug,
      title: conference.title,
      status: conference.status,
      startsAt: conference.startsAt.toISOString(),
      endsAt: conference.endsAt.toISOString(),
      venueName: conference.venueName,
      finalNumbersAt: conference.finalNumbersAt.toISOString(),
      yearGroups: conference.yearGroups,
      pupilsPerAdult: conference.pupilsPerAdult,
      ...(conference.supervisionBands ? { supervisionBands: conference.supervisionBands } : {}),
    },
    pupilsNamed: named.pupil,
    adultsNamed: named.adult,
    ...(over > 0 ? { pupilsOver: over } : {}),
    consentsMissing: readiness.consentsMissing,
    ...(packVersion > 0
      ? { visitPack: { version: packVersion, acknowledged: readiness.packAcknowledged } }
      : {}),
    registeredAt: group.registeredAt.toISOString(),
    cancelledAt: group.cancelledAt?.toISOString() ?? null,
    cancellationReason: group.cancellationReason,
  };
};
