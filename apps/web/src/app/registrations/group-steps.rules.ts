import { londonDate, londonDateTime } from '@lectern/core';
import { type Group, isPackDue } from '@lectern/registrations';

/** One step of a visit, from the registration to the results. */
export interface GroupStep {
  readonly id: string;
  readonly words: string;
  /** When it was done, or by when it is due. */
  readonly when: string;
  /** Behind the school, its turn now, or still to come. */
  readonly state: 'done' | 'now' | 'later';
  /** Where it is done; none where there is nothing to do on a page. */
  readonly link: readonly string[] | null;
}

type Plan = Omit<GroupStep, 'state'> & { readonly isDone: boolean; readonly isOpen: boolean };

/**
 * The steps of one group in order, done ones marked. Several may be open at once; a group that waits for places has
 * only the first behind it.
 */
export const groupSteps = (group: Group): readonly GroupStep[] => {
  const { conference, id, places, pupilsNamed, consentsMissing = 0, visitPack } = group;
  const hasPlaces = group.status === 'confirmed' && places > 0;
  const allNamed = hasPlaces && pupilsNamed >= places;
  const isOn = conference.status === 'live';
  const isOver = ['completed', 'archived'].includes(conference.status);
  const day = londonDate(conference.startsAt);
  const finalNumbers = `By ${londonDate(conference.finalNumbersAt)}`;
  const isRead = visitPack !== undefined && !isPackDue(visitPack.version, visitPack.acknowledged);
  const plans: readonly Plan[] = [
    {
      id: 'register',
      words: 'Register the group',
      when: `Done on ${londonDate(group.registeredAt)}`,
      isDone: true,
      isOpen: false,
      link: null,
    },
    {
      id: 'name',
      words: 'Name the pupils',
      when: allNamed ? 'Everybody is named' : finalNumbers,
      isDone: allNamed,
      isOpen: hasPlaces,
      link: ['/groups', id, 'roster'],
    },
    {
      id: 'consents',
      words: 'Say what they need and who may be photographed',
      when: allNamed && consentsMissing === 0 ? 'Known for everybody' : finalNumbers,
      isDone: allNamed && consentsMissing === 0,
      isOpen: hasPlaces && pupilsNamed > 0,
      link: ['/groups', id, 'roster'],
    },
    ...(visitPack
      ? [
          {
            id: 'pack',
            words: 'Read the visit pack',
            when: isRead ? `Version ${visitPack.version} is acknowledged` : `By ${day}`,
            isDone: isRead,
            isOpen: true,
            link: ['/groups', id, 'visit-pack'],
          },
        ]
      : []),
    {
      id: 'badges',
      words: 'Print the badges',
      when: `Before ${day}`,
      isDone: isOver,
      isOpen: hasPlaces && pupilsNamed > 0,
      link: ['/groups', id, 'tickets'],
    },
    {
      id: 'arrive',
      words: `Arrive at ${conference.venueName}`,
      when: londonDateTime(conference.startsAt),
      isDone: isOver,
      isOpen: isOn,
      link: null,
    },
  ];
  return plans.map(({ isDone, isOpen, ...step }) => ({
    ...step,
    state: isDone ? 'done' : isOpen && !isOver ? 'now' : 'later',
    link: isOpen || isDone ? step.link : null,
  }));
};
