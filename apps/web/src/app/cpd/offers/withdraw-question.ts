import type { PresenterOffer } from '@lectern/cpd';
import type { StepQuestion } from '../../platform/step-question';

const consequence = ({ presenters, status }: PresenterOffer): string =>
  (presenters.length > 1 ? 'It is withdrawn for the whole team. ' : '') +
  (status === 'standby'
    ? 'Those behind you move up.'
    : 'Your place goes to whoever stands first on standby.');

/** What is asked before an offer is taken back, by its team or for it. */
export const withdrawQuestion = (
  offer: PresenterOffer,
  send: StepQuestion<PresenterOffer>['send'],
): StepQuestion<PresenterOffer> => ({
  heading: 'Withdraw this offer?',
  words: consequence(offer),
  reason: {
    label: 'Why?',
    hint: 'Your team and the mentors read this.',
    needed: 'Say why you withdraw, so that your mentor can find somebody else.',
  },
  yes: 'Withdraw the offer',
  doing: 'Withdrawing…',
  no: 'Keep the offer',
  send,
});
