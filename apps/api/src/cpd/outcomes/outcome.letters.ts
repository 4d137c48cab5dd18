import { count, londonDate } from '@lectern/core';
import { type CertificateKind, hoursWords } from '@lectern/cpd';
import type { Letter, LetterKind, LetterPart } from '../../notifications/letter';

export interface CertificateTold {
  readonly kind: CertificateKind;
  readonly title: string;
  readonly minutes: number;
}

/** What a letter about certificates tells one person. */
export interface CertificatesTold {
  readonly url: string;
  readonly session: { readonly id: string; readonly title: string; readonly startsAt: string };
  readonly certificates: readonly CertificateTold[];
  /** Whether they can sign in; colleagues whom somebody brought have no account yet. */
  readonly hasAccount: boolean;
}

const GROUNDS: Readonly<Record<CertificateKind, string>> = {
  'attended-session': 'You attended',
  'attended-series': 'You completed the series',
  'delivered-session': 'You delivered',
};

const buttons = ({ url, session, certificates, hasAccount }: CertificatesTold): LetterPart[] => {
  if (!hasAccount) {
    return [
      {
        kind: 'words',
        text: 'To see and download it, ask for access to your school with the e-mail address that this letter went to. Your certificates will be waiting there.',
      },
      { kind: 'button', label: 'Ask for access', url: `${url}/ask-for-access` },
    ];
  }
  const see: LetterPart = {
    kind: 'button',
    label: certificates.length > 1 ? 'See my certificates' : 'See my certificate',
    url: `${url}/my-cpd/certificates`,
  };
  if (certificates.some(({ kind }) => kind === 'delivered-session')) {
    return [
      see,
      {
        kind: 'words',
        text: 'The session is in your evidence record too, where you can add a reflection.',
      },
      { kind: 'button', label: 'Open my evidence', url: `${url}/my-evidence` },
    ];
  }
  return [
    see,
    {
      kind: 'words',
      text: 'Tell the trainees what helped and what did not. It takes a minute, and your answers are stored without your name.',
    },
    { kind: 'button', label: 'Give feedback', url: `${url}/my-cpd/sessions/${session.id}/feedback` },
  ];
};

/** That certificates are there; one letter to each person. */
export const certificatesLetter = (told: CertificatesTold): Letter => {
  const { session, certificates } = told;
  const many = certificates.length > 1;
  return {
    subject: `Your ${many ? 'certificates' : 'certificate'} for ${session.title}`,
    parts: [
      {
        kind: 'words',
        text: `Thank you for being part of ${session.title} on ${londonDate(session.startsAt)}. Your ${many ? `${count(certificates.length, 'certificate')} are` : 'certificate is'} ready.`,
      },
      {
        kind: 'facts',
        facts: certificates.map(
          ({ kind, title, minutes }) => [GROUNDS[kind], `${title}, ${hoursWords(minutes)}`] as const,
        ),
      },
      ...buttons(told),
    ],
  };
};

/** That a certificate no longer holds, and why. */
export const withdrawalLetter = (title: string, reason: string): Letter => ({
  subject: `Your certificate for ${title} was withdrawn`,
  parts: [
    {
      kind: 'words',
      text: `The university has withdrawn your certificate for ${title}. Whoever checks its code is told that it no longer holds.`,
    },
    { kind: 'facts', facts: [['Why', reason]] },
    { kind: 'words', text: 'If you think that this is a mistake, write to the university.' },
  ],
});

/** That a mentor wrote a note beside somebody’s evidence. The note itself stays where only they read it. */
export const mentorNoteLetter = (title: string, mentor: string, url: string): Letter => ({
  subject: `A note on your evidence: ${title}`,
  parts: [
    { kind: 'words', text: `${mentor} has written a note beside your evidence for ${title}.` },
    { kind: 'button', label: 'Read the note', url: `${url}/my-evidence` },
  ],
});

const URL = 'https://lectern.example';
const SESSION = { id: '1', title: 'Circle theorems without tears', startsAt: '2027-03-09T16:00:00.000Z' };

export const CERTIFICATES_READY = 'cpd.certificates';
export const CERTIFICATE_WITHDRAWN = 'cpd.certificate-withdrawn';
export const MENTOR_NOTE = 'cpd.mentor-note';

/** Every kind of letter about what comes after a session, with an invented example. */
export const OUTCOME_LETTER_KINDS: readonly LetterKind[] = [
  {
    kind: CERTIFICATES_READY,
    title: 'A session was delivered and certificates are ready',
    why: 'You get this mail because you attended or delivered a session.',
    example: () =>
      certificatesLetter({
        url: URL,
        session: SESSION,
        certificates: [{ kind: 'attended-session', title: SESSION.title, minutes: 90 }],
        hasAccount: true,
      }),
  },
  {
    kind: CERTIFICATE_WITHDRAWN,
    title: 'A certificate is withdrawn',
    why: 'You get this mail because the certificate was yours.',
    example: () => withdrawalLetter(SESSION.title, 'It was issued to the wrong person.'),
  },
  {
    kind: MENTOR_NOTE,
    title: 'A mentor writes a note beside a trainee’s evidence',
    why: 'You get this mail because the evidence is yours.',
    example: () => mentorNoteLetter(SESSION.title, 'Dr Wren Oakley', URL),
  },
];
