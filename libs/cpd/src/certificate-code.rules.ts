import { drawCheckedCode, readCheckedCode } from '@lectern/core';

/** Symbols of a certificate’s code: eleven drawn at random (55 bits, which nobody guesses) and one that checks them. */
export const CERTIFICATE_CODE_LENGTH = 12;

/** A new code from a source of random bytes. */
export const drawCertificateCode = (randomByte: () => number): string =>
  drawCheckedCode(CERTIFICATE_CODE_LENGTH, randomByte);

/** `ABCD-EFGH-JKMN`, as printed under the QR. */
export const formatCertificateCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

export type CertificateCodeReading =
  { readonly kind: 'ok'; readonly code: string } | { readonly kind: 'wrong'; readonly words: string };

/** A code as typed from paper, in its stored form; a slip of the finger is named before anything is looked up. */
export const readCertificateCode = (text: string): CertificateCodeReading => {
  const reading = readCheckedCode(CERTIFICATE_CODE_LENGTH, text);
  if (reading.kind === 'ok') return reading;
  return {
    kind: 'wrong',
    words:
      reading.kind === 'wrong-check'
        ? 'One of the letters or digits is wrong. Compare the code with the certificate.'
        : 'A certificate’s code has 12 letters and digits, such as 7Q2M-4KXD-9TRW.',
  };
};
