import { DomainError, listed, validationFailed } from '@lectern/core';
import {
  type CommitmentClash,
  commitmentClashWords,
  type notSuitable,
  type OfferRefusal,
  suitabilityWords,
} from '@lectern/cpd';

/** What would help against each kind of clash. */
const ADVICE: Readonly<Record<CommitmentClash['kind'], string>> = {
  offer: 'Withdraw that offer first, or choose another session.',
  booking: 'Give that booking back first, or choose another session.',
  placement: 'Choose another session, or take the day off the placement days if it is wrong.',
  room: 'Choose another room or another time.',
};

/** Everything that stands in the way, each in words; the first one is what is shown where there is room for one. */
export const clashes = (
  found: readonly CommitmentClash[],
  placeName: string,
  advice: Readonly<Record<CommitmentClash['kind'], string>> = ADVICE,
): DomainError => {
  const errors = found.map((clash) => ({
    field: clash.kind === 'room' ? 'place' : 'withTraineeIds',
    code: `${clash.kind}-${clash.why}`,
    message: `${commitmentClashWords(clash, placeName)} ${advice[clash.kind]}`,
  }));
  const what = found.map((clash) => commitmentClashWords(clash, placeName));
  const help = new Set(found.map(({ kind }) => advice[kind]));
  const words = [...what, ...help].join(' ');
  return new DomainError('conflict', 'clash', words, { errors, details: { clashes: found } });
};

export const notSuitableYet = (found: ReturnType<typeof notSuitable>): DomainError =>
  new DomainError('conflict', 'suitability-not-confirmed', suitabilityWords(found), {
    details: {
      people: found.map(({ member, why }) => ({ accountId: member.accountId, name: member.name, why })),
    },
  });

const REFUSALS: Readonly<Record<Exclude<OfferRefusal, 'reason-required'>, (words: string) => DomainError>> = {
  'offer-not-yours': (words) => new DomainError('forbidden', 'offer-not-yours', words),
  'offer-step-not-allowed': (words) => new DomainError('conflict', 'offer-step-not-allowed', words),
  'offer-too-late': (words) => new DomainError('conflict', 'offer-too-late', words),
  'offer-too-early': (words) => new DomainError('conflict', 'offer-too-early', words),
  'suitability-not-confirmed': (words) => new DomainError('conflict', 'suitability-not-confirmed', words),
};

/** A step that the lifecycle refuses; a missing reason is a field that was left empty. */
export const stepRefused = (code: OfferRefusal, words: string, field: string): DomainError =>
  code === 'reason-required'
    ? validationFailed([{ field, code: 'missing', message: words }])
    : REFUSALS[code](words);

export const offersClosed = (words: string): DomainError =>
  new DomainError('conflict', 'offers-closed', words);

export const teamTooLarge = (wanted: number, people: number): DomainError =>
  new DomainError(
    'conflict',
    'team-too-large',
    `This session wants ${wanted} presenter${wanted === 1 ? '' : 's'} and your team has ${people}. Offer as a smaller team.`,
    { details: { presentersWanted: wanted, people } },
  );

/** Some of the team have a live offer for the session already. */
export const alreadyOffered = (names: readonly string[], areYou: boolean): DomainError =>
  new DomainError(
    'conflict',
    'already-offered',
    areYou
      ? 'You have an offer for this session already. Open it under My offers.'
      : `${listed(names)} ${names.length === 1 ? 'has' : 'have'} an offer for this session already. Leave them out of the team, or ask them to withdraw it first.`,
  );
