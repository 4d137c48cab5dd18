import { figure, londonDate } from '@lectern/core';
import { type Certificate, type CertificateKind, hoursWords } from '@lectern/cpd';

export const CERTIFICATE_KIND_WORDS: Readonly<Record<CertificateKind, string>> = {
  'attended-session': 'Attended',
  'attended-series': 'Series completed',
  'delivered-session': 'Delivered',
};

/** When it was and how long: `Tuesday 9 March 2027, 1 hour 30 minutes`. */
export const certificateWhen = ({ heldFrom, heldUntil, sessions, minutes, kind }: Certificate): string =>
  kind === 'attended-series'
    ? `${londonDate(heldFrom)} to ${londonDate(heldUntil)}, ${figure(sessions, 'session')}, ${hoursWords(minutes)}`
    : `${londonDate(heldFrom)}, ${hoursWords(minutes)}`;
