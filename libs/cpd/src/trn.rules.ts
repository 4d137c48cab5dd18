const TRN = /^\d{7}$/;

export type TrnReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly trn: string }
  | { readonly kind: 'wrong'; readonly words: string };

/**
 * A teacher reference number as people write it: seven digits, spaces forgiven. It may be left out. Nothing is known of
 * it but its form: the Department for Education alone knows whose it is.
 */
export const readTrn = (text: string | null | undefined): TrnReading => {
  const digits = (text ?? '').replace(/\s/g, '');
  if (digits === '') return { kind: 'none' };
  return TRN.test(digits)
    ? { kind: 'ok', trn: digits }
    : {
        kind: 'wrong',
        words: 'A teacher reference number has seven digits, such as 1234567. You can leave it out.',
      };
};
