import { londonDateTime } from '@lectern/core';
import { type Role, ROLE_NAMES } from '@lectern/identity';
import type { Letter, LetterPart } from '../notifications/letter';

const words = (text: string): LetterPart => ({ kind: 'words', text });
const button = (label: string, url: string): LetterPart => ({ kind: 'button', label, url });
const roleOf = (role: Role): string => ROLE_NAMES[role].toLowerCase();

/** Asks whoever reads this whether they asked for access; written to every address alike, known or not. */
export const confirmAddressLetter = (asked: {
  readonly schoolName: string;
  readonly role: Role;
  readonly url: string;
  readonly confirmBy: Date;
}): Letter => ({
  subject: 'Confirm your e-mail address for Lectern',
  parts: [
    words(
      `Somebody, we hope you, asked for access to ${asked.schoolName} as a ${roleOf(asked.role)} with this e-mail address.`,
    ),
    words(`Confirm the address by ${londonDateTime(asked.confirmBy)}. Then we look at the request.`),
    button('Confirm my e-mail address', asked.url),
    words('If you did not ask for this, do nothing. Nobody sees the request, and it is deleted.'),
  ],
});

/** Tells a school's coordinators that somebody would like to join them. */
export const requestWaitingLetter = (asked: {
  readonly name: string;
  readonly schoolName: string;
  readonly role: Role;
  readonly url: string;
}): Letter => ({
  subject: `${asked.name} asks for access to ${asked.schoolName}`,
  parts: [
    words(`${asked.name} asks to use Lectern for ${asked.schoolName} as a ${roleOf(asked.role)}.`),
    words('If you know them as a colleague, you can approve the request. University staff see it as well.'),
    button('See the request', asked.url),
  ],
});

/** Tells somebody who has an account already that their request was approved. */
export const requestApprovedLetter = (approved: {
  readonly schoolName: string;
  readonly role: Role;
  readonly url: string;
}): Letter => ({
  subject: `You have access to ${approved.schoolName}`,
  parts: [
    words(`Your request was approved: you are a ${roleOf(approved.role)} of ${approved.schoolName} now.`),
    words('Sign in with the e-mail address and password that you have already.'),
    button('Sign in', approved.url),
  ],
});

/** Says no, and why. */
export const requestDeclinedLetter = (declined: {
  readonly schoolName: string;
  readonly reason: string;
}): Letter => ({
  subject: `Your request for access to ${declined.schoolName}`,
  parts: [
    words(`Your request for access to ${declined.schoolName} was declined. The reason given is:`),
    words(declined.reason),
    words('If that is a mistake, ask your contact at the university, or ask for access again.'),
  ],
});

/** Tells somebody that their account belongs to another school now. */
export const accountMovedLetter = (moved: {
  readonly fromName: string | null;
  readonly toName: string;
  readonly url: string;
}): Letter => ({
  subject: `Your account belongs to ${moved.toName} now`,
  parts: [
    words(
      moved.fromName === null
        ? `Your account now belongs to ${moved.toName}.`
        : `Your account was moved from ${moved.fromName} to ${moved.toName}.`,
    ),
    words(
      `From now on you see what belongs to ${moved.toName}` +
        `${moved.fromName === null ? '' : `, and nothing of ${moved.fromName} any more`}.`,
    ),
    button('Open Lectern', moved.url),
  ],
});

/** Tells somebody that they no longer see anything of their school. */
export const accessEndedLetter = (ended: { readonly schoolName: string }): Letter => ({
  subject: `Your access to ${ended.schoolName} has ended`,
  parts: [
    words(`You no longer see or change anything of ${ended.schoolName} in Lectern.`),
    words('If that is a mistake, ask a colleague there or your contact at the university.'),
    words('If you work at another school now, ask for access to it with the same e-mail address.'),
  ],
});
