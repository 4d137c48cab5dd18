import type { LetterLink } from '@lectern/notifications';
import type { Letter, LetterPart } from './letter';
import type { LetterFrame } from './letter-frame';

/** Whether a letter may lead there: to a web page, and to nothing that runs or opens a program. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(url);

/** Where the buttons of a letter lead. */
export const letterLinks = ({ parts }: Letter): LetterLink[] =>
  parts.flatMap((part) =>
    part.kind === 'button' && isWebAddress(part.url) ? [{ label: part.label, url: part.url }] : [],
  );

const partText = (part: LetterPart): string => {
  switch (part.kind) {
    case 'words':
      return part.text.replace(/\r\n?/g, '\n').trim();
    case 'facts':
      return part.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'button':
      return `${part.label}:\n${part.url}`;
  }
};

/** A letter as plain text: what is read where no HTML is shown. */
export const letterText = (letter: Letter, frame: LetterFrame): string =>
  [frame.greeting, ...letter.parts.map(partText), `-- \n${frame.foot.join('\n')}`].join('\n\n') + '\n';
