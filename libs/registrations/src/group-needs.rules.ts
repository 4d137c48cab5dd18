import type { Group } from './group.contract';
import type { GroupNeeds } from './group-needs.contract';
import { isPackDue } from './pack-acknowledgement.rules';

type Facts = Pick<
  Group,
  'status' | 'places' | 'pupilsNamed' | 'adults' | 'advisedAdults' | 'supervisionReason' | 'visitPack'
>;

/** Counts what the groups of a conference still lack; groups without places lack nothing yet. */
export const countNeeds = (conferenceId: string, groups: readonly Facts[]): GroupNeeds => {
  const confirmed = groups.filter(({ status }) => status === 'confirmed');
  const count = (lacks: (group: Facts) => boolean): number => confirmed.filter(lacks).length;
  return {
    conferenceId,
    unnamed: count(({ places, pupilsNamed }) => pupilsNamed < places),
    shortOfAdults: count(
      ({ adults, advisedAdults, supervisionReason }) => adults < advisedAdults && !supervisionReason,
    ),
    packUnread: count(
      ({ visitPack }) => visitPack !== undefined && isPackDue(visitPack.version, visitPack.acknowledged),
    ),
    pending: groups.filter(({ status }) => status === 'pending').length,
  };
};
