import { londonDate } from '@lectern/core';
import { type InvitableRole, ROLE_NAMES } from '@lectern/identity';
import type { Letter, LetterKind } from '../notifications/letter';

export interface InvitationLetterFacts {
  /** Who invites; null when that account is gone. */
  readonly inviter: string | null;
  readonly role: InvitableRole;
  readonly school: string | null;
  readonly link: string;
  readonly expiresAt: Date;
}

/** An account waits for somebody; the link is the only key to it. */
export const invitationLetter = (facts: InvitationLetterFacts): Letter => {
  const as = `${ROLE_NAMES[facts.role].toLowerCase()}${facts.school === null ? '' : ` at ${facts.school}`}`;
  return {
    subject: 'Your invitation to Lectern',
    parts: [
      {
        kind: 'words',
        text:
          `${facts.inviter ?? 'The university'} invites you to Lectern as ${as}. ` +
          'In Lectern the university and its partner schools plan student conferences and work together on them.',
      },
      {
        kind: 'words',
        text: `Open the link to choose a password. It can be used once, until ${londonDate(facts.expiresAt)}.`,
      },
      { kind: 'button', label: 'Make your account', url: facts.link },
      { kind: 'words', text: 'Keep this mail to yourself: whoever opens the link first gets the account.' },
    ],
  };
};

export const INVITATION_LETTER = {
  kind: 'invitation.made',
  title: 'Somebody is invited',
  secret: true,
  why: 'You get this mail because somebody at the university entered your address. If you did not expect it, do nothing: without the link no account is made.',
  example: () =>
    invitationLetter({
      inviter: 'Robin Marsh',
      role: 'coordinator',
      school: 'Harrowmere High School',
      link: 'https://lectern.example/invitation/example',
      expiresAt: new Date('2027-01-26T09:00:00Z'),
    }),
} as const satisfies LetterKind;
