import type { Recipient } from './letter';

const FOLD = 74;

/** One content line in pieces of at most 75 octets (RFC 5545, 3.1); a character is never cut in two. */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
};

/** A parameter's value in quotes, which can hold anything but quotes and control characters. */
const quoted = (text: string): string => `"${text.replace(/["\u0000-\u001f\u007f]+/g, ' ').trim()}"`;

const person = (property: string, parameters: string, { name, email }: Recipient): string =>
  folded(`${property};CN=${quoted(name === '' ? email : name)}${parameters}:mailto:${email}`);

/**
 * A calendar entry made out to one person (RFC 5546): whoever asks and whoever is asked are named in it, or calendars
 * would not take it from a mail. They come already: it asks for no answer.
 */
export const addressedCalendar = (ics: string, from: Recipient, to: Recipient): string => {
  const lines = ['ORGANIZER', 'ATTENDEE'].flatMap((property) =>
    new RegExp(`^${property}[;:]`, 'm').test(ics)
      ? []
      : [
          property === 'ORGANIZER'
            ? person(property, '', from)
            : person(property, ';ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE', to),
        ],
  );
  return ics.replace(/\r?\n/g, '\r\n').replace(/^END:VEVENT/gm, () => [...lines, 'END:VEVENT'].join('\r\n'));
};
