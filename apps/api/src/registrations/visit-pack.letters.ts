import { londonDate } from '@lectern/core';
import type { Letter } from '../notifications/letter';

/** What a letter about a visit pack needs to know. */
export interface PackNews {
  readonly conference: { readonly title: string; readonly startsAt: Date; readonly venueName: string };
  /** Whether an earlier version was acknowledged. */
  readonly hasChanged: boolean;
  /** The page of the group's visit pack. */
  readonly url: string;
}

export const PACK_TO_READ = 'visit-pack.to-read';

/** Asks a school to read the visit pack and to say so; again when it has changed. */
export const packToReadLetter = ({ conference, hasChanged, url }: PackNews): Letter => ({
  subject: hasChanged
    ? `The visit pack for ${conference.title} has changed`
    : `The visit pack for ${conference.title} is ready to read`,
  parts: [
    {
      kind: 'words',
      text: hasChanged
        ? `The visit pack for ${conference.title} has changed since your school read it. Read what is new, and say that you have.`
        : `The visit pack for ${conference.title} is ready: what your school needs for its own risk assessment, and your visit leader on the day. Read it, and say that you have.`,
    },
    {
      kind: 'facts',
      facts: [
        ['The day', londonDate(conference.startsAt)],
        ['Where', conference.venueName],
      ],
    },
    { kind: 'button', label: 'Read the visit pack', url },
  ],
});
