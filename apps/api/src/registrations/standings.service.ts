import { type Clock, notFound } from '@lectern/core';
import {
  explainStanding,
  fewestUsable,
  type Group,
  lastOfferMoment,
  OFFER_LEAST,
  type QueuedGroup,
  type Standing,
  type WaitingList,
} from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { CLOCK } from '../platform/tokens';
import { GroupViews } from './group-views';
import { GroupsRepository } from './groups.repository';
import { PlaceRulesRepository } from './place-rules.repository';

/** Explains to staff why each group of a waiting list stands where it does. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly views: GroupViews,
    private readonly rules: PlaceRulesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(conferenceId: string): Promise<WaitingList> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const queue = new Map((await this.groups.positions(conferenceId)).map((group) => [group.id, group]));
    const groups = (await this.views.of(await this.groups.live(conferenceId))).filter(
      ({ position, offer, resting }) => position !== undefined || offer || resting,
    );
    const listEnds = lastOfferMoment(conference);
    const around = {
      ahead: groups.filter(({ position }) => position !== undefined).sort(byPosition),
      placesFree: Math.max(0, conference.placesLeft),
      isListOver: listEnds.getTime() - this.clock.now().getTime() < OFFER_LEAST,
    };
    return {
      placesFree: around.placesFree,
      placesHeld: groups.reduce((sum, { offer }) => sum + (offer?.places ?? 0), 0),
      offerHours: await this.rules.offerHours(conferenceId),
      listEndsAt: listEnds.toISOString(),
      items: [...groups].sort(byPosition).map((group) => standing(group, queue.get(group.id), around)),
    };
  }
}

interface Around {
  /** The groups on the list, in order. */
  readonly ahead: readonly Group[];
  readonly placesFree: number;
  readonly isListOver: boolean;
}

/** Those off the list come last. */
const byPosition = (a: Group, b: Group): number => rank(a) - rank(b);

const rank = ({ position, offer }: Group): number => position ?? (offer ? 0 : Number.MAX_SAFE_INTEGER);

const standing = (group: Group, queued: QueuedGroup | undefined, around: Around): Standing => {
  const position = group.position ?? null;
  const needs = queued ? fewestUsable(queued) : group.pupilsMinimum;
  const offer = group.offer ?? null;
  const resting = group.resting ?? null;
  return {
    groupId: group.id,
    school: group.school,
    position,
    places: group.places,
    pupilsWanted: group.pupilsWanted,
    needs,
    offer,
    resting,
    words: explainStanding({
      position,
      places: group.places,
      wanted: group.pupilsWanted,
      needs,
      offer,
      resting,
      ahead: position === null ? [] : around.ahead.slice(0, position - 1).map(({ school }) => school.name),
      placesFree: around.placesFree,
      isListOver: around.isListOver,
    }),
  };
};
